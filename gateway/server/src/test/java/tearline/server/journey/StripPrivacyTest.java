package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.server.delivery.MovableClock;

/** A report without its privacy: nothing that identifies a person stands on the disk any more, and the rest works on. */
class StripPrivacyTest {

    private static final String ORI = "ZZMET0100";
    private static final String ID = "MDPS-26-00412";
    /** Of a person, a plate, a street, an employee's number; and free text that nobody cleared. */
    private static final List<String> PRIVATE = List.of("Morgan Exemplar", "TSX 4471", "Reservoir Lane", "G-2204", "canary-plover-4193");
    private static final String ALL = "contact desk narrative title target behaviour retention report person.name person.description person.identifier item.description item.text item.identifier relation place.exact place.general place.area source.identity method review time reference attachment";
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
        var configuration = ConfigurationFolder.in(folder).sender("metro", ORI, "niem-sar-6.0")
                .gets("detailed", "", "<product kind=\"sar\" format=\"niem-sar-6.0\" form=\"detailed\"/>", "CTRL FOUO LES LEI PRVCY", ALL, "<feed name=\"detailed\"/>")
                .gets("summary", "", "<product kind=\"sar\" format=\"niem-sar-6.0\" form=\"summary\"/>", "CTRL FOUO LES LEI", "title target behaviour retention report place.general", "<feed name=\"summary\"/>")
                .gets("folder", "", "<product kind=\"sar\" format=\"niem-sar-6.0\" form=\"detailed\"/>", "CTRL FOUO LES LEI PRVCY", ALL, "<folder name=\"drop\" path=\"" + folder.resolve("drop") + "\"/>").written();
        var file = configuration.resolve("gateway.xml");
        Files.writeString(file, Files.readString(file).replace("<operator ", (rules.isEmpty() ? "" : "<retention>" + rules + "</retention>") + "<operator "));
        gateway = RunningGateway.start(configuration, clock);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void whatIdentifiesSomebodyIsNowhereOnTheDiskAndTheRestIsThere() throws Exception {
        var first = post(report(1, "ADD"));
        var second = post(report(2, "UPDATE").replace("Grey jacket", "Black jacket"));
        assertThat(feed("detailed")).contains("Morgan Exemplar");
        assertThat(OnDisk.with(gateway.data(), "Morgan Exemplar")).as("the search finds what is there").isNotEmpty();

        var answer = strip("complaint 17");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("finished").asBoolean()).isTrue();
        for (var secret : PRIVATE) assertThat(OnDisk.with(gateway.data(), secret)).as(secret).isEmpty();
        var left = new String(gateway.store().find(answer.json().path("message").asText()).orElseThrow().bytes().orElseThrow(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(left).contains("<sarx:ReportFormCode>SUMMARY<", ID, "PHOTO", "Sampleville", "Black jacket", "WATR").doesNotContain("PRVCY");
        assertThat(RunningGateway.findings(left)).noneMatch(finding -> finding.startsWith("SAR-"));
        assertThat(gateway.store().find(first).orElseThrow().bytes()).isEmpty();
        assertThat(gateway.store().find(second).orElseThrow().bytes()).isEmpty();
        assertThat(feed("detailed")).contains("SUMMARY", "PHOTO", "Black jacket").doesNotContain(PRIVATE);
        assertThat(gateway.store().ledger().balances()).isTrue();
        assertThat(gateway.store().ledger().stranded()).isZero();
        gateway.close();
        for (var secret : PRIVATE) assertThat(OnDisk.with(gateway.data(), secret)).as("after the end: " + secret).isEmpty();
    }

    @Test
    void whoReceivedMoreGetsACorrectionAndWhoDidNotHearsNothing() throws Exception {
        post(report(1, "ADD"));
        var before = feed("detailed");
        var quiet = gateway.as("summary").get("/feeds/summary");
        strip("complaint 17");
        gateway.settle();
        var changed = gateway.as("detailed").with("Purpose", "threat review").get("/feeds/detailed?since=" + since(before)).body();
        assertThat(changed).as("the reader's copy is replaced").contains("<entry>").contains("<nc:DocumentSequenceID>2<").contains("UPDATE");
        assertThat(gateway.as("summary").with("If-None-Match", quiet.header("ETag")).get("/feeds/summary").status()).isEqualTo(304);
        assertThat(dropped()).hasSize(2).anySatisfy(one -> assertThat(one).contains("Morgan Exemplar")).anySatisfy(one -> assertThat(one)
                .contains("<sarx:ReportFormCode>SUMMARY<", "<sarx:MessageActionCode>UPDATE<", "<nc:DocumentSequenceID>2<").doesNotContain(PRIVATE));
    }

    @Test
    void itsSenderCountsOnFromItsOwnNumberAndItsReadersFromTheirs() throws Exception {
        post(report(1, "ADD"));
        strip("complaint 17");
        post(report(2, "UPDATE").replaceAll("(?s)<nc:PersonName .*?</nc:PersonName>", "").replace("Grey jacket", "Red jacket").replace("Morgan Exemplar", "somebody"));
        assertThat(feed("detailed")).contains("Red jacket", "<nc:DocumentSequenceID>3<").doesNotContain("Grey jacket").doesNotContain("Morgan Exemplar");
        assertThat(dropped()).as("pushed in the same order").anySatisfy(one -> assertThat(one).contains("Red jacket", "<nc:DocumentSequenceID>3<"));
        assertThat(gateway.as("metro").post(report(2, "UPDATE").replace("Grey", "Green")).status()).as("the same number again").isEqualTo(409);
        assertThat(gateway.as("metro").post(purge()).status()).isEqualTo(202);
        gateway.settle();
        assertThat(feed("detailed")).doesNotContain("<entry>");
    }

    @Test
    void explainAndAccountingStillKnowIt() throws Exception {
        var id = post(report(1, "ADD"));
        feed("detailed");
        var by = strip("complaint 17").json().path("message").asText();
        assertThat(gateway.asOperator().get("/messages/" + id + "/explain").body()).contains("detailed");
        assertThat(gateway.asOperator().get("/messages/" + by + "/explain").body()).contains("detailed", "summary", "UNCHANGED");
        var account = gateway.asOperator().get("/accounting/" + ID);
        assertThat(account.json().path("journal").path("intact").asBoolean()).isTrue();
        assertThat(account.json().path("messages")).hasSize(2);
        assertThat(account.json().path("messages").get(0).path("disclosures")).as("who had the whole stays known").isNotEmpty();
        assertThat(account.body()).doesNotContain(PRIVATE);
        try (var rows = gateway.store().journalRows()) {
            assertThat(rows.filter(row -> row.kind().equals("stripped")).map(row -> row.subject() + row.dataJson()).toList()).singleElement().asString().contains(id, by, "complaint 17");
        }
    }

    @Test
    void itIsDoneOnceByAnOperatorWithAReasonToAReportThatIsNotHeld() throws Exception {
        post(report(1, "ADD"));
        assertThat(gateway.as("metro").post("/operate/strip-privacy/" + ID + "?reason=x", "").status()).isEqualTo(403);
        assertThat(gateway.asOperator().post("/operate/strip-privacy/" + ID, "").status()).isEqualTo(400);
        assertThat(gateway.asOperator().post("/operate/strip-privacy/nobody?reason=x", "").status()).isEqualTo(404);
        gateway.asOperator().post("/operate/retention/hold/" + ID + "?reason=case", "");
        assertThat(strip("x").status()).as("held").isEqualTo(409);
        gateway.asOperator().post("/operate/retention/free/" + ID + "?reason=case", "");
        var by = strip("x").json().path("message").asText();
        assertThat(strip("x").json().path("message").asText()).as("nothing is left to strip").isEqualTo(by);
        gateway.asOperator().post("/operate/purge/" + ID + "?reason=x", "");
        assertThat(strip("x").status()).as("purged").isEqualTo(409);
    }

    @Test
    void aRuleOfRetentionStripsAndALaterOnePurges() throws Exception {
        start("<rule kind=\"sar\" maxDays=\"100\" action=\"strip-privacy\"/><rule kind=\"sar\" maxDays=\"400\"/>");
        var id = post(report(1, "ADD"));
        assertThat(gateway.asOperator().get("/retention").json().path("records").get(0).path("strip").asText()).isEqualTo("2027-03-03");
        at("2027-02-20");
        assertThat(gateway.store().attention()).singleElement().satisfies(one -> assertThat(one.text()).contains("will be stripped of its privacy on 2027-03-03"));
        at("2027-03-04");
        gateway.settle();
        assertThat(gateway.store().find(id).orElseThrow().bytes()).isEmpty();
        assertThat(feed("detailed")).contains("SUMMARY", "PHOTO").doesNotContain(PRIVATE);
        assertThat(gateway.asOperator().get("/retention").json().path("records").get(0).path("stripped").asBoolean()).isTrue();
        at("2027-03-05");
        assertThat(gateway.asOperator().get("/retention").json().path("records").get(0).path("purge").asText()).isEqualTo("2027-12-28");
        at("2027-12-29");
        gateway.settle();
        assertThat(feed("detailed")).doesNotContain("<entry>");
        assertThat(gateway.asOperator().get("/retention").json().path("records")).as("nothing is left that has a time").isEmpty();
    }

    private void at(String day) {
        clock.to(Instant.parse(day + "T12:00:00Z"));
        gateway.retention().sweep();
    }

    private String feed(String name) {
        return gateway.as(name).with("Purpose", "threat review").get("/feeds/" + name).body();
    }

    private static String since(String page) {
        return page.replaceFirst("(?s).*since=([^\"]*)\".*", "$1");
    }

    private List<String> dropped() throws IOException {
        try (var files = Files.list(folder.resolve("drop"))) {
            var texts = new java.util.ArrayList<String>();
            for (var file : files.toList()) texts.add(Files.readString(file));
            return texts;
        }
    }

    private Client.Reply strip(String reason) {
        return gateway.asOperator().post("/operate/strip-privacy/" + ID + "?reason=" + reason.replace(" ", "%20"), "");
    }

    private String post(String message) {
        clock.forward(Duration.ofMinutes(1));
        var answer = gateway.as("metro").post(message);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        gateway.settle();
        return answer.id();
    }

    private static String report(int sequence, String action) throws IOException {
        return Files.readString(Path.of("../../samples/demo/messages/03-photography-report.xml"))
                .replace("<nc:DocumentSequenceID>1<", "<nc:DocumentSequenceID>" + sequence + "<").replace("<sarx:MessageActionCode>ADD<", "<sarx:MessageActionCode>" + action + "<")
                .replace("(U//LES) He knew the shift plan", "He said canary-plover-4193 and knew the shift plan");
    }

    private static String purge() throws IOException {
        return "<sarx:SuspiciousActivityReportPurge xmlns:sarx=\"https://tearline.example/niem/sar/1.0/\" xmlns:nc=\"https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/\""
                + " xmlns:j=\"https://docs.oasis-open.org/niemopen/ns/model/domains/justice/6.0/\"><nc:DocumentIdentification><nc:IdentificationID>" + ID + "</nc:IdentificationID></nc:DocumentIdentification>"
                + "<nc:DocumentSequenceID>3</nc:DocumentSequenceID><nc:DocumentSubmitter><nc:EntityOrganization><nc:OrganizationName>Metro Department of Public Safety</nc:OrganizationName>"
                + "<j:OrganizationAugmentation><j:OrganizationORIIdentification><nc:IdentificationID>" + ORI + "</nc:IdentificationID></j:OrganizationORIIdentification></j:OrganizationAugmentation>"
                + "</nc:EntityOrganization></nc:DocumentSubmitter><sarx:MessageActionCode>PURGE</sarx:MessageActionCode><sarx:PurgeReasonCode>OTHER</sarx:PurgeReasonCode>"
                + "<sarx:PurgeDate><nc:Date>2026-12-01</nc:Date></sarx:PurgeDate></sarx:SuspiciousActivityReportPurge>";
    }
}
