package tearline.engine.release;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static tearline.engine.exchange.Trial.EVERYTHING;
import static tearline.engine.message.Wrapped.alert;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.exchange.Trial;

/** A file leaves a redacted record only as a picture drawn anew. */
class AttachmentsTest {

    private static final String CAP = "<product kind='alert' format='cap-1.2' scopes='Public Restricted'/>";
    private static final Pattern CONTENT = Pattern.compile("<derefUri>([^<]*)</derefUri>");

    @TempDir Path folder;
    private Trial trial;

    @BeforeEach
    void aReceiverFromWhomWordsAreWithheld() {
        trial = new Trial(folder).receiver("civil", "maxTlp='GREEN'", CAP, "CTRL FOUO", EVERYTHING);
    }

    @Test
    void aLinkWithoutAHostGoesWithTheFileThatItNames() {
        var alert = alert("A").replace("<area>", "<resource><resourceDesc>Words</resourceDesc><mimeType>audio/mpeg</mimeType><size>4</size><uri>words.mp3</uri><derefUri>AAAA</derefUri></resource>"
                + "<resource><resourceDesc>Map</resourceDesc><mimeType>image/png</mimeType><uri>https://www.sender.example/map.png</uri></resource><area>");
        var keeps = new TreeSet<>(EVERYTHING);
        keeps.remove("attachment");
        var product = new Trial(folder).receiver("civil", "maxTlp='GREEN'", CAP, "CTRL FOUO", keeps).send(alert).product("civil");
        assertThat(product).contains("https://www.sender.example/map.png").doesNotContain("words.mp3", "AAAA", "Words", "Map<");
    }

    @Test
    void aPictureIsDrawnAnewAndNothingElseInItsFilePasses() throws IOException {
        for (var format : new String[] {"png", "jpeg", "gif", "bmp"}) {
            var picture = picture(format);
            var file = new String(picture, ISO_8859_1) + "EXIF: police words, 40.7 N";
            var product = trial.send(cut("image/" + format, base64(file), "d".repeat(40))).product("civil");
            var found = CONTENT.matcher(product);
            assertThat(found.find()).as(format).isTrue();
            var drawn = Base64.getDecoder().decode(found.group(1));
            assertThat(new String(drawn, ISO_8859_1)).doesNotContain("police");
            assertThat(ImageIO.read(new ByteArrayInputStream(drawn)).getWidth()).isEqualTo(8);
            assertThat(product).contains("<size>" + drawn.length + "</size>").contains("<mimeType>image/" + (format.equals("jpeg") ? "jpeg" : "png") + "</mimeType>")
                    .containsPattern("<digest>[0-9a-f]{40}</digest>").doesNotContain("d".repeat(40));
        }
    }

    @Test
    void anyOtherFileGoesWithAllThatDescribesIt() throws IOException {
        var png = base64(new String(picture("png"), ISO_8859_1));
        for (var file : new String[][] {{"application/pdf", base64("%PDF-1.7 police words")}, {"audio/mpeg", base64("ID3")}, {"image/png", base64("no picture")},
                {"image/svg+xml", base64("<svg/>")}, {"application/pdf", png}}) {
            var outcome = trial.send(cut(file[0], file[1], "d".repeat(40)));
            assertThat(outcome.product("civil")).as(file[0]).doesNotContain("<resource>").doesNotContain("A map").doesNotContain("ddd");
            assertThat(outcome.decision("civil").withheld()).contains(new Release.Withheld("attachment", java.util.Set.of("ATTACHMENT-TYPE")));
        }
    }

    @Test
    void aPictureWithTooManyPixelsIsNotEvenRead() throws IOException {
        var header = picture("bmp");
        header[18] = 0; header[19] = 0; header[20] = 1; // a width of 65,536 …
        header[22] = 0; header[23] = 0; header[24] = 1; // … and as many lines: 12 GB of pixels in a file of some hundred bytes
        assertThat(Picture.drawnAnew(header)).isEmpty();
    }

    @Test
    void theAddressOfAFileGoesUnlessItsCategoryIsKeptAndADigestWithIt() {
        var text = alert("A").replace("Water stands", "(U//LES) police words\nWater stands").replace("<area>",
                "<resource><resourceDesc>A map</resourceDesc><mimeType>image/png</mimeType><size>12</size><uri>http://intern.example/token</uri><digest>" + "d".repeat(40) + "</digest></resource><area>");
        assertThat(trial.send(text).product("civil")).contains("http://intern.example/token").contains("ddd");
        var kept = new TreeSet<>(EVERYTHING);
        kept.remove("link");
        trial.receiver("no-links", "maxTlp='GREEN'", CAP, "CTRL FOUO", kept);
        assertThat(trial.send(text).product("no-links")).contains("A map").doesNotContain("intern.example").doesNotContain("ddd").doesNotContain("<size>");
    }

    @Test
    void anAddressOfWhatWasNotPublishedGoesEvenWhereLinksAreKept() {
        var text = alert("A").replace("Water stands", "(U//LES) police words\nWater stands").replace("<area>", "<web>http://intern.example/token</web><area>");
        assertThat(trial.send(text).product("civil")).contains("http://intern.example/token");
        var restricted = text.replace("<scope>Public</scope>", "<scope>Restricted</scope><restriction>UNCLASSIFIED//FOUO</restriction>");
        trial.receiver("civil", "maxTlp='GREEN'", CAP, "CTRL FOUO", EVERYTHING);
        assertThat(trial.send(restricted).product("civil")).contains("Water stands").doesNotContain("intern.example");
    }

    @Test
    void whereNothingIsWithheldTheSendersOwnBytesLeaveWithTheirFiles() {
        trial.receiver("whole", "maxTlp='RED'", CAP, "CTRL FOUO LES", EVERYTHING);
        var text = cut("application/pdf", base64("%PDF-1.7"), "d".repeat(40)).replace("(U//LES) police words\n", "");
        assertThat(trial.send(text).product("whole")).isEqualTo(text);
    }

    private static String cut(String type, String content, String digest) {
        return alert("A").replace("Water stands", "(U//LES) police words\nWater stands").replace("<area>", "<resource><resourceDesc>A map</resourceDesc><mimeType>" + type
                + "</mimeType><size>12</size><derefUri>" + content + "</derefUri><digest>" + digest + "</digest></resource><area>");
    }

    private static byte[] picture(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out)).isTrue();
        return out.toByteArray();
    }

    private static String base64(String bytes) {
        return Base64.getEncoder().encodeToString(bytes.getBytes(ISO_8859_1));
    }
}
