package tearline.server.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a partner is worth trying. After five failures in a row it opens and nothing is consumed; when the next attempt
 * is due, a single trial decides. In memory only: a restart tries everybody anew.
 */
public final class Circuit {

    private static final int FAILURES = 5;

    private int failures;
    private Instant openUntil;

    /** At its time an open circuit admits one, and that only when nothing else is on its way. */
    synchronized boolean admits(Instant now, int inFlight) {
        return openUntil == null || inFlight == 0 && !now.isBefore(openUntil);
    }

    synchronized int failed() {
        return ++failures;
    }

    synchronized boolean isWornOut() {
        return failures >= FAILURES;
    }

    /** Whether it was closed until now. */
    synchronized boolean open(Instant until) {
        boolean closed = openUntil == null;
        if (closed || until.isAfter(openUntil)) {
            openUntil = until;
        }
        return closed;
    }

    /** Whether it was open until now. */
    synchronized boolean close() {
        boolean open = openUntil != null;
        failures = 0;
        openUntil = null;
        return open;
    }

    /** For the operator; empty = closed. */
    public synchronized Optional<Instant> openUntil() {
        return Optional.ofNullable(openUntil);
    }
}
