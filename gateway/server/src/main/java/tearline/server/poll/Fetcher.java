package tearline.server.poll;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** Gets what stands at an address: only from hosts that are allowed, never more than the limit, and never for longer than the deadline. */
final class Fetcher implements AutoCloseable {

    private static final int REDIRECTS = 3;
    private final CloseableHttpClient client;
    private final Duration deadline;
    private final int limit;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "poll-deadline");
        thread.setDaemon(true);
        return thread;
    });

    Fetcher(Duration connect, Duration deadline, int limit) {
        this(connect, deadline, limit, SystemDefaultDnsResolver.INSTANCE);
    }

    /** Names are resolved once, and what was looked at is what is connected to: nobody can point a name elsewhere in between. */
    Fetcher(Duration connect, Duration deadline, int limit, DnsResolver names) {
        var timeout = Timeout.of(deadline);
        var connections = PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(new InTheOpen(names))
                .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(Timeout.of(connect)).setSocketTimeout(timeout).build()).build();
        this.client = HttpClients.custom().setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(timeout).setConnectionRequestTimeout(timeout).build())
                .disableRedirectHandling()      // each hop is looked at like the first
                .disableAutomaticRetries()      // the poll has its own patience
                .disableCookieManagement().disableAuthCaching().setUserAgent("Tearline").build();
        this.deadline = deadline;
        this.limit = limit;
    }

    /** Headers go to the first host only: a token is nobody else's. */
    Fetched get(URI uri, AllowedHosts hosts, Map<String, String> headers) throws IOException {
        var at = secured(uri);
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            hosts.check(at);
            var request = new HttpGet(at);
            request.setHeader("Accept", "application/cap+xml, application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8");
            if (AllowedHosts.place(at).equals(AllowedHosts.place(uri))) headers.forEach(request::setHeader);
            var late = watch.schedule(request::abort, deadline.toMillis(), TimeUnit.MILLISECONDS); // the client's own timeouts begin anew with each byte
            try (var response = client.executeOpen(null, request, null)) {
                if (response.getCode() / 100 != 3 || response.getCode() == 304) return fetched(response);
                at = secured(at.resolve(header(response, "Location")));
            } catch (IllegalArgumentException noAddress) {
                throw new IOException("a redirect to nowhere");
            } finally {
                late.cancel(false);
            }
        }
        throw new IOException("too many redirects");
    }

    /** Many feeds still write http where https has long been served; nothing but this machine is asked without. */
    private static URI secured(URI uri) {
        return "http".equals(uri.getScheme()) && uri.getPort() < 0 && uri.getHost() != null && !AllowedHosts.isThisMachine(uri.getHost()) ? URI.create("https" + uri.toString().substring(4)) : uri;
    }

    private Fetched fetched(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != 200 || response.getEntity() == null) return new Fetched(response.getCode(), "", "", "", new byte[0]);
        var bytes = response.getEntity().getContent().readNBytes(limit + 1);
        if (bytes.length > limit) throw new IOException("larger than the limit");
        return new Fetched(200, header(response, "Content-Type"), header(response, "ETag"), header(response, "Last-Modified"), bytes);
    }

    private static String header(HttpMessage response, String name) {
        var header = response.getFirstHeader(name);
        return header == null || header.getValue() == null ? "" : header.getValue();
    }

    /** Whoever is asked meanwhile hears no more of it. */
    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        watch.shutdownNow();
    }

    /** Finds the addresses of a name, and lets pass those that are not of this machine or network. */
    private record InTheOpen(DnsResolver names) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return AllowedHosts.inTheOpen(host, names.resolve(host));
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return names.resolveCanonicalHostname(host);
        }
    }
}
