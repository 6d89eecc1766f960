package tearline.server.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The time to the next attempt: doubled at each failure up to a longest, and spread so that partners do not come in step. */
final class Backoff {

    private static final double SPREAD = 0.2;

    private final long first;
    private final long longest;
    private final RandomGenerator random;

    Backoff(Patience patience, RandomGenerator random) {
        first = patience.firstDelay().toMillis();
        longest = Math.max(first, patience.longestDelay().toMillis());
        this.random = random;
    }

    Duration after(int failures) {
        double doubled = first * Math.pow(2, Math.max(0, failures - 1));
        double spread = Math.min(doubled, longest) * (1 - SPREAD + 2 * SPREAD * random.nextDouble());
        return Duration.ofMillis(Math.round(Math.max(first, Math.min(spread, longest))));
    }
}
