package tearline.server.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tearline.engine.config.Poll;

/** What is asked is what was looked at: names are resolved once, packed answers are unpacked within the limit, and slow ones end. */
class FetcherTest {

    private static final int LIMIT = 100_000;
    private HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/packed", exchange -> {
            asked.incrementAndGet();
            var out = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(out)) {
                zip.write(new byte[Integer.parseInt(exchange.getRequestURI().getQuery())]);
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, out.size());
            exchange.getResponseBody().write(out.toByteArray());
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aNameThatComesToPointIntoThisMachineIsNotConnectedTo() throws Exception {
        var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var answers = List.of(InetAddress.getByName("192.0.2.7"), InetAddress.getLoopbackAddress());
        var turn = new AtomicInteger();
        var turning = names(host -> answers.get(Math.min(turn.getAndIncrement(), 1)));
        var uri = URI.create("https://agency.example:" + listener.getLocalPort() + "/feed");
        try (listener; var fetcher = new Fetcher(Duration.ofMillis(200), Duration.ofSeconds(1), LIMIT, turning)) {
            var hosts = new AllowedHosts(poll(uri));
            assertThatThrownBy(() -> fetcher.get(uri, hosts, Map.of())).isInstanceOf(IOException.class).isNotInstanceOf(Forbidden.class); // nobody is at 192.0.2.7
            assertThatThrownBy(() -> fetcher.get(uri, hosts, Map.of())).isInstanceOf(Forbidden.class);
            assertThat(turn.get()).as("one look at the name for each request").isEqualTo(2);
            listener.setSoTimeout(100);
            assertThatThrownBy(listener::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void oneForbiddenAddressAmongSeveralIsEnough() {
        for (var address : List.of("127.0.0.1", "169.254.169.254", "0.0.0.0", "::1", "fe80::1", "224.0.0.1")) {
            assertThatThrownBy(() -> AllowedHosts.inTheOpen("agency.example", new InetAddress[] {InetAddress.getByName("192.0.2.7"), InetAddress.getByName(address)})).as(address).isInstanceOf(Forbidden.class);
        }
    }

    @Test
    void aPackedAnswerIsUnpackedAndItsLimitIsThatOfWhatIsInIt() throws Exception {
        try (var fetcher = new Fetcher(Duration.ofSeconds(1), Duration.ofSeconds(5), LIMIT)) {
            assertThat(get(fetcher, "/packed?" + LIMIT).bytes()).hasSize(LIMIT);
            assertThatThrownBy(() -> get(fetcher, "/packed?" + 50 * LIMIT)).isInstanceOf(IOException.class).hasMessage("larger than the limit");
            assertThat(asked.get()).isEqualTo(2);
        }
    }

    @Test
    void anAnswerThatNeverEndsIsCutOffAtTheDeadline() throws Exception {
        server.createContext("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                for (int i = 0; i < 100; i++) {
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    Thread.sleep(50);
                }
            } catch (IOException | InterruptedException goneAway) {
                exchange.close();
            }
        });
        try (var fetcher = new Fetcher(Duration.ofSeconds(1), Duration.ofMillis(400), LIMIT)) {
            long before = System.nanoTime();
            assertThatThrownBy(() -> get(fetcher, "/drip")).isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        }
    }

    private Fetched get(Fetcher fetcher, String path) throws IOException {
        var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return fetcher.get(uri, new AllowedHosts(poll(uri)), Map.of());
    }

    private static Poll poll(URI uri) {
        return new Poll(uri, Duration.ofMinutes(2), Set.of(), 1, Optional.empty());
    }

    private interface Names {
        InetAddress of(String host);
    }

    private static DnsResolver names(Names names) {
        return new DnsResolver() {
            @Override public InetAddress[] resolve(String host) { return new InetAddress[] {names.of(host)}; }
            @Override public String resolveCanonicalHostname(String host) throws UnknownHostException { return host; }
        };
    }
}
