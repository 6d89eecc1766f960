package tearline.server.delivery;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tearline.server.store.Delivery;

/**
 * Posts a product to a partner and waits on no thread. What leaves is written here, header by header: nothing from outside
 * can ride along.
 */
public final class HttpDelivery implements AutoCloseable {

    private final Addresses addresses;
    private final Function<String, byte[]> products;
    private final Function<Delivery, Optional<String>> banners;
    private final Duration patience;
    private final Clock clock;
    private final ExecutorService threads = Threads.pool("deliver-http", 4);
    private final HttpClient client;
    private final Set<CompletableFuture<Attempt>> underWay = ConcurrentHashMap.newKeySet();

    public HttpDelivery(Addresses addresses, Function<String, byte[]> products, Function<Delivery, Optional<String>> banners,
                        Patience patience, Clock clock) {
        this.addresses = addresses;
        this.products = products;
        this.banners = banners;
        this.patience = patience.request();
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)               // no upgrade headers
                .followRedirects(HttpClient.Redirect.NEVER)         // a product goes where the agreement says
                .connectTimeout(patience.connect())
                .executor(threads)
                .build();
    }

    public CompletableFuture<Attempt> deliver(Delivery delivery) {
        Optional<Address> address = addresses.find(delivery.partner(), delivery.door());
        if (address.isEmpty()) {
            return done(delivery, new Answer.Later("the partner has no door " + delivery.door()));
        }
        HttpRequest request;
        try {
            request = request(delivery, address.get());
        } catch (RuntimeException e) {
            return done(delivery, new Answer.Later("the request cannot be made: " + e.getClass().getSimpleName()));
        }
        var exchange = client.sendAsync(request, BodyHandlers.discarding());
        // The request's own limit ends with the answer's head; a body that never ends must end too.
        var attempt = exchange.copy().orTimeout(patience.toMillis() + 500, TimeUnit.MILLISECONDS)
                .handleAsync((response, failure) -> new Attempt(delivery, failure == null
                        ? HttpAnswers.of(response, clock.instant()) : HttpAnswers.of(failure, patience)), threads);
        underWay.add(attempt);
        return attempt.whenComplete((done, failure) -> {
            exchange.cancel(true);
            underWay.remove(attempt);
        });
    }

    private HttpRequest request(Delivery delivery, Address address) {
        var request = HttpRequest.newBuilder(address.target())
                .timeout(patience)
                .header("User-Agent", "Tearline")
                .header("Content-Type", delivery.mediaType())
                .header("Idempotency-Key", delivery.idempotencyKey())
                .header("Tearline-Message", Opaque.name(delivery.id() + "\n" + delivery.idempotencyKey()))
                .POST(BodyPublishers.ofByteArray(products.apply(delivery.digest())));
        banners.apply(delivery).filter(HttpDelivery::isPlain).ifPresent(banner -> request.header("Tearline-Marking", banner));
        address.authorization().ifPresent(value -> request.header("Authorization", value.get()));
        return request.build();
    }

    /** A header holds one line of ASCII. */
    private static boolean isPlain(String banner) {
        return !banner.isBlank() && banner.chars().allMatch(c -> c >= ' ' && c < 127);
    }

    private static CompletableFuture<Attempt> done(Delivery delivery, Answer answer) {
        return CompletableFuture.completedFuture(new Attempt(delivery, answer));
    }

    /** Whoever waits for an answer now is told that there is none; the next start tries again. */
    @Override
    public void close() {
        underWay.forEach(attempt -> attempt.cancel(true));
        threads.shutdownNow();
    }
}
