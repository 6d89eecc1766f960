package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's fusion center sends its report as NIEM JSON: the same door, the same checks, the same summary for the emergency managers. */
class JsonReportTest {

    private static final Path DEMO = Path.of("../../samples/demo");
    private static final Path REPORT = Path.of("../../xsd/niem-sar-6.0-json/samples/01-detailed-report-with-marked-portions.json");
    @TempDir
    static Path folder;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        try (var files = Files.walk(DEMO)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var relative = DEMO.relativize(file);
                if (relative.startsWith("data") || relative.startsWith("out")) continue;
                Files.createDirectories(folder.resolve(relative.toString()).getParent());
                Files.writeString(folder.resolve(relative.toString()), Files.readString(file).replace("port=\"8080\"", "port=\"0\""));
            }
        }
        var fusion = folder.resolve("partners/state-fusion.xml");
        Files.writeString(fusion, Files.readString(fusion).replace("<standard name=\"niem-sar-6.0\"/>", "<standard name=\"niem-sar-6.0\"/><standard name=\"niem-sar-6.0-json\"/>"));
        gateway = RunningGateway.start(folder);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void aReportInJsonIsAcceptedAndItsSummaryNamesNobody() throws Exception {
        var answer = as("state-fusion").with("Content-Type", "application/ld+json").post(report());
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        gateway.settle();
        var feed = as("state-eoc").get("/feeds/state-eoc");
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.body()).contains("SUMMARY", "MISREP").doesNotContain("DETAILED", "Morgan Exemplar", "TST 001");
    }

    @Test
    void aReportInJsonThatBreaksARuleIsRefusedWhereItStandsInTheJson() throws Exception {
        var answer = as("state-fusion").with("Content-Type", "application/json").post(report().replace("\"MISREP\"", "\"Misrepresentation\""));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("TL-V002", "/sarx:SuspiciousActivityReport/sarx:SuspiciousActivity/j:SuspiciousActivityCode").doesNotContain("Misrepresentation", "Morgan Exemplar");
    }

    @Test
    void whatThePartnerDoesNotSendInJsonIsRefused() throws Exception {
        assertThat(as("metro-safety").with("Content-Type", "application/ld+json").post(report()).status()).isBetween(400, 499);
    }

    private static String report() throws IOException {
        return Files.readString(REPORT).replace("MX000021F", "ZZ0FC1701");
    }

    private static Client as(String partner) {
        return gateway.asAnybody().with("Authorization", "Basic " + Base64.getEncoder().encodeToString((partner + ":demo-" + partner).getBytes(StandardCharsets.UTF_8)));
    }
}
