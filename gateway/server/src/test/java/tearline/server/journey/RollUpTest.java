package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The draft of a situation report, asked for over HTTP: by the operator and by the partner it is for, and by nobody else. */
class RollUpTest {

    private static final String DRAFT = "/incidents/VV-25-0411/draft?for=county";
    private static final String REPORTER = "Verrin Valley Emergency Operations";
    @TempDir
    static Path folder;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        var products = ConfigurationFolder.CAP + "<product kind=\"situation\" format=\"edxl-sitrep-1.0\"/>";
        gateway = RunningGateway.start(ConfigurationFolder.in(folder).sender("metro", Alert.SENDER).sender("valley", REPORTER, "edxl-sitrep-1.0")
                .gets("county", "", products, "CTRL FOUO", ConfigurationFolder.ALERT + " report plan casualties need", "<folder name=\"drop\" path=\"out\"/>")
                .gets("nobody", "", products, "CTRL", "casualties", "<folder name=\"drop\" path=\"nowhere\"/>"));
        send("metro", alert("one", "The river rises.\n(U//LES) The levee was cut."));
        send("valley", Files.readString(Path.of("../../xsd/edxl-sitrep-1.0/samples/02-cs01-situation-information.xml")));
        gateway.settle();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void theOperatorGetsADraftWithItsSources() {
        var reply = gateway.asOperator().get(DRAFT);

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/xml");
        assertThat(reply.header("Tearline-Marking")).contains("FOUO");
        assertThat(reply.body()).contains("Source: alert").contains("Source: situation report").contains("The river rises.").contains("[blank: ").doesNotContain("The levee was cut");
    }

    @Test
    void thePartnerGetsItsOwnDraftAndNobodyElsesIsThereForIt() {
        assertThat(gateway.as("county").get(DRAFT).status()).isEqualTo(200);
        assertThat(gateway.as("metro").get(DRAFT).status()).isEqualTo(404);
        assertThat(gateway.as("nobody").get(DRAFT).status()).isEqualTo(404);
        assertThat(gateway.asAnybody().get(DRAFT).status()).isEqualTo(401);
    }

    @Test
    void whereThereIsNothingToSeeThereIsNoDraft() {
        assertThat(gateway.asOperator().get("/incidents/Unknown/draft?for=county").status()).isEqualTo(404);
        assertThat(gateway.asOperator().get(DRAFT.replace("county", "nobody")).status()).isEqualTo(404);
        assertThat(gateway.asOperator().get(DRAFT.replace("county", "stranger")).status()).isEqualTo(404);
        assertThat(gateway.asOperator().get("/incidents/VV-25-0411").status()).isEqualTo(404);
    }

    @Test
    void theJournalNotesWhoAskedAndNothingIsSent() {
        var before = gateway.store().ledger();
        gateway.asOperator().get(DRAFT);

        assertThat(gateway.store().journalRows().filter(row -> row.kind().equals("draft")).map(row -> row.dataJson()))
                .isNotEmpty().anySatisfy(data -> assertThat(data).contains("operator").contains("county")).noneMatch(data -> data.contains("VV-25-0411"));
        assertThat(gateway.store().ledger()).isEqualTo(before);
        assertThat(gateway.store().verifyJournal().brokenAt()).isEmpty();
    }

    @Test
    void anEnvelopeNamesTheIncidentForAReportThatCannot() {
        var inside = Alert.numbered("inside").headline("Smoke").description("Smoke over the mill.").element();
        send("metro", "<EDXLDistribution xmlns=\"urn:oasis:names:tc:emergency:EDXL:DE:1.0\"><distributionID>d-1</distributionID><senderID>" + Alert.SENDER
                + "</senderID><dateTimeSent>2026-03-04T06:12:00-08:00</dateTimeSent><distributionStatus>Actual</distributionStatus><distributionType>Report</distributionType>"
                + "<combinedConfidentiality>UNCLASSIFIED</combinedConfidentiality><targetArea><country>US</country></targetArea>"
                + "<contentObject><incidentID>MILL-7</incidentID><xmlContent><embeddedXMLContent>" + inside + "</embeddedXMLContent></xmlContent></contentObject></EDXLDistribution>");

        assertThat(gateway.asOperator().get("/incidents/MILL-7/draft?for=county").body()).contains("Smoke over the mill.").contains("[blank: incident]").doesNotContain("MILL-7");
        assertThat(gateway.as("county").get("/incidents/MILL-7/draft?for=county").status()).as("no release of its own names it").isEqualTo(404);
    }

    @Test
    void aCancellationThatNamesNoIncidentTakesItsAlertOutOfTheDraft() {
        send("metro", alert("gone", "A pump is on fire.").replace("VV-25-0411", "INC-2"));
        assertThat(gateway.asOperator().get("/incidents/INC-2/draft?for=county").body()).contains("A pump is on fire.");
        var alert = alert("gone", "A pump is on fire.");
        var sent = alert.replaceAll("(?s).*<sent>([^<]*)</sent>.*", "$1");
        send("metro", Alert.numbered("gone-2").headline("Out").description("Nothing.").text().replace("<msgType>Alert", "<msgType>Cancel")
                .replaceFirst("<info>", "<references>" + Alert.SENDER + "," + alert.replaceAll("(?s).*<identifier>([^<]*)</identifier>.*", "$1") + "," + sent + "</references><info>"));

        assertThat(gateway.asOperator().get("/incidents/INC-2/draft?for=county").status()).isEqualTo(404);
    }

    private static String alert(String number, String description) {
        return Alert.numbered(number).headline("High water").description(description).text().replaceFirst("<info>", "<incidents>VV-25-0411</incidents><info>");
    }

    private static void send(String partner, String message) {
        var reply = gateway.as(partner).post(message);
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
    }
}
