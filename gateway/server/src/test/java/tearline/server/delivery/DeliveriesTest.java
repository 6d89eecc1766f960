package tearline.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tearline.server.queue.Queues;
import tearline.server.store.Delivery;
import tearline.server.store.Outcome;

@Timeout(60)
class DeliveriesTest {

    @TempDir
    Path home;

    private final MovableClock clock = new MovableClock();

    @Test
    void aProductArrivesAsItIs() throws Exception {
        try (var eoc = PartnerServer.answering(202);
             var outbound = Outbound.on(home, clock, Address.http("eoc", "http", eoc.uri(), 2))) {
            String message = outbound.send("eoc", "http", "http", "<alert>flood</alert>");

            Delivery delivery = outbound.awaitState(message, Outcome.DELIVERED);

            assertThat(delivery.note()).contains("HTTP 202");
            assertThat(eoc.received).hasSize(1);
            assertThat(eoc.received.get(0).body()).asString(StandardCharsets.UTF_8).isEqualTo("<alert>flood</alert>");
        }
    }

    @Test
    void onlyListedHeadersLeave() throws Exception {
        try (var eoc = PartnerServer.answering(200);
             var outbound = Outbound.on(home, clock,
                     Address.http("eoc", "http", eoc.uri(), 2).withAuthorization(() -> "Bearer of-the-gateway"))) {
            String message = outbound.send("eoc", "http", "http", "<alert/>");
            Delivery delivery = outbound.awaitState(message, Outcome.DELIVERED);

            var headers = eoc.received.get(0).headers();
            assertThat(headers.keySet()).containsExactlyInAnyOrder("Host", "User-agent", "Content-length", "Content-type",
                    "Idempotency-key", "Tearline-message", "Tearline-marking", "Authorization");
            assertThat(headers).containsEntry("Content-type", "application/cap+xml")
                    .containsEntry("Idempotency-key", delivery.idempotencyKey())
                    .containsEntry("Tearline-marking", Outbound.BANNER)
                    .containsEntry("Authorization", "Bearer of-the-gateway");
            assertThat(headers.toString()).doesNotContain(message).doesNotContain("dispatch").doesNotContain("flood");
        }
    }

    @Test
    void aDeadPartnerDelaysNobodyElse() throws Exception {
        try (var stateEoc = PartnerServer.answering(202); var hospitals = new SilentServer();
             var outbound = Outbound.on(home, Clock.systemUTC(), Address.http("state-eoc", "http", stateEoc.uri(), 2),
                     Address.http("hospital-net", "http", hospitals.uri(), 2))) {
            for (int i = 0; i < 20; i++) {
                outbound.send("hospital-net", "http", "http", "<alert/>");
            }
            Outbound.await(() -> hospitals.accepted.size() == 2);
            long start = System.nanoTime();

            String message = outbound.send("state-eoc", "http", "http", "<alert/>");
            outbound.awaitState(message, Outcome.DELIVERED);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            assertThat(hospitals.accepted).as("two in flight, and no more").hasSize(2);
        }
    }

    @Test
    void retryAfterIsHonoured() throws Exception {
        try (var eoc = new PartnerServer((request, headers) -> {
                headers.put("Retry-After", "7200");
                return 503;
            });
             var outbound = Outbound.on(home, clock, Address.http("eoc", "http", eoc.uri(), 2))) {
            String message = outbound.send("eoc", "http", "http", "<alert/>");
            Delivery waiting = outbound.awaitAttempts(message, 1);
            assertThat(waiting.due()).isEqualTo(MovableClock.NOON.plus(Duration.ofHours(2)));

            String another = outbound.send("eoc", "http", "http", "<alert/>");
            clock.forward(Duration.ofMinutes(119));
            outbound.relay.signal();
            Thread.sleep(200);
            assertThat(eoc.received).as("the partner is left alone, by other deliveries too").hasSize(1);

            Instant tomorrow = MovableClock.NOON.plus(Duration.ofHours(20));
            eoc.answers((request, headers) -> {
                headers.put("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(tomorrow.atOffset(ZoneOffset.UTC)));
                return 429;
            });
            clock.forward(Duration.ofMinutes(1));
            Outbound.await(() -> {
                outbound.relay.signal();
                return outbound.only(message).due().equals(tomorrow) || outbound.only(another).due().equals(tomorrow);
            });

            eoc.answers(200);
            clock.to(tomorrow);
            outbound.relay.signal();
            outbound.awaitState(message, Outcome.DELIVERED);
            outbound.awaitState(another, Outcome.DELIVERED);
        }
    }

    @Test
    void aScheduleOfFortyHoursRunsInMilliseconds() throws Exception {
        var patience = new Patience(Duration.ofSeconds(3), Duration.ofSeconds(10), 1_000, Duration.ofSeconds(5),
                Duration.ofHours(1));
        try (var eoc = PartnerServer.answering(503);
             var outbound = new Outbound(home, clock, patience,
                     List.of(Address.http("eoc", "http", eoc.uri(), 2))).start()) {
            String message = outbound.send("eoc", "http", "http", "<alert/>");
            Instant end = MovableClock.NOON.plus(Duration.ofHours(40));
            long start = System.nanoTime();
            int attempts = 0;
            Duration longest = Duration.ZERO;
            while (clock.instant().isBefore(end)) {
                Delivery waiting = outbound.awaitAttempts(message, ++attempts);
                Duration distance = Duration.between(clock.instant(), waiting.due());
                longest = distance.compareTo(longest) > 0 ? distance : longest;
                clock.to(waiting.due());
            }
            eoc.answers(200);
            outbound.relay.signal();
            outbound.awaitState(message, Outcome.DELIVERED);
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            System.out.println("forty hours, " + attempts + " attempts: " + took.toMillis() + " ms");
            assertThat(attempts).isBetween(45, 65);
            assertThat(longest).isLessThanOrEqualTo(Duration.ofHours(1)).isGreaterThan(Duration.ofMinutes(48));
            assertThat(took).isLessThan(Duration.ofSeconds(10));
            assertThat(outbound.circuits.of("eoc").openUntil()).isEmpty();
        }
    }

    @Test
    void deletingTheQueueFolderLosesNothing() throws Exception {
        try (var eoc = PartnerServer.answering(503)) {
            Address[] addresses = {Address.http("eoc", "http", eoc.uri(), 1)};
            List<String> messages;
            try (var outbound = Outbound.on(home, clock, addresses)) {
                outbound.store.hold("eoc");
                messages = List.of(send(outbound), send(outbound), send(outbound));
                outbound.store.release("eoc");
                outbound.awaitAttempts(messages.get(0), 1);
            }
            try (var files = Files.walk(home.resolve("queues"))) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
            assertThat(home.resolve("queues")).doesNotExist();
            eoc.answers(200);
            clock.forward(Duration.ofHours(1));
            try (var outbound = Outbound.on(home, clock, addresses)) {
                messages.forEach(message -> outbound.awaitState(message, Outcome.DELIVERED));
            }
        }
    }

    @Test
    void aRestartSendsWhatIsUnfinishedOnce() throws Exception {
        try (var eoc = PartnerServer.answering(200)) {
            Address[] addresses = {Address.http("eoc", "http", eoc.uri(), 1)};
            String done;
            String waiting;
            try (var outbound = Outbound.on(home, clock, addresses)) {
                done = send(outbound);
                outbound.awaitState(done, Outcome.DELIVERED);
                outbound.store.hold("eoc");
                waiting = send(outbound);
            }
            try (var outbound = Outbound.on(home, clock, addresses)) {
                outbound.store.release("eoc");
                outbound.relay.signal();
                outbound.awaitState(waiting, Outcome.DELIVERED);
                assertThat(eoc.received).hasSize(2);
            }
        }
    }

    @Test
    void anOpenCircuitConsumesNothingAndOneTrialClosesIt() throws Exception {
        try (var eoc = PartnerServer.answering(500);
             var outbound = Outbound.on(home, clock, Address.http("eoc", "http", eoc.uri(), 1))) {
            for (int i = 0; i < 30; i++) {
                send(outbound);
            }
            Outbound.await(() -> outbound.circuits.of("eoc").openUntil().isPresent());
            Outbound.await(() -> outbound.broker.consumers(Queues.delivery("eoc")) == 0);
            assertThat(eoc.received).hasSize(5);

            clock.to(outbound.circuits.of("eoc").openUntil().orElseThrow());
            outbound.relay.signal();
            Outbound.await(() -> eoc.received.size() == 6);
            Thread.sleep(100);
            assertThat(eoc.received).as("one trial").hasSize(6);

            eoc.answers(200);
            clock.forward(Duration.ofHours(1));
            outbound.relay.signal();
            Outbound.await(() -> outbound.store.ledger().pending() == 0);
            assertThat(outbound.circuits.of("eoc").openUntil()).isEmpty();
            assertThat(eoc.received).hasSize(36);
        }
    }

    @Test
    void aRefusedProductIsDeadAndAnOperatorIsTold() throws Exception {
        try (var eoc = PartnerServer.answering(422);
             var outbound = Outbound.on(home, clock, Address.http("eoc", "http", eoc.uri(), 1))) {
            String message = send(outbound);

            assertThat(outbound.awaitState(message, Outcome.DEAD).note()).contains("HTTP 422");
            assertThat(outbound.store.attention()).singleElement().satisfies(line -> assertThat(line.text()).contains("eoc", "422"));
        }
    }

    @Test
    void aWrongCredentialStopsThePartnerAndLosesNothing() throws Exception {
        try (var eoc = PartnerServer.answering(401);
             var outbound = Outbound.on(home, clock, Address.http("eoc", "http", eoc.uri(), 1))) {
            String first = send(outbound);
            outbound.awaitAttempts(first, 1);
            String second = send(outbound);
            Thread.sleep(100);
            assertThat(eoc.received).hasSize(1);
            Outbound.await(() -> outbound.store.attention().size() == 1);

            eoc.answers(200);
            clock.forward(Duration.ofMinutes(1));
            outbound.relay.signal();
            outbound.awaitState(first, Outcome.DELIVERED);
            outbound.awaitState(second, Outcome.DELIVERED);
        }
    }

    @Test
    void aDeliveryIsGivenUpAfterItsAttempts() throws Exception {
        var patience = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(1), 3, Duration.ofSeconds(5), Duration.ofMinutes(1));
        try (var outbound = new Outbound(home, clock, patience,
                List.of(Address.http("eoc", "http", URI.create("http://127.0.0.1:1/alerts"), 1))).start()) {
            String message = send(outbound);
            for (int attempt = 1; attempt < 3; attempt++) {
                clock.to(outbound.awaitAttempts(message, attempt).due());
                outbound.relay.signal();
            }

            assertThat(outbound.awaitState(message, Outcome.DEAD).note()).contains("given up after 3 attempts: no connection");
        }
    }

    @Test
    void aHeldPartnerGetsNothingUntilItIsReleased() throws Exception {
        try (var eoc = PartnerServer.answering(200);
             var outbound = Outbound.on(home, clock, Address.http("eoc", "http", eoc.uri(), 1))) {
            outbound.store.hold("eoc");
            String message = send(outbound);
            Thread.sleep(200);
            assertThat(eoc.received).isEmpty();

            outbound.store.release("eoc");
            outbound.relay.signal();
            outbound.awaitState(message, Outcome.DELIVERED);
        }
    }

    @Test
    void whatHasExpiredIsNotSent() throws Exception {
        try (var eoc = PartnerServer.answering(503);
             var outbound = Outbound.on(home, clock, Address.http("eoc", "http", eoc.uri(), 1))) {
            String message = outbound.send(
                    outbound.expiring("http", "http", "<alert/>", MovableClock.NOON.plusSeconds(60)), "eoc");
            outbound.awaitAttempts(message, 1);

            clock.forward(Duration.ofMinutes(2));
            outbound.relay.signal();

            outbound.awaitState(message, Outcome.EXPIRED);
            assertThat(eoc.received).hasSize(1);
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (var elsewhere = PartnerServer.answering(200);
             var eoc = new PartnerServer((request, headers) -> {
                 headers.put("Location", elsewhere.uri().toString());
                 return 307;
             });
             var outbound = Outbound.on(home, clock, Address.http("eoc", "http", eoc.uri(), 1))) {
            String message = send(outbound);

            outbound.awaitAttempts(message, 1);
            assertThat(elsewhere.received).isEmpty();
            assertThat(outbound.only(message).state()).isEqualTo(Outcome.PENDING);
        }
    }

    @Test
    void anUrgentDeliveryOvertakesTheOnesThatWait() throws Exception {
        var gate = new Semaphore(0);
        try (var eoc = new PartnerServer((request, headers) -> {
                gate.acquireUninterruptibly();
                return 200;
            });
             var outbound = Outbound.on(home, clock, Address.http("eoc", "http", eoc.uri(), 1))) {
            for (int i = 0; i < 20; i++) {
                send(outbound);
            }
            Outbound.await(() -> outbound.broker.waiting(Queues.delivery("eoc")) == 20 && eoc.received.size() == 1);
            outbound.send(outbound.urgent("http", "http", "<alert>now</alert>"), "eoc");
            Outbound.await(() -> outbound.broker.waiting(Queues.delivery("eoc")) == 21);

            gate.release(100);
            Outbound.await(() -> eoc.received.size() == 21);

            assertThat(eoc.received.get(1).body()).asString(StandardCharsets.UTF_8).isEqualTo("<alert>now</alert>");
        }
    }

    @Test
    void aDoorOfAnUnknownKindStopsNobody() throws Exception {
        try (var eoc = PartnerServer.answering(200);
             var outbound = Outbound.on(home, clock, Address.http("eoc", "http", eoc.uri(), 1))) {
            String lost = outbound.send("eoc", "fax", "fax", "<alert/>");
            Delivery waiting = outbound.awaitAttempts(lost, 1);
            assertThat(waiting.note().orElseThrow()).startsWith("our fault");

            outbound.awaitState(send(outbound), Outcome.DELIVERED);
        }
    }

    private static String send(Outbound outbound) {
        return outbound.send("eoc", "http", "http", "<alert/>");
    }
}
