package tearline.server.feed;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tearline.engine.Digests;
import tearline.engine.config.Agreement;
import tearline.engine.config.Configuration;
import tearline.engine.config.Door;
import tearline.engine.config.Partner;
import tearline.engine.house.House;
import tearline.server.door.Caller;
import tearline.server.look.Reply;
import tearline.server.store.Pulled;
import tearline.server.store.Store;

/** Feeds of kind 'active': all CAP alerts in force, always, as Atom and as RSS, and each alert at the address that is its entry's id. */
public final class ActiveFeeds {

    private static final String CAP = "cap-1.2";
    private static final String ALERT = ".xml";

    private record Subscription(String feed, Partner partner, Agreement agreement) {}

    private final Configuration configuration;
    private final Store store;
    private final Clock clock;
    private final House house;
    private final Supplier<String> base;
    private final BiPredicate<String, String> behind;
    private final byte[] key;
    private final Map<String, ActiveAlerts> views = new ConcurrentHashMap<>();

    /** Base is how others reach the gateway, without a slash at its end; behind are feeds, each with its partner, that show what an earlier agreement gave. */
    public ActiveFeeds(House house, Configuration configuration, Store store, Clock clock, Supplier<String> base, BiPredicate<String, String> behind) {
        this.behind = behind;
        this.house = house;
        this.configuration = configuration;
        this.store = store;
        this.clock = clock;
        this.base = base;
        this.key = configuration.gateway().identifierKey().bytes();
    }

    /** Whether /feeds/NAME, with or without .atom or .rss, or anything below it, is such a feed: then nobody else answers. */
    public boolean has(String[] path) {
        return path.length > 1 && active().anyMatch(one -> one.feed().equals(feed(path)));
    }

    public Reply read(String[] path, Caller caller, String accept, Conditions conditions) {
        var feed = feed(path);
        var subscription = active().filter(one -> one.feed().equals(feed) && (one.partner().isPublic() || caller.partner().filter(one.partner()::equals).isPresent())).findFirst();
        if (subscription.isEmpty()) return Reply.problem(404, "There is no such feed for you.", "Ask for a feed that your agreement names.");
        if (behind.test(feed, subscription.get().partner().name())) return Feeds.remaking();
        if (path.length == 3 && path[2].endsWith(ALERT)) return alert(subscription.get(), path[2].substring(0, path[2].length() - ALERT.length()), conditions);
        if (path.length != 2) return notFound();
        return list(subscription.get(), FeedFormat.of(path[1].substring(feed.length()), accept), conditions);
    }

    private Reply list(Subscription one, FeedFormat format, Conditions conditions) {
        var now = clock.instant();
        var listing = alerts(one).at(now);
        var shown = listing.alerts().stream().filter(alert -> mayLeave(one, alert, now)).toList();
        var etag = etag(one, format.name(), base.get(), listing.changed().toString(), shown.stream().map(alert -> alert.key() + alert.entry().digest()).collect(Collectors.joining(" ")));
        var headers = headers(one, etag, listing.settled(), now);
        headers.put("Vary", "Accept, Authorization");
        if (conditions.has(etag, one.partner().isPublic(), listing.settled())) return new Reply(304, format.mediaType(), new byte[0], headers);
        var home = base.get() + "/feeds/" + one.feed();
        var page = new ActivePage(house.mappings(), store::product).write(format, home, one.partner().title(), listing.changed(), shown);
        store.logDissemination(new Pulled(one.feed(), one.partner().name(), "", shown.stream().map(ActiveAlert::entry).toList())).join();
        return new Reply(200, format.mediaType(), page, headers);
    }

    private Reply alert(Subscription one, String key, Conditions conditions) {
        var now = clock.instant();
        var found = alerts(one).find(key);
        if (found.isEmpty()) return alerts(one).isGone(key) ? gone() : notFound();
        if (!alerts(one).isInForce(found.get(), now) || !mayLeave(one, found.get(), now)) return gone();
        var entry = found.get().entry();
        var etag = etag(one, key, entry.digest());
        var headers = headers(one, etag, ActiveAlerts.settled(entry.updated()), now);
        if (conditions.has(etag, one.partner().isPublic(), ActiveAlerts.settled(entry.updated()))) return new Reply(304, entry.mediaType(), new byte[0], headers);
        byte[] product;
        try {
            product = store.product(entry.digest());
        } catch (NoSuchElementException purged) {
            return gone();
        }
        store.logDissemination(new Pulled(one.feed(), one.partner().name(), "", List.of(entry))).join();
        return new Reply(200, entry.mediaType(), product, headers);
    }

    /** After an agreement has ended nothing but public content leaves, which bears no mark. */
    private static boolean mayLeave(Subscription one, ActiveAlert alert, Instant now) {
        return one.partner().isPublic() || one.agreement().isValidOn(now.atOffset(ZoneOffset.UTC).toLocalDate()) || alert.entry().rights().isEmpty();
    }

    /** When something in a restricted feed happened is nobody else's business: no date there, and no cache. */
    private static Map<String, String> headers(Subscription one, String etag, Instant settled, Instant now) {
        var headers = new HashMap<>(Map.of("ETag", etag, "Cache-Control", one.partner().isPublic() ? "public, no-cache" : "private, no-store", "Vary", "Authorization"));
        if (one.partner().isPublic()) headers.put("Last-Modified", Conditions.date(settled.isAfter(now) ? now : settled));
        return headers;
    }

    private ActiveAlerts alerts(Subscription one) {
        return views.computeIfAbsent(one.feed(), feed -> new ActiveAlerts(store, house.standards().get(CAP), feed, one.partner().name(), configuration.gateway().sender()));
    }

    private Stream<Subscription> active() {
        return configuration.partners().stream().flatMap(partner -> partner.agreements().stream()
                .flatMap(agreement -> agreement.doors().values().stream().filter(door -> door instanceof Door.Feed feed && feed.active())
                        .map(door -> new Subscription(door.name(), partner, agreement))));
    }

    private static String feed(String[] path) {
        return path.length == 2 ? path[1].replaceFirst("\\.(atom|rss)$", "") : path[1];
    }

    private String etag(Subscription one, String... texts) {
        return "\"" + Digests.keyed(key, Stream.concat(Stream.of("active", one.feed(), one.agreement().sha256()), Stream.of(texts)).toArray(String[]::new)) + "\"";
    }

    private static Reply gone() {
        return Reply.problem(410, "This alert is not in force any more.", "Read the feed for those that are.");
    }

    private static Reply notFound() {
        return Reply.problem(404, "There is nothing here.", "Ask for /feeds/NAME.atom, /feeds/NAME.rss, or an address that stands in one of them.");
    }
}
