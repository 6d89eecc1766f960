package tearline.server.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A partner that is pushed to: a real HTTP server on this machine that keeps what arrives. */
final class PushedPartner implements AutoCloseable {

    /** One POST; header names in lower case. */
    record Arrived(Map<String, String> headers, String body) {

        String key() {
            return headers.get("idempotency-key");
        }
    }

    final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;
    volatile int answer = 202;
    /** What it says when it is asked, whatever it says: nobody should write it down. */
    volatile String says = "";

    PushedPartner() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/alerts";
    }

    boolean got(String words) {
        return arrived.stream().anyMatch(one -> one.body().contains(words));
    }

    /** The only arrival with these words, waited for. */
    Arrived await(String words) {
        Wait.until("'" + words + "' arrives", () -> got(words));
        return arrived.stream().filter(one -> one.body().contains(words)).findFirst().orElseThrow();
    }

    long count(String words) {
        return arrived.stream().filter(one -> one.body().contains(words)).count();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new TreeMap<String, String>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), String.join(",", values)));
            arrived.add(new Arrived(headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            var text = says.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer, text.length == 0 ? -1 : text.length);
            if (text.length > 0) exchange.getResponseBody().write(text);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
