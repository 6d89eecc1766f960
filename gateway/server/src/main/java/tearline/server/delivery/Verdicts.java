package tearline.server.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import tearline.server.store.Delivery;
import tearline.server.store.JournalEntry;
import tearline.server.store.Store;

/** Writes what came of an attempt: arrived, again at a later time, or dead with an operator told. Last step of every route. */
public final class Verdicts {

    private final Store store;
    private final Circuits circuits;
    private final Patience patience;
    private final Backoff backoff;
    private final Clock clock;

    public Verdicts(Store store, Circuits circuits, Patience patience, Clock clock, RandomGenerator random) {
        this.store = store;
        this.circuits = circuits;
        this.patience = patience;
        this.backoff = new Backoff(patience, random);
        this.clock = clock;
    }

    /** Complete when it is durable; only then may the token be acknowledged. */
    public CompletableFuture<Void> commit(Attempt attempt) {
        Delivery delivery = attempt.delivery();
        if (attempt.answer() instanceof Answer.Arrived arrived) {
            answered(delivery);
            return store.delivered(delivery.id(), arrived.evidence());
        }
        if (attempt.answer() instanceof Answer.Never never) {
            answered(delivery);     // with a no; but there is somebody
            return store.dead(delivery.id(), never.why());
        }
        return again(delivery, (Answer.NotYet) attempt.answer());
    }

    /** The later of the two counts, the delivery's own failures and the partner's, sets the distance. */
    private CompletableFuture<Void> again(Delivery delivery, Answer.NotYet answer) {
        Circuit circuit = circuits.of(delivery.partner());
        int tries = delivery.attempts() + 1;
        Duration distance = backoff.after(Math.max(tries, circuit.failed()));
        Instant due = answer.notBefore().orElseGet(() -> clock.instant().plus(distance));
        boolean leaveAlone = answer.notBefore().isPresent() || answer instanceof Answer.LockedOut || circuit.isWornOut();
        if (leaveAlone && circuit.open(due)) {
            opened(delivery, answer, due);
        }
        return tries >= patience.attempts()
                ? store.dead(delivery.id(), "given up after " + tries + " attempts: " + answer.why(), answer.doubtful())
                : store.retryAt(delivery.id(), due, answer.why(), answer.doubtful());
    }

    private void answered(Delivery delivery) {
        if (circuits.of(delivery.partner()).close()) {
            journal(JournalEntry.of("circuit", delivery.partner(), state("closed").toString()));
        }
    }

    /** A partner that is down comes back by itself; one that locks us out needs a person. */
    private void opened(Delivery delivery, Answer.NotYet answer, Instant until) {
        var entry = JournalEntry.of("circuit", delivery.partner(),
                state("open").put("why", answer.why()).put("until", until.toString()).toString());
        journal(answer instanceof Answer.LockedOut
                ? entry.withAttention(delivery.partner() + " does not let us in by " + delivery.door() + " (" + answer.why()
                        + "): check its credential and address; its deliveries wait and are tried again")
                : entry);
    }

    private static ObjectNode state(String state) {
        return JsonNodeFactory.instance.objectNode().put("state", state);
    }

    /** Worth remembering, not worth failing for. */
    private void journal(JournalEntry entry) {
        store.journal(entry).exceptionally(unavailable -> null);
    }
}
