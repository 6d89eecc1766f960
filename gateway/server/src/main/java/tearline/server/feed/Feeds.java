package tearline.server.feed;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import tearline.engine.Digests;
import tearline.engine.config.Agreement;
import tearline.engine.config.Configuration;
import tearline.server.look.Reply;
import tearline.server.store.FeedEntry;
import tearline.server.store.JournalEntry;
import tearline.server.store.Pulled;
import tearline.server.store.Store;

/** Feeds of kind 'changes': each partner reads its own view, in the order of the view's own positions, behind sealed cursors. */
public final class Feeds {

    private static final int PAGE = 50;
    private static final int MOST = 500;
    private static final int PAGE_BYTES = 10 << 20;
    private static final String VARY = "Accept, Accept-Profile, Accept-Encoding, Authorization";

    private final Views views;
    private final Store store;
    private final Fragments fragments;
    private final Cursors cursors;
    private final Polls polls;
    private final BiPredicate<String, String> behind;
    private final byte[] key;

    /** Behind: feeds, each with its partner, that show what an earlier agreement gave. */
    public Feeds(Configuration configuration, Store store, Fragments fragments, Clock clock, BiPredicate<String, String> behind) {
        this.behind = behind;
        this.views = new Views(configuration);
        this.store = store;
        this.fragments = fragments;
        this.key = configuration.gateway().identifierKey().bytes();
        this.cursors = new Cursors(key);
        this.polls = new Polls(configuration.gateway().feeds().minimumPoll(), clock);
    }

    /** A feed that is not the caller's does not exist for it. */
    public Reply read(String feed, Request request) {
        var agreement = views.find(feed, request.caller());
        if (agreement.isEmpty()) return Reply.problem(404, "There is no such feed for you.", "Ask for a feed that your agreement names.");
        if (behind.test(feed, agreement.get().partner())) return remaking();
        var profiles = Profiles.of(agreement.get(), feed, request);
        var as = Representation.accepted(request.accept(), profiles::of, profiles::has);
        if (as.isEmpty()) return Reply.problem(406, "This feed is not written like that.", "Accept application/atom+xml or application/feed+json; a feed of NIEM products alone also application/xml and application/json. A profile is the format that is agreed, such as niem-sar-6.0.");
        var limit = limit(request.query().get("limit"));
        if (limit.isEmpty()) return Reply.problem(400, "The limit is no number of entries.", "Let limit be from 1 to " + MOST + ", or leave it out for " + PAGE + ".");
        var purpose = Purposes.refusal(agreement.get(), request.purpose());
        if (!purpose.isEmpty()) return Reply.problem(400, "A purpose is needed.", purpose);
        return read(feed, agreement.get(), as.get(), limit.getAsInt(), request);
    }

    private Reply read(String feed, Agreement agreement, Representation as, int limit, Request request) {
        var partner = agreement.partner();
        var head = store.feedHead(feed, partner);
        var since = request.query().get("since");
        var place = since == null ? Optional.of(new Cursors.Place(0, head.position())) : cursors.open(since, bound(feed, agreement));
        if (place.isEmpty() || since != null && Math.max(place.get().position(), place.get().quietUpTo()) < head.forgotten()) {
            return resync();
        }
        var at = place.get();
        boolean quiet = at.position() >= head.position();
        var etag = etag(feed, partner, agreement.sha256(), Long.toString(at.position()), Long.toString(at.quietUpTo()), Integer.toString(limit), Long.toString(head.position()), as.name(), request.takesGzip() ? "gzip" : "");
        boolean unchanged = request.has(etag);
        if (quiet || unchanged || since == null) {
            long wait = polls.wait(feed + " " + partner + (since == null && !unchanged ? " anew" : ""));
            if (wait > 0) return Reply.problem(429, "That was asked a moment ago.", "Ask again after " + wait + " seconds.").with("Retry-After", Long.toString(wait));
        }
        if (unchanged) return Reply.notModified(as.mediaType, headers(etag));
        return page(feed, agreement, as, limit, request, at, head.position(), etag);
    }

    private Reply page(String feed, Agreement agreement, Representation as, int limit, Request request, Cursors.Place at, long head, String etag) {
        var partner = agreement.partner();
        var found = store.feed(feed, partner, at.position(), at.quietUpTo(), limit + 1).stream().filter(entry -> entry.position() <= head).toList();
        var entries = new ArrayList<FeedEntry>();
        var written = new ArrayList<byte[]>();
        int bytes = 0;
        long read = at.position();
        for (var entry : found) {
            if (entries.size() == limit) break;
            var fragment = fragment(as, entry);
            if (fragment.isPresent() && !entries.isEmpty() && bytes + fragment.get().length > PAGE_BYTES) break;
            read = entry.position();
            if (fragment.isEmpty()) continue; // purged while we read: its tombstone stands behind
            entries.add(entry);
            written.add(fragment.get());
            bytes += fragment.get().length;
        }
        boolean more = !found.isEmpty() && found.get(found.size() - 1).position() > read;
        long last = more ? read : Math.max(head, at.position());
        var cursor = cursors.seal(new Cursors.Place(last, more && last < at.quietUpTo() ? at.quietUpTo() : 0), bound(feed, agreement));
        var base = "/feeds/" + feed;
        var since = base + "?since=" + cursor;
        var self = request.query().containsKey("since") ? base + "?since=" + request.query().get("since") : base;
        var page = new Page(feed, views.title(partner), Integer.toString(agreement.version()), self, base, more ? Optional.of(since + "&limit=" + limit) : Optional.empty(), since, cursor, entries);
        var body = fragments.writer(as).page(page, written);
        if (!entries.isEmpty()) store.logDissemination(new Pulled(feed, partner, request.purpose(), entries)).join();
        var headers = headers(etag);
        if (request.takesGzip()) headers.put("Content-Encoding", "gzip");
        return new Reply(200, as.mediaType, body, headers);
    }

    private Optional<byte[]> fragment(Representation as, FeedEntry entry) {
        try {
            return Optional.of(fragments.of(as, entry));
        } catch (java.util.NoSuchElementException gone) {
            return Optional.empty();
        }
    }

    /** Evidence that a reader has processed everything up to its cursor; what it was given was logged when it was given. */
    public Reply acknowledge(String feed, Request request) {
        var agreement = views.find(feed, request.caller());
        if (agreement.isEmpty()) return Reply.problem(404, "There is no such feed for you.", "Ask for a feed that your agreement names.");
        var place = cursors.open(request.query().getOrDefault("cursor", ""), bound(feed, agreement.get()));
        if (place.isEmpty()) return resync();
        store.journal(JournalEntry.of("acknowledged", feed, "{\"partner\":\"" + agreement.get().partner() + "\",\"position\":" + place.get().position() + "}")).join();
        return Reply.json(200, Map.of("feed", feed, "acknowledged", true));
    }

    /** Nothing that an earlier agreement gave is shown under a later one. */
    static Reply remaking() {
        return Reply.problem(503, "This feed is being made anew.", "The agreement has changed; ask again in a while.").with("Retry-After", "10");
    }

    private static Reply resync() {
        return Reply.problem(410, "This cursor is not valid any more.", "resync: start anew without since, and delete what the new pages do not list.");
    }

    private static String bound(String feed, Agreement agreement) {
        return String.join("\n", feed, agreement.partner(), agreement.id(), agreement.sha256());
    }

    private String etag(String... parts) {
        return "\"" + Digests.keyed(key, parts) + "\"";
    }

    static Map<String, String> headers(String etag) {
        return new LinkedHashMap<>(Map.of("ETag", etag, "Cache-Control", "private, no-store", "Vary", VARY));
    }

    private static OptionalInt limit(String text) {
        if (text == null) return OptionalInt.of(PAGE);
        if (!text.matches("[0-9]{1,3}")) return OptionalInt.empty();
        int limit = Integer.parseInt(text);
        return limit < 1 || limit > MOST ? OptionalInt.empty() : OptionalInt.of(limit);
    }
}
