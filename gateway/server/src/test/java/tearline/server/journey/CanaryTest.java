package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Words in every place of an alert that its readers may not see, and in the headers it was sent with, are followed through a running gateway: to what is
 * pushed, to the answers, feeds, their titles, ETags and cursors, to the metrics and to all that the process prints. Rows of the table of leak paths
 * (marking reference §4.5) and where each is held:
 * <table>
 * <caption>Leak paths and their tests</caption>
 * <tr><td>comments, PIs, CDATA, character references</td><td>LeakVectorsTest V193, V194, V197</td></tr>
 * <tr><td>DTD, entities</td><td>AnswersTest#aDoctypeIsRefusedByName, VerifierTest#xmlThatCannotBeReadStops</td></tr>
 * <tr><td>attributes, xsi, xml:base, namespaces</td><td>LeakVectorsTest V200, #aValueInAnAttributeHasNoWayThrough</td></tr>
 * <tr><td>ids, identifiers, references, incidents</td><td>LeakVectorsTest V207, TakingBackTest, here</td></tr>
 * <tr><td>parameters, codes</td><td>LeakVectorsTest#aParameterOrCodeThatIsNotAgreedIsGone</td></tr>
 * <tr><td>URIs</td><td>LeakVectorsTest V202, AttachmentsTest#aLinkWithoutAHostGoesWithTheFileThatItNames</td></tr>
 * <tr><td>attachments</td><td>LeakVectorsTest V204, V205, AttachmentsTest</td></tr>
 * <tr><td>file names, titles</td><td>LeakVectorsTest#titlesAndFileNamesAreMadeFromWhatRemains</td></tr>
 * <tr><td>feed title, ETag, Last-Modified, cursor</td><td>here, FeedLawsTest#whatIsHiddenLeavesNoTrace, CursorsTest#neighboursHaveNothingInCommon</td></tr>
 * <tr><td>update visibility</td><td>LeakVectorsTest V214, TakingBackTest#theSameWordsAgainAreNoNews</td></tr>
 * <tr><td>Camel, CXF and HTTP headers, SOAP faults</td><td>here (V210), SoapTest#brokenSoapIsAFaultThatQuotesNothing</td></tr>
 * <tr><td>exception and XSD messages</td><td>LeakVectorsTest V211, NoTraceTest</td></tr>
 * <tr><td>logs, metrics</td><td>here, QuietLogTest</td></tr>
 * <tr><td>signature of the source</td><td>LeakVectorsTest#aSignatureOfTheWholeIsNotOnThePart</td></tr>
 * <tr><td>counts in the manifest</td><td>LeakVectorsTest V215</td></tr>
 * <tr><td>pseudonyms across partners</td><td>OperationsTest#aPseudonymStandsForAPlateAlsoWherePrivateThingsAreNotGranted</td></tr>
 * <tr><td>centre of a coarse place</td><td>CoarseFormsTest#allPointsOfOneCellAreTheSamePoint, #aShapeIsCoveredOutwards</td></tr>
 * <tr><td>languages, words for the loudspeaker</td><td>LeakVectorsTest#everyLanguageOfAnAlertLosesTheSame, #wordsForTheLoudspeakerAreNoOtherWay</td></tr>
 * </table>
 */
class CanaryTest {

    private static final String CANARY = "Cnry";
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");
    @TempDir
    Path folder;

    @Test
    @DisplayName("V210 HTTP and Camel headers carry no value of the source, nor does anything else that leaves the gateway")
    void v210() throws Exception {
        var said = folder.resolve("said.txt");
        var seen = new ArrayList<String>();
        try (var partner = new PushedPartner()) {
            var configuration = ConfigurationFolder.in(folder.resolve("configuration")).sender("metro", Alert.SENDER)
                    .gets("state", "", ConfigurationFolder.CAP, "CTRL", ConfigurationFolder.ALERT.replace("reference ", ""), "<http name=\"push\" uri=\"" + partner.uri() + "\"/>")
                    .gets("maps", "", "<product kind=\"alert\" format=\"geojson\" scopes=\"Public\"/>", "CTRL", ConfigurationFolder.ALERT.replace("reference ", ""), "<feed name=\"maps\"/>")
                    .publicFeed("anybody", "public");
            try (var process = GatewayProcess.start(configuration.written(), said).ready(0)) {
                var metro = Client.of(process.port()).as("metro").with("X-Cnry", "Cnry01y").with("breadcrumbId", "Cnry02y").with("CamelFileName", "Cnry04y").with("Content-Disposition", "attachment; filename=Cnry05y.xml");
                assertThat(metro.post(sung("Cnry06y")).status()).isEqualTo(202);
                var envelope = "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Header><x xmlns=\"urn:Cnry07y\">Cnry08y</x></soap:Header><soap:Body><s:submit xmlns:s=\"https://tearline.example/submit/1.0\">"
                        + sung("Cnry09y").replaceFirst("<\\?xml[^>]*>", "").replace("<?x ", "<!-- ").replace("?>", " -->") + "</s:submit></soap:Body></soap:Envelope>";
                var wrong = metro.with("Content-Type", "text/xml").with("SOAPAction", "\"Cnry03y\"").post("/soap/submit", envelope);
                assertThat(wrong.status()).as("the body names the operation").isEqualTo(200);
                seen.add(wrong.response().headers().map() + "\n" + wrong.body());
                var soap = metro.with("Content-Type", "text/xml").post("/soap/submit", envelope);
                assertThat(soap.status()).isIn(200, 202);
                Wait.until("both arrive", () -> partner.count("The river rises") == 2);
                for (var arrived : partner.arrived) {
                    assertThat(arrived.headers().keySet()).isSubsetOf("host", "connection", "content-length", "content-type", "user-agent", "idempotency-key", "tearline-message", "tearline-marking", "upgrade", "http2-settings", "transfer-encoding", "authorization");
                    seen.add(arrived.headers() + "\n" + arrived.body());
                }
                for (var feed : List.of(Client.of(process.port()).get("/feeds/public"), Client.of(process.port()).as("maps").get("/feeds/maps"), Client.of(process.port()).with("Accept", "application/feed+json").get("/feeds/public"))) {
                    assertThat(feed.status()).isIn(200, 429);
                    seen.add(feed.response().headers().map() + "\n" + feed.body());
                }
                assertThat(seen).anyMatch(one -> one.contains("FeatureCollection") || one.contains("Leave low town"));
                seen.add(soap.response().headers().map() + "\n" + soap.body());
                var refused = metro.post(sung("Cnry10y").replace("<status>Actual", "<status>Cnry11y"));
                assertThat(refused.status()).isEqualTo(400);
                seen.add(refused.response().headers().map() + "\n" + refused.body());
                seen.add(Client.of(process.port()).get("/metrics").body());
            }
        }
        seen.add(Files.readString(said));
        for (var one : seen) {
            assertThat(one).doesNotContainIgnoringCase(CANARY);
            BASE64.matcher(one).results().forEach(found -> assertThat(decoded(found.group().replaceAll("[_=-]", ""))).doesNotContain(CANARY));
        }
    }

    private static String decoded(String letters) {
        return new String(Base64.getMimeDecoder().decode(letters.substring(0, letters.length() / 4 * 4)), StandardCharsets.ISO_8859_1);
    }

    /** Its public words, and the token in all places that readers without FOUO, notes and parameters do not see. */
    private static String sung(String token) {
        return Alert.numbered("id-" + token).headline("The river rises").description("The river rises at Low town.\n(U//FOUO) The levee seeps, says " + token + ".").text()
                .replace("  <info>", "<!-- " + token + " --><?x " + token + "?><code>" + token + "</code><note>" + token + "</note><info>")
                .replace("    <area>", "    <parameter><valueName>" + token + "</valueName><value><![CDATA[" + token + "]]></value></parameter><area>");
    }
}
