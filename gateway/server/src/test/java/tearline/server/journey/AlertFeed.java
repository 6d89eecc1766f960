package tearline.server.journey;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody's web server with a feed of alerts: it answers conditional requests, and counts what is asked. */
final class AlertFeed implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final AtomicInteger unchanged = new AtomicInteger();
    private volatile int failing;

    AlertFeed() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            asked(path).incrementAndGet();
            var page = pages.get(path);
            if (page != null && page.startsWith("to ")) {
                exchange.getResponseHeaders().set("Location", page.substring(3));
                exchange.sendResponseHeaders(302, -1);
            } else if (failing > 0 || page == null) {
                exchange.sendResponseHeaders(failing > 0 ? failing : 404, -1);
            } else {
                var etag = "\"" + Integer.toHexString(page.hashCode()) + "\"";
                exchange.getResponseHeaders().set("ETag", etag);
                if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                    unchanged.incrementAndGet();
                    exchange.sendResponseHeaders(304, -1);
                } else {
                    var bytes = page.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", path.endsWith(".cap") ? "application/cap+xml" : "application/xml");
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
            }
            exchange.close();
        });
        server.start();
    }

    AlertFeed page(String path, String text) {
        pages.put(path, text);
        return this;
    }

    void failWith(int status) {
        failing = status;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String uri(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int times(String path) {
        return asked(path).get();
    }

    int timesUnchanged() {
        return unchanged.get();
    }

    private AtomicInteger asked(String path) {
        return asked.computeIfAbsent(path, any -> new AtomicInteger());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
