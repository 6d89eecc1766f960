package tearline.bench.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tearline.engine.Digests;
import tearline.engine.config.Configuration;
import tearline.engine.mapping.Mappings;
import tearline.engine.xml.Shelf;
import tearline.engine.config.ConfigurationReader;
import tearline.engine.house.House;
import tearline.engine.house.HouseVocabulary;
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
import tearline.server.store.Outcome;
import tearline.server.store.Store;

/** What it costs to read a feed, as ratios: the end of a long feed beside its beginning, an unchanged poll beside a page, and how often a record is written for many readers. */
public final class FeedBench {

    /**
     * @param flatness   cost of a record in the last tenth of the pages, beside the first tenth
     * @param unchanged  cost of an unchanged poll, beside a page of 500
     * @param renderings how often each record was written, at most, for all readers
     */
    public record Result(int records, double flatness, double unchanged, int partners, int views, double renderings) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,d records: a record of the last tenth costs %.2f of one of the first%nan unchanged poll costs %.4f of a page of 500%n%d partners with %d views: each record is written %.2f times",
                    records, flatness, unchanged, partners, views, renderings);
        }
    }

    private static final Pattern LINK = Pattern.compile("rel=\"(next|https://tearline.example/rel/since)\" href=\"[^\"]*since=([A-Za-z0-9_-]+)");
    private static final int PAGE = 500;
    private static final int BATCH = 1000;

    private FeedBench() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000, 200, 10, 500));
    }

    public static Result run(int records, int partners, int views, int shared) throws IOException {
        var folder = Files.createTempDirectory("feed-bench");
        try (var store = Store.open(folder.resolve("data"), Clock.systemUTC())) {
            var configuration = configure(folder, partners);
            var fragments = new Fragments(new Mappings(Shelf.shipped()), store::product, 64L << 20);
            var feeds = new Feeds(configuration, store, fragments, Clock.systemUTC(), (feed, partner) -> false);
            for (int from = 0; from < records; from += BATCH) publish(store, "m-long-" + from, List.of("p0"), 1, from, Math.min(BATCH, records - from));
            for (int warm = 0; warm < 30; warm++) read(feeds, configuration, "p0", null, "");
            var times = new ArrayList<Long>();
            var last = follow(feeds, configuration, "p0", times);
            int tenth = Math.max(1, times.size() / 10);
            double flatness = median(times.subList(times.size() - 1 - tenth, times.size() - 1)) / median(times.subList(0, tenth));
            double unchanged = unchanged(feeds, configuration, last) / median(times);

            var names = new ArrayList<String>();
            for (int i = 1; i <= partners; i++) names.add("p" + i);
            publish(store, "m-shared", names, views, 0, shared);
            long before = fragments.written();
            for (var name : names) follow(feeds, configuration, name, new ArrayList<>());
            return new Result(records, flatness, unchanged, partners, views, (fragments.written() - before) / (double) shared);
        } finally {
            remove(folder);
        }
    }

    /** To the end; the times of the pages in nanoseconds, and the address of the last. */
    private static String follow(Feeds feeds, Configuration configuration, String partner, List<Long> times) {
        String since = null;
        while (true) {
            long began = System.nanoTime();
            var reply = read(feeds, configuration, partner, since, "");
            times.add(System.nanoTime() - began);
            var head = new String(reply.body(), 0, Math.min(2_000, reply.body().length), StandardCharsets.UTF_8);
            var link = LINK.matcher(head);
            if (!link.find()) throw new IllegalStateException("a page that leads nowhere");
            if (!link.group(1).equals("next")) return link.group(2);
            since = link.group(2);
        }
    }

    private static double unchanged(Feeds feeds, Configuration configuration, String since) {
        var etag = read(feeds, configuration, "p0", since, "").headers().get("ETag");
        var times = new ArrayList<Long>();
        for (int i = 0; i < 300; i++) {
            long began = System.nanoTime();
            if (read(feeds, configuration, "p0", since, etag).status() != 304) throw new IllegalStateException("something changed");
            times.add(System.nanoTime() - began);
        }
        return median(times);
    }

    private static Reply read(Feeds feeds, Configuration configuration, String partner, String since, String etag) {
        var query = new HashMap<>(Map.of("limit", Integer.toString(PAGE)));
        if (since != null) query.put("since", since);
        var reply = feeds.read(partner, new Request(new Caller(configuration.findPartner(partner), false), query, "", "", etag, "", ""));
        if (reply.status() != 200 && reply.status() != 304) throw new IllegalStateException("the feed answered " + reply.status());
        return reply;
    }

    private static void publish(Store store, String message, List<String> partners, int views, int from, int count) {
        var products = new ArrayList<List<NewFeedEntry>>();
        for (int view = 0; view < views; view++) {
            var entries = new ArrayList<NewFeedEntry>();
            for (int i = from; i < from + count; i++) entries.add(entry("", message, view, i));
            products.add(entries);
        }
        var decided = new ArrayList<Decided>();
        for (int i = 0; i < partners.size(); i++) {
            var feed = partners.get(i);
            var entries = products.get(i % views).stream().map(one -> new NewFeedEntry(feed, one.entryId(), one.updated(), one.title(), one.rights(), one.standard(), one.mediaType(), one.productBytes(), one.expires())).toList();
            decided.add(new Decided("urn:agreement:bench:" + feed, "1", feed, Outcome.DELIVERED, "{}", List.of(), entries));
        }
        store.accept(new NewMessage(message, Instant.EPOCH, "bench", "bench", "application/xml", new byte[] {'x'}, "5ha",
                List.of(new NewPart(0, "cap-1.2", "1.2", "alert", List.of(), -1, -1, NewPart.ACCEPTED, "[]")), "{}")).join();
        store.finish(new Exchanged(message, 0, decided)).join();
    }

    private static NewFeedEntry entry(String feed, String message, int view, int number) {
        var text = "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>" + message + "-" + number + "</identifier><note>view " + view + "</note><description>"
                + "The river rises at gauge 14. ".repeat(60) + "</description></alert>";
        return new NewFeedEntry(feed, "urn:uuid:" + message + "-" + view + "-" + number, Instant.EPOCH, "Alert " + number, "", "cap-1.2", "application/cap+xml", text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    private static double median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static Configuration configure(Path folder, int partners) throws IOException {
        var namespace = " xmlns=\"https://tearline.example/configuration/1.0\"";
        Files.createDirectories(folder.resolve("partners"));
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/key"), "a-key-that-only-this-benchmark-has-0123456789");
        Files.writeString(folder.resolve("gateway.xml"), "<gateway" + namespace + " name=\"bench\" sender=\"gateway@tearline.example\"><http host=\"127.0.0.1\" port=\"0\"/><store folder=\"data\"/>"
                + "<identifierKey secret=\"file:secrets/key\"/><feeds minimumPollSeconds=\"0\"/></gateway>");
        for (int i = 0; i <= partners; i++) {
            Files.writeString(folder.resolve("secrets/p" + i), "sha256:" + Digests.sha256(("bench" + i).getBytes(StandardCharsets.UTF_8)));
            Files.writeString(folder.resolve("partners/p" + i + ".xml"), "<partner" + namespace + " name=\"p" + i + "\" title=\"Partner\" organisation=\"slt\" country=\"USA\" operatedBy=\"staff\"><credential scheme=\"basic\" secret=\"file:secrets/p" + i + "\"/>"
                    + "<gets agreement=\"urn:agreement:bench:p" + i + "\" version=\"1\"><authority>None.</authority><valid from=\"2020-01-01\" until=\"2199-12-31\"/><product kind=\"alert\" format=\"cap-1.2\" scopes=\"Public\"/>"
                    + "<grants>CTRL</grants><keep category=\"title\"/><keep category=\"reference\"/><keep category=\"narrative\"/><keep category=\"event\"/><keep category=\"time\"/><feed name=\"p" + i + "\"/></gets></partner>");
        }
        return new ConfigurationReader(new HouseVocabulary(House.open(Shelf.shipped()))).read(folder);
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
