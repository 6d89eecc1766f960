package tearline.server.feed;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiPredicate;
import tearline.engine.Digests;
import tearline.engine.config.Agreement;
import tearline.engine.config.Configuration;
import tearline.server.look.Reply;
import tearline.server.store.FeedEntry;
import tearline.server.store.Pulled;
import tearline.server.store.Store;

/** One record by the id of its entry, and its attachments: what no feed of the caller holds is not there, whatever the reason. */
public final class Records {

    private static final Reply GONE = Reply.problem(410, "This record is not there any more.", "Delete your copy: the feed has a tombstone for it.");
    private static final Reply NOT_FOUND = Reply.problem(404, "There is no such record for you.", "Ask with the id of an entry in your feed.");
    private final Views views;
    private final Store store;
    private final BiPredicate<String, String> behind;
    private final byte[] key;

    /** Behind: feeds, each with its partner, that show what an earlier agreement gave. */
    public Records(Configuration configuration, Store store, BiPredicate<String, String> behind) {
        this.behind = behind;
        this.views = new Views(configuration);
        this.store = store;
        this.key = configuration.gateway().identifierKey().bytes();
    }

    static String path(FeedEntry entry) {
        return "/records/" + entry.entryId().replace("urn:uuid:", "");
    }

    public Reply record(String id, Request request) {
        return find(id, request, product -> new Attachments.Content(product.entry().mediaType(), product.bytes()));
    }

    public Reply attachment(String id, String number, Request request) {
        if (!number.matches("[1-9][0-9]{0,2}")) return NOT_FOUND;
        return find(id, request, product -> Attachments.of(product.bytes(), product.entry().mediaType(), Integer.parseInt(number)))
                .with("Content-Disposition", "attachment"); // whatever it is: nothing to be shown on a page of ours
    }

    private record Product(FeedEntry entry, byte[] bytes) {}

    private interface Look {
        /** Null = there is none. */
        Attachments.Content at(Product product);
    }

    private Reply find(String id, Request request, Look look) {
        boolean gone = false;
        for (var agreement : views.of(request.caller())) {
            for (var feed : agreement.feeds()) {
                if (behind.test(feed, agreement.partner())) return Feeds.remaking(); // whatever it asks for
                var entry = store.feedEntry(feed, agreement.partner(), "urn:uuid:" + id);
                gone |= entry.filter(FeedEntry::isTombstone).isPresent(); // it had it, so it learns nothing
                if (entry.filter(one -> !one.isTombstone()).isPresent()) return answer(agreement, entry.get(), request, look);
            }
        }
        return gone ? GONE : NOT_FOUND;
    }

    private Reply answer(Agreement agreement, FeedEntry entry, Request request, Look look) {
        var purpose = Purposes.refusal(agreement, request.purpose());
        if (!purpose.isEmpty()) return Reply.problem(400, "A purpose is needed.", purpose);
        try {
            var content = look.at(new Product(entry, store.product(entry.digest())));
            if (content == null) return NOT_FOUND;
            var etag = "\"" + Digests.keyed(key, entry.partner(), agreement.sha256(), entry.entryId(), Digests.sha256(content.bytes())) + "\"";
            if (request.has(etag)) return Reply.notModified(content.mediaType(), Feeds.headers(etag));
            store.logDissemination(new Pulled(entry.feed(), entry.partner(), request.purpose(), List.of(entry))).join();
            var headers = Feeds.headers(etag);
            if (!entry.rights().isEmpty()) headers.put("Tearline-Marking", entry.rights());
            return new Reply(200, content.mediaType(), content.bytes(), headers);
        } catch (NoSuchElementException purged) {
            return GONE;
        }
    }
}
