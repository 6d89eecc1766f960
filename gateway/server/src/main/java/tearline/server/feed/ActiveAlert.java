package tearline.server.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tearline.engine.standard.Facts;
import tearline.engine.standard.Instants;
import tearline.server.store.FeedEntry;

/**
 * An alert as it was published in one partner's view, and what it says of its own life.
 *
 * @param key  names it in its address: the same for every version of one identifier of one sender
 * @param ends what its references name, each a sender, an identifier and an instant
 */
record ActiveAlert(String key, String sender, String identity, Instant sent, Optional<Instant> expires, boolean cancels, List<Reference> ends, FeedEntry entry) {

    /** A message that another one updates or cancels. */
    record Reference(String sender, String identity) {}

    static ActiveAlert of(FeedEntry entry, Facts facts) {
        var sender = facts.sender().orElse("");
        var id = facts.id().orElse("");
        var sent = facts.sent().orElse("");
        var type = facts.type().orElse("");
        var ends = new ArrayList<Reference>();
        if (type.equals("Update") || type.equals("Cancel")) facts.references().forEach(reference -> reference(reference).ifPresent(ends::add));
        return new ActiveAlert(key(entry), sender, identity(sender, id, sent), Instants.parse(sent).orElse(entry.updated()), facts.expires().flatMap(Instants::parse),
                !type.equals("Alert") && !type.equals("Update"), ends, entry);
    }

    /** A tombstone has the same. */
    static String key(FeedEntry entry) {
        return entry.entryId().replace("urn:uuid:", "").replace("-", "");
    }

    boolean isExpired(Instant now) {
        return expires.filter(at -> !at.isAfter(now)).isPresent();
    }

    /** "sender,identifier,sent": the sender ends at the first comma, the time begins at the last (CAP 1.2 §3.2.1). */
    private static Optional<Reference> reference(String text) {
        int first = text.indexOf(',');
        int last = text.lastIndexOf(',');
        if (first < 1 || last <= first) return Optional.empty();
        var sender = text.substring(0, first);
        return Optional.of(new Reference(sender, identity(sender, text.substring(first + 1, last), text.substring(last + 1))));
    }

    private static String identity(String sender, String id, String sent) {
        return sender + "\u001f" + id + "\u001f" + Instants.normal(sent);
    }
}
