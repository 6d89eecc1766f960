package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.server.delivery.MovableClock;

/** Who was pushed a copy is told of its purge, by an operator's word as by the end of its time, and the accounting says so. */
class PurgeReachesHoldersTest {

    private static final String ORI = "ZZMET0100";
    private static final String ID = "MDPS-26-00412";
    private static final String REPORT = "title target behaviour retention report place.general source.identity";
    @TempDir
    Path folder;
    private final MovableClock clock = new MovableClock();
    private PushedPartner partner;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        partner = new PushedPartner();
        var product = "<product kind=\"sar\" format=\"niem-sar-6.0\" form=\"summary\"/>" + ConfigurationFolder.CAP;
        var configuration = ConfigurationFolder.in(folder).sender("metro", ORI, "niem-sar-6.0", "cap-1.2")
                .gets("pushed", "", product, "CTRL FOUO LES LEI", REPORT + " " + ConfigurationFolder.WHOLE_ALERT.replace("title ", "").replace("place.general ", "").replace(" source.identity", ""), "<http name=\"push\" uri=\"" + partner.uri() + "\"/>")
                .gets("folder", "", product, "CTRL FOUO LES LEI", REPORT + " " + ConfigurationFolder.WHOLE_ALERT.replace("title ", "").replace("place.general ", "").replace(" source.identity", ""), "<folder name=\"drop\" path=\"" + folder.resolve("drop") + "\"/>")
                .gets("reader", "", product, "CTRL FOUO LES LEI", REPORT, "<feed name=\"reader\"/>").written();
        var sender = configuration.resolve("partners/metro.xml");
        Files.writeString(sender, Files.readString(sender).replace("<identity sender=\"" + ORI + "\"/>", "<identity sender=\"" + ORI + "\"/><identity sender=\"" + Alert.SENDER + "\"/>"));
        var file = configuration.resolve("gateway.xml");
        Files.writeString(file, Files.readString(file).replace("<operator ", "<retention><rule kind=\"sar\" maxDays=\"60\"/></retention><operator "));
        gateway = RunningGateway.start(configuration, clock);
    }

    @AfterEach
    void stop() {
        gateway.close();
        partner.close();
    }

    @Test
    void anOperatorsPurgeOfAReportIsAPurgeForWhoeverHoldsIt() throws Exception {
        post(report());
        var sent = partner.await("SuspiciousActivityReport").body();
        gateway.asOperator().post("/operate/purge/" + ID + "?reason=complaint%2017", "");
        gateway.settle();
        saysThatItIsPurged(sent);
        assertThat(gateway.as("reader").get("/feeds/reader").body()).doesNotContain("<entry>");
        var account = gateway.asOperator().get("/accounting/" + ID);
        assertThat(account.json().path("journal").path("intact").asBoolean()).isTrue();
        assertThat(account.body()).as("the first copies and their ends").matches("(?s)(.*\"pushed\"){4}.*");
        assertThat(gateway.as("metro").post(report().replace("<sarx:MessageActionCode>ADD<", "<sarx:MessageActionCode>UPDATE<").replace("<nc:DocumentSequenceID>1<", "<nc:DocumentSequenceID>2<")).status()).as("nothing follows it").isEqualTo(409);
        assertThat(gateway.store().ledger().balances()).isTrue();
        assertThat(gateway.asOperator().post("/operate/purge/" + ID + "?reason=again", "").json().path("purged").asInt()).as("an end is no record").isLessThanOrEqualTo(1);
        gateway.settle();
        assertThat(partner.count("ReportPurge")).as("told once").isEqualTo(1);
    }

    @Test
    void theEndOfItsTimeIsOneForThemToo() throws Exception {
        post(report());
        var sent = partner.await("SuspiciousActivityReport").body();
        clock.to(Instant.parse("2027-02-01T00:00:00Z"));
        gateway.retention().sweep();
        gateway.settle();
        saysThatItIsPurged(sent);
        assertThat(gateway.asOperator().get("/retention").json().path("records")).isEmpty();
        gateway.retention().sweep();
        gateway.settle();
        assertThat(partner.count("ReportPurge")).as("told once").isEqualTo(1);
    }

    @Test
    void anAlertIsTakenBackWithoutAWordInTheGatewaysOwnName() throws Exception {
        post(Alert.numbered("flood-1").headline("Flood").text());
        partner.await("Flood");
        gateway.asOperator().post("/operate/purge/flood-1?reason=wrong", "");
        gateway.settle();
        var cancel = partner.await("<msgType>Cancel</msgType>").body();
        assertThat(cancel).contains("<sender>gateway@tearline.example</sender>", Alert.SENDER + ",flood-1,2026-03-04T06:10:00-08:00").doesNotContain("<info>").doesNotContain("Flood");
        assertThat(RunningGateway.findings(cancel)).isEmpty();
        assertThat(dropped()).hasSize(2);
    }

    @Test
    void whatIsOverByItselfIsPurgedInSilence() throws Exception {
        post(Alert.numbered("flood-2").headline("Flood").expires("2026-11-02T00:00:00-00:00").text());
        partner.await("Flood");
        clock.to(Instant.parse("2026-11-03T00:00:00Z"));
        gateway.asOperator().post("/operate/purge/flood-2?reason=old", "");
        gateway.settle();
        assertThat(partner.arrived).hasSize(1);
    }

    private void saysThatItIsPurged(String sent) throws IOException {
        var purge = partner.await("SuspiciousActivityReportPurge").body();
        assertThat(RunningGateway.findings(purge)).isEmpty();
        assertThat(idOf(purge)).isEqualTo(idOf(sent));
        assertThat(purge).contains(ORI, "PURGE").doesNotContain("PHOTO").doesNotContain("Sampleville").doesNotContain("WATR").doesNotContain("intel-desk");
        assertThat(dropped()).hasSize(2).anySatisfy(one -> assertThat(one).contains("SuspiciousActivityReportPurge", idOf(sent)));
    }

    private static String idOf(String document) {
        return document.replaceFirst("(?s).*?<nc:IdentificationID>([^<]*)<.*", "$1");
    }

    private List<String> dropped() throws IOException {
        try (var files = Files.list(folder.resolve("drop"))) {
            var texts = new ArrayList<String>();
            for (var file : files.toList()) texts.add(Files.readString(file));
            return texts;
        }
    }

    private void post(String message) {
        clock.forward(Duration.ofMinutes(1));
        var answer = gateway.as("metro").post(message);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        gateway.settle();
    }

    private static String report() throws IOException {
        return Files.readString(Path.of("../../samples/demo/messages/03-photography-report.xml"));
    }
}
