package tearline.server.poll;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Gets what stands at an address: only from hosts that are allowed, never more than the limit, and never for longer than the deadline. */
final class Fetcher implements AutoCloseable {

    private static final int REDIRECTS = 3;
    private final HttpClient client;
    private final Duration deadline;
    private final int limit;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "poll-deadline");
        thread.setDaemon(true);
        return thread;
    });

    Fetcher(Duration connect, Duration deadline, int limit) {
        this.client = HttpClient.newBuilder().connectTimeout(connect).followRedirects(HttpClient.Redirect.NEVER).build();
        this.deadline = deadline;
        this.limit = limit;
    }

    /** Headers go to the first host only: a token is nobody else's. */
    Fetched get(URI uri, AllowedHosts hosts, Map<String, String> headers) throws IOException, Forbidden, InterruptedException {
        var at = secured(uri);
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            hosts.check(at);
            var request = HttpRequest.newBuilder(at).timeout(deadline).header("Accept", "application/cap+xml, application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8");
            if (AllowedHosts.place(at).equals(AllowedHosts.place(uri))) headers.forEach(request::header);
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() / 100 != 3 || response.statusCode() == 304) return fetched(response, body);
            }
            at = secured(at.resolve(response.headers().firstValue("Location").orElseThrow(() -> new IOException("a redirect to nowhere"))));
        }
        throw new IOException("too many redirects");
    }

    /** Many feeds still write http where https has long been served; nothing but this machine is asked without. */
    private static URI secured(URI uri) {
        return "http".equals(uri.getScheme()) && uri.getPort() < 0 && uri.getHost() != null && !AllowedHosts.isThisMachine(uri.getHost()) ? URI.create("https" + uri.toString().substring(4)) : uri;
    }

    private Fetched fetched(HttpResponse<InputStream> response, InputStream body) throws IOException {
        if (response.statusCode() != 200) return new Fetched(response.statusCode(), "", "", "", new byte[0]);
        var late = watch.schedule(() -> close(body), deadline.toMillis(), TimeUnit.MILLISECONDS); // the client's own timeout ends with the headers
        try {
            var bytes = body.readNBytes(limit + 1);
            if (bytes.length > limit) throw new IOException("larger than the limit");
            return new Fetched(200, header(response, "Content-Type"), header(response, "ETag"), header(response, "Last-Modified"), bytes);
        } finally {
            late.cancel(false);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // Whoever reads it hears of it.
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
