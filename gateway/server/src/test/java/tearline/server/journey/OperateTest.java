package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does and sees: hold, release, replay, attention, health, metrics. */
class OperateTest {

    @TempDir
    Path folder;
    private RunningGateway gateway;
    private PushedPartner state;
    private PushedPartner county;

    @BeforeEach
    void start() throws Exception {
        state = new PushedPartner();
        county = new PushedPartner();
        gateway = RunningGateway.start(ConfigurationFolder.in(folder).sender("metro", Alert.SENDER).getsByHttp("state", state.uri()).getsByHttp("county", county.uri()));
    }

    @AfterEach
    void stop() {
        gateway.close();
        state.close();
        county.close();
    }

    @Test
    void aHeldPartnerGetsNothingUntilItIsReleasedAndNobodyElseWaits() {
        assertThat(operate("hold/state").json().path("held").asBoolean()).isTrue();
        post("Held flood");
        county.await("Held flood");
        Wait.until("only the held one waits", () -> gateway.store().ledger().delivered() == 1 && gateway.store().ledger().pending() == 1);
        assertThat(state.arrived).isEmpty();

        assertThat(operate("release/state").json().path("held").asBoolean()).isFalse();
        state.await("Held flood");
        gateway.settle();
    }

    @Test
    void whatExpiresWhileItsPartnerIsHeldIsNeverPushed() {
        operate("hold/state");
        var soon = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "-00:00");
        var id = gateway.as("metro").post(Alert.numbered("op-soon").headline("Brief flood").expires(soon).text()).id();
        county.await("Brief flood");
        Wait.until("it has expired", () -> gateway.store().ledger().expired() == 1);
        operate("release/state");
        post("Later flood");

        state.await("Later flood");
        assertThat(state.got("Brief flood")).isFalse();
        assertThat(gateway.asOperator().get("/messages/" + id + "/explain").body()).contains("expired");
    }

    @Test
    void aReplaySendsTheSameUnderTheSameKeyToTheNamedPartnerOnly() {
        var id = post("Replayed flood");
        var first = state.await("Replayed flood");
        gateway.settle();

        assertThat(operate("replay/" + id + "?partner=state").json().path("deliveries").asInt()).isEqualTo(1);
        Wait.until("it comes again", () -> state.count("Replayed flood") == 2);
        gateway.settle();
        assertThat(state.arrived.get(1).key()).isEqualTo(first.key());
        assertThat(state.arrived.get(1).body()).isEqualTo(first.body());
        assertThat(county.count("Replayed flood")).isEqualTo(1);
    }

    @Test
    void aDeliveryThatThePartnerDeclinesIsDeadAndAReplayRevivesIt() {
        state.answer = 422;
        var id = post("Declined flood");
        Wait.until("it is dead", () -> gateway.store().ledger().dead() == 1);
        var attention = gateway.asOperator().get("/attention").json();
        assertThat(attention.path("attention").get(0).path("kind").asText()).isEqualTo("dead");
        assertThat(attention.path("attention").get(0).path("subject").asText()).isEqualTo(id);
        assertThat(attention.path("attention").get(0).path("text").asText()).contains("state").contains("422").doesNotContain("Declined flood");

        state.answer = 200;
        operate("replay/" + id);
        Wait.until("it is delivered", () -> gateway.store().ledger().dead() == 0 && gateway.store().ledger().pending() == 0);
        assertThat(gateway.asOperator().get("/attention").json().path("attention")).isEmpty();
    }

    @Test
    void aPartnerThatIsDownIsTriedAgainByItself() {
        state.answer = 503;
        post("Patient flood");
        Wait.until("the first attempt", () -> state.got("Patient flood"));
        state.answer = 202;
        gateway.settle();
        assertThat(state.arrived).extracting(PushedPartner.Arrived::key).containsOnly(state.arrived.get(0).key());
    }

    /** Bursts that end: the last delivery of each must not wait for the next burst, or for a restart. */
    @Test
    void nothingIsLeftBehindWhenABurstEnds() throws Exception {
        var senders = java.util.concurrent.Executors.newFixedThreadPool(4);
        try {
            for (int burst = 0; burst < 25; burst++) {
                var posts = new java.util.ArrayList<java.util.concurrent.Callable<String>>();
                for (int count = 0; count < 16; count++) {
                    var name = "Burst " + burst + " " + count;
                    posts.add(() -> post(name));
                }
                for (var posted : senders.invokeAll(posts)) posted.get();
                gateway.settle();
            }
        } finally {
            senders.shutdownNow();
        }
        assertThat(state.arrived).hasSize(400);
        assertThat(county.arrived).hasSize(400);
    }

    @Test
    void onlyAnOperatorMayOperate() {
        for (var who : new String[] {"metro", "state"}) {
            assertThat(gateway.as(who).post("/operate/hold/state", "").status()).isEqualTo(403);
            assertThat(gateway.as(who).get("/attention").status()).isEqualTo(404);
        }
        assertThat(gateway.asAnybody().post("/operate/hold/state", "").status()).isEqualTo(401);
        assertThat(gateway.asAnybody().get("/attention").status()).isEqualTo(401);
        assertThat(gateway.store().held()).isEmpty();
        assertThat(operate("hold/nobody").status()).isEqualTo(404);
        assertThat(operate("replay/m-nothing").status()).isEqualTo(404);
        assertThat(operate("explode/state").status()).isEqualTo(404);
        assertThat(gateway.asOperator().get("/operate/hold/state").status()).isIn(404, 405);
    }

    @Test
    void theLedgerStandsBesideWhatNeedsAttention() {
        post("Counted flood");
        gateway.settle();
        var ledger = gateway.asOperator().get("/attention").json().path("ledger");
        assertThat(ledger.path("unfinished").asInt()).isZero();
        assertThat(ledger.path("stranded").asInt()).isZero();
        assertThat(ledger.path("lines")).hasSize(2).allSatisfy(line -> assertThat(line.path("delivered").asInt()).isEqualTo(1));
    }

    @Test
    void healthAndMetricsAreOpenAndHoldNoContent() {
        post("Metered flood");
        gateway.settle();
        assertThat(gateway.asAnybody().get("/health").json().path("ready").asBoolean()).isTrue();
        var metrics = gateway.asAnybody().get("/metrics");
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.header("Content-Type")).startsWith("text/plain");
        assertThat(metrics.body()).contains("routeId=\"intake\"").contains("routeId=\"exchange\"").contains("routeId=\"deliver-http\"").contains("tearline_attention")
                .doesNotContain("Metered flood").doesNotContain("op-Metered").doesNotContain("secret-");
    }

    private String post(String headline) {
        var answer = gateway.as("metro").post(Alert.numbered("op-" + headline.replace(' ', '-')).headline(headline).text());
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.id();
    }

    private Client.Reply operate(String what) {
        return gateway.asOperator().post("/operate/" + what, "");
    }
}
