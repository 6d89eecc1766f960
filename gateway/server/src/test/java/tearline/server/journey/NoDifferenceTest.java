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
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateway of the demo runs twice, with messages that differ only in what its readers may not see. All that leaves is the same:
 * bodies, headers, feeds, ETags, cursors. Clock, keys and port are held; names of files and idempotency keys come from the random
 * number of a message, and only their number, length and kind can be compared.
 */
class NoDifferenceTest {

    private static final Path DEMO = Path.of("../../samples/demo");
    private static final Clock HELD = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    /** What only the fusion center may see of the report, and what nobody but it may see of persons. */
    private static final Map<String, String> OF_PERSONS_AND_POLICE_WORK = Map.of(
            "Morgan Exemplar", "Quentin Zqxworth",
            "TSX 4471", "QZ 80",
            "Reservoir Lane", "Zqx Alley of the long name",
            "G-2204", "H-9",
            "<nc:RangeMinimumIntegerValue>45", "<nc:RangeMinimumIntegerValue>35",
            "Grey jacket", "Zqx coat",
            "(U//LES) He knew the shift plan but not the password of the day.", "(U//LES) Zqx.",
            "(U//LES) Interest in security equipment rather than in the scenery.", "(U//LES) Zqx zqx zqx zqx zqx zqx zqx zqx zqx zqx zqx zqx.",
            "<sarx:SourceReliabilityCode>RELIABLE", "<sarx:SourceReliabilityCode>UNKNOWN");
    private static final Map<String, String> OF_STAFF_ONLY = Map.of(
            "(CUI//NOCON) The pump house runs on its last generator; the supplier of the spare is in dispute with the county.", "(CUI//NOCON) Zqx.\n(CUI//NOCON) Zqx zqx.",
            "Gauge 14 reports by radio until its line is repaired.", "Zqx.");

    /** One for all runs: feeds name it. */
    private static final int PORT = free();

    @TempDir Path folder;

    @Test
    void whoMaySeeTheSameOfTwoMessagesIsToldTheSame() throws Exception {
        var first = said("first", Map.of(), "fusion");
        var second = said("second", OF_PERSONS_AND_POLICE_WORK, "fusion");
        assertThat(first).hasSizeGreaterThan(9);
        assertThat(differences(first, second)).isEmpty();
    }

    @Test
    void neitherAContractorNorThePublicLearnsOfWhatOnlyStaffMaySee() throws Exception {
        var first = said("first", Map.of(), "fusion", "county", "feed state-eoc");
        var second = said("second", OF_STAFF_ONLY, "fusion", "county", "feed state-eoc");
        assertThat(first.toString()).contains("levee at section 7");
        assertThat(differences(first, second)).isEmpty();
    }

    @Test
    void whatAReaderMaySeeDoesShow() throws Exception {
        var first = said("first", Map.of(), "fusion");
        assertThat(said("second", Map.of("still rising", "falling"), "fusion")).isNotEqualTo(first);
    }

    private static List<String> differences(Map<String, String> first, Map<String, String> second) {
        var where = new TreeSet<>(first.keySet());
        where.addAll(second.keySet());
        return where.stream().filter(one -> !Objects.equals(first.get(one), second.get(one))).map(one -> one + ": " + around(first.get(one), second.get(one)) + " | " + around(second.get(one), first.get(one))).toList();
    }

    private static String around(String text, String other) {
        if (text == null || other == null) return String.valueOf(text == null ? null : "something");
        int at = 0;
        while (at < Math.min(text.length(), other.length()) && text.charAt(at) == other.charAt(at)) at++;
        return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 60));
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
                    said.put("feed " + reader, feed.body());
                    feed.response().headers().map().forEach((name, values) -> said.put("feed " + reader + " " + name, name.equalsIgnoreCase("Date") ? "" : values.toString()));
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
            one.headers().forEach((header, value) -> said.merge(name + " headers", header.equals("host") ? "" : header + ": " + (List.of("idempotency-key", "tearline-message").contains(header) ? value.length() : value) + "\n", String::concat));
        }
        said.put(name + " arrivals", "" + number);
    }

    /** Names and bytes; files of one name but for its number stand in the order of their bytes, for numbers are given anew in each run. */
    private static void keep(Map<String, String> said, Path out) throws IOException {
        var byName = new TreeMap<String, List<String>>();
        try (var files = Files.walk(out)) {
            for (var file : files.filter(Files::isRegularFile).toList()) byName.computeIfAbsent("county " + out.relativize(file).toString().replaceAll("[0-9a-f]{32}", "name"), any -> new ArrayList<>()).add(Files.readString(file));
        }
        byName.forEach((name, texts) -> said.put(name, texts.stream().sorted().collect(Collectors.joining())));
    }

    private static int free() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
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
                Files.writeString(target, Files.readString(file).replace("port=\"8080\"", "port=\"" + PORT + "\"").replace("http://127.0.0.1:9101/reports", fusion.uri()).replace("http://127.0.0.1:9102/alerts", platform.uri()));
            }
        }
    }
}
