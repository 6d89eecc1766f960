package tearline.server.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tearline.server.store.Store;
import tearline.server.store.StoreUnavailable;

/** Forgets tombstones that everybody had time to read, once an hour. */
public final class Horizon implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Horizon.class);
    private final Store store;
    private final Duration kept;
    private final Clock clock;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "feed-horizon");
        thread.setDaemon(true);
        return thread;
    });

    public Horizon(Store store, Duration kept, Clock clock) {
        this.store = store;
        this.kept = kept;
        this.clock = clock;
        hourly.scheduleWithFixedDelay(this::forget, 1, 60, TimeUnit.MINUTES);
    }

    void forget() {
        try {
            store.forgetTombstones(clock.instant().minus(kept)).join();
        } catch (StoreUnavailable | java.util.concurrent.CompletionException later) {
            LOG.warn("tombstones were not forgotten, in an hour again: {}", later.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        hourly.shutdownNow();
    }
}
