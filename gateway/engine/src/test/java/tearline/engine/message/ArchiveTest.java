package tearline.engine.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tearline.engine.message.Wrapped.alert;
import static tearline.engine.message.Wrapped.inDe1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import tearline.engine.Code;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.kit.Shipped;

/** A ZIP archive is an envelope like any other, as long as it is one of documents and of bounded size. */
class ArchiveTest {

    @Test
    void eachEntryIsAPartWithAVerdictOfItsOwn() throws IOException {
        var message = read(zip("a.xml", alert("A"), "b.xml", alert("B").replace("<msgType>Alert</msgType>", ""), "c.xml", "no xml", "d.xml", inDe1(alert("D"))));
        assertThat(message.standard()).isEqualTo("zip");
        assertThat(message.parts()).extracting(Part::index).containsExactly(0, 1, 2, 3);
        assertThat(message.parts()).extracting(part -> part.refusal().map(Code::id).orElse("")).containsExactly("", "TL-V002", "TL-V001", "");
        assertThat(message.accepted()).extracting(part -> part.facts().id().orElseThrow()).containsExactly("A", "D");
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
        assertThat(rule(zip("a.xml", " ".repeat(8 << 20)))).isEqualTo("ZIP-RATIO");
    }

    @Test
    void foldersTwinsArchivesAndDamageAreRefused() throws IOException {
        assertThat(rule(zip("../a.xml", alert("A")))).isEqualTo("ZIP-PATH");
        assertThat(rule(zip("folder/", ""))).isEqualTo("ZIP-PATH");
        var whole = zip("a.xml", alert("A"), "b.xml", alert("B"));
        assertThat(rule(replaced(whole, "b.xml", "a.xml"))).isEqualTo("ZIP-TWICE");
        assertThat(rule(zipOf("inner.zip", zip("a.xml", alert("A"))))).isEqualTo("ZIP-NESTED");
        assertThat(rule(java.util.Arrays.copyOf(whole, 60))).isEqualTo("ZIP");
    }

    @Test
    void anEmptyArchiveHoldsNothing() {
        assertThat(refusal(new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}).code()).isEqualTo(Code.NOTHING_INSIDE);
    }

    @Test
    void moreEntriesThanPartsAreRefused() throws IOException {
        var reader = Shipped.HOUSE.reader(false, new Limits(100, 1));
        var refusal = catchThrowableOfType(Refusal.class, () -> reader.read(zip("a.xml", alert("A"), "b.xml", alert("B"))));
        assertThat(refusal.code()).isEqualTo(Code.TOO_MANY_PARTS);
    }

    private static Message read(byte[] bytes) {
        return Shipped.HOUSE.reader(false).read(bytes);
    }

    private static Refusal refusal(byte[] bytes) {
        return catchThrowableOfType(Refusal.class, () -> read(bytes));
    }

    private static String rule(byte[] bytes) {
        var refusal = refusal(bytes);
        assertThat(refusal.code()).isEqualTo(Code.BAD_ARCHIVE);
        return refusal.findings().stream().map(Finding::rule).findFirst().orElseThrow();
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] zipOf(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).replace(from, to).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
