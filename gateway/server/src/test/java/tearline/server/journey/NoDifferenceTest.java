package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateway of the demo runs twice, with messages that differ only in what its readers may not see. All that leaves is the same:
 * bodies, headers, file names, feeds, ETags, cursors. Clock and keys are held; a password is not a reader's business.
 */
class NoDifferenceTest {

    private static final Path DEMO = Path.of("../../samples/demo");
    private static final Clock HELD = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    /** What only the fusion center may see of the report, and what nobody but it may see of persons. */
    private static final Map<String, String> HIDDEN_FROM_ALL_BUT_THE_FUSION_CENTER = Map.of(
            "Morgan Exemplar", "Quentin Zqxworth",
            "TSX 4471", "QZ 80",
            "Reservoir Lane", "Zqx Alley of the long name",
            "G-2204", "H-9",
            "<nc:RangeMinimumIntegerValue>45", "<nc:RangeMinimumIntegerValue>35",
            "Grey jacket", "Zqx coat",
            "(U//LES) He knew the shift plan but not the password of the day.", "(U//LES) Zqx.",
            "(U//LES) Interest in security equipment rather than in the scenery.", "(U//LES) Zqx zqx zqx zqx zqx zqx zqx zqx zqx zqx zqx zqx.",
            "<sarx:SourceReliabilityCode>RELIABLE", "<sarx:SourceReliabilityCode>UNKNOWN");
    private static final Map<String, String> HIDDEN_FROM_CONTRACTORS_AND_THE_PUBLIC = Map.of(
            "(CUI//NOCON) The pump house runs on its last generator; the supplier of the spare is in dispute with the county.", "(CUI//NOCON) Zqx.\n(CUI//NOCON) Zqx zqx.",
            "Gauge 14 reports by radio until its line is repaired.", "Zqx.");

    @TempDir Path folder;

    @Test
    void whoMaySeeTheSameOfTwoMessagesIsToldTheSame() throws Exception {
        var first = said("first", Map.of(), "fusion");
        var second = said("second", HIDDEN_FROM_ALL_BUT_THE_FUSION_CENTER, "fusion");
        assertThat(first).hasSizeGreaterThan(9);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void neitherAContractorNorThePublicLearnsOfWhatOnlyStaffMaySee() throws Exception {
        var first = said("first", Map.of(), "fusion", "county");
        var second = said("second", HIDDEN_FROM_CONTRACTORS_AND_THE_PUBLIC, "fusion", "county");
        assertThat(first.toString()).contains("levee at section 7");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void whatAReaderMaySeeDoesShow() throws Exception {
        var first = said("first", Map.of(), "fusion");
        assertThat(said("second", Map.of("still rising", "falling"), "fusion")).isNotEqualTo(first);
    }

    /** All that reaches everybody but those named, by where it arrives. */
    private Map<String, String> said(String run, Map<String, String> changes, String... but) throws Exception {
        var own = folder.resolve(run);
        try (var fusion = new PushedPartner(); var platform = new PushedPartner()) {
            copy(own, fusion, platform);
            try (var gateway = RunningGateway.start(own, HELD)) {
                for (var message : List.of("01-flood-alert.xml", "02-shelter-report.xml", "03-photography-report.xml")) {
                    var text = Files.readString(DEMO.resolve("messages").resolve(message));
                    for (var change : changes.entrySet()) text = text.replace(change.getKey(), change.getValue());
                    var answer = as(gateway, "metro-safety").post(text);
                    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
                    gateway.settle();
                }
                var said = new TreeMap<String, String>();
                keep(said, "platform", platform);
                keep(said, "fusion", fusion);
                for (var reader : List.of("state-eoc", "")) {
                    var client = reader.isEmpty() ? gateway.asAnybody() : as(gateway, reader);
                    var feed = client.get(reader.isEmpty() ? "/feeds/public-alerts" : "/feeds/" + reader);
                    assertThat(feed.status()).isEqualTo(200);
                    said.put("feed " + reader, bare(feed.body(), gateway));
                    feed.response().headers().map().forEach((name, values) -> said.put("feed " + reader + " " + name, values.toString()));
                }
                keep(said, own.resolve("out"));
                for (var name : but) said.keySet().removeIf(where -> where.startsWith(name));
                return said;
            }
        }
    }

    private static void keep(Map<String, String> said, String name, PushedPartner partner) {
        int number = 0;
        for (var one : new ArrayList<>(partner.arrived)) {
            number++;
            said.put(name + " " + number, one.body());
            one.headers().forEach((header, value) -> said.merge(name + " headers", header.equals("host") ? "" : header + ": " + value + "\n", String::concat));
        }
        said.put(name + " arrivals", "" + number);
    }

    /** Names and bytes. */
    private static void keep(Map<String, String> said, Path out) throws IOException {
        try (var files = Files.walk(out)) {
            for (var file : files.filter(Files::isRegularFile).toList()) said.put("county " + out.relativize(file), Files.readString(file));
        }
    }

    /** The port is this run's. */
    private static String bare(String text, RunningGateway gateway) {
        return text.replace("127.0.0.1:" + gateway.port(), "127.0.0.1");
    }

    private static Client as(RunningGateway gateway, String partner) {
        return gateway.asAnybody().with("Authorization", "Basic " + Base64.getEncoder().encodeToString((partner + ":demo-" + partner).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static void copy(Path folder, PushedPartner fusion, PushedPartner platform) throws IOException {
        try (var files = Files.walk(DEMO)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var relative = DEMO.relativize(file);
                if (relative.startsWith("data") || relative.startsWith("out")) continue;
                var target = folder.resolve(relative.toString());
                Files.createDirectories(target.getParent());
                Files.writeString(target, Files.readString(file).replace("port=\"8080\"", "port=\"0\"").replace("http://127.0.0.1:9101/reports", fusion.uri()).replace("http://127.0.0.1:9102/alerts", platform.uri()));
            }
        }
    }
}
