package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused leaves nothing behind but a journal entry without content: the files of the store are searched for its words. */
class NoTraceTest {

    private static final String CANARY = "canary-wren-7731";
    @TempDir
    Path folder;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = RunningGateway.start(ConfigurationFolder.in(folder).messageBytes(20_000).sender("metro", Alert.SENDER).publicFeed("anybody", "public"));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aRefusalLeavesNothingButItsJournalEntry() throws IOException {
        var good = Alert.numbered("trace-1").headline(CANARY);
        gateway.as("metro").post(Alert.numbered("trace-taken").text());
        gateway.settle();
        var refused = List.of(
                gateway.as("metro").post(good.status("Perhaps" + CANARY).text()),
                gateway.as("metro").post(good.text().replace("</headline>", "</" + CANARY + ">")),
                gateway.as("metro").post("<!DOCTYPE alert [<!ENTITY x '" + CANARY + "'>]>" + good.element()),
                gateway.as("metro").post("<order xmlns=\"https://shop.example/" + CANARY + "\">" + CANARY + "</order>"),
                gateway.as("metro").post(good.from("somebody@" + CANARY + ".example").text()),
                gateway.as("metro").post(Alert.numbered("trace-taken").headline(CANARY).text()),
                gateway.as("metro").post(good.description(CANARY.repeat(2_000)).text()),
                gateway.as("metro").post(good.inEnvelope(CANARY).replace("<distributionStatus>Actual", "<distributionStatus>" + CANARY)),
                gateway.as("metro").post(Alert.inEnvelope(CANARY, "<x xmlns=\"https://" + CANARY + ".example\"/>")),
                gateway.asAnybody().post(good.text()),
                gateway.as(CANARY).post(good.text()));

        assertThat(refused).extracting(Client.Reply::status).containsExactly(400, 400, 400, 415, 403, 409, 413, 400, 415, 401, 401);
        Wait.until("each refusal stands in the journal", () -> kinds("refused") == refused.size());
        for (var answer : refused) {
            assertThat(answer.body()).as("an answer quotes no value").doesNotContain(CANARY + "</").doesNotContain("Perhaps");
            assertThat(gateway.store().journalRows().filter(row -> row.subject().equals(answer.id()))).as("the id of the answer finds its entry").hasSize(1);
        }
        gateway.close();
        assertThat(filesWith(CANARY)).isEmpty();
    }

    @Test
    void aRefusedIdentityIsFreeForTheRepairedDocument() {
        assertThat(gateway.as("metro").post(Alert.numbered("trace-2").status("Perhaps").text()).status()).isEqualTo(400);
        assertThat(gateway.as("metro").post(Alert.numbered("trace-2").text()).status()).isEqualTo(202);
    }

    @Test
    void ofASpillNotAByteIsKeptAndTheOperatorSeesThatItHappened() throws IOException {
        var marked = Alert.numbered("spill-" + CANARY).restricted("SECRET//NOFORN").headline(CANARY);
        var answers = List.of(gateway.as("metro").post(marked.text()),
                gateway.as("metro").post(Alert.numbered("spill-2").description("(S//NF) " + CANARY).text()),
                gateway.as("metro").post(Alert.numbered("spill-3").headline(CANARY).inEnvelope("SPILL-3").replace("Unclassified", "SECRET")));

        for (var answer : answers) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.json().path("code").asText()).isEqualTo("TL-C001");
            assertThat(answer.body()).contains("Recall").doesNotContain(CANARY);
        }
        Wait.until("the operator is told", () -> gateway.store().attention().size() == answers.size());
        var attention = gateway.asOperator().get("/attention");
        assertThat(attention.json().path("attention")).allSatisfy(one -> {
            assertThat(one.path("kind").asText()).isEqualTo("spill");
            assertThat(one.path("text").asText()).contains("metro");
        });
        assertThat(kinds("spill")).isEqualTo(answers.size());
        gateway.close();
        assertThat(filesWith(CANARY)).isEmpty();
    }

    @Test
    void oneSpilledPartTakesTheWholeMessageWithIt() throws IOException {
        var answer = gateway.as("metro").post(Alert.inEnvelope("SPILL-4", Alert.numbered("clean-4").headline(CANARY).element(), Alert.numbered("spill-4").description("(TS//SI) x").element()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("TL-C001");
        gateway.close();
        assertThat(filesWith(CANARY)).isEmpty();
    }

    private long kinds(String kind) {
        try (var rows = gateway.store().journalRows()) {
            return rows.filter(row -> row.kind().equals(kind)).count();
        }
    }

    /** Database, write-ahead log and the broker's files. */
    private List<Path> filesWith(String words) throws IOException {
        try (var files = Files.walk(gateway.data())) {
            return files.filter(Files::isRegularFile).filter(file -> {
                try {
                    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).toList();
        }
    }
}
