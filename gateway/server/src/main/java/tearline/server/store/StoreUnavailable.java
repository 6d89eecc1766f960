package tearline.server.store;

import java.time.Duration;

/** Nothing was stored, and it is our fault: the disk is full or the writer is behind. Come back later. */
public final class StoreUnavailable extends RuntimeException {

    private final Duration retryAfter;

    StoreUnavailable(String why, Duration retryAfter, Throwable cause) {
        super(why, cause);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
