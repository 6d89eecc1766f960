package tearline.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tearline.server.store.Given.bytes;
import static tearline.server.store.Given.decided;
import static tearline.server.store.Given.delivery;
import static tearline.server.store.Given.exchanged;
import static tearline.server.store.Given.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays when the program goes, the disk fills up, or somebody edits the file. */
class DurabilityTest {

    @TempDir
    Path folder;

    @Test
    void anEmptyFolderBecomesAStoreOfTodaysVersion() throws Exception {
        open().close();

        assertThat(ask("PRAGMA user_version")).isEqualTo(Integer.toString(Database.VERSION));
        assertThat(ask("PRAGMA journal_mode")).isEqualTo("wal");
    }

    @Test
    void aStoreOfANewerVersionIsNotTouched() throws Exception {
        open().close();
        change("PRAGMA user_version = 99");

        assertThatThrownBy(this::open).isInstanceOf(StoreUnavailable.class).hasMessageContaining("99");
    }

    @Test
    void reopeningFindsEverything() {
        try (Store store = open()) {
            store.accept(message("m-1", "cap:a")).join();
            store.finish(exchanged("m-1", decided("county", delivery("http", bytes("p"))))).join();
            store.hold("hospital");
        }
        try (Store store = open()) {
            assertThat(store.find("m-1").orElseThrow().bytes()).isPresent();
            assertThat(store.deliveries("m-1")).hasSize(1);
            assertThat(store.held()).containsExactly("hospital");
            assertThat(store.accept(message("m-2", "cap:a")).join().accepted()).isFalse();
            store.delivered(store.deliveries("m-1").get(0).id(), "202").join();
            assertThat(store.verifyJournal().intact()).isTrue();
            assertThat(store.verifyJournal().rows()).isEqualTo(4);
        }
    }

    @Test
    void anAlteredRowBreaksTheChainWhereItStands() throws Exception {
        fiveMessages();
        change("UPDATE journal SET data = replace(data, 'county-dispatch', 'somebody-else') WHERE sequence = 3");

        assertBrokenAt(3);
    }

    @Test
    void aRemovedRowBreaksTheChainInTheMiddleAndAtTheEnd() throws Exception {
        fiveMessages();
        change("DELETE FROM journal WHERE sequence = 5");
        assertBrokenAt(5);
        change("DELETE FROM journal WHERE sequence = 2");
        assertBrokenAt(2);
    }

    @Test
    void sixteenSendersAtOnceGetAReceiptEach() throws Exception {
        var pool = Executors.newFixedThreadPool(16);
        try (Store store = open()) {
            var senders = new ArrayList<Callable<Integer>>();
            for (int sender = 0; sender < 16; sender++) {
                int number = sender;
                senders.add(() -> {
                    int receipts = 0;
                    for (int count = 0; count < 50; count++) {
                        receipts += store.accept(message("m-" + number + "-" + count, "k" + number + "-" + count)).join().accepted() ? 1 : 0;
                    }
                    return receipts;
                });
            }
            int receipts = 0;
            for (Future<Integer> sender : pool.invokeAll(senders)) {
                receipts += sender.get();
            }
            assertThat(receipts).isEqualTo(800);
            assertThat(store.ledger().unfinished()).isEqualTo(800);
            assertThat(store.verifyJournal().rows()).isEqualTo(800);
            assertThat(store.verifyJournal().intact()).isTrue();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aChangeThatFailsDoesNotSpoilItsNeighbours() {
        try (Store store = open()) {
            var outcomes = new ArrayList<CompletableFuture<?>>();
            for (int count = 0; count < 100; count++) {
                outcomes.add(store.accept(message("m-" + count)));
                outcomes.add(store.delivered(4711, "no such delivery"));
            }
            outcomes.forEach(outcome -> outcome.exceptionally(e -> null).join());

            assertThat(outcomes.stream().filter(CompletableFuture::isCompletedExceptionally)).hasSize(100);
            assertThat(store.ledger().unfinished()).isEqualTo(100);
            assertThat(store.verifyJournal().intact()).isTrue();
            assertThat(store.isWriting()).isTrue();
        }
    }

    @Test
    void aContinuationMayWaitForTheStoreAgain() {
        try (Store store = open()) {
            assertThat(store.accept(message("m-1")).thenApply(first -> store.accept(message("m-2")).join().accepted()).join())
                    .isTrue();
        }
    }

    @Test
    void aFullDiskRefusesAndTheStoreGoesOnOnceThereIsRoom() throws Exception {
        Database database = Database.open(folder.resolve("data"));
        Session session = database.writing();
        try (var writer = new Writer(session, Clock.systemUTC())) {
            writer.submit(transaction -> Messages.accept(transaction, message("m-1"))).join();
            long pages = writer.submit(transaction -> transaction.session.number("PRAGMA page_count")).join();
            writer.submit(transaction -> {
                transaction.session.execute("PRAGMA max_page_count = " + (pages + 4));
                return null;
            }).join();
            var large = new NewMessage("m-2", Given.NOON, "http", "county", "text/xml", new byte[100_000], "5ha", List.of(), "{}");

            assertThatThrownBy(() -> writer.offer(1, transaction -> Messages.accept(transaction, large)).join())
                    .isInstanceOf(CompletionException.class).hasCauseInstanceOf(StoreUnavailable.class);
            assertThat(writer.isFailing()).isTrue();

            writer.submit(transaction -> {
                transaction.session.execute("PRAGMA max_page_count = 1000000");
                return null;
            }).join();
            assertThat(writer.offer(1, transaction -> Messages.accept(transaction, large)).join().accepted()).isTrue();
            assertThat(writer.isFailing()).isFalse();
        }
        try (Store store = open()) {
            assertThat(store.verifyJournal().intact()).isTrue();
            assertThat(store.verifyJournal().rows()).isEqualTo(2);
        }
    }

    @Test
    void aCrowdAtTheDoorIsToldToComeBackWhileOurOwnWorkGoesOn() throws Exception {
        try (var writer = new Writer(Database.open(folder.resolve("data")).writing(), Clock.systemUTC())) {
            var gate = new CompletableFuture<Void>();
            var inside = new CountDownLatch(1);
            try {
                writer.submit(transaction -> {
                    inside.countDown();
                    return gate.join();
                });
                inside.await();     // from here on the writer takes nothing out of the queue
                var offered = Stream.generate(() -> writer.offer(1, transaction -> 1)).limit(Writer.QUEUE).toList();

                assertThat(offered).last().satisfies(last -> assertThat(last).isCompletedExceptionally());
                CompletableFuture<Integer> ours = writer.submit(transaction -> 2);
                gate.complete(null);
                assertThat(ours.join()).isEqualTo(2);
                assertThat(offered.get(0).join()).isEqualTo(1);
            } finally {
                gate.complete(null);    // or closing would wait for ever
            }
        }
    }

    @Test
    void aPurgedPayloadStandsNowhereOnDisk() throws Exception {
        String secret = "Jane Roe of 12 Mill Lane";
        try (Store store = open()) {
            for (int size : new int[] {1, 1000}) {
                String id = "m-" + size;
                byte[] payload = bytes((secret + " ").repeat(size));
                store.accept(new NewMessage(id, Given.NOON, "http", "county", "text/xml", payload, "5ha", List.of(Given.part(0)), "{}")).join();
                store.finish(exchanged(id, decided("county", delivery("http", bytes(secret + size))))).join();
                store.accept(message("m-beside-" + size)).join();
                store.delivered(store.deliveries(id).get(0).id(), "202").join();
            }
            assertThat(onDisk(secret)).isTrue();

            assertThat(store.purge("m-1", "a test").join()).isTrue();
            assertThat(store.purge("m-1000", "a test").join()).isTrue();

            assertThat(onDisk(secret)).isFalse();
            assertThat(store.find("m-1").orElseThrow().bytes()).isEmpty();
            assertThat(store.verifyJournal().intact()).isTrue();
            assertThat(store.ledger().balances()).isTrue();
        }
    }

    @Test
    void aBackupOfTheRunningStoreOpensAsAStore() throws Exception {
        try (Store store = open()) {
            store.accept(message("m-1")).join();
            Files.createDirectories(folder.resolve("restored"));
            store.backup(folder.resolve("restored/tearline.db"));
            store.accept(message("m-2")).join();
            assertThatThrownBy(() -> store.backup(folder.resolve("restored/tearline.db"))).isInstanceOf(StoreUnavailable.class);
        }
        try (Store restored = Store.open(folder.resolve("restored"), Clock.systemUTC())) {
            assertThat(restored.find("m-1")).isPresent();
            assertThat(restored.find("m-2")).isEmpty();
            assertThat(restored.verifyJournal().intact()).isTrue();
        }
    }

    @Test
    void whatComesAfterClosingIsRefused() {
        Store store = open();
        store.close();

        assertThatThrownBy(() -> store.accept(message("m-1")).join()).hasCauseInstanceOf(StoreUnavailable.class);
    }

    private Store open() {
        return Store.open(folder.resolve("data"), Clock.systemUTC());
    }

    private void fiveMessages() {
        try (Store store = open()) {
            for (int count = 1; count <= 5; count++) {
                store.accept(message("m-" + count)).join();
            }
        }
    }

    private void assertBrokenAt(long sequence) {
        try (Store store = open()) {
            assertThat(store.verifyJournal().brokenAt()).hasValue(sequence);
        }
    }

    private boolean onDisk(String text) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/tearline.db"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/tearline.db"));
                var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.getString(1);
        }
    }
}
