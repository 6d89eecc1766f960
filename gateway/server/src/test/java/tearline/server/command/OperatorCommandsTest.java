package tearline.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.server.Gateway;

/** An operator at the command line, beside a gateway that runs. */
class OperatorCommandsTest {

    private static final Map<String, String> SECRET = Map.of("TEARLINE_OPERATOR", "operator-test");

    @TempDir
    private Path temporary;

    @Test
    void aRunningGatewayAnswersAnOperatorAndItsStoreCanBeReadBesideIt() throws Exception {
        var county = CountyFolder.in(temporary.resolve("county"));
        var open = OpenFolder.of(county.path());
        var told = new java.util.concurrent.CountDownLatch(1);
        try (var gateway = Gateway.start(open.house(), open.configuration(), Clock.systemUTC(), outcome -> told.countDown())) {
            var id = post(gateway.port(), county);
            assertThat(told.await(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();

            assertThat(at(gateway, "explain", id).out()).startsWith(id + " from dispatch, received ").contains("pharmacy got nothing", "watch got nothing: no product of this kind is agreed.");
            assertThat(at(gateway, "explain", id, "--json").out()).contains("\"agreements\"");
            assertThat(at(gateway, "explain", "no such message").exit()).isEqualTo(1);
            assertThat(at(gateway, "hold", "hospital").exit()).isZero();
            assertThat(gateway.store().held()).containsExactly("hospital");
            assertThat(at(gateway, "release", "hospital").exit()).isZero();
            assertThat(gateway.store().held()).isEmpty();
            assertThat(at(gateway, "hold", "nobody").exit()).isEqualTo(1);
            assertThat(at(gateway, "replay", id, "--partner", "hospital").exit()).isZero();
            assertThat(at(gateway, "accounting", id)).satisfies(said -> {
                assertThat(said.exit()).as(said.err()).isZero();
                assertThat(said.out()).startsWith(id + " from dispatch, received ").contains("The journal that says so is intact: ");
            });
            assertThat(at(gateway, "accounting", id, "--json").out()).contains("\"disclosures\"");
            assertThat(at(gateway, "accounting", "no such record").exit()).isEqualTo(1);
            assertThat(Said.by("accounting", id, "--store", county.path().toString())).satisfies(said -> {
                assertThat(said.exit()).as(said.err()).isZero();
                assertThat(said.out()).isEqualTo(at(gateway, "accounting", id).out());
            });
            assertThat(Said.by("accounting", "no such record", "--store", county.path().toString()).exit()).isEqualTo(1);
            assertThat(at(gateway, "retention", "list").out()).contains("No record has a time.");
            assertThat(at(gateway, "retention", "hold", id, "--reason", "case 12").out()).isEqualTo(id + ": held, 1 message." + System.lineSeparator());
            assertThat(at(gateway, "retention", "list").out()).contains("no purge, HELD  alert " + id);
            assertThat(at(gateway, "purge", id, "--reason", "complaint 17").exit()).as("held").isEqualTo(1);
            assertThat(at(gateway, "retention", "validate", id, "--reason", "case 12").exit()).as("nobody looked").isEqualTo(2);
            assertThat(at(gateway, "retention", "validate", id, "--reviewer", "R. Vance", "--reason", "case 12").exit()).isZero();
            assertThat(at(gateway, "retention", "free", id, "--reason", "closed").exit()).isZero();
            assertThat(at(gateway, "purge", id).exit()).as("without a reason").isEqualTo(2);
            assertThat(at(gateway, "purge", id, "--reason", "complaint 17").out()).isEqualTo(id + ": 1 of 1 message purged." + System.lineSeparator());
            assertThat(at(gateway, "purge", id, "--reason", "complaint 17").out()).contains("there was nothing left");
            assertThat(at(gateway, "accounting", id).out()).contains(", purged");
            assertThat(Said.by("", Map.of("X", "wrong"), "hold", "hospital", "--secret-env", "X", "--at", "http://127.0.0.1:" + gateway.port()).exit()).isEqualTo(2);

            assertThat(Said.by("journal", "verify", county.path().toString())).satisfies(said -> {
                assertThat(said.exit()).isZero();
                assertThat(said.out()).startsWith("The journal is intact: ");
            });
            assertThat(Said.by("journal", "show", county.path().resolve("data").toString()).out()).contains("  accepted  ").doesNotContain("Chlorine");
            var copy = Files.createDirectory(temporary.resolve("copy")).resolve("tearline.db");
            assertThat(Said.by("backup", county.path().toString(), copy.toString()).exit()).isZero();
            assertThat(Said.by("journal", "verify", copy.getParent().toString()).exit()).isZero();
            assertThat(Said.by("backup", county.path().toString(), copy.toString()).exit()).isEqualTo(2);
        }
    }

    @Test
    void aDraftOfAnIncidentIsPrintedForOnePartner() throws Exception {
        var county = CountyFolder.in(temporary.resolve("county"));
        county.replace("messages/chlorine.xml", "<info>", "<incidents>\"Chlorine 26\"</incidents><info>");
        var open = OpenFolder.of(county.path());
        try (var gateway = Gateway.start(open.house(), open.configuration(), Clock.systemUTC(), outcome -> { })) {
            post(gateway.port(), county);

            var said = at(gateway, "rollup", "Chlorine 26", "--for", "hospital");
            assertThat(said.exit()).as(said.err()).isZero();
            assertThat(said.out()).startsWith("<?xml").contains("Draft situation report").contains("Source: alert").contains("[blank: ");
            assertThat(at(gateway, "rollup", "Chlorine 27", "--for", "hospital").exit()).isEqualTo(1);
            assertThat(at(gateway, "rollup", "Chlorine 26").exit()).isEqualTo(2);
        }
    }

    @Test
    void withoutASecretOrAGatewayItSaysWhatIsMissing() {
        assertThat(Said.by("hold", "hospital").err()).contains("TEARLINE_OPERATOR");
        assertThat(Said.by("", SECRET, "hold", "hospital", "--at", "http://127.0.0.1:1").exit()).isEqualTo(3);
        assertThat(Said.by("", SECRET, "hold", "hospital", "--at", "http://gateway.example").err()).contains("unencrypted");
    }

    @Test
    void aFolderWithoutAStoreIsNoIntactJournal() throws IOException {
        var county = CountyFolder.in(temporary.resolve("county"));
        assertThat(Said.by("journal", "verify", county.path().toString()).exit()).isEqualTo(2);
        assertThat(Said.by("journal", "verify", temporary.toString()).err()).contains("neither a configuration nor a store");
        assertThat(county.path().resolve("data")).doesNotExist();
    }

    private static Said at(Gateway gateway, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--at", "http://127.0.0.1:" + gateway.port()));
        return Said.by("", SECRET, all.toArray(String[]::new));
    }

    private static String post(int port, CountyFolder county) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/messages")).header("Content-Type", "application/cap+xml").header("Accept", "application/json")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("dispatch:dispatch-test".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .POST(HttpRequest.BodyPublishers.ofFile(Path.of(county.alert()))).build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JsonMapper.builder().build().readTree(answer.body()).path("id").asText();
    }
}
