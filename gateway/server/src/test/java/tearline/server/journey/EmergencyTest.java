package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves only because life is in danger stands in the journal by itself, and waits for somebody who answers for it. */
class EmergencyTest {

    @TempDir
    private Path folder;

    @Test
    void anEmergencyReleaseIsJournalledAndWaitsInTheOperatorsList() throws Exception {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var configuration = ConfigurationFolder.in(folder).sender("metro", Alert.SENDER)
                .gets("county", "", ConfigurationFolder.CAP, "CTRL FOUO", ConfigurationFolder.ALERT, "<folder name=\"drop\" path=\"out/county\"/>")
                .gets("state", "", ConfigurationFolder.CAP, "CTRL FOUO", ConfigurationFolder.ALERT, "<folder name=\"drop\" path=\"out/state\"/>");
        configuration.write("emergencies/dam.xml", """
                <emergency xmlns="https://tearline.example/configuration/1.0" name="dam" partner="county" incident="2026-17" danger="life" adds="LES"
                    from="%s" until="%s" authorisedBy="Duty officer"><reason>The dam may go.</reason></emergency>""".formatted(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1))));
        try (var gateway = RunningGateway.start(configuration)) {
            var text = Alert.numbered("em-1").headline("Dam").description("The river rises.\n(U//LES) A charge lies at the gate.").text();
            var id = gateway.as("metro").post(text.replaceFirst("<info>", "<incidents>2026-17</incidents><info>")).id();
            var other = gateway.as("metro").post(Alert.numbered("em-2").headline("Another").description("The river falls.").text()).id();
            gateway.settle();

            var rows = gateway.store().journalRows().filter(row -> row.kind().equals("emergency")).toList();
            assertThat(rows).singleElement().satisfies(row -> {
                assertThat(row.subject()).isEqualTo(id);
                assertThat(row.dataJson()).contains("\"county\"", "\"dam\"", "\"2026-17\"", "\"life\"", "\"LES\"", "Duty officer").doesNotContain("charge");
            });
            assertThat(gateway.store().verifyJournal().intact()).isTrue();
            var attention = gateway.asOperator().get("/attention").body();
            assertThat(attention).contains("emergency release dam to county, authorised by Duty officer: to be answered for");
            var explained = gateway.asOperator().get("/messages/" + id + "/explain");
            assertThat(explained.body()).contains("as an emergency release");
            assertThat(explained.json().findValue("overlays").get(0).path("name").asText()).isEqualTo("dam");
            assertThat(gateway.as("metro").get("/messages/" + id + "/explain").body()).contains("as an emergency release").doesNotContain("dam").doesNotContain("county");
            assertThat(gateway.asOperator().get("/messages/" + other + "/explain").body()).doesNotContain("emergency");
        }
    }
}
