package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a report are fetched one by one, by whoever its feed gives them, as what they are and nothing else. */
class AttachmentsTest {

    private static final String ID = "MDPS-26-00412";
    private static final String HIDDEN = "canary-plover-4193";
    private static final String COMMON = "title target behaviour retention report place.general attachment";
    @TempDir
    Path folder;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        var product = "<product kind=\"sar\" format=\"niem-sar-6.0\" form=\"summary\"/>" + ConfigurationFolder.CAP;
        var configuration = ConfigurationFolder.in(folder).sender("metro", "ZZMET0100", "niem-sar-6.0", "cap-1.2")
                .gets("pictures", "", product, "CTRL FOUO LES LEI", COMMON + " narrative event", "<feed name=\"pictures\"/>")
                .gets("words", "", product, "CTRL FOUO LES LEI", COMMON.replace(" attachment", " narrative event"), "<feed name=\"words\"/>").written();
        var sender = configuration.resolve("partners/metro.xml");
        Files.writeString(sender, Files.readString(sender).replace("<identity sender=\"ZZMET0100\"/>", "<identity sender=\"ZZMET0100\"/><identity sender=\"" + Alert.SENDER + "\"/>"));
        gateway = RunningGateway.start(configuration);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aPictureThatIsAgreedComesAsAPictureAndNothingElse() throws Exception {
        post(report());
        var path = recordOf("pictures");
        var answer = fetch("pictures", path + "/attachments/1", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("image/png"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth()).isEqualTo(5);
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).as("drawn anew: what a picture says of itself is gone").doesNotContain(HIDDEN);
        var tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(fetch("pictures", path + "/attachments/1", tag).statusCode()).isEqualTo(304);
        assertThat(fetch("pictures", path, tag).statusCode()).as("the record has a tag of its own").isEqualTo(200);
        assertThat(gateway.asOperator().get("/accounting/" + ID).json().at("/messages/0/disclosures")).as("each time it was handed out").hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void whatIsWithheldIsNotThereUnderAnyNumber() throws Exception {
        post(report());
        var path = recordOf("pictures");
        assertThat(gateway.as("pictures").get(path).body()).doesNotContain(HIDDEN).doesNotContain("application/pdf");
        for (var number : new String[] {"2", "3", "0", "-1", "one", "1000"}) assertThat(gateway.as("pictures").get(path + "/attachments/" + number).status()).as(number).isEqualTo(404);
        assertThat(gateway.as("words").get(recordOf("words") + "/attachments/1").status()).as("its agreement names no files").isEqualTo(404);
        assertThat(gateway.as("words").get(path + "/attachments/1").status()).as("somebody else's record").isEqualTo(404);
    }

    @Test
    void anAlertsFileIsFetchedTheSameWay() throws Exception {
        post(Alert.numbered("flood-1").headline("Flood").text().replace("<area>", "<resource><resourceDesc>map</resourceDesc><mimeType>image/png</mimeType><derefUri>" + png() + "</derefUri></resource><area>"));
        var answer = fetch("pictures", recordOf("pictures") + "/attachments/1", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("image/png"));
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth()).isEqualTo(5);
    }

    @Test
    void afterAPurgeWhoHadItIsToldThatItIsGoneAndNobodyElse() throws Exception {
        post(report());
        var path = recordOf("pictures");
        gateway.asOperator().post("/operate/purge/" + ID + "?reason=test", "");
        assertThat(gateway.as("pictures").get(path + "/attachments/1").status()).isEqualTo(410);
        assertThat(gateway.as("pictures").get(path).status()).isEqualTo(410);
        assertThat(gateway.as("words").get(path + "/attachments/1").status()).isEqualTo(404);
        assertThat(OnDisk.with(gateway.data(), png().substring(0, 40))).isEmpty();
    }

    private String recordOf(String partner) {
        return gateway.as(partner).with("Accept", "application/feed+json").get("/feeds/" + partner).json().path("items").get(0).path("url").asText();
    }

    private HttpResponse<byte[]> fetch(String partner, String path, String tag) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((partner + ":secret-" + partner).getBytes(StandardCharsets.UTF_8)));
        return HttpClient.newHttpClient().send((tag.isEmpty() ? request : request.header("If-None-Match", tag)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private void post(String message) {
        var answer = gateway.as("metro").post(message);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        gateway.settle();
    }

    private static String png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB), "png", out);
        var bytes = out.toByteArray();
        out.write(HIDDEN.getBytes(StandardCharsets.UTF_8)); // behind its end, where no viewer looks
        return Base64.getEncoder().encodeToString(bytes.length == 0 ? bytes : out.toByteArray());
    }

    /** A picture, a picture of a person, and a document that may hide anything. */
    private static String report() throws IOException {
        var files = attachment("image/png", png(), false) + attachment("image/png", png(), true)
                + attachment("application/pdf", Base64.getEncoder().encodeToString(("%PDF-1.4 " + HIDDEN).getBytes(StandardCharsets.UTF_8)), false);
        return Files.readString(Path.of("../../samples/demo/messages/03-photography-report.xml")).replaceFirst("<nc:PersonConveyanceAssociation>", files + "<nc:PersonConveyanceAssociation>");
    }

    private static String attachment(String type, String content, boolean personal) {
        return "<sarx:Attachment><nc:Base64BinaryObject>" + content + "</nc:Base64BinaryObject><nc:BinaryFormatText>" + type + "</nc:BinaryFormatText><sarx:AttachmentPrivacyFieldIndicator>"
                + personal + "</sarx:AttachmentPrivacyFieldIndicator></sarx:Attachment>";
    }
}
