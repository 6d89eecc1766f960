package tearline.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tearline.server.store.Delivery;
import tearline.server.store.Outcome;

@Timeout(60)
class FolderDeliveryTest {

    @TempDir
    Path home;

    private final byte[] product = "<alert/>".repeat(100_000).getBytes();

    @Test
    void aProductArrivesInTheFolder() throws Exception {
        Path out = home.resolve("out").resolve("county");
        try (var outbound = Outbound.on(home, new MovableClock(), Address.folder("county", "drop", out))) {
            String message = outbound.send("county", "drop", "folder", "<alert>flood</alert>");

            String name = outbound.awaitState(message, Outcome.DELIVERED).note().orElseThrow();

            assertThat(out.resolve(name)).hasContent("<alert>flood</alert>");
            assertThat(name).endsWith(".cap").doesNotContain("ounty").doesNotContain(message);
        }
    }

    @Test
    void aFolderDropIsAtomic() throws Exception {
        Path out = Files.createDirectories(home.resolve("out"));
        Set<Long> sizes = ConcurrentHashMap.newKeySet();
        var running = new AtomicBoolean(true);
        var reader = new Thread(() -> {
            while (running.get()) {
                visible(out).forEach(file -> sizes.add(file.toFile().length()));
            }
        });
        reader.start();
        try (var folder = folder(out)) {
            for (int i = 0; i < 50; i++) {
                assertThat(folder.deliver(delivery("key-" + i)).join().answer()).isInstanceOf(Answer.Arrived.class);
            }
        } finally {
            running.set(false);
            reader.join();
        }
        assertThat(sizes).containsExactly((long) product.length);
        assertThat(visible(out)).hasSize(50);
        assertThat(out.toFile().list()).as("nothing half written is left").hasSize(50);
    }

    @Test
    void theSameDeliveryTwiceIsOneFile() throws Exception {
        Path out = home.resolve("out");
        try (var folder = folder(out)) {
            assertThat(folder.deliver(delivery("key")).join()).isEqualTo(folder.deliver(delivery("key")).join());
            assertThat(visible(out)).hasSize(1);
        }
    }

    @Test
    void whatAnInterruptedAttemptLeftIsReplaced() throws Exception {
        Path out = Files.createDirectories(home.resolve("out"));
        Files.writeString(out.resolve('.' + Opaque.name("key") + ".cap.partial"), "<aler");
        try (var folder = folder(out)) {
            assertThat(folder.deliver(delivery("key")).join().answer()).isInstanceOf(Answer.Arrived.class);
            assertThat(visible(out)).singleElement().satisfies(file -> assertThat(file).hasBinaryContent(product));
        }
    }

    @Test
    void anotherFileOfThatNameIsNeverOverwritten() throws Exception {
        Path out = Files.createDirectories(home.resolve("out"));
        Path file = Files.writeString(out.resolve(Opaque.name("key") + ".cap"), "somebody else's");
        try (var folder = folder(out)) {
            assertThat(folder.deliver(delivery("key")).join().answer()).isInstanceOf(Answer.Never.class);
            assertThat(file).hasContent("somebody else's");
        }
    }

    private FolderDelivery folder(Path out) {
        return new FolderDelivery(new Addresses(List.of(Address.folder("county", "drop", out))), digest -> product);
    }

    private static List<Path> visible(Path out) {
        try (var files = Files.list(out)) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Delivery delivery(String key) {
        return new Delivery(1, "m-1", 0, "urn:agreement", "1", "county", "drop", "folder", "cap-1.2", "application/cap+xml",
                "Flood 17.CAP", "digest", 1, key, MovableClock.NOON, Optional.empty(), 4, Outcome.PENDING, 0, Optional.empty());
    }
}
