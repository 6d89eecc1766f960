package tearline.server.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tearline.engine.lifecycle.Named;
import tearline.engine.lifecycle.Type;
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
        if (Type.of(type).replaces()) facts.references().forEach(text -> Named.parse(text).map(named -> new Reference(named.sender(), identity(named.sender(), named.id(), named.sent()))).ifPresent(ends::add));
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

    private static String identity(String sender, String id, String sent) {
        return sender + "\u001f" + id + "\u001f" + Instants.normal(sent);
    }
}
