package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After an agreement has changed its feeds show what today's text lets through, of old messages too, and never what an earlier one did. */
class PolicyChangeTest {

    private static final String SECRET = "The levee seeps.";
    private static final Pattern SINCE = Pattern.compile("since=([A-Za-z0-9_-]{59})\"");
    private static final Pattern ENTRY = Pattern.compile("<id>urn:uuid:([0-9a-f-]{36})</id>");
    @TempDir
    Path folder;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = RunningGateway.start(configured("CTRL FOUO"));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Path configured(String grants) {
        return ConfigurationFolder.in(folder).sender("metro", Alert.SENDER)
                .gets("watch", "", ConfigurationFolder.CAP, grants, ConfigurationFolder.WHOLE_ALERT, "<feed name=\"watch\"/>")
                .gets("active", "", ConfigurationFolder.CAP, grants, ConfigurationFolder.WHOLE_ALERT, "<feed name=\"active\" kind=\"active\"/>")
                .publicFeed("anybody", "public").written();
    }

    private void restart(String grants) throws Exception {
        gateway.close();
        gateway = RunningGateway.start(configured(grants));
    }

    /** As a reader would: told to come back, it comes back. */
    private Client.Reply read(String partner, String path) {
        var answer = new AtomicReference<Client.Reply>();
        Wait.until("the feed is made", () -> {
            answer.set(gateway.as(partner).get(path));
            if (answer.get().status() != 503) return true;
            assertThat(answer.get().header("Retry-After")).isNotEmpty();
            assertThat(answer.get().body()).doesNotContain(SECRET);
            return false;
        });
        return answer.get();
    }

    private void post(Alert alert) {
        post(alert.text());
    }

    private void update(Alert alert, String earlier) {
        var text = alert.text().replace("<msgType>Alert", "<msgType>Update").replaceFirst("</scope>", "</scope><references>" + Alert.SENDER + "," + earlier + ",2026-03-04T06:10:00-08:00</references>");
        post(text.replaceFirst("<sent>2026-03-04T06:10:00-08:00", alert.identifier().equals("flood-3") ? "<sent>2026-03-04T06:10:00-08:00" : "<sent>2026-03-04T06:30:00-08:00"));
    }

    private void post(String text) {
        var answer = gateway.as("metro").post(text);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        gateway.settle();
    }

    @Test
    void whatATighterAgreementHidesIsGoneAndALooserOneBringsItBack() throws Exception {
        post(Alert.numbered("flood-1").headline("Flood").description("The river rises.\n(U//FOUO) " + SECRET));
        var before = read("watch", "/feeds/watch");
        assertThat(before.body()).contains(SECRET);
        var cursor = found(SINCE, before.body());
        var entry = found(ENTRY, before.body());
        assertThat(read("watch", "/records/" + entry).body()).contains(SECRET);
        var active = read("active", "/feeds/active.atom").body();
        assertThat(active).contains("Flood");
        var alert = alertOf(active);
        assertThat(read("active", alert).body()).contains(SECRET);

        restart("CTRL");

        assertThat(read("watch", "/feeds/watch").body()).contains("The river rises.").doesNotContain(SECRET);
        assertThat(read("watch", "/feeds/watch?since=" + cursor).status()).isEqualTo(410);
        assertThat(read("watch", "/records/" + entry).body()).doesNotContain(SECRET);
        assertThat(read("active", "/feeds/active.atom").body()).contains("Flood").doesNotContain(SECRET);
        assertThat(read("active", alert).body()).doesNotContain(SECRET);
        assertThat(read("active", alertOf(read("active", "/feeds/active.atom").body())).body()).contains("The river rises.").doesNotContain(SECRET);
        assertThat(gateway.store().ledger().balances()).isTrue();

        restart("CTRL FOUO");

        assertThat(read("watch", "/feeds/watch").body()).contains(SECRET);
        assertThat(read("watch", "/records/" + entry).body()).contains(SECRET);
        assertThat(read("active", alertOf(read("active", "/feeds/active.atom").body())).body()).contains(SECRET);
        assertThat(gateway.store().verifyJournal().intact()).isTrue();
    }

    @Test
    void whatWasTakenBackOrPurgedDoesNotComeBack() throws Exception {
        post(Alert.numbered("flood-2").headline("Flood").description("(U//FOUO) " + SECRET));
        update(Alert.numbered("flood-3").headline("Flood, still").description("Less."), "flood-2");
        post(Alert.numbered("purged-1").headline("Purged").description(SECRET));
        gateway.asOperator().post("/operate/purge/purged-1?reason=test", "");
        assertThat(read("watch", "/feeds/watch").body()).contains("Flood, still").doesNotContain(SECRET);

        restart("CTRL");
        restart("CTRL FOUO");

        assertThat(read("watch", "/feeds/watch").body()).contains("Flood, still").doesNotContain(SECRET).doesNotContain("Purged");
        update(Alert.numbered("flood-4").headline("Flood, over").description("Nothing."), "flood-3");
        assertThat(read("watch", "/feeds/watch").body()).contains("Flood, over").doesNotContain("Flood, still");
    }

    @Test
    void aFeedWhoseAgreementStaysTheSameKeepsItsCursors() throws Exception {
        post(Alert.numbered("flood-5").headline("Flood").description("The river rises."));
        var cursor = found(SINCE, gateway.asAnybody().get("/feeds/public").body());
        restart("CTRL");
        assertThat(gateway.asAnybody().get("/feeds/public?since=" + cursor).status()).as("at once").isEqualTo(200);
        assertThat(gateway.asAnybody().get("/feeds/public").body()).contains("The river rises.");
    }

    private static String alertOf(String feed) {
        return found(Pattern.compile("(/feeds/active/[^\"<]+\\.xml)"), feed);
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
