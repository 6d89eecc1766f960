package tearline.server.delivery;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tearline.server.queue.Connections;
import tearline.server.queue.Relay;
import tearline.server.store.Delivery;
import tearline.server.store.Store;

/**
 * Opens a partner's queue while it has due work, its circuit is closed and nobody holds it, and hands each token to the
 * route of its kind. Threads and memory depend on what is under way, not on how many partners there are.
 */
public final class Deliveries implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int THREADS = 8;

    private final Store store;
    private final Relay relay;
    private final Addresses addresses;
    private final Circuits circuits;
    private final Verdicts verdicts;
    private final Clock clock;
    private final Connection connection;
    private final CamelContext camel;
    private final ConcurrentMap<String, AsyncProducer> routes = new ConcurrentHashMap<>();
    private final ExecutorService pool = Threads.pool("deliveries", THREADS);
    private final ScheduledExecutorService tidying = Threads.timer("deliveries-tidy");
    private final ConcurrentMap<String, Lane> lanes = new ConcurrentHashMap<>();
    private volatile boolean closing;

    /** Camel has {@link DeliveryRoutes}, and is started before the relay is. */
    public Deliveries(Store store, Connections connections, Relay relay, Addresses addresses, Circuits circuits,
                      Verdicts verdicts, CamelContext camel, Clock clock) throws JMSException {
        this.store = store;
        this.relay = relay;
        this.addresses = addresses;
        this.circuits = circuits;
        this.verdicts = verdicts;
        this.camel = camel;
        this.clock = clock;
        this.connection = connections.open();
        tidying.scheduleWithFixedDelay(() -> lanes.values().forEach(Lane::tidy), 1, 1, TimeUnit.SECONDS);
    }

    /** The partner has something due: what {@link Relay#start} is given. */
    public void wake(String partner) {
        if (!closing) {
            lanes.computeIfAbsent(partner, name -> new Lane(name, this, connection, pool)).wake();
        }
    }

    boolean admits(String partner, int inFlight) {
        return !closing && inFlight < addresses.inFlight(partner)
                && circuits.of(partner).admits(clock.instant(), inFlight)
                && !store.held().contains(partner);
    }

    Optional<Delivery> find(long id) {
        return store.delivery(id);
    }

    boolean isEarly(Delivery delivery) {
        return delivery.due().isAfter(clock.instant());
    }

    /** Complete when its verdict is durable. */
    CompletableFuture<?> attempt(Delivery delivery) {
        Instant now = clock.instant();
        if (delivery.expires().filter(expires -> !expires.isAfter(now)).isPresent()) {
            return store.expireDue(now);
        }
        if (!store.begin(delivery.id())) {
            return store.yielded(delivery.id());    // a newer message takes its place
        }
        var exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(delivery);
        return routed(exchange, delivery.doorKind()).thenCompose(sent ->
                sent.getException() == null ? CompletableFuture.completedFuture(null) : failed(delivery, sent.getException()));
    }

    /** Not by a ProducerTemplate: that has threads of its own, and holds one until the partner has answered. */
    private CompletableFuture<Exchange> routed(Exchange exchange, String kind) {
        var done = new CompletableFuture<Exchange>();
        try {
            routes.computeIfAbsent(kind, this::route).process(exchange, synchronous -> done.complete(exchange));
        } catch (RuntimeException e) {
            exchange.setException(e);
            done.complete(exchange);
        }
        return done;
    }

    private AsyncProducer route(String kind) {
        if (camel.getRoute(DeliveryRoutes.NAME + kind) == null) {
            throw new IllegalStateException("no route delivers by " + kind);    // Camel would wait half a minute for one
        }
        try {
            AsyncProducer route = camel.getEndpoint(DeliveryRoutes.DELIVER + kind).createAsyncProducer();
            route.start();
            return route;
        } catch (Exception e) {
            throw new IllegalStateException("the route that delivers by " + kind + " does not start", e);
        }
    }

    /** We are at fault: the delivery waits like any other, and its lane goes on. */
    private CompletableFuture<Void> failed(Delivery delivery, Exception e) {
        if (closing) {
            return CompletableFuture.failedFuture(e);   // no attempt of the partner's
        }
        LOG.warn("delivery {}: the route failed: {}", delivery.id(), e.getClass().getName());
        return verdicts.commit(new Attempt(delivery, new Answer.Later("our fault: " + e.getClass().getSimpleName())));
    }

    void settled(String partner, long delivery) {
        relay.settled(partner, delivery);
    }

    boolean isClosing() {
        return closing;
    }

    /** What is under way may still arrive; its token comes again after the next start, and finds it done or does it. */
    @Override
    public void close() {
        closing = true;
        tidying.shutdownNow();
        try {
            CompletableFuture.allOf(lanes.values().stream().map(Lane::stop).toArray(CompletableFuture[]::new))
                    .get(3, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("deliveries: not all queues closed in time");     // the connection closes them
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            connection.close();
        } catch (JMSException e) {
            LOG.debug("deliveries: the connection was gone already");
        }
        pool.shutdown();
    }
}
