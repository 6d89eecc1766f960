package tearline.engine.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static tearline.engine.lifecycle.Lifecycle.Standing.ACTIVE;
import static tearline.engine.lifecycle.Lifecycle.Standing.CANCELLED;
import static tearline.engine.lifecycle.Lifecycle.Standing.EXPIRED;
import static tearline.engine.lifecycle.Lifecycle.Standing.SPOKEN;
import static tearline.engine.lifecycle.Lifecycle.Standing.SUPERSEDED;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is in force of several documents, whatever the order in which they came. */
class LifecycleTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void anUpdateTakesThePlaceOfEverythingItNamesAndACancellationTakesItBack() {
        var a = told("A", 1, Type.ALERT);
        var b = told("B", 2, Type.ALERT);
        var update = told("C", 3, Type.UPDATE, a, b);
        assertThat(standings(a, b, update)).containsExactly(SUPERSEDED, SUPERSEDED, ACTIVE);
        assertThat(standings(a, b, update, told("D", 4, Type.CANCEL, update))).containsExactly(SUPERSEDED, SUPERSEDED, CANCELLED, SPOKEN);
    }

    @Test
    void whatArrivesAfterItsOwnUpdateIsReplacedFromTheStart() {
        var a = told("A", 1, Type.ALERT);
        assertThat(standings(told("B", 2, Type.UPDATE, a), a)).containsExactly(ACTIVE, SUPERSEDED);
        assertThat(standings(told("B", 2, Type.CANCEL, a), a)).containsExactly(SPOKEN, CANCELLED);
    }

    @Test
    void acknowledgementsAndErrorsChangeNothing() {
        var a = told("A", 1, Type.ALERT);
        assertThat(standings(a, told("B", 2, Type.ACK, a), told("C", 3, Type.ERROR, a))).containsExactly(ACTIVE, SPOKEN, SPOKEN);
    }

    @Test
    void onlyTheSendersOwnDocumentsMoveItsAlert() {
        var a = told("A", 1, Type.ALERT);
        var stranger = new Told("spoof", "alert", "stranger", "X", sent(2), "Actual", 0, Type.CANCEL, List.of(new Named("metro", "A", sent(1))), Optional.empty());
        var lifecycle = new Lifecycle(List.of(a, stranger));
        assertThat(lifecycle.standing(a, NOON)).isEqualTo(ACTIVE);
        assertThat(lifecycle.isSpoofed(stranger)).isTrue();
        assertThat(lifecycle.isSpoofed(a)).isFalse();
    }

    @Test
    void aNameWithoutATimeMeansEveryDocumentOfThatId() {
        var old = told("A", 1, Type.ALERT);
        var later = new Told("A2", "alert", "metro", "A", sent(2), "Actual", 0, Type.ALERT, List.of(), Optional.empty());
        var cancel = new Told("C", "alert", "metro", "C", sent(3), "Actual", 0, Type.CANCEL, List.of(new Named("metro", "A", "")), Optional.empty());
        assertThat(standings(old, later, cancel)).containsExactly(CANCELLED, CANCELLED, SPOKEN);
        var exact = new Told("C", "alert", "metro", "C", sent(3), "Actual", 0, Type.CANCEL, List.of(new Named("metro", "A", sent(2))), Optional.empty());
        assertThat(standings(old, later, exact)).as("the first gave way to the second already").containsExactly(SUPERSEDED, CANCELLED, SPOKEN);
    }

    @Test
    void theSameIdSentLaterIsAnUpdateThatDoesNotSaySo() {
        var later = new Told("A2", "alert", "metro", "A", sent(2), "Actual", 0, Type.ALERT, List.of(), Optional.empty());
        assertThat(standings(told("A", 1, Type.ALERT), later)).containsExactly(SUPERSEDED, ACTIVE);
    }

    @Test
    void circlesAndNamesFromTheFutureLeaveOneInForce() {
        var a = new Told("A", "alert", "metro", "A", sent(1), "Actual", 0, Type.UPDATE, List.of(new Named("metro", "B", sent(2)), new Named("metro", "A", sent(1))), Optional.empty());
        var b = new Told("B", "alert", "metro", "B", sent(2), "Actual", 0, Type.UPDATE, List.of(new Named("metro", "A", sent(1))), Optional.empty());
        assertThat(standings(a, b)).containsExactly(SUPERSEDED, ACTIVE);
        var twin = new Told("C", "alert", "metro", "C", sent(2), "Actual", 0, Type.UPDATE, List.of(new Named("metro", "B", sent(2))), Optional.empty());
        var other = new Told("B", "alert", "metro", "B", sent(2), "Actual", 0, Type.UPDATE, List.of(new Named("metro", "C", sent(2))), Optional.empty());
        assertThat(standings(other, twin)).as("of one second, each names the other").containsExactlyInAnyOrder(SUPERSEDED, ACTIVE);
    }

    @Test
    void theVersionsOfARecordCountByTheirSequenceAndItsPurgeIsTheLast() {
        var add = version("ADD", 1, Type.ALERT);
        var third = version("third", 3, Type.UPDATE);
        var second = version("second", 2, Type.UPDATE);
        assertThat(standings(third, add, second)).containsExactly(ACTIVE, SUPERSEDED, SUPERSEDED);
        assertThat(standings(third, add, version("purge", 1, Type.CANCEL), second)).containsExactly(CANCELLED, CANCELLED, SPOKEN, CANCELLED);
    }

    @Test
    void whatEndsByItselfIsExpiredAndWhatWasReplacedWasReplaced() {
        var a = new Told("A", "alert", "metro", "A", sent(1), "Actual", 0, Type.ALERT, List.of(), Optional.of(NOON));
        assertThat(new Lifecycle(List.of(a)).standing(a, NOON.minusSeconds(1))).isEqualTo(ACTIVE);
        assertThat(new Lifecycle(List.of(a)).standing(a, NOON)).isEqualTo(EXPIRED);
        assertThat(new Lifecycle(List.of(a, told("B", 2, Type.UPDATE, a))).standing(a, NOON)).isEqualTo(SUPERSEDED);
    }

    @Test
    void kindsDoNotTouchEachOther() {
        var a = told("A", 1, Type.ALERT);
        var report = new Told("R", "situation", "metro", "R", sent(2), "Actual", 0, Type.UPDATE, List.of(new Named("metro", "A", "")), Optional.empty());
        assertThat(standings(a, report)).containsExactly(ACTIVE, ACTIVE);
    }

    @Test
    void referencesAreSplitAtTheFirstAndTheLastComma() {
        assertThat(Named.parse("metro,A,B,2026-11-25T04:00:00-08:00")).contains(new Named("metro", "A,B", "2026-11-25T12:00:00Z"));
        assertThat(Named.parse("metro,A,")).contains(new Named("metro", "A", ""));
        assertThat(Named.parse("metro A")).isEmpty();
        assertThat(Named.parse(",A,")).isEmpty();
    }

    private static List<Lifecycle.Standing> standings(Told... known) {
        var lifecycle = new Lifecycle(List.of(known));
        return Arrays.stream(known).map(one -> lifecycle.standing(one, NOON)).toList();
    }

    private static Told version(String key, long sequence, Type type) {
        return new Told(key, "sar", "TX1234567", "SAR-1", "", "Actual", sequence, type, List.of(new Named("TX1234567", "SAR-1", "")), Optional.empty());
    }

    private static Told told(String id, int minute, Type type, Told... names) {
        return new Told(id, "alert", "metro", id, sent(minute), "Actual", 0, type, Arrays.stream(names).map(one -> new Named(one.sender(), one.id(), one.sent())).toList(), Optional.empty());
    }

    private static String sent(int minute) {
        return Instant.parse("2026-11-25T10:00:00Z").plusSeconds(60L * minute).toString();
    }
}
