package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.xml.Saxon;
import tearline.server.delivery.MovableClock;

/** The feed of all alerts in force: what is over is gone, by a message or by the clock alone, and strict and sloppy readers read it. */
class ActiveFeedTest {

    private static final String SENT = "2026-03-04T06:10:00-08:00";
    @TempDir
    Path folder;
    private final MovableClock clock = new MovableClock();
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = RunningGateway.start(ConfigurationFolder.in(folder).sender("metro", Alert.SENDER).sender("county", "alerts@county.example")
                .gets("watch", "", ConfigurationFolder.CAP, "CTRL FOUO", ConfigurationFolder.WHOLE_ALERT, "<feed name=\"watch\" kind=\"active\"/>")
                .publicDoor("anybody", "tests=\"yes\" exercises=\"yes\"", "<feed name=\"public\" kind=\"active\"/>").written(), clock);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void anEntryIsNamedByTheAddressWhereTheAlertItselfIsServed() throws Exception {
        post(Alert.numbered("one").headline("River flood"));
        var feed = atom();
        assertThat(feed.getEntries()).hasSize(1);
        var entry = feed.getEntries().get(0);
        assertThat(entry.getUri()).isEqualTo(entry.getLink()).startsWith("http://127.0.0.1:" + gateway.port() + "/feeds/public/").endsWith(".xml");
        assertThat(entry.getLinks().get(0).getType()).isEqualTo("application/cap+xml");
        assertThat(entry.getTitle()).isEqualTo("River flood");
        assertThat(entry.getUpdatedDate()).isEqualTo("2026-03-04T14:10:00Z");
        assertThat(texts(entry)).contains("one", "Actual", "Severe", "Flood", "Low town", "38.5 -77.3 38.5 -77.2 38.4 -77.2 38.5 -77.3");

        var alert = gateway.asAnybody().get(path(entry));
        assertThat(alert.header("Content-Type")).startsWith("application/cap+xml");
        assertThat(alert.body()).contains("<identifier>one</identifier>");
        assertThat(gateway.asAnybody().with("If-None-Match", alert.header("ETag")).get(path(entry)).status()).isEqualTo(304);
    }

    @Test
    void rssHoldsTheSameByItsEndingOrByWhatTheReaderAccepts() throws Exception {
        post(Alert.numbered("one").headline("River flood"));
        var atom = atom().getEntries().get(0);
        for (var reply : List.of(gateway.asAnybody().get("/feeds/public.rss"), gateway.asAnybody().with("Accept", "application/rss+xml").get("/feeds/public"))) {
            assertThat(reply.header("Content-Type")).startsWith("application/rss+xml");
            var feed = new SyndFeedInput().build(new StringReader(reply.body()));
            assertThat(feed.getFeedType()).isEqualTo("rss_2.0");
            var item = feed.getEntries().get(0);
            assertThat(item.getUri()).isEqualTo(item.getLink()).isEqualTo(atom.getUri());
            assertThat(item.getPublishedDate()).isEqualTo("2026-03-04T14:10:00Z");
            assertThat(texts(item)).isEqualTo(texts(atom));
        }
        assertThat(gateway.asAnybody().get("/feeds/public.atom").header("Content-Type")).startsWith("application/atom+xml");
    }

    @Test
    void aSloppyReaderReadsBoth() throws Exception {
        post(Alert.numbered("one").headline("River flood"));
        if (new ProcessBuilder("/usr/bin/python3", "-c", "import feedparser").start().waitFor() != 0) {
            System.out.println("python3-feedparser is not there: only a strict reader reads the feed. CI installs it.");
            assertThat(atom().getEntries()).hasSize(1);
            return;
        }
        for (var ending : List.of("atom", "rss")) {
            var file = folder.resolve("page." + ending);
            Files.writeString(file, gateway.asAnybody().get("/feeds/public." + ending).body());
            var process = new ProcessBuilder("/usr/bin/python3", "-c", "import feedparser,sys; f=feedparser.parse(sys.argv[1]); e=f.entries[0];"
                    + " print(f.bozo, e.title, e.id==e.link, e.cap_severity, e.cap_areadesc, e.updated_parsed[:4] if 'updated_parsed' in e else e.published_parsed[:4])", file.toString()).redirectErrorStream(true).start();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(new String(process.getInputStream().readAllBytes())).isEqualTo("False River flood True Severe Low town (2026, 3, 4, 14)\n");
        }
    }

    @Test
    void whatExpiresGoesWithoutAnyMessage() throws Exception {
        post(Alert.numbered("short").expires("2026-11-01T13:00:00-00:00"));
        post(Alert.numbered("long"));
        var before = gateway.asAnybody().get("/feeds/public.atom");
        var address = path(entry(atom(), "short"));
        clock.forward(Duration.ofMinutes(61));

        var after = gateway.asAnybody().with("If-None-Match", before.header("ETag")).with("If-Modified-Since", before.header("Last-Modified")).get("/feeds/public.atom");
        assertThat(after.status()).as("it changed").isEqualTo(200);
        assertThat(after.body()).contains("<cap:identifier>long<").doesNotContain("<cap:identifier>short<");
        assertThat(Instant.parse(text(after.body(), "updated"))).isEqualTo("2026-11-01T13:00:00Z");
        assertThat(gateway.asAnybody().with("If-Modified-Since", before.header("Last-Modified")).get("/feeds/public.atom").status()).isEqualTo(200);
        assertThat(gateway.asAnybody().with("If-Modified-Since", after.header("Last-Modified")).get("/feeds/public.atom").status()).isEqualTo(304);
        assertThat(gateway.asAnybody().get(address).status()).isEqualTo(410);
    }

    @Test
    void anUpdateTakesThePlaceOfWhatItNamesAndACancelLeavesNothing() throws Exception {
        post(Alert.numbered("first"));
        var first = path(entry(atom(), "first"));
        post(naming("second", "Update", "first"));
        assertThat(identifiers(atom())).containsExactly("second");
        assertThat(gateway.asAnybody().get(first).status()).isEqualTo(410);
        var second = path(entry(atom(), "second"));
        post(naming("third", "Cancel", "second"));
        assertThat(atom().getEntries()).isEmpty();
        assertThat(gateway.asAnybody().get(second).status()).isEqualTo(410);
        assertThat(gateway.asAnybody().get("/feeds/public/0123456789abcdef0123456789abcdef.xml").status()).isEqualTo(404);
    }

    @Test
    void whatIsNotRealSaysSoInItsTitle() throws Exception {
        post(Alert.numbered("drill").status("Exercise").headline("River flood"));
        for (var reply : List.of(gateway.asAnybody().get("/feeds/public.atom"), gateway.asAnybody().get("/feeds/public.rss"))) {
            var entry = new SyndFeedInput().build(new StringReader(reply.body())).getEntries().get(0);
            assertThat(entry.getTitle()).isEqualTo("EXERCISE: River flood");
            assertThat(entry.getDescription().getValue()).startsWith("EXERCISE: ");
            assertThat(reply.body()).contains("<cap:status>Exercise<").doesNotContain("Actual");
        }
    }

    @Test
    void aRestrictedFeedTellsNoDateAndNoStranger() {
        post(Alert.numbered("one").description("The river rises.\n(U//FOUO) The levee seeps."));
        var watch = gateway.as("watch").get("/feeds/watch.atom");
        assertThat(watch.status()).isEqualTo(200);
        assertThat(watch.response().headers().map()).doesNotContainKey("last-modified").containsKey("etag");
        assertThat(watch.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(watch.body()).contains("levee");
        assertThat(gateway.asAnybody().get("/feeds/public.atom").body()).doesNotContain("levee");
        assertThat(gateway.asAnybody().get("/feeds/watch.atom").status()).isEqualTo(404);
        assertThat(gateway.asAnybody().get(watch.body().replaceAll("(?s).*<id>http://[^/]+(/feeds/watch/[^<]+)</id>.*", "$1")).status()).isEqualTo(404);
        assertThat(gateway.as("watch").get("/feeds/public.atom").status()).as("everybody is anybody").isEqualTo(200);
    }

    @Test
    void sendersMayCallTheirAlertsByTheSameIdentifierAndEndOnlyTheirOwn() throws Exception {
        post(Alert.numbered("1").headline("Of metro"));
        var other = gateway.as("county").post(Alert.numbered("1").from("alerts@county.example").headline("Of the county").text());
        assertThat(other.status()).as(other.body()).isEqualTo(202);
        gateway.settle();
        assertThat(atom().getEntries()).extracting(SyndEntry::getTitle).containsExactly("Of metro", "Of the county");

        post(naming("2", "Cancel", "1").replace("<references>" + Alert.SENDER, "<references>alerts@county.example"));
        assertThat(atom().getEntries()).as("somebody else's cancel").hasSize(2);
        post(naming("3", "Cancel", "1"));
        assertThat(atom().getEntries()).extracting(SyndEntry::getTitle).containsExactly("Of the county");
    }

    @Test
    void aRestartChangesNothing() throws Exception {
        post(Alert.numbered("first"));
        post(naming("second", "Update", "first"));
        var before = identifiers(atom());
        gateway.close();
        gateway = RunningGateway.start(folder, clock);
        assertThat(identifiers(atom())).isEqualTo(before).containsExactly("second");
    }

    private static String naming(String identifier, String type, String named) {
        return Alert.numbered(identifier).text().replace("<msgType>Alert<", "<msgType>" + type + "<")
                .replace("</scope>", "</scope><references>" + Alert.SENDER + "," + named + "," + SENT + "</references>");
    }

    private void post(Alert alert) {
        post(alert.text());
    }

    private void post(String alert) {
        var answer = gateway.as("metro").post(alert);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        gateway.settle();
    }

    private SyndFeed atom() throws Exception {
        var reply = gateway.asAnybody().get("/feeds/public");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        var feed = new SyndFeedInput().build(new StringReader(reply.body()));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        return feed;
    }

    private static List<String> identifiers(SyndFeed feed) {
        return feed.getEntries().stream().map(entry -> texts(entry).get(0)).toList();
    }

    private static SyndEntry entry(SyndFeed feed, String identifier) {
        return feed.getEntries().stream().filter(entry -> texts(entry).get(0).equals(identifier)).findFirst().orElseThrow();
    }

    /** What stands in the entry in namespaces of others. */
    private static List<String> texts(SyndEntry entry) {
        return entry.getForeignMarkup().stream().map(element -> element.getText()).toList();
    }

    private static String path(SyndEntry entry) {
        return entry.getLink().replaceFirst("^http://[^/]+", "");
    }

    private static String text(String page, String element) {
        return Saxon.elements(Saxon.root(Saxon.tree(page.getBytes(java.nio.charset.StandardCharsets.UTF_8)))).stream()
                .filter(one -> one.getNodeName().getLocalName().equals(element)).findFirst().orElseThrow().getStringValue();
    }
}
