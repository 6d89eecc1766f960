package tearline.server.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tearline.server.store.Decided;
import tearline.server.store.Exchanged;
import tearline.server.store.NewDelivery;
import tearline.server.store.NewMessage;
import tearline.server.store.NewPart;
import tearline.server.store.Outcome;
import tearline.server.store.Store;

@Timeout(60)
class RelayTest {

    @TempDir
    Path home;
    private final Clock clock = Clock.systemUTC();
    private Store store;
    private Broker broker;
    private Connections connections;

    @BeforeEach
    void open() {
        store = Store.open(home.resolve("store"), clock);
        broker = new Broker(home.resolve("queues")).start();
        connections = new Connections(broker);
    }

    @AfterEach
    void close() {
        connections.close();
        broker.close();
        store.close();
    }

    @Test
    void everyAcceptedPartBecomesOneTokenThatHoldsNothingButItsId() throws Exception {
        try (var relay = relay()) {
            accept("m-1");
            accept("m-2");
            relay.signal();

            assertThat(List.of(take(Queues.ACCEPTED), take(Queues.ACCEPTED))).containsExactly("m-1/0", "m-2/0");
            assertThat(Token.parse("m-1/0")).isEqualTo(new Token("m-1", 0));
        }
    }

    @Test
    void aRestartSendsWhatIsUnfinishedAndTheBrokerDropsWhatItHas() throws Exception {
        accept("m-1");
        decide("m-1", "eoc");
        accept("m-2");
        for (int start = 0; start < 3; start++) {
            try (var relay = relay()) {
                await(() -> broker.waiting(Queues.ACCEPTED) > 0 && broker.waiting(Queues.delivery("eoc")) > 0);
            }
        }
        assertThat(broker.waiting(Queues.ACCEPTED)).isEqualTo(1);
        assertThat(broker.waiting(Queues.delivery("eoc"))).isEqualTo(1);
    }

    @Test
    void tokensSurviveABrokerThatIsStoppedAndStarted() throws Exception {
        accept("m-1");
        try (var relay = relay()) {
            await(() -> broker.waiting(Queues.ACCEPTED) == 1);
        }
        connections.close();
        broker.close();
        broker = new Broker(home.resolve("queues")).start();
        connections = new Connections(broker);

        assertThat(take(Queues.ACCEPTED)).isEqualTo("m-1/0");
    }

    @Test
    void anExchangeThatFailsGivesItsTokenBack() throws Exception {
        var attempts = new AtomicInteger();
        var done = new CountDownLatch(1);
        try (var camel = new DefaultCamelContext(); var relay = relay()) {
            camel.addComponent("jms", connections.camel());
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from("jms:" + Queues.ACCEPTED).process(exchange -> {
                        if (attempts.incrementAndGet() == 1) {
                            throw new IllegalStateException("at the first attempt");
                        }
                        done.countDown();
                    });
                }
            });
            camel.start();
            accept("m-1");
            relay.signal();

            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(attempts).hasValue(2);
    }

    @Test
    void aTokenThatTheBrokerGivesUpIsSentAnew() throws Exception {
        accept("m-1");
        decide("m-1", "eoc");
        long delivery = store.deliveries("m-1").get(0).id();
        try (var relay = relay(); var strays = new Strays(store, connections, relay, clock)) {
            assertThat(take(Queues.delivery("eoc"))).isEqualTo(Long.toString(delivery));

            put(Queues.DEAD, Long.toString(delivery));

            assertThat(take(Queues.delivery("eoc"))).isEqualTo(Long.toString(delivery));
            assertThat(store.delivery(delivery).orElseThrow().attempts()).isEqualTo(1);
        }
    }

    @Test
    void aQueueFolderInUseIsAMistakeAndNoWait() {
        var second = new Broker(home.resolve("queues"));
        long start = System.nanoTime();

        assertThatThrownBy(second::start).hasMessageContaining("broker does not start");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private Relay relay() {
        var relay = new Relay(store, connections, clock);
        relay.start(partner -> {});
        return relay;
    }

    private void accept(String id) {
        var part = new NewPart(0, "cap-1.2", "1.2", "alert", List.of(id), -1, -1, NewPart.ACCEPTED, "[]");
        store.accept(new NewMessage(id, Instant.now(), "http", "county-dispatch", "application/cap+xml", new byte[] {1}, "digest",
                List.of(part), "{}")).join();
    }

    private void decide(String id, String partner) {
        var product = new NewDelivery("http", "http", "cap-1.2", "application/cap+xml", "flood.cap", new byte[] {1}, "key",
                Instant.now(), Optional.empty(), 4);
        store.finish(new Exchanged(id, 0, List.of(new Decided("urn:agreement", "1", partner, Outcome.PENDING, "{}",
                List.of(product), List.of())))).join();
    }

    private String take(String queue) throws JMSException {
        try (Connection connection = connections.open();
             Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            return ((TextMessage) session.createConsumer(Queues.named(queue)).receive(10_000)).getText();
        }
    }

    private void put(String queue, String text) throws JMSException {
        try (Connection connection = connections.open();
             Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            session.createProducer(Queues.named(queue)).send(session.createTextMessage(text));
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (long end = System.nanoTime() + 20_000_000_000L; !condition.getAsBoolean(); Thread.sleep(5)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited 20 s in vain");
            }
        }
    }
}
