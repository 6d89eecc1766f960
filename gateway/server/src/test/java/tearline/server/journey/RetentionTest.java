package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.server.delivery.MovableClock;

/** Records are kept as long as their rules and their own dates say, no longer, unless somebody holds or validates them. */
class RetentionTest {

    private static final String ORI = "ZZMET0100";
    private static final String ID = "MDPS-26-00412";
    @TempDir
    Path folder;
    private final MovableClock clock = new MovableClock();
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        start("");
    }

    private void start(String rules) throws Exception {
        if (gateway != null) gateway.close();
        var configuration = ConfigurationFolder.in(folder).sender("metro", ORI, "niem-sar-6.0", "cap-1.2")
                .gets("eoc", "", "<product kind=\"sar\" format=\"niem-sar-6.0\" form=\"summary\"/>", "CTRL FOUO LES LEI PRVCY", "narrative title target behaviour retention report", "<feed name=\"eoc\"/>").written();
        var file = configuration.resolve("gateway.xml");
        Files.writeString(file, Files.readString(file).replace("<operator ", (rules.isEmpty() ? "" : "<retention>" + rules + "</retention>") + "<operator "));
        gateway = RunningGateway.start(configuration, clock);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void withoutARuleFiveYearsFromTheCreationOfTheFirstDocumentAreTheMost() throws Exception {
        var id = post(report(1, "ADD", "2024-02-01"));
        var update = post(report(2, "UPDATE", "2026-02-01"));
        assertThat(gateway.asOperator().get("/retention").json().path("records").get(0).path("purge").asText()).isEqualTo("2029-01-31");
        at("2028-10-01");
        assertThat(gateway.store().attention()).isEmpty();
        at("2028-11-20");
        assertThat(notice()).contains("will be purged on 2029-01-31");
        gateway.retention().sweep();
        assertThat(gateway.store().attention()).as("told once").hasSize(1);
        at("2029-01-10");
        assertThat(gateway.store().attention()).as("T-30 takes the place of T-90").hasSize(1);
        var before = gateway.as("eoc").get("/feeds/eoc").body();
        assertThat(before).contains("<entry>");
        at("2029-02-01");
        assertThat(gateway.store().find(id).orElseThrow().bytes()).isEmpty();
        assertThat(gateway.store().find(update).orElseThrow().bytes()).isEmpty();
        assertThat(gateway.as("eoc").get("/feeds/eoc").body()).doesNotContain("<entry>");
        assertThat(gateway.as("eoc").get("/feeds/eoc?since=" + before.replaceFirst("(?s).*since=([^\"]*)\".*", "$1")).body()).contains("deleted-entry");
        assertThat(gateway.store().attention()).isEmpty();
        assertThat(journal()).containsSubsequence("retention-notice", "retention-notice", "purged", "purged");
    }

    @Test
    void theEarliestOfRulesAndOfTheRecordsOwnDateCounts() throws Exception {
        start("<rule kind=\"sar\" maxDays=\"1000\"/><rule kind=\"sar\" determination=\"NO_NEXUS\" maxDays=\"180\"/><rule kind=\"sar\" contributor=\"elsewhere\" maxDays=\"10\"/><rule kind=\"alert\" maxDays=\"30\" reviewDays=\"10\"/>");
        post(report(1, "ADD", "2026-10-01"));
        assertThat(purgeDate()).as("of the rule").isEqualTo("2029-06-27");
        post(report(2, "UPDATE", "2026-10-01").replaceAll("<sarx:NexusDeterminationCode>[A-Z_]*<", "<sarx:NexusDeterminationCode>NO_NEXUS<"));
        assertThat(purgeDate()).as("no nexus").isEqualTo("2027-03-30");
        post(report(3, "UPDATE", "2026-10-01").replaceAll("(?s)<sarx:PrivacyPurgeDate>.*?</sarx:PrivacyPurgeDate>", "<sarx:PrivacyPurgeDate><nc:Date>2026-12-24</nc:Date></sarx:PrivacyPurgeDate>")
                .replaceAll("(?s)<sarx:PrivacyPurgeReviewDate>.*?</sarx:PrivacyPurgeReviewDate>", ""));
        assertThat(purgeDate()).as("its own").isEqualTo("2026-12-24");
    }

    @Test
    void whatIsHeldStaysUntilItIsFreed() throws Exception {
        start("<rule kind=\"sar\" maxDays=\"60\"/>");
        var id = post(report(1, "ADD", "2026-10-01"));
        assertThat(gateway.asOperator().post("/operate/retention/hold/" + ID + "?reason=case%2012", "").status()).isEqualTo(200);
        at("2027-03-01");
        assertThat(gateway.store().find(id).orElseThrow().bytes()).isPresent();
        assertThat(notice()).contains("is held");
        assertThat(gateway.asOperator().post("/operate/purge/" + ID + "?reason=x", "").status()).isEqualTo(409);
        assertThat(gateway.asOperator().post("/operate/retention/free/" + ID + "?reason=over", "").status()).isEqualTo(200);
        at("2027-03-02");
        assertThat(gateway.store().find(id).orElseThrow().bytes()).isEmpty();
        assertThat(journal()).containsSubsequence("legal-hold", "legal-hold-ended", "purged");
    }

    @Test
    void aReviewStartsTheTimeAnewAndNamesWhoLooked() throws Exception {
        start("<rule kind=\"sar\" maxDays=\"100\" reviewDays=\"5\"/>");
        var id = post(report(1, "ADD", "2026-11-01"));
        at("2026-11-08");
        assertThat(notice()).isNotEmpty();
        assertThat(gateway.asOperator().post("/operate/retention/validate/" + ID + "?reason=open%20case", "").status()).as("nobody looked").isEqualTo(400);
        assertThat(gateway.as("metro").post("/operate/retention/validate/" + ID + "?reason=x&reviewer=me", "").status()).isEqualTo(403);
        assertThat(gateway.asOperator().post("/operate/retention/validate/" + ID + "?reviewer=R.%20Vance&reason=open%20case", "").status()).isEqualTo(200);
        assertThat(gateway.store().attention()).isEmpty();
        assertThat(purgeDate()).isEqualTo("2027-02-16");
        at("2027-02-15");
        assertThat(gateway.store().find(id).orElseThrow().bytes()).isPresent();
        at("2027-02-17");
        assertThat(gateway.store().find(id).orElseThrow().bytes()).isEmpty();
        try (var rows = gateway.store().journalRows()) {
            assertThat(rows.filter(row -> row.kind().equals("validated")).map(row -> row.dataJson()).toList()).singleElement().asString().contains("R. Vance", "open case");
        }
    }

    private void at(String day) {
        clock.to(Instant.parse(day + "T12:00:00Z"));
        gateway.retention().sweep();
    }

    private String purgeDate() {
        return gateway.asOperator().get("/retention").json().path("records").get(0).path("purge").asText();
    }

    private String notice() {
        assertThat(gateway.store().attention()).hasSize(1);
        return gateway.store().attention().get(0).text();
    }

    private java.util.List<String> journal() {
        try (var rows = gateway.store().journalRows()) {
            return rows.map(row -> row.kind()).toList();
        }
    }

    private String post(String message) {
        clock.forward(Duration.ofMinutes(1));
        var answer = gateway.as("metro").post(message);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        gateway.settle();
        return answer.id();
    }

    private static String report(int sequence, String action, String created) throws IOException {
        return Files.readString(Path.of("../../samples/demo/messages/03-photography-report.xml"))
                .replace("<nc:DocumentSequenceID>1<", "<nc:DocumentSequenceID>" + sequence + "<").replace("<sarx:MessageActionCode>ADD<", "<sarx:MessageActionCode>" + action + "<")
                .replaceAll("(?s)<nc:DocumentCreationDate>.*?</nc:DocumentCreationDate>", "<nc:DocumentCreationDate><nc:Date>" + created + "</nc:Date></nc:DocumentCreationDate>")
                .replaceAll("<nc:Date>20(31|28)-11-23</nc:Date>", "<nc:Date>" + (Integer.parseInt(created.substring(0, 4)) + 4) + "-12-01</nc:Date>");
    }
}
