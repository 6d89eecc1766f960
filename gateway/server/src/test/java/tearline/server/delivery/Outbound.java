package tearline.server.delivery;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import tearline.server.queue.Broker;
import tearline.server.queue.Connections;
import tearline.server.queue.Relay;
import tearline.server.store.Decided;
import tearline.server.store.Delivery;
import tearline.server.store.Exchanged;
import tearline.server.store.NewDelivery;
import tearline.server.store.NewMessage;
import tearline.server.store.NewPart;
import tearline.server.store.Outcome;
import tearline.server.store.Store;

/** The gateway's way out, wired as in earnest: real store, real broker, real routes. */
final class Outbound implements AutoCloseable {

    static final Patience PATIENCE = new Patience(Duration.ofSeconds(3), Duration.ofSeconds(10), 12, Duration.ofSeconds(5),
            Duration.ofMinutes(15));
    static final String BANNER = "UNCLASSIFIED//FOR OFFICIAL USE ONLY";
    private static final AtomicLong MESSAGES = new AtomicLong();

    final Store store;
    final Broker broker;
    final Circuits circuits = new Circuits();
    final Relay relay;
    final Deliveries deliveries;
    private final Clock clock;
    private final Connections connections;
    private final CamelContext camel = new DefaultCamelContext();
    private final HttpDelivery http;
    private final FolderDelivery folder;

    Outbound(Path home, Clock clock, Patience patience, List<Address> all) throws Exception {
        this.clock = clock;
        var addresses = new Addresses(all);
        store = Store.open(home.resolve("store"), clock);
        broker = new Broker(home.resolve("queues")).start();
        connections = new Connections(broker);
        relay = new Relay(store, connections, clock);
        http = new HttpDelivery(addresses, store::product, delivery -> Optional.of(BANNER), patience, clock);
        folder = new FolderDelivery(addresses, store::product);
        var verdicts = new Verdicts(store, circuits, patience, clock, new Random(7));
        camel.addRoutes(new DeliveryRoutes(http, folder, verdicts));
        camel.start();
        deliveries = new Deliveries(store, connections, relay, addresses, circuits, verdicts, camel, clock);
    }

    static Outbound on(Path home, Clock clock, Address... addresses) throws Exception {
        return new Outbound(home, clock, PATIENCE, Arrays.asList(addresses)).start();
    }

    Outbound start() {
        relay.start(deliveries::wake);
        return this;
    }

    String send(String partner, String door, String kind, String product) {
        return send(deliver(door, kind, product), partner);
    }

    /** One message that these partners get. */
    String send(NewDelivery product, String... partners) {
        String id = accept();
        finish(id, product, partners);
        relay.signal();
        return id;
    }

    String accept() {
        String id = "m-" + MESSAGES.incrementAndGet();
        var part = new NewPart(0, "cap-1.2", "1.2", "alert", List.of(id), -1, -1, NewPart.ACCEPTED, "[]");
        store.accept(new NewMessage(id, clock.instant(), "http", "county-dispatch", "application/cap+xml", new byte[] {1},
                "digest", List.of(part), "{}")).join();
        return id;
    }

    void finish(String id, NewDelivery product, String... partners) {
        var decided = new ArrayList<Decided>();
        for (String partner : partners) {
            decided.add(new Decided("urn:agreement:" + partner, "1", partner, Outcome.PENDING, "{}", List.of(product), List.of()));
        }
        store.finish(new Exchanged(id, 0, decided)).join();
    }

    NewDelivery deliver(String door, String kind, String product) {
        return new NewDelivery(door, kind, "cap-1.2", "application/cap+xml", "County flood 17.CAP",
                product.getBytes(StandardCharsets.UTF_8), "key-" + MESSAGES.incrementAndGet(), clock.instant(), Optional.empty(), 4);
    }

    NewDelivery expiring(String door, String kind, String product, Instant expires) {
        NewDelivery plain = deliver(door, kind, product);
        return new NewDelivery(door, kind, plain.standard(), plain.mediaType(), plain.fileName(), plain.productBytes(),
                plain.idempotencyKey(), plain.due(), Optional.of(expires), plain.priority());
    }

    NewDelivery urgent(String door, String kind, String product) {
        NewDelivery plain = deliver(door, kind, product);
        return new NewDelivery(door, kind, plain.standard(), plain.mediaType(), plain.fileName(), plain.productBytes(),
                plain.idempotencyKey(), plain.due(), plain.expires(), 9);
    }

    Delivery only(String message) {
        return store.deliveries(message).get(0);
    }

    Delivery awaitState(String message, Outcome state) {
        await(() -> only(message).state() == state);
        return only(message);
    }

    Delivery awaitAttempts(String message, int attempts) {
        await(() -> {
            relay.signal();
            return only(message).attempts() >= attempts;
        });
        return only(message);
    }

    static void await(BooleanSupplier condition) {
        await(condition, Duration.ofSeconds(20));
    }

    static void await(BooleanSupplier condition, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + longest.toSeconds() + " s in vain");
            }
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        relay.close();
        deliveries.close();
        http.close();
        folder.close();
        camel.stop();
        connections.close();
        broker.close();
        store.close();
    }
}
