package tearline.server.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who asks again too soon and would get nothing new: told to wait. Pages that lead on are never held up. */
final class Polls {

    private final Map<String, Instant> last = new ConcurrentHashMap<>();
    private final Duration minimum;
    private final Clock clock;

    Polls(Duration minimum, Clock clock) {
        this.minimum = minimum;
        this.clock = clock;
    }

    /** Seconds to wait, 0 = go on. One that is told to wait does not wait the longer for it. */
    long wait(String reader) {
        if (minimum.isZero()) return 0;
        var now = clock.instant();
        var before = last.get(reader);
        if (before != null && now.isBefore(before.plus(minimum))) return Math.max(1, Duration.between(now, before.plus(minimum)).plusMillis(999).toSeconds());
        last.put(reader, now);
        return 0;
    }
}
