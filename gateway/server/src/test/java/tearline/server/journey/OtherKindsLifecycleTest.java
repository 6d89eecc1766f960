package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are counted up and purged, reports that follow each other, and alerts whose references name no time. */
class OtherKindsLifecycleTest {

    private static final String ORI = "ZZMET0100";
    private static final String EVERYTHING = "narrative title target behaviour place.general place.area organization organization.identifier source.identity source.assessment desk item.description item.text retention report reference event time link instruction";
    @TempDir
    Path folder;
    private RunningGateway gateway;
    private PushedPartner fusion;
    private PushedPartner eoc;

    @BeforeEach
    void start() throws Exception {
        fusion = new PushedPartner();
        eoc = new PushedPartner();
        gateway = RunningGateway.start(ConfigurationFolder.in(folder).sender("metro", ORI, "niem-sar-6.0", "cap-1.2", "edxl-sitrep-1.0").sender("old", Alert.SENDER, "cap-1.0")
                .sender("other", "ZZOTH0100", "niem-sar-6.0")
                .gets("fusion", "maxTlp=\"RED\"", "<product kind=\"sar\" format=\"niem-sar-6.0\" form=\"summary\"/><product kind=\"alert\" format=\"cap-1.2\" scopes=\"Public\"/>",
                        "CTRL FOUO LES LEI PRVCY", EVERYTHING, "<http name=\"push\" uri=\"" + fusion.uri() + "\"/>")
                .gets("eoc", "", "<product kind=\"sar\" format=\"niem-sar-6.0\" form=\"summary\"/>", "CTRL FOUO LES LEI PRVCY", EVERYTHING, "<feed name=\"eoc\"/>"));
    }

    @AfterEach
    void stop() {
        gateway.close();
        fusion.close();
        eoc.close();
    }

    @Test
    void anUpdateOfARecordReachesItsHoldersUnderTheNameThatTheyKnow() throws Exception {
        post(report(1, "ADD", "at the north gate"));
        var first = fusion.await("SuspiciousActivityReport").body();
        post(report(2, "UPDATE", "at the south gate"));

        var second = fusion.await("UPDATE").body();
        assertThat(identification(second)).isEqualTo(identification(first)).startsWith("tl-");
        assertThat(fusion.arrived).hasSize(2);
        assertThat(entries(gateway.as("eoc").get("/feeds/eoc").body())).as("one entry for each record").isEqualTo(1);
    }

    @Test
    void aPurgeReachesEveryoneWhoWasGivenTheRecordAndNothingFollowsIt() throws Exception {
        post(report(1, "ADD", "at the north gate"));
        var first = fusion.await("SuspiciousActivityReport").body();
        post(report(2, "UPDATE", "at the south gate"));
        post(purge(2));

        var purge = fusion.await("SuspiciousActivityReportPurge").body();
        assertThat(purge).contains(identification(first)).doesNotContain("gate").doesNotContain("MDPS-26-00412");
        var feed = gateway.as("eoc").get("/feeds/eoc").body();
        assertThat(feed).doesNotContain("gate").doesNotContain("SuspiciousActivityReport ");
        var late = gateway.as("metro").post(report(3, "UPDATE", "at the west gate"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("TL-D002").contains("SAR-06").contains("purged");
    }

    @Test
    void afterAPurgeNoWordOfTheRecordStandsInAnyFile() throws Exception {
        post(report(1, "ADD", "at the canary-dunlin gate"));
        post(report(2, "UPDATE", "at the canary-dunlin bridge"));
        fusion.await("bridge");
        assertThat(filesWith("canary-dunlin")).as("the search finds what is there").isNotEmpty();
        post(purge(3));
        fusion.await("SuspiciousActivityReportPurge");

        assertThat(filesWith("canary-dunlin")).as("while it runs").isEmpty();
        assertThat(gateway.store().ledger().balances()).isTrue();
        assertThat(gateway.store().attention()).isEmpty();
        gateway.close();
        assertThat(filesWith("canary-dunlin")).as("and afterwards").isEmpty();
    }

    private java.util.List<Path> filesWith(String words) throws IOException {
        try (var files = Files.walk(gateway.data())) {
            return files.filter(Files::isRegularFile).filter(file -> {
                try {
                    return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(words);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).toList();
        }
    }

    @Test
    void anUpdateOrPurgeOfAnUnknownRecordIsAConflict() throws Exception {
        for (var message : new String[] {report(2, "UPDATE", "at the gate"), purge(1)}) {
            var answer = gateway.as("metro").post(message);
            assertThat(answer.status()).as(answer.body()).isEqualTo(409);
            assertThat(answer.body()).contains("TL-D002").contains("SAR-06");
        }
        assertThat(gateway.store().ledger().covered()).isZero();
    }

    @Test
    void nobodyUpdatesAnothersRecord() throws Exception {
        post(report(1, "ADD", "at the gate"));
        var answer = gateway.as("other").post(report(2, "UPDATE", "at the other gate").replace(ORI, "ZZOTH0100"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("TL-D002");
    }

    @Test
    void aNumberThatIsNotAboveTheLastIsAConflictAndTheSameAgainIsNone() throws Exception {
        post(report(1, "ADD", "at the gate"));
        post(report(3, "UPDATE", "at the gate again"));
        var answer = gateway.as("metro").post(report(2, "UPDATE", "at the gate before"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("TL-D003").contains("SAR-06");
        assertThat(gateway.as("metro").post(report(3, "UPDATE", "at the gate again")).status()).isEqualTo(200);
    }

    @Test
    void aReferenceWithoutATimeNamesTheCopyThatIsHeld() {
        post("old", oldAlert("A", "Alert", "", "Water rises."));
        var copy = fusion.await("Water rises").body();
        post("old", oldAlert("B", "Update", "<references>A/" + Alert.SENDER + "</references>", "Water falls."));

        assertThat(fusion.await("Water falls").body()).contains("<msgType>Update</msgType>")
                .contains("<references>" + in(copy, "sender") + "," + in(copy, "identifier") + "," + in(copy, "sent") + "</references>");
    }

    @Test
    void whatStillWaitsGivesWayToTheNewer() {
        fusion.answer = 503;
        gateway.as("old").post(oldAlert("A", "Alert", "", "Water rises."));
        Wait.until("an attempt was made", () -> fusion.got("Water rises"));
        var update = gateway.as("old").post(oldAlert("B", "Update", "<references>A/" + Alert.SENDER + "</references>", "Water falls."));
        Wait.until("it is decided", () -> !gateway.store().verdicts(update.id()).isEmpty());
        fusion.arrived.clear();
        fusion.answer = 202;

        assertThat(fusion.await("Water falls").body()).as("the first was refused, so it is not there").contains("<msgType>Alert</msgType>").doesNotContain("references");
        gateway.settle();
        assertThat(fusion.got("Water rises")).isFalse();
        assertThat(gateway.store().ledger().balances()).isTrue();
        assertThat(gateway.store().ledger().superseded()).isEqualTo(1);
    }

    private void post(String message) {
        post("metro", message);
    }

    private void post(String partner, String message) {
        var answer = gateway.as(partner).post(message);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        gateway.settle();
    }

    private static String report(int sequence, String action, String where) throws IOException {
        return Files.readString(Path.of("../../samples/demo/messages/03-photography-report.xml"))
                .replace("<nc:DocumentSequenceID>1<", "<nc:DocumentSequenceID>" + sequence + "<").replace("<sarx:MessageActionCode>ADD<", "<sarx:MessageActionCode>" + action + "<")
                .replace("Photography of cameras and gates at a water plant", "Photography " + where);
    }

    private static String purge(int sequence) throws IOException {
        return Files.readString(Path.of("../../xsd/niem-sar-6.0/samples/04-purge-after-a-complaint.xml"))
                .replaceAll("(<nc:DocumentIdentification>\\s*<nc:IdentificationID>)[^<]*", "$1MDPS-26-00412").replaceAll("<nc:DocumentSequenceID>[^<]*", "<nc:DocumentSequenceID>" + sequence)
                .replaceAll("(<j:OrganizationORIIdentification>\\s*<nc:IdentificationID>)[^<]*", "$1" + ORI);
    }

    private static String oldAlert(String id, String type, String references, String words) {
        return "<alert xmlns=\"http://www.incident.com/cap/1.0\"><identifier>" + id + "</identifier><sender>" + Alert.SENDER + "</sender><sent>2026-03-04T06:10:00-08:00</sent>"
                + "<status>Actual</status><msgType>" + type + "</msgType><scope>Public</scope>" + references + "<info><category>Met</category><event>Flood</event><urgency>Immediate</urgency>"
                + "<severity>Severe</severity><certainty>Likely</certainty><description>" + words + "</description><area><areaDesc>Low town</areaDesc></area></info></alert>";
    }

    private static String identification(String report) {
        var found = java.util.regex.Pattern.compile("<nc:DocumentIdentification>\\s*<nc:IdentificationID>([^<]*)<").matcher(report);
        assertThat(found.find()).as(report).isTrue();
        return found.group(1);
    }

    private static int entries(String feed) {
        return feed.split("<entry>", -1).length - 1;
    }

    private static String in(String product, String element) {
        var found = java.util.regex.Pattern.compile("<" + element + ">([^<]*)</").matcher(product);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
