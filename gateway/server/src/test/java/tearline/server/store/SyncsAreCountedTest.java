package tearline.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 proves nothing about fsync, because the page cache survives it: so the kernel's own account is read. */
class SyncsAreCountedTest {

    private static final int MESSAGES = 50;

    @TempDir
    Path folder;

    @Test
    void noReceiptIsPrintedBeforeASyncThatFollowsTheReceiptBeforeIt() throws Exception {
        if (strace().isEmpty()) {
            System.out.println("strace is not on the PATH: the syncs are not counted here, only asked for. CI installs it and counts.");
        }
        assertThat(askedOfTheWriter("PRAGMA synchronous")).as("2 = FULL: a sync at every commit").isEqualTo("2");
        assertThat(askedOfTheWriter("PRAGMA journal_mode")).isEqualTo("wal");
        if (strace().isPresent()) {
            everyReceiptHasItsSync();
        }
    }

    private String askedOfTheWriter(String pragma) throws Exception {
        try (var database = Database.open(folder.resolve("asked")).writing()) {
            return database.find(pragma, row -> row.getString(1)).orElseThrow();
        }
    }

    private void everyReceiptHasItsSync() throws Exception {
        int receipts = 0;
        int syncs = 0;
        for (String call : callsOfALoneSender()) {
            if (call.contains("RECEIPT m-")) {
                assertThat(syncs).as("syncs between receipt %s and the one before it", receipts).isPositive();
                receipts++;
                syncs = 0;
            } else if (call.matches(".*(fsync|fdatasync)(\\(| resumed).*= 0.*")) {
                syncs++;
            }
        }
        assertThat(receipts).isEqualTo(MESSAGES);
    }

    /** One line a call, in the order in which the kernel saw them end. */
    private List<String> callsOfALoneSender() throws IOException, InterruptedException {
        Path calls = folder.resolve("calls");
        Path said = folder.resolve("said");
        Process sender = new ProcessBuilder(strace().orElseThrow(), "-f", "-s", "64", "-e", "trace=fsync,fdatasync,write",
                "-o", calls.toString(), Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xint",
                "-cp", System.getProperty("java.class.path"), ReceiptPrinter.class.getName(),
                folder.resolve("data").toString(), Integer.toString(MESSAGES))
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(sender.waitFor(120, TimeUnit.SECONDS)).as("the sender ends").isTrue();
        assertThat(sender.exitValue()).as(Files.readString(said)).isZero();
        return Files.readAllLines(calls);
    }

    private static Optional<String> strace() {
        return Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, "strace"))
                .filter(Files::isExecutable).findFirst().map(Path::toString);
    }
}
