package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed that is fetched: each alert in it or linked from it becomes a message once, and nothing else is asked of anybody. */
class PollTest {

    private static final Pattern IDENTIFIER = Pattern.compile("<cap:identifier>([^<]+)<");
    @TempDir
    Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    private AlertFeed feed;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        feed = new AlertFeed();
        open.add(feed);
    }

    @AfterEach
    void stop() throws Exception {
        if (gateway != null) gateway.close();
        for (var one : open) one.close();
    }

    @Test
    void whatStandsInAFeedAndWhatItLinksToBecomesAMessageOnceAcrossRestarts() throws Exception {
        feed.page("/alerts/a.cap", Alert.numbered("linked").text());
        feed.page("/feed", atom(entry("/alerts/a.cap", "2026-03-04T06:10:00Z"), "<entry><id>urn:b</id><title>t</title><updated>2026-03-04T06:11:00Z</updated><content type=\"text/xml\">" + Alert.numbered("inline").element() + "</content></entry>",
                "<entry><id>urn:c</id><title>an excerpt</title><updated>2026-03-04T06:12:00Z</updated><cap:event xmlns:cap=\"urn:oasis:names:tc:emergency:cap:1.1\">Flood</cap:event></entry>"));
        open("<poll uri=\"" + feed.uri("/feed") + "\" every=\"1\"/>");
        until("linked", "inline");
        Wait.until("it was asked again", () -> feed.timesUnchanged() > 1);

        gateway.close();
        gateway = RunningGateway.start(folder);
        int before = feed.timesUnchanged();
        Wait.until("it was asked after the restart", () -> feed.timesUnchanged() > before);
        feed.page("/feed", atom(entry("/alerts/a.cap", "2026-03-04T06:10:00Z")));
        Wait.until("it was read again", () -> feed.timesUnchanged() > before + 1);
        assertThat(feed.times("/alerts/a.cap")).as("an unchanged entry is not fetched again").isEqualTo(1);
        assertThat(identifiers()).containsExactlyInAnyOrder("linked", "inline");
        assertThat(gateway.store().ledger().covered()).isEqualTo(2);
    }

    @Test
    void anEntryThatChangedIsFetchedAgain() throws Exception {
        feed.page("/a.cap", Alert.numbered("one").text());
        feed.page("/feed", rss("/a.cap", "Wed, 04 Mar 2026 06:10:00 GMT"));
        open("<poll uri=\"" + feed.uri("/feed") + "\" every=\"1\"/>");
        until("one");
        feed.page("/a.cap", Alert.numbered("two").text());
        feed.page("/feed", rss("/a.cap", "Wed, 04 Mar 2026 06:20:00 GMT"));
        until("one", "two");
    }

    @Test
    void aRefusedAlertIsToldOnceAndNotFetchedForEver() throws Exception {
        feed.page("/alien.cap", Alert.numbered("alien").from("somebody@else.example").text());
        feed.page("/page.cap", "<html/>");
        feed.page("/good.cap", Alert.numbered("good").text());
        feed.page("/feed", atom(entry("/alien.cap", "2026-03-04T06:10:00Z"), entry("/page.cap", "2026-03-04T06:11:00Z"), entry("/good.cap", "2026-03-04T06:12:00Z")));
        open("<poll uri=\"" + feed.uri("/feed") + "\" every=\"1\"/>");
        until("good");
        Wait.until("it was asked again", () -> feed.timesUnchanged() > 1);
        assertThat(feed.times("/alien.cap")).isEqualTo(1);
        assertThat(gateway.asOperator().get("/attention").body()).contains("1 with TL-A003, 1 with TL-U001").doesNotContain("alien");
        assertThat(gateway.store().journalRows().filter(row -> row.kind().equals("refused")).map(row -> row.dataJson())).hasSize(2).allMatch(data -> data.contains("\"door\":\"poll\""));
    }

    @Test
    void nobodyIsAskedWhomTheConfigurationDoesNotName() throws Exception {
        var other = new AlertFeed();
        open.add(other);
        var listed = new AlertFeed();
        open.add(listed);
        other.page("/a.cap", Alert.numbered("other").text());
        listed.page("/a.cap", Alert.numbered("listed").text());
        feed.page("/away", "to " + other.uri("/a.cap"));
        feed.page("/feed", atom(entry(other.uri("/a.cap"), "2026-03-04T06:10:00Z"), entry("/away", "2026-03-04T06:11:00Z"), entry(listed.uri("/a.cap"), "2026-03-04T06:12:00Z"),
                entry("file:///etc/hostname", "2026-03-04T06:13:00Z"), entry("http://localhost:" + other.port() + "/a.cap", "2026-03-04T06:14:00Z")));
        open("<poll uri=\"" + feed.uri("/feed") + "\" every=\"1\" hosts=\"127.0.0.1:" + listed.port() + "\"/>");
        until("listed");
        Wait.until("it was asked again", () -> feed.timesUnchanged() > 0);
        assertThat(other.times("/a.cap")).isZero();
        assertThat(gateway.asOperator().get("/attention").body()).contains("4 with POLL-HOST");
    }

    @Test
    void aFeedThatFailsIsAskedLessAndLessToldToTheOperatorAndReadWhenItIsBack() throws Exception {
        feed.page("/feed", atom("<entry><id>urn:b</id><title>t</title><updated>2026-03-04T06:11:00Z</updated><content type=\"text/xml\">" + Alert.numbered("late").element() + "</content></entry>"));
        feed.failWith(503);
        var clock = new tearline.server.delivery.MovableClock();
        gateway = RunningGateway.start(configuration("<poll uri=\"" + feed.uri("/feed") + "\" every=\"60\"/>").written(), clock);
        for (int failure = 1; failure <= 3; failure++) {
            int wanted = failure;
            Wait.until("failure " + failure, () -> feed.times("/feed") == wanted && gateway.store().poll("agency", feed.uri("/feed")).filter(one -> one.failures() == wanted).isPresent());
            var due = gateway.store().poll("agency", feed.uri("/feed")).orElseThrow().due();
            var wait = java.time.Duration.between(clock.instant(), due).toSeconds();
            assertThat(wait).isBetween(60L << failure, (60L << failure) * 11 / 10);
            if (failure == 3) feed.failWith(0);
            clock.to(due);
        }
        until("late");
        assertThat(gateway.asOperator().get("/attention").body()).contains("could not be read 3 times in a row: HTTP 503");
    }

    @Test
    void anAnswerThatIsTooLargeIsCutOff() throws Exception {
        feed.page("/feed", atom("<entry><id>x</id><title>" + "x".repeat(300_000) + "</title></entry>"));
        open("<poll uri=\"" + feed.uri("/feed") + "\" every=\"1\"/>");
        Wait.until("it failed", () -> gateway.store().poll("agency", feed.uri("/feed")).filter(one -> one.failures() > 0).isPresent());
    }

    private ConfigurationFolder configuration(String poll) {
        return ConfigurationFolder.in(folder).polled("agency", Alert.SENDER, poll).publicDoor("anybody", "", "<feed name=\"public\" kind=\"active\"/>");
    }

    private void open(String poll) throws Exception {
        gateway = RunningGateway.start(configuration(poll));
    }

    private void until(String... identifiers) {
        Wait.until("the feed holds " + List.of(identifiers), () -> identifiers().containsAll(List.of(identifiers)));
        gateway.settle();
    }

    private List<String> identifiers() {
        return IDENTIFIER.matcher(gateway.asAnybody().get("/feeds/public.atom").body()).results().map(found -> found.group(1)).toList();
    }

    private static String atom(String... entries) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:feed</id><title>Alerts</title><updated>2026-03-04T06:10:00Z</updated>" + String.join("", entries) + "</feed>";
    }

    private static String entry(String href, String updated) {
        return "<entry><id>" + href + "</id><title>An alert</title><updated>" + updated + "</updated><link rel=\"alternate\" type=\"application/cap+xml\" href=\"" + href + "\"/></entry>";
    }

    private String rss(String href, String date) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Alerts</title><link>https://agency.example</link><description>d</description><item><title>An alert</title><link>" + feed.uri(href)
                + "</link><pubDate>" + date + "</pubDate></item></channel></rss>";
    }
}
