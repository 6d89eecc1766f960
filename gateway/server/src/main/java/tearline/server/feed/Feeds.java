package tearline.server.feed;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tearline.engine.Digests;
import tearline.engine.config.Agreement;
import tearline.engine.config.Configuration;
import tearline.engine.config.Door;
import tearline.engine.config.Partner;
import tearline.server.door.Caller;
import tearline.server.look.Reply;
import tearline.server.store.Store;

/** Feeds of kind 'changes': each partner sees its own view, in the order of a sequence, behind a signed cursor without a clock. */
public final class Feeds {

    private static final int PAGE = 50;
    private static final int MOST = 500;
    private static final String ATOM = "application/atom+xml;type=feed";

    private final Configuration configuration;
    private final Store store;
    private final FeedPage page;
    private final byte[] key;

    public Feeds(Configuration configuration, Store store) {
        this.configuration = configuration;
        this.store = store;
        this.page = new FeedPage(store::product);
        this.key = configuration.gateway().identifierKey().reveal().getBytes(StandardCharsets.UTF_8);
    }

    /** A feed that is not the caller's does not exist for it. */
    public Reply read(String feed, Caller caller, Map<String, String> query, String ifNoneMatch) {
        var agreement = find(feed, caller);
        if (agreement.isEmpty()) return Reply.problem(404, "There is no such feed for you.", "Ask for a feed that your agreement names.");
        long after = 0;
        if (query.containsKey("since")) {
            var cursor = position(feed, agreement.get(), query.get("since"));
            if (cursor.isEmpty()) return Reply.problem(410, "This cursor is not valid any more.", "Start anew without since, and delete what the new pages do not list.");
            after = cursor.get();
        }
        int limit = limit(query.get("limit"));
        var partner = agreement.get().partner();
        var found = store.feed(feed, partner, after, 0, limit + 1).stream().filter(one -> !one.isTombstone()).toList();
        boolean more = found.size() > limit;
        var entries = more ? found.subList(0, limit) : found;
        long last = entries.isEmpty() ? after : entries.get(entries.size() - 1).position();
        var etag = "\"" + Digests.keyed(key, feed, partner, agreement.get().sha256(), Long.toString(after), Integer.toString(limit), Long.toString(last), Boolean.toString(more)) + "\"";
        if (ifNoneMatch != null && ifNoneMatch.contains(etag)) return Reply.notModified(etag);
        var base = "/feeds/" + feed;
        var since = base + "?since=" + cursor(feed, agreement.get(), last);
        var self = query.containsKey("since") ? base + "?since=" + query.get("since") : base;
        var body = page.write(feed, title(partner), self, more ? Optional.of(since + "&limit=" + limit) : Optional.empty(), since, entries, "1970-01-01T00:00:00Z");
        store.logDissemination(new tearline.server.store.Pulled(feed, partner, "", entries)).join();
        return new Reply(200, ATOM, body, Map.of("ETag", etag, "Cache-Control", "private, no-store", "Vary", "Accept, Authorization"));
    }

    private Optional<Agreement> find(String feed, Caller caller) {
        return configuration.partners().stream()
                .filter(partner -> caller.partner().map(partner::equals).orElse(partner.isPublic()))
                .flatMap(partner -> partner.agreements().stream())
                .filter(agreement -> agreement.doors().values().stream().anyMatch(door -> door instanceof Door.Feed one && one.name().equals(feed)))
                .findFirst();
    }

    private String title(String partner) {
        return configuration.findPartner(partner).map(Partner::title).orElse(partner);
    }

    /** Sequence, and a signature over feed, agreement and sequence: a new version of the agreement makes the client start anew. */
    private String cursor(String feed, Agreement agreement, long sequence) {
        return Long.toString(sequence, 36) + "." + signature(feed, agreement, sequence);
    }

    private Optional<Long> position(String feed, Agreement agreement, String cursor) {
        int dot = cursor.indexOf('.');
        if (dot < 1) return Optional.empty();
        try {
            long sequence = Long.parseLong(cursor.substring(0, dot), 36);
            return signature(feed, agreement, sequence).equals(cursor.substring(dot + 1)) ? Optional.of(sequence) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private String signature(String feed, Agreement agreement, long sequence) {
        return Digests.keyed(key, "cursor", feed, agreement.id(), agreement.sha256(), Long.toString(sequence)).substring(0, 20);
    }

    private static int limit(String text) {
        try {
            return text == null ? PAGE : Math.max(1, Math.min(MOST, Integer.parseInt(text)));
        } catch (NumberFormatException e) {
            return PAGE;
        }
    }
}
