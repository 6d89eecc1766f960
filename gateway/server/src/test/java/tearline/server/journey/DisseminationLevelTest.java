package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of level YELLOW are pointed to, reports of level RED are not there, for whoever is no member. */
class DisseminationLevelTest {

    private static final String REPORTS = "<product kind=\"sar\" format=\"niem-sar-6.0\" form=\"summary\"/>";
    private static final String KEEPS = "title narrative behaviour target time place.general source.identity desk";
    @TempDir
    static Path folder;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        var configuration = ConfigurationFolder.in(folder).sender("metro", "ZZMET0100", "niem-sar-6.0");
        // The banner of its reports is boilerplate: what each category is, its partner file says, as in the demo.
        var labels = Files.readAllLines(Path.of("../../samples/demo/partners/metro-safety.xml")).stream().filter(line -> line.strip().startsWith("<category ")).collect(java.util.stream.Collectors.joining());
        configuration.write("partners/metro.xml", Files.readString(folder.resolve("partners/metro.xml")).replace("</sends>", labels + "</sends>"));
        for (var name : new String[] {"outsider", "pushed", "yellow", "red"}) {
            configuration.gets(name, "", REPORTS, "CTRL FOUO LES EMGT CRIT PHYS", KEEPS, name.equals("pushed") ? "<folder name=\"drop\" path=\"out\"/>" : "<feed name=\"" + name + "\"/>");
            var file = "partners/" + name + ".xml";
            if (name.equals("yellow") || name.equals("red")) configuration.write(file, Files.readString(folder.resolve(file)).replace("</grants>", "</grants><credentials>SAR-" + name.toUpperCase(java.util.Locale.ROOT) + "</credentials>"));
        }
        gateway = RunningGateway.start(configuration);
        for (var level : new String[] {"GREEN", "YELLOW", "RED"}) {
            var answer = gateway.as("metro").post(report(level));
            assertThat(answer.status()).as(answer.body()).isEqualTo(202);
            gateway.settle();
        }
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void anOutsiderSeesWhomToAskAboutAYellowRecordAndNothingOfARedOne() {
        var feed = items("outsider");

        assertThat(feed).hasSize(2);
        assertThat(feed.get(0).path("content_text").asText()).contains("PHOTO").contains("Title of GREEN");
        assertThat(feed.get(1).path("summary").asText()).isEqualTo("Pointer only");
        assertThat(feed.get(1).path("authors").get(0).path("name").asText()).isNotEmpty();
        assertThat(feed.get(1).toString()).doesNotContain("PHOTO").doesNotContain("Title of");
        assertThat(gateway.as("outsider").get("/feeds/outsider").body()).contains("<summary>Pointer only</summary>").doesNotContain("Title of YELLOW").doesNotContain("RED");
        var collection = gateway.as("outsider").with("Accept", "application/xml").get("/feeds/outsider");
        assertThat(collection.body()).contains("SuspiciousActivityReportPointer");
        assertThat(RunningGateway.findings(collection.body())).isEmpty();
    }

    @Test
    void membersReadWhatTheirGroupReads() {
        assertThat(items("yellow")).hasSize(2).allSatisfy(item -> assertThat(item.path("content_text").asText()).contains("PHOTO"));
        assertThat(items("red")).hasSize(3).allSatisfy(item -> assertThat(item.path("content_text").asText()).contains("PHOTO"));
    }

    @Test
    void nobodyIsSentAPointer() throws IOException {
        try (var files = Files.walk(folder.resolve("out"))) {
            assertThat(files.filter(Files::isRegularFile).map(DisseminationLevelTest::text)).hasSize(1).allSatisfy(text -> assertThat(text).contains("Title of GREEN"));
        }
    }

    @Test
    void anEntrySaysWhatItIsAbout() {
        assertThat(gateway.as("red").get("/feeds/red").body())
                .contains("<title>(U//FOUO) Title of RED</title>")
                .contains("scheme=\"https://docs.oasis-open.org/niemopen/ns/model/codes/pmise_sar/6.0/SuspiciousActivityCode\" term=\"PHOTO\"").contains("TargetSectorCode\" term=\"WATR\"");
    }

    private static java.util.List<com.fasterxml.jackson.databind.JsonNode> items(String partner) {
        var items = new java.util.ArrayList<com.fasterxml.jackson.databind.JsonNode>();
        gateway.as(partner).with("Accept", "application/feed+json").get("/feeds/" + partner).json().path("items").forEach(items::add);
        return items;
    }

    private static String report(String level) throws IOException {
        return Files.readString(Path.of("../../samples/demo/messages/03-photography-report.xml")).replace("MDPS-26-00412", "MDPS-26-" + level)
                .replace("LevelCode>GREEN<", "LevelCode>" + level + "<").replace("Photography of cameras and gates at a water plant", "Title of " + level);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
