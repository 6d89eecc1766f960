package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One message of each kind through the configuration of the demo, as it ships: what its partners really get. */
class ThreeKindsTest {

    private static final Path DEMO = Path.of("../../samples/demo");
    /** What the SAR says of persons, and where exactly: nobody without the grant may see any of it. */
    private static final List<String> PRIVACY = List.of("Morgan Exemplar", "TSX 4471", "Reservoir Lane", "G-2204");
    private static final List<String> LAW_ENFORCEMENT = List.of("password of the day", "records check", "rather than in the scenery");
    @TempDir
    static Path folder;
    private static RunningGateway gateway;
    private static PushedPartner fusion;
    private static PushedPartner platform;

    @BeforeAll
    static void start() throws Exception {
        fusion = new PushedPartner();
        platform = new PushedPartner();
        copy();
        gateway = RunningGateway.start(folder);
        for (var message : List.of("01-flood-alert.xml", "02-shelter-report.xml", "03-photography-report.xml")) {
            var answer = as("metro-safety").post(Files.readString(DEMO.resolve("messages").resolve(message)));
            assertThat(answer.status()).as(answer.body()).isEqualTo(202);
            gateway.settle();
        }
    }

    @AfterAll
    static void stop() {
        gateway.close();
        fusion.close();
        platform.close();
    }

    @Test
    void theFusionCenterGetsTheReportInDetail() {
        var report = fusion.await("SuspiciousActivityReport").body();
        assertThat(report).contains("DETAILED").contains(PRIVACY).contains("password of the day");
        assertThat(fusion.await("EmergencyIncident").body()).contains("EMMessage");
    }

    @Test
    void theStateEocGetsTheReportAsASummaryWithoutPersons() {
        var feed = as("state-eoc").get("/feeds/state-eoc");
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.body()).contains("SUMMARY").contains("PHOTO").contains("WATR").doesNotContain("DETAILED").doesNotContain(PRIVACY).doesNotContain(LAW_ENFORCEMENT);
    }

    @Test
    void theCountyGetsMapsWithoutPersonsAndWithoutLawEnforcementWords() throws IOException {
        var files = files();
        assertThat(files).hasSizeGreaterThanOrEqualTo(3);
        assertThat(String.join("\n", files)).doesNotContain(PRIVACY).doesNotContain(LAW_ENFORCEMENT);
        assertThat(files).anyMatch(text -> text.contains("FeatureCollection") && text.contains("levee"));
    }

    @Test
    void theContractorGetsTheAlertWithoutWhatContractorsMayNotSeeAndNoReport() {
        var alert = platform.await("Low town along the Alder River").body();
        assertThat(alert).contains("levee at section 7").doesNotContain("supplier of the spare").doesNotContain("Gauge 14 reports");
        assertThat(platform.arrived).hasSize(1);
    }

    @Test
    void thePublicGetsTheAlertAndNothingElse() {
        var feed = gateway.asAnybody().get("/feeds/public-alerts").body();
        assertThat(feed).contains("Low town along the Alder River").contains("still rising").doesNotContain("levee").doesNotContain("supplier").doesNotContain("<rights>")
                .doesNotContain("SuspiciousActivity").doesNotContain("gymnasium").doesNotContain(PRIVACY);
        assertThat(feed.split("<entry", -1)).hasSize(2);
    }

    @Test
    void theLedgerBalancesAndExplainNamesAllFivePartners() throws Exception {
        assertThat(gateway.store().ledger().balances()).isTrue();
        assertThat(gateway.store().ledger().dead()).isZero();
        assertThat(gateway.store().attention()).isEmpty();
        try (var database = java.sql.DriverManager.getConnection("jdbc:sqlite:" + gateway.data().resolve("tearline.db")); var ids = database.createStatement().executeQuery("SELECT id FROM message")) {
            while (ids.next()) {
                var explained = as("operator").get("/messages/" + ids.getString(1) + "/explain");
                assertThat(explained.json().path("parts").get(0).path("agreements").findValuesAsText("partner")).contains("state-fusion", "state-eoc", "county-eoc", "eoc-platform", "public-channel");
                assertThat(explained.body()).doesNotContain(PRIVACY).doesNotContain(LAW_ENFORCEMENT);
            }
        }
    }

    private static Client as(String partner) {
        return gateway.asAnybody().with("Authorization", "Basic " + Base64.getEncoder().encodeToString((partner + ":demo-" + partner).getBytes(StandardCharsets.UTF_8)));
    }

    /** The files as they ship, but for ports that this machine may not have free. */
    private static void copy() throws IOException {
        try (var files = Files.walk(DEMO)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var relative = DEMO.relativize(file);
                if (relative.startsWith("data") || relative.startsWith("out")) continue;
                var text = Files.readString(file).replace("port=\"8080\"", "port=\"0\"").replace("http://127.0.0.1:9101/reports", fusion.uri()).replace("http://127.0.0.1:9102/alerts", platform.uri());
                Files.createDirectories(folder.resolve(relative.toString()).getParent());
                Files.writeString(folder.resolve(relative.toString()), text);
            }
        }
    }

    private static List<String> files() throws IOException {
        try (var files = Files.walk(folder.resolve("out"))) {
            var texts = new java.util.ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).toList()) texts.add(Files.readString(file));
            return texts;
        }
    }
}
