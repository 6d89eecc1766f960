package tearline.server.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A partner's real HTTP server on this machine: it remembers what it got and answers as the test says. */
final class PartnerServer implements AutoCloseable {

    record Request(String path, Map<String, String> headers, byte[] body) {}

    interface Reply {
        int to(Request request, Map<String, String> answerHeaders);
    }

    final List<Request> received = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;
    private volatile Reply reply;

    PartnerServer(Reply reply) throws IOException {
        this.reply = reply;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static PartnerServer answering(int status) throws IOException {
        return new PartnerServer((request, headers) -> status);
    }

    void answers(int status) {
        reply = (request, headers) -> status;
    }

    void answers(Reply reply) {
        this.reply = reply;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/alerts");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
            var request = new Request(exchange.getRequestURI().getPath(), headers, exchange.getRequestBody().readAllBytes());
            received.add(request);
            var answer = new TreeMap<String, String>();
            int status = reply.to(request, answer);
            answer.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
