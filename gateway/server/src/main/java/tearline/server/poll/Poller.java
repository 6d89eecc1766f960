package tearline.server.poll;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tearline.engine.config.Configuration;
import tearline.engine.config.Partner;
import tearline.engine.config.Poll;
import tearline.engine.house.House;
import tearline.server.intake.Refusals;
import tearline.server.store.JournalEntry;
import tearline.server.store.PollState;
import tearline.server.store.Store;

/** The door through which alerts are fetched: looks at each configured feed when it is due, and at one that fails less and less often. */
public final class Poller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int FAILURES_TOLD = 3;
    private static final int TICK_MILLIS = 200;

    /** One feed; it is looked at by one thread at a time. Due repeats what the store knows, which nobody else changes. */
    private record Watched(Partner partner, Poll poll, AtomicBoolean busy, AtomicReference<Instant> due) {}

    private final Store store;
    private final Clock clock;
    private final Random random;
    private final Fetcher fetcher;
    private final Items items;
    private final Submission submission;
    private final List<Watched> feeds = new ArrayList<>();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "poll-ticks"));
    private final ExecutorService looks = Executors.newFixedThreadPool(2, task -> daemon(task, "poll"));

    public Poller(House house, Configuration configuration, Store store, Refusals refusals, CamelContext camel, Clock clock, Random random) {
        var settings = configuration.gateway();
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.fetcher = new Fetcher(settings.delivery().connect(), settings.delivery().request(), settings.limits().messageBytes());
        this.items = new Items(house.mappings());
        this.submission = new Submission(camel, refusals, clock);
        for (var partner : configuration.partners()) {
            partner.sends().ifPresent(sends -> sends.polls().forEach(poll -> feeds.add(new Watched(partner, poll, new AtomicBoolean(), new AtomicReference<>(Instant.EPOCH)))));
        }
    }

    public void start() {
        if (!feeds.isEmpty()) ticks.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        for (var feed : feeds) {
            if (!feed.due().get().isAfter(clock.instant()) && feed.busy().compareAndSet(false, true)) {
                looks.execute(() -> {
                    try {
                        lookIfDue(feed);
                    } catch (RuntimeException e) {
                        LOG.error("poll of {} failed: {}", feed.partner().name(), e.getClass().getName());
                    } finally {
                        feed.busy().set(false);
                    }
                });
            }
        }
    }

    private void lookIfDue(Watched feed) {
        var name = feed.partner().name();
        var uri = feed.poll().uri().toString();
        var before = store.poll(name, uri).orElse(new PollState("", "", Instant.EPOCH, 0));
        feed.due().set(before.due());
        var now = clock.instant();
        if (before.due().isAfter(now)) return;
        var look = new Look(feed.partner(), feed.poll(), store, fetcher, items, submission);
        try {
            var after = look.take(before);
            store.rememberLook(name, uri, new PollState(after.etag(), after.modified(), now.plus(jittered(feed.poll().every())), 0), look.listed()).join();
        } catch (IOException e) {
            if (looks.isShutdown()) return; // the gateway stops, not the feed
            failed(feed, before, now, e instanceof Forbidden || e.getClass() == IOException.class ? e.getMessage() : e.getClass().getSimpleName());
        }
    }

    private void failed(Watched feed, PollState before, Instant now, String why) {
        int failures = before.failures() + 1;
        var name = feed.partner().name();
        LOG.warn("the feed of {} at {} could not be read, {} times in a row: {}", name, feed.poll().uri().getHost(), failures, why);
        if (failures == FAILURES_TOLD) {
            store.journal(JournalEntry.of("poll-failing", name, "{\"host\":\"" + feed.poll().uri().getHost() + "\"}")
                    .withAttention("the feed of " + name + " at " + feed.poll().uri().getHost() + " could not be read " + failures + " times in a row: " + why));
        }
        var wait = feed.poll().every().multipliedBy(1L << Math.min(failures, 12));
        var longest = LONGEST.compareTo(feed.poll().every()) > 0 ? LONGEST : feed.poll().every();
        store.rememberLook(name, feed.poll().uri().toString(), new PollState(before.etag(), before.modified(), now.plus(jittered(wait.compareTo(longest) > 0 ? longest : wait)), failures), List.of()).join();
    }

    /** Up to a tenth longer, so that not all gateways ask at once. */
    private Duration jittered(Duration wait) {
        return wait.plusMillis((long) (random.nextDouble() * wait.toMillis() / 10));
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws InterruptedException {
        ticks.shutdownNow();
        looks.shutdownNow();
        fetcher.close();
        looks.awaitTermination(5, TimeUnit.SECONDS);
    }
}
