package tearline.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What partners were given, and where it is: in the queue, under way, arrived, or nobody knows. */
class CopiesTest {

    private static final byte[] PRODUCT = Given.bytes("<alert/>");
    @TempDir
    Path folder;
    private Store store;

    @AfterEach
    void close() {
        if (store != null) store.close();
    }

    @Test
    void aCopyIsInTheQueueUntilAnAttemptBeginsAndThenNobodyKnowsUntilAnAnswerComes() {
        long id = given("m-1");
        assertThat(copy().waits()).isTrue();
        assertThat(copy().doubtful()).isFalse();

        assertThat(store.begin(id)).isTrue();
        assertThat(copy().doubtful()).as("under way").isTrue();
        store.retryAt(id, Given.NOON, "no connection").join();
        assertThat(copy().doubtful()).as("a clear no").isFalse();
        store.begin(id);
        store.retryAt(id, Given.NOON, "no answer", true).join();
        assertThat(copy().doubtful()).isTrue();
        store.delivered(id, "HTTP 200").join();
        assertThat(copy().arrived()).isTrue();
        assertThat(copy().waits()).isFalse();
    }

    @Test
    void whatWaitsGivesWayToANewerMessageAndIsNeverAttempted() {
        long id = given("m-1");
        store.accept(Given.message("m-2", "cap:b")).join();
        store.finish(newer(true)).join();

        assertThat(store.begin(id)).isFalse();
        assertThat(store.verdicts("m-1")).extracting(Verdict::outcome).containsExactly(Outcome.SUPERSEDED);
        assertThat(store.ledger().balances()).isTrue();
    }

    @Test
    void whatHasBegunMeanwhileMakesThePlanInvalid() {
        long id = given("m-1");
        store.accept(Given.message("m-2", "cap:b")).join();
        assertThat(store.begin(id)).isTrue();

        assertThatThrownBy(() -> store.finish(newer(true)).join()).hasCauseInstanceOf(HeldChanged.class);
        assertThat(store.verdicts("m-1")).extracting(Verdict::outcome).containsExactly(Outcome.PENDING);
        assertThat(store.verdicts("m-2")).isEmpty();
        store.finish(newer(false)).join();
        store.retryAt(id, Given.NOON, "no answer", true).join();
        assertThat(store.delivery(id).orElseThrow().state()).as("not again").isEqualTo(Outcome.SUPERSEDED);
        assertThat(copy().doubtful()).isTrue();
    }

    @Test
    void aRefusedFinishLeavesTheQueueAsItWas() {
        long id = given("m-1");
        var twice = List.of(Given.decided("state", Given.delivery("push", PRODUCT)), Given.decided("state", Given.delivery("push", PRODUCT)));
        store.accept(Given.message("m-2", "cap:b")).join();
        assertThatThrownBy(() -> store.finish(new Exchanged("m-2", 0, twice, List.of(new GivesWay(Given.agreement("state"), new PartName("m-1", 0), true)), Map.of(), List.of(), List.of(), List.of())).join());

        assertThat(store.begin(id)).isTrue();
    }

    @Test
    void afterARestartWhatWasInTheQueueMayHaveArrived() {
        given("m-1");
        store.resetSent();
        assertThat(copy().doubtful()).isTrue();
    }

    @Test
    void whatAnOlderStoreGaveIsKnown() throws Exception {
        OldStore.of(folder, 2);
        store = Store.open(folder, Clock.systemUTC());
        assertThat(store.copies("m-1", 0)).singleElement().satisfies(copy -> {
            assertThat(copy.document()).isEqualTo("tl-1");
            assertThat(copy.agreement()).isEqualTo("urn:a");
        });
    }

    private long given(String message) {
        store = Store.open(folder, Clock.systemUTC());
        store.accept(Given.message(message, "cap:a")).join();
        var decided = Given.decided("state", Given.delivery("push", PRODUCT));
        store.finish(Given.exchanged(message, with(decided))).join();
        return store.deliveries(message).get(0).id();
    }

    private static Decided with(Decided decided) {
        return new Decided(decided.agreement(), "1", decided.partner(), decided.outcome(), "{}", decided.deliveries(), List.of(), List.of(),
                Optional.of(new NewCopy("tl-1", "gateway", "2026-11-01T12:00:00Z", "c", false, Optional.empty(), Optional.empty())));
    }

    private static Exchanged newer(boolean untried) {
        return new Exchanged("m-2", 0, List.of(Given.decided("state", Given.delivery("push", Given.bytes("<alert>2</alert>")))),
                List.of(new GivesWay(Given.agreement("state"), new PartName("m-1", 0), untried)), Map.of(), List.of(), List.of(), List.of());
    }

    private StoredCopy copy() {
        return store.copies("m-1", 0).get(0);
    }
}
