package tearline.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thousand partners, five deliveries each: a hundred dead ones must not be felt by the other nine hundred. */
class ThousandPartnersTest {

    private static final int PARTNERS = 1_000;
    private static final int DEAD = 100;
    private static final int EACH = 5;
    private static final double MOST = 1.5;
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(3), Duration.ofSeconds(5), 12,
            Duration.ofSeconds(5), Duration.ofMinutes(1));

    @TempDir
    Path home;

    record Run(double p50, double p99, int threads) {}

    @Test
    @Timeout(240)
    void aHundredDeadPartnersAreNotFelt() throws Exception {
        long start = System.nanoTime();
        run(0);       // makes the queues, once and for all, and warms up
        double ratio = compare();
        if (ratio > MOST && Duration.ofNanos(System.nanoTime() - start).toSeconds() < 35) {
            ratio = compare();      // a machine shared with others may stumble once
        }
        assertThat(ratio).isLessThanOrEqualTo(MOST);
    }

    private double compare() throws Exception {
        Run alive = run(0);
        Run dead = run(DEAD);
        double ratio = dead.p99 / alive.p99;
        System.out.printf(Locale.ROOT, "%d partners, %d deliveries each: p99 of the %d healthy ones %.0f ms with nobody dead,"
                + " %.0f ms with %d dead: ratio %.2f (p50 %.0f and %.0f ms; threads %d and %d)%n", PARTNERS, EACH,
                PARTNERS - DEAD, alive.p99, dead.p99, DEAD, ratio, alive.p50, dead.p50, alive.threads, dead.threads);
        assertThat(dead.threads).as("threads do not grow with partners").isLessThan(200);
        return ratio;
    }

    private Run run(int dead) throws Exception {
        var arrivals = new ConcurrentLinkedQueue<Long>();
        var count = new AtomicInteger();
        var start = new AtomicLong();
        try (var silent = new SilentServer(); var healthy = new PartnerServer((request, headers) -> {
            if (Integer.parseInt(request.path().substring(1)) >= DEAD) {
                arrivals.add(System.nanoTime() - start.get());
                count.incrementAndGet();
            }
            return 202;
        })) {
            var addresses = new ArrayList<Address>();
            for (int partner = 0; partner < PARTNERS; partner++) {
                URI uri = (partner < dead ? silent.uri() : healthy.uri()).resolve("/" + partner);
                addresses.add(Address.http(partner(partner), "http", uri, 2));
            }
            try (var outbound = new Outbound(home, Clock.systemUTC(), PATIENCE, addresses)) {
                String[] partners = addresses.stream().map(Address::partner).toArray(String[]::new);
                for (int each = 0; each < EACH; each++) {
                    outbound.finish(outbound.accept(), outbound.deliver("http", "http", "<alert/>"), partners);
                }
                start.set(System.nanoTime());
                outbound.start();
                Outbound.await(() -> count.get() >= (PARTNERS - DEAD) * EACH, Duration.ofSeconds(60)); // the first run makes the queues, too
                int threads = Thread.activeCount();
                double[] times = arrivals.stream().mapToDouble(nanos -> nanos / 1e6).sorted().toArray();
                return new Run(times[times.length / 2], times[times.length * 99 / 100], threads);
            }
        }
    }

    private static String partner(int number) {
        return "partner-" + number;
    }
}
