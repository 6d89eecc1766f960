package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** A partner that answers 202 to everything, a little slowly, and counts what came in which life of the gateway. */
final class CountingPartner implements AutoCloseable {

    private record Arrived(int life, String alert, String key, String body) {}

    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;
    private volatile int life;

    CountingPartner() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/alerts";
    }

    /** The gateway has been killed. */
    void nextLife() {
        life++;
    }

    Set<String> alerts() {
        return arrived.stream().map(Arrived::alert).collect(Collectors.toCollection(TreeSet::new));
    }

    int repeats() {
        return arrived.size() - alerts().size();
    }

    /** Never twice in one life; after each kill at most as many again as were under way; same key and same bytes as the first time. */
    void assertRepeatsAreThoseOfKills(int inFlight) {
        var byAlert = arrived.stream().collect(Collectors.groupingBy(Arrived::alert));
        var repeatedAfter = new HashMap<Integer, Integer>();
        for (var copies : byAlert.values()) {
            var lives = new HashSet<Integer>();
            for (var copy : copies) {
                assertThat(lives.add(copy.life())).as("%s came twice in life %d", copy.alert(), copy.life()).isTrue();
                assertThat(copy.key()).as("the idempotency key of %s", copy.alert()).isNotBlank().isEqualTo(copies.get(0).key());
                assertThat(copy.body()).isEqualTo(copies.get(0).body());
            }
            copies.subList(0, copies.size() - 1).forEach(copy -> repeatedAfter.merge(copy.life(), 1, Integer::sum));
        }
        assertThat(byAlert.values().stream().map(copies -> copies.get(0).key()).distinct()).as("no two alerts share a key").hasSize(byAlert.size());
        for (Map.Entry<Integer, Integer> kill : repeatedAfter.entrySet()) assertThat(kill.getValue()).as("repeats for kill %d", kill.getKey()).isLessThanOrEqualTo(inFlight);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            arrived.add(new Arrived(life, String.join("+", LoadOfAlerts.in(body)), exchange.getRequestHeaders().getFirst("Idempotency-Key"), body));
            Thread.sleep(ThreadLocalRandom.current().nextInt(40));
            exchange.sendResponseHeaders(202, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
