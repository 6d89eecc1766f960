package tearline.server.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The real program in a process of its own, which a test may kill; what it prints goes to a file. */
final class GatewayProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("port[ :=]*(\\d{2,5})");
    private final Process process;
    private final Path said;
    private int port;

    private GatewayProcess(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** Cheap to start: no second compiler, and the shared archive of classes where there is one. */
    static GatewayProcess start(Path folder, Path said) throws IOException {
        return new GatewayProcess(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m",
                "-cp", System.getProperty("java.class.path"), "tearline.server.Tearline", "run", folder.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile())).start(), said);
    }

    /** Waits until it says which port it listens on. */
    GatewayProcess ready(long from) {
        Wait.until("the gateway is ready; it said: " + said, Duration.ofSeconds(90), () -> {
            if (!process.isAlive()) throw new AssertionError("The gateway ended by itself:\n" + Files.readString(said));
            var text = Files.readString(said);
            var found = READY.matcher(text.substring((int) Math.min(from, text.length())));
            if (!found.find()) return false;
            port = Integer.parseInt(found.group(1));
            return true;
        });
        return this;
    }

    int port() {
        return port;
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS)) throw new AssertionError("it does not die");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) kill();
    }
}
