package tearline.engine.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static tearline.engine.message.Wrapped.alert;
import static tearline.engine.message.Wrapped.inDe1;

import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tearline.engine.Code;
import tearline.engine.Refusal;
import tearline.engine.kit.Shipped;
import tearline.engine.xml.Saxon;

/** Alerts as bytes that are not simply UTF-8: read as what they say they are, or refused for what they are; never read as something else. */
class OddBytesTest {

    private static final String ALERT = alert("A").replace("Mill Street", "Mühle");

    static Stream<Arguments> read() {
        return Stream.of(
                arguments("UTF-8 after its mark", bytes("\uFEFF", "UTF-8", UTF_8)), arguments("UTF-8 that says nothing", ALERT.getBytes(UTF_8)),
                arguments("UTF-16 after its mark, big end first", bytes("\uFEFF", "UTF-16", UTF_16BE)), arguments("UTF-16 after its mark, little end first", bytes("\uFEFF", "UTF-16", UTF_16LE)),
                arguments("UTF-16 without a mark", bytes("", "UTF-16BE", UTF_16BE)), arguments("UTF-16 without a mark, little end first", bytes("", "UTF-16LE", UTF_16LE)),
                arguments("Latin-1 that says so", bytes("", "ISO-8859-1", ISO_8859_1)), arguments("Windows 1252 that says so", bytes("", "windows-1252", Charset.forName("windows-1252"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("read")
    void anAlertIsReadInTheCharactersThatItSays(String name, byte[] bytes) {
        var message = Shipped.HOUSE.reader(false).read(bytes);
        assertThat(message.bytes()).isEqualTo(bytes);
        assertThat(Saxon.root(message.parts().get(0).document()).getStringValue()).contains("Mühle");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("Latin-1 that says UTF-8", bytes("", "UTF-8", ISO_8859_1)), arguments("Latin-1 that says nothing", ALERT.getBytes(ISO_8859_1)),
                arguments("UTF-8 that says UTF-16", bytes("", "UTF-16", UTF_8)), arguments("characters that nobody knows", bytes("", "x-nobody", UTF_8)),
                arguments("two marks", bytes("\uFEFF\uFEFF", "UTF-8", UTF_8)), arguments("a blank before the declaration", bytes(" ", "UTF-8", UTF_8)),
                arguments("nothing", new byte[0]), arguments("blanks", "  \n".getBytes(UTF_8)), arguments("half of it", ALERT.substring(0, ALERT.length() / 2).getBytes(UTF_8)),
                arguments("two of it", (ALERT + ALERT).getBytes(UTF_8)), arguments("a control character", ALERT.replace("Mühle", "\u0001").getBytes(UTF_8)),
                arguments("a zero", ALERT.replace("Mühle", "&#0;").getBytes(UTF_8)), arguments("half a pair", ALERT.replace("Mühle", "&#xD83D;").getBytes(UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatCannotBeReadIsRefusedAsThat(String name, byte[] bytes) {
        assertThat(catchThrowable(() -> Shipped.HOUSE.reader(false).read(bytes))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code().id()).as(refusal.toString()).startsWith("TL-");
            assertThat(refusal.findings()).allSatisfy(finding -> assertThat(finding.toString()).doesNotContain("Mühle"));
        });
    }

    /** The gateway decides at its door which of them it has already: here they are two parts of one identity. */
    @Test
    void oneAlertTwiceInOneEnvelopeIsTwoPartsOfOneIdentity() {
        var parts = Shipped.HOUSE.reader(false).read(inDe1(ALERT, ALERT).getBytes(UTF_8)).parts();
        assertThat(parts).hasSize(2).allMatch(Part::accepted);
        assertThat(parts.get(0).identityKey()).isEqualTo(parts.get(1).identityKey());
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"urn:oasis:names:tc:emergency:cap:1.3", "URN:OASIS:NAMES:TC:EMERGENCY:CAP:1.2", "urn:oasis:names:tc:emergency:cap:1.2 ", "", "http://www.incident.com/cap/1.2"})
    void aNamespaceThatIsNearlyOneIsNone(String namespace) {
        var text = alert("A").replace("urn:oasis:names:tc:emergency:cap:1.2", namespace);
        assertThat(catchThrowable(() -> Shipped.HOUSE.reader(false).read(text.getBytes(UTF_8)))).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.UNKNOWN_STANDARD));
    }

    private static byte[] bytes(String before, String says, Charset characters) {
        return (before + "<?xml version='1.0' encoding='" + says + "'?>" + ALERT).getBytes(characters);
    }
}
