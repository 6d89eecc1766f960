package tearline.engine.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tearline.engine.kit.Shipped;
import tearline.engine.xml.Signatures;
import tearline.engine.xml.Signer;
import tearline.engine.xml.Trust;

/** What an agreement wants signed leaves with the gateway's signature, or as its sender signed it, or not at all. */
class SignedProductsTest {

    private static final String SIGNED = "<product kind='alert' format='cap-1.2' scopes='Public' signed='yes'/>";
    private static final Set<String> WITHOUT_NOTE = Set.of("event", "title", "narrative", "time", "place.area", "source.identity", "instruction", "reference");
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void aProductIsSignedWithTheKeyOfTheGatewayAndAnyoneCanVerifyIt(String algorithm) throws Exception {
        var trial = new Trial(folder).signingKey(algorithm).receiver("partner", "", SIGNED, "CTRL FOUO", WITHOUT_NOTE);
        var product = trial.send(alert()).bytes("partner");
        assertThat(new String(product, UTF_8)).doesNotContain("for crews only").doesNotContain("&#13;").contains("X509Certificate").contains("http://www.w3.org/2001/10/xml-exc-c14n#");
        assertThat(Signatures.of(product, Trust.NOBODY)).hasSize(1).allSatisfy(status -> assertThat(status.name()).startsWith("VALID"));
        assertThat(Shipped.HOUSE.checker().check(product).findings()).noneMatch(finding -> finding.severity() == tearline.engine.Severity.ERROR);
        assertThat(Signatures.of(new String(product, UTF_8).replace("Mill Street", "Hill Street").getBytes(UTF_8), Trust.NOBODY)).noneSatisfy(status -> assertThat(status.name()).startsWith("VALID"));
        othersVerify(product);
    }

    /** Where the standard has room for it, over the whole distribution: what the envelope says is signed like what it holds. */
    @ParameterizedTest
    @CsvSource({"edxl-de-1.0, contentObject", "edxl-de-2.0, content/contentObject/other"})
    void aDistributionIsSignedInItsContentObjectAndAsAWhole(String format, String place) throws Exception {
        var trial = new Trial(folder).signingKey("RSA").receiver("partner", "", SIGNED.replace("cap-1.2", format), "CTRL FOUO", WITHOUT_NOTE);
        var product = trial.send(alert()).bytes("partner");
        assertThat(new String(product, UTF_8)).contains("Mill Street").containsPattern("</ds:Signature>(</other>)?</contentObject>");
        assertThat(signer().signed(product, place)).isTrue();
        for (var change : List.of("Mill Street", "gateway@tearline.example", "Actual<")) {
            assertThat(signer().signed(new String(product, UTF_8).replaceFirst(change, "x" + change).getBytes(UTF_8), place)).as(change).isFalse();
        }
        assertThat(Shipped.HOUSE.inspector(false).read(product).accepted()).hasSize(1);
        othersVerify(product);
    }

    @Test
    void theSignatureOfASourceIsGoneFromWhatIsOnlyPartOfIt() {
        var trial = new Trial(folder).signingKey("RSA").receiver("partner", "", SIGNED, "CTRL FOUO", WITHOUT_NOTE);
        var theirs = new String(signer().sign(alert().getBytes(UTF_8)), UTF_8);
        var product = trial.send(theirs).product("partner");
        assertThat(product.split("<ds:Signature ", -1)).as("one signature, ours").hasSize(2);
        assertThat(value(product)).isNotEqualTo(value(theirs));
    }

    @Test
    void whatLeavesAsItsSenderSignedItKeepsThatSignature() {
        var trial = new Trial(folder).signingKey("RSA").receiver("partner", "", SIGNED, "CTRL FOUO", Trial.EVERYTHING);
        var theirs = new String(signer().sign(alert().getBytes(UTF_8)), UTF_8);
        assertThat(trial.send(theirs).product("partner")).isEqualTo(theirs);
        assertThat(Signatures.of(trial.send(alert()).bytes("partner"), Trust.NOBODY)).as("unsigned and whole: ours is added").hasSize(1);
    }

    @Test
    void whoDidNotAskGetsNoSignature() {
        var trial = new Trial(folder).signingKey("RSA").receiver("partner", "", SIGNED.replace(" signed='yes'", ""), "CTRL FOUO", WITHOUT_NOTE);
        assertThat(trial.send(alert()).product("partner")).doesNotContain("Signature");
    }

    private Signer signer() {
        return Signer.open(folder.resolve("secrets/signing.p12"), "trial-password".toCharArray());
    }

    private static String value(String signed) {
        return signed.replaceAll("(?s).*<ds:SignatureValue>(.*)</ds:SignatureValue>.*", "$1");
    }

    private void othersVerify(byte[] product) throws Exception {
        var xmlsec = Stream.of(System.getenv("PATH").split(":")).map(path -> Path.of(path, "xmlsec1")).filter(Files::isExecutable).findFirst();
        if (xmlsec.isEmpty()) {
            System.out.println("xmlsec1 is not on the PATH: signatures are verified with our own means only. CI installs it.");
            return;
        }
        var file = folder.resolve("product.xml");
        Files.write(file, product);
        var process = new ProcessBuilder(xmlsec.get().toString(), "--verify", "--insecure", file.toString()).redirectErrorStream(true).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(new String(process.getInputStream().readAllBytes(), UTF_8)).isZero();
    }

    static String alert() {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>S-1</identifier><sender>alerts@sender.example</sender><sent>2026-11-24T18:00:00-06:00</sent>
            <status>Actual</status><msgType>Alert</msgType><scope>Public</scope><note>for crews only</note>
            <info><category>Met</category><event>Flood</event><urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty>
            <expires>2026-11-26T18:00:00-06:00</expires><headline>Flood</headline><description>Water stands in Mill Street.</description><area><areaDesc>Low town</areaDesc></area></info></alert>
            """;
    }
}
