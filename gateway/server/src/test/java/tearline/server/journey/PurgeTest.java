package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A purge leaves no payload anywhere: the whole data folder is searched for its words; who received it stays known. */
class PurgeTest {

    private static final String CANARY = "canary-plover-4193";
    @TempDir
    Path folder;
    private CountingPartner partner;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        partner = new CountingPartner();
        gateway = RunningGateway.start(ConfigurationFolder.in(folder).sender("metro", Alert.SENDER)
                .getsByHttp("county", partner.uri())
                .gets("watch", "", ConfigurationFolder.CAP, "CTRL FOUO", ConfigurationFolder.WHOLE_ALERT, "<feed name=\"watch\"/>")
                .gets("folder", "", ConfigurationFolder.CAP, "CTRL FOUO", ConfigurationFolder.WHOLE_ALERT, "<folder name=\"drop\" path=\"" + folder.resolve("drop") + "\"/>")
                .gets("dead", "", ConfigurationFolder.CAP, "CTRL FOUO", ConfigurationFolder.WHOLE_ALERT, "<http name=\"push\" uri=\"http://127.0.0.1:1/nobody\"/>"));
    }

    @AfterEach
    void stop() {
        gateway.close();
        partner.close();
    }

    @Test
    void noWordOfAPurgedMessageStandsInAnyFile() throws IOException {
        post("purge-1", CANARY + " ".repeat(50) + (CANARY + " ").repeat(4_000));
        post("purge-2", "stays");
        assertThat(gateway.as("watch").get("/feeds/watch").body()).contains(CANARY);
        assertThat(filesWith(CANARY)).as("the search finds what is there").isNotEmpty();

        var purged = gateway.asOperator().post("/operate/purge/purge-1?reason=privacy%20complaint", "");

        assertThat(purged.json().path("purged").asInt()).as(purged.body()).isEqualTo(1);
        assertThat(filesWith(CANARY)).as("while it runs").isEmpty();
        assertThat(gateway.as("watch").get("/feeds/watch").body()).doesNotContain(CANARY).contains("stays");
        assertThat(gateway.store().ledger().balances()).isTrue();
        assertThat(gateway.store().ledger().stranded()).isZero();
        gateway.close();
        assertThat(filesWith(CANARY)).as("and afterwards").isEmpty();
    }

    @Test
    void theAccountingOutlivesThePurge() {
        post("purge-3", CANARY);
        gateway.as("watch").with("Purpose", "threat review").get("/feeds/watch");
        gateway.asOperator().post("/operate/purge/purge-3?reason=test", "");

        var account = gateway.asOperator().get("/accounting/purge-3");
        assertThat(account.status()).as(account.body()).isEqualTo(200);
        assertThat(account.json().path("journal").path("intact").asBoolean()).isTrue();
        var message = account.json().path("messages").get(0);
        assertThat(message.path("purged").asBoolean()).isTrue();
        assertThat(message.path("disclosures")).filteredOn(one -> !one.path("partner").asText().equals("folder")).hasSize(2);
        assertThat(message.path("disclosures")).anySatisfy(one -> {
            assertThat(one.path("partner").asText()).isEqualTo("county");
            assertThat(one.path("how").asText()).isEqualTo("pushed");
            assertThat(one.path("authority").asText()).isEqualTo("Memorandum of the test.");
            assertThat(one.path("version").asText()).isEqualTo("1");
            assertThat(row(one.path("journal").asLong())).contains("delivered", one.path("digest").asText());
        }).anySatisfy(one -> {
            assertThat(one.path("partner").asText()).isEqualTo("watch");
            assertThat(one.path("how").asText()).isEqualTo("pulled");
            assertThat(one.path("purpose").asText()).isEqualTo("threat review");
            assertThat(row(one.path("journal").asLong())).contains("disseminated", "threat review", one.path("digest").asText());
        });
        assertThat(account.body()).doesNotContain(CANARY);
    }

    @Test
    void aHalfWrittenFileOfOursGoesTooAndAnothersStays() throws IOException {
        post("purge-5", CANARY);
        Wait.until("it is dropped", () -> Files.isDirectory(folder.resolve("drop")) && gateway.store().deliveries(gateway.store().messagesOf("purge-5").get(0)).stream().anyMatch(one -> one.doorKind().equals("folder") && one.state().word().equals("delivered")));
        Path whole;
        try (var files = Files.list(folder.resolve("drop"))) {
            whole = files.findFirst().orElseThrow();
        }
        var half = Files.writeString(whole.resolveSibling("." + whole.getFileName() + ".partial"), CANARY);
        var other = Files.writeString(whole.resolveSibling(".another.xml.partial"), "stays");

        gateway.asOperator().post("/operate/purge/purge-5?reason=test", "");

        assertThat(half).doesNotExist();
        assertThat(other).exists();
        assertThat(whole).as("what was delivered is the partner's").exists();
    }

    @Test
    void onlyAnOperatorPurgesAndNotWithoutAReason() {
        post("purge-4", "stays");
        assertThat(gateway.as("metro").post("/operate/purge/purge-4?reason=mine", "").status()).isEqualTo(403);
        assertThat(gateway.asOperator().post("/operate/purge/purge-4", "").status()).isEqualTo(400);
        assertThat(gateway.asOperator().post("/operate/purge/no-such?reason=x", "").status()).isEqualTo(404);
        assertThat(gateway.asOperator().post("/operate/purge/" + Alert.SENDER + "?reason=x", "").status()).as("a sender is no record").isEqualTo(404);
        assertThat(gateway.as("watch").get("/accounting/purge-4").status()).isEqualTo(403);
        assertThat(gateway.as("watch").get("/feeds/watch").body()).contains("stays");
    }

    private String row(long sequence) {
        try (var rows = gateway.store().journalRows()) {
            return rows.filter(one -> one.sequence() == sequence).map(one -> one.kind() + " " + one.dataJson()).findFirst().orElse("");
        }
    }

    private void post(String id, String words) {
        var answer = gateway.as("metro").post(Alert.numbered(id).headline(words.substring(0, Math.min(18, words.length()))).description(words).text());
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        Wait.until("it is decided and pushed", () -> gateway.store().ledger().unfinished() == 0 && gateway.store().deliveries(answer.id()).stream().anyMatch(one -> one.partner().equals("county") && one.state().word().equals("delivered")));
    }

    private List<Path> filesWith(String words) throws IOException {
        return OnDisk.with(gateway.data(), words);
    }
}
