package tearline.server.journey;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Senders that post one alert after the other, and post an alert again until they hold its receipt, whatever happens to the gateway. */
final class LoadOfAlerts implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("<(?:\\w+:)?headline[^>]*>(load-\\d+-\\d+)<");
    private static final long PAUSE = 25;
    private final ExecutorService threads;
    private final Map<String, String> receipts = new ConcurrentHashMap<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private volatile int port;
    private volatile boolean finishing;
    private volatile Throwable failure;

    LoadOfAlerts(int senders) {
        threads = Executors.newFixedThreadPool(senders);
        for (int sender = 0; sender < senders; sender++) {
            int number = sender;
            threads.execute(() -> post(number));
        }
    }

    /** The names of the alerts in a text, in order. */
    static List<String> in(String text) {
        return NAME.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** 0 = there is no gateway now. */
    void postTo(int other) {
        port = other;
    }

    /** What is open is posted until it has its receipt; nothing new is begun. */
    void finishAt(int other) throws InterruptedException {
        finishing = true;
        port = other;
        threads.shutdown();
        if (!threads.awaitTermination(60, TimeUnit.SECONDS)) throw new AssertionError("a sender does not get its receipt");
        if (failure != null) throw new AssertionError("a sender failed", failure);
    }

    /** Receipt id by alert. */
    Map<String, String> receipts() {
        return new TreeMap<>(receipts);
    }

    int count() {
        return receipts.size();
    }

    int repeated() {
        return repeated.get();
    }

    private void post(int sender) {
        try {
            for (int count = 0; !finishing; count++) {
                var name = "load-" + sender + "-" + count;
                var text = Alert.numbered(name).headline(name).description("Water rises.\n(U//FOUO) The levee seeps.").text();
                boolean tried = false;
                while (!receipts.containsKey(name)) {
                    int now = port;
                    if (now == 0 && finishing && !tried) return;
                    if (now == 0) {
                        Thread.sleep(PAUSE);
                        continue;
                    }
                    if (tried) repeated.incrementAndGet();
                    tried = true;
                    send(now, name, text);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | AssertionError e) {
            failure = e;
        }
    }

    private void send(int now, String name, String text) throws InterruptedException {
        try {
            var answer = Client.of(now).as("metro").with("Content-Type", "application/cap+xml").sendOrFail("POST", "/messages", BodyPublishers.ofString(text));
            if (answer.status() == 202 || answer.status() == 200) receipts.put(name, answer.id());
            else if (answer.status() != 503) throw new AssertionError(answer.status() + " " + answer.body());
        } catch (IOException e) {
            Thread.sleep(PAUSE);    // killed under us: no receipt, so it must be posted again
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
