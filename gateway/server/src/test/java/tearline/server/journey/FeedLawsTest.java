package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tearline.engine.config.Configuration;
import tearline.engine.mapping.Mappings;
import tearline.engine.xml.Shelf;
import tearline.server.door.Caller;
import tearline.server.feed.Feeds;
import tearline.server.feed.Fragments;
import tearline.server.feed.Request;
import tearline.server.look.Reply;
import tearline.server.store.Decided;
import tearline.server.store.Exchanged;
import tearline.server.store.NewFeedEntry;
import tearline.server.store.NewMessage;
import tearline.server.store.NewPart;
import tearline.server.store.NewTombstone;
import tearline.server.store.Outcome;
import tearline.server.store.Store;

/** What was read equals what was written minus what the view hides, whoever writes and reads at the same time; and what is hidden leaves no trace. */
class FeedLawsTest {

    private static final Mappings MAPPINGS = new Mappings(Shelf.shipped());
    private static final List<String> PARTNERS = List.of("watch", "county", "fusion");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-01T12:00:31Z"), ZoneOffset.UTC);
    @TempDir
    Path folder;
    private Configuration configuration;

    @BeforeEach
    void configure() {
        var written = ConfigurationFolder.in(folder);
        for (var partner : PARTNERS) written.gets(partner, "", ConfigurationFolder.CAP, "CTRL FOUO", ConfigurationFolder.WHOLE_ALERT, "<feed name=\"" + partner + "\"/>");
        configuration = RunningGateway.read(written.written());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readersEndWithWhatWasWrittenMinusWhatTheirViewHides(long seed) throws Exception {
        try (var store = Store.open(folder.resolve("store"), Clock.systemUTC())) {
            var feeds = feeds(store, Clock.systemUTC());
            var expected = new ConcurrentHashMap<String, Map<String, String>>();
            var ever = new ConcurrentHashMap<String, Set<String>>();
            PARTNERS.forEach(partner -> {
                expected.put(partner, new ConcurrentHashMap<>());
                ever.put(partner, ConcurrentHashMap.newKeySet());
            });
            var writing = new AtomicBoolean(true);
            var threads = Executors.newCachedThreadPool();
            var writers = new ArrayList<Future<?>>();
            for (int writer = 0; writer < 3; writer++) {
                int number = writer;
                writers.add(threads.submit(() -> write(store, number, new Random(seed * 31 + number), expected, ever)));
            }
            var readers = new ArrayList<Future<?>>();
            for (var partner : PARTNERS) {
                for (int copy = 0; copy < 2; copy++) {
                    var random = new Random(seed * 97 + readers.size());
                    Callable<Void> reader = () -> {
                        var mirror = new Mirror(feeds, partner, random, ever.get(partner));
                        while (writing.get()) mirror.step();
                        mirror.catchUp();
                        assertThat(mirror.entries).isEqualTo(expected.get(partner));
                        return null;
                    };
                    readers.add(threads.submit(reader));
                }
            }
            for (var writer : writers) writer.get();
            writing.set(false);
            for (var reader : readers) reader.get();
            threads.shutdown();
            assertThat(store.verifyJournal().intact()).isTrue();
            assertThat(store.ledger().balances()).isTrue();
        }
    }

    /** Its own entries alone, so that the order of what it does to one of them is known. */
    private static Void write(Store store, int number, Random random, Map<String, Map<String, String>> expected, Map<String, Set<String>> ever) {
        var last = new HashMap<String, String>();
        for (int act = 0; act < 120; act++) {
            var entry = "urn:uuid:00000000-0000-8000-a000-" + String.format("%06d%06d", number, random.nextInt(20));
            var message = "m-" + number + "-" + act;
            if (random.nextInt(4) == 0 && last.containsKey(entry)) {
                assertThat(store.purge(last.remove(entry), "test").join()).isTrue();
                PARTNERS.forEach(partner -> expected.get(partner).remove(entry));
                continue;
            }
            var decided = new ArrayList<Decided>();
            for (var partner : PARTNERS) {
                var content = message + " for " + partner;
                if (random.nextInt(3) > 0) {
                    ever.get(partner).add(content);
                    decided.add(published(partner, entry, content));
                    expected.get(partner).put(entry, content);
                } else {
                    decided.add(hidden(partner, entry)); // a correction may hide what could be seen before
                    expected.get(partner).remove(entry);
                }
            }
            offer(store, message, decided);
            last.put(entry, message);
        }
        return null;
    }

    @Test
    void whatIsHiddenLeavesNoTrace() {
        assertThat(observe("without", false)).isEqualTo(observe("with", true));
    }

    @Test
    void whoStayedAwayLongerThanTombstonesAreKeptStartsAnew() {
        try (var store = Store.open(folder.resolve("horizon"), NOON)) {
            var feeds = feeds(store, NOON);
            offer(store, "m-1", List.of(published("watch", "urn:uuid:a", "a")));
            var before = json(since(feeds, "watch", null, "9")).path("_tearline").path("since").asText();
            offer(store, "m-2", List.of(published("watch", "urn:uuid:b", "b")));
            store.purge("m-1", "test").join();
            var after = json(since(feeds, "watch", before, "9")).path("_tearline").path("since").asText();

            store.forgetTombstones(NOON.instant().plusSeconds(100 * 86_400)).join();

            assertThat(since(feeds, "watch", before, "9").status()).isEqualTo(410);
            assertThat(new String(since(feeds, "watch", before, "9").body(), StandardCharsets.UTF_8)).contains("resync");
            assertThat(since(feeds, "watch", after, "9").status()).isEqualTo(200);
            assertThat(json(since(feeds, "watch", null, "9")).path("items")).hasSize(1);
        }
    }

    /** Everything that one partner ever sees of a history, with or without what others get in between. */
    private List<String> observe(String name, boolean others) {
        var seen = new ArrayList<String>();
        try (var store = Store.open(folder.resolve(name), NOON)) {
            var feeds = feeds(store, NOON);
            String since = null;
            for (int step = 0; step < 12; step++) {
                if (others) {
                    for (int i = 0; i < 1 + step % 3; i++) offer(store, "m-hidden-" + step + "-" + i, List.of(published("county", "urn:uuid:hidden-" + step % 4, "hidden " + step + i), hidden("watch", "urn:uuid:hidden-" + step % 4)));
                    if (step % 4 == 3) store.purge("m-hidden-" + step + "-0", "test").join();
                    since(feeds, "county", null, seen.size() % 2 == 0 ? "1" : "2");
                }
                offer(store, "m-" + step, List.of(published("watch", "urn:uuid:seen-" + step % 5, "seen " + step)));
                if (step % 5 == 4) store.purge("m-" + (step - 1), "test").join();
                for (var accept : List.of("application/atom+xml", "application/feed+json")) seen.add(told(read(feeds, "watch", null, "3", accept)));
                var reply = since(feeds, "watch", since, "2");
                seen.add(told(reply));
                var json = json(reply);
                since = json.has("next_url") ? json.path("next_url").asText() : json.path("_tearline").path("since").asText();
            }
        }
        return seen;
    }

    private static String told(Reply reply) {
        return reply.status() + " " + new java.util.TreeMap<>(reply.headers()) + " " + reply.body().length + "\n" + new String(reply.body(), StandardCharsets.UTF_8);
    }

    private Feeds feeds(Store store, Clock clock) {
        return new Feeds(configuration, store, new Fragments(MAPPINGS, store::product, 1 << 20), clock, (feed, partner) -> false);
    }

    private Reply since(Feeds feeds, String partner, String url, String limit) {
        return read(feeds, partner, url, limit, "application/feed+json");
    }

    private Reply read(Feeds feeds, String partner, String url, String limit, String accept) {
        var query = new HashMap<String, String>(Map.of("limit", limit));
        if (url != null) query.put("since", url.replaceAll(".*since=([^&]*).*", "$1"));
        return feeds.read(partner, new Request(new Caller(configuration.findPartner(partner), false), query, accept, "", "", "", ""));
    }

    private static JsonNode json(Reply reply) {
        try {
            assertThat(reply.status()).isEqualTo(200);
            return Client.JSON.readTree(reply.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void offer(Store store, String id, List<Decided> decided) {
        store.accept(new NewMessage(id, NOON.instant(), "http", "metro", "application/cap+xml", id.getBytes(StandardCharsets.UTF_8), "5ha",
                List.of(new NewPart(0, "cap-1.2", "1.2", "alert", List.of(), -1, -1, NewPart.ACCEPTED, "[]")), "{}")).join();
        store.finish(new Exchanged(id, 0, decided)).join();
    }

    private static Decided published(String partner, String entry, String content) {
        return new Decided("urn:agreement:test:" + partner, "1", partner, Outcome.DELIVERED, "{}", List.of(),
                List.of(new NewFeedEntry(partner, entry, NOON.instant(), "Alert", "", "cap-1.2", "text/plain", content.getBytes(StandardCharsets.UTF_8), Optional.empty())));
    }

    private static Decided hidden(String partner, String entry) {
        return new Decided("urn:agreement:test:" + partner, "1", partner, Outcome.DELIVERED, "{}", List.of(), List.of(), List.of(new NewTombstone(partner, entry)));
    }

    /** A client's copy: follows, sometimes asks the same twice, sometimes starts anew. */
    private final class Mirror {

        final Map<String, String> entries = new HashMap<>();
        private final Feeds feeds;
        private final String partner;
        private final Random random;
        private final Set<String> allowed;
        private String since;
        private boolean atEnd;

        Mirror(Feeds feeds, String partner, Random random, Set<String> allowed) {
            this.feeds = feeds;
            this.partner = partner;
            this.random = random;
            this.allowed = allowed;
        }

        void step() {
            if (random.nextInt(40) == 0) since = null;
            if (since == null) entries.clear(); // it starts anew, also where the first answer was lost: what is not listed is not there
            var page = json(since(feeds, partner, since, Integer.toString(1 + random.nextInt(7))));
            for (var item : page.path("items")) {
                if (item.path("_deleted").asBoolean()) entries.remove(item.path("id").asText());
                else {
                    var content = item.path("content_text").asText();
                    assertThat(allowed).contains(content);
                    entries.put(item.path("id").asText(), content);
                }
            }
            atEnd = !page.has("next_url");
            var next = atEnd ? page.path("_tearline").path("since").asText() : page.path("next_url").asText();
            if (random.nextInt(5) > 0) since = next; // else the answer was lost on the way, and it asks again
            else atEnd = false;
        }

        /** Nobody writes any more: what comes before the end is all there is. */
        void catchUp() {
            atEnd = false;
            for (int pages = 0; !atEnd; pages++) {
                assertThat(pages).as("it comes to an end").isLessThan(5_000);
                step();
            }
        }
    }
}
