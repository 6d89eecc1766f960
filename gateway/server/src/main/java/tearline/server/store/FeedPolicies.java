package tearline.server.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Under which text of an agreement a view was made, and how it is made anew, part by part, under another. */
final class FeedPolicies {

    private FeedPolicies() {}

    /** Empty where that is not known. */
    static Optional<String> find(Session session, String feed, String partner) throws SQLException {
        return session.find("SELECT policy FROM feed_view WHERE feed = ? AND partner = ? AND policy IS NOT NULL", row -> row.getString(1), feed, partner);
    }

    /** Every part that was ever decided under the agreement and is still there, in the order of arrival. */
    static List<PartName> parts(Session session, String agreement) throws SQLException {
        return session.list("SELECT v.message, v.part FROM verdict v JOIN message m ON m.id = v.message WHERE v.agreement = ? AND m.bytes IS NOT NULL ORDER BY m.row, v.part",
                row -> new PartName(row.getString(1), row.getInt(2)), agreement);
    }

    static List<Overlaid> overlaid(Session session) throws SQLException {
        return session.list("SELECT DISTINCT f.message, f.part, f.agreement, v.decision FROM feed_entry f JOIN verdict v ON v.message = f.message AND v.part = f.part AND v.agreement = f.agreement"
                + " WHERE v.decision LIKE '%\"overlays\":[{%' ORDER BY f.row", row -> new Overlaid(new PartName(row.getString(1), row.getInt(2)), row.getString(3), row.getString(4)));
    }

    static Void remake(Transaction transaction, Remade remade, Map<byte[], String> digests) throws SQLException {
        Session session = transaction.session;
        var message = remade.part().messageId();
        int part = remade.part().part();
        boolean purged = session.number("SELECT count(*) FROM message WHERE id = ? AND bytes IS NOT NULL", message) == 0;
        var entries = purged ? List.<NewFeedEntry>of() : remade.entries();
        var exchanged = new Exchanged(message, part, List.of());
        var decided = new Decided(remade.agreement(), remade.version(), remade.partner(), Outcome.DELIVERED, "", List.of(), entries);
        var data = Transaction.data().put("part", part).put("agreement", remade.agreement()).put("version", remade.version());
        var stays = new HashSet<String>();
        for (NewFeedEntry entry : entries) {
            String digest = Products.keep(session, entry.productBytes(), digests);
            Feeds.insert(transaction, exchanged, decided, entry, digest);
            stays.add(entry.feed() + "\n" + entry.entryId());
            data.withArray("published").add(digest);
        }
        for (FeedEntry old : session.list("SELECT * FROM feed_entry WHERE message = ? AND part = ? AND agreement = ?", Feeds::entry, message, part, remade.agreement())) {
            if (!stays.contains(old.feed() + "\n" + old.entryId())) {
                Feeds.bury(transaction, old.feed(), old.partner(), old.entryId());
                data.withArray("buried").add(old.entryId());
            }
        }
        // What was pushed is known to its reader by that; a reader of feeds alone knows what stands there.
        if (session.number("SELECT count(*) FROM delivery WHERE message = ? AND part = ? AND agreement = ?", message, part, remade.agreement()) == 0) {
            session.update("DELETE FROM copy WHERE message = ? AND part = ? AND agreement = ?", message, part, remade.agreement());
            if (!purged && remade.copy().isPresent()) {
                Copies.insert(transaction, exchanged, decided, remade.copy().get());
            }
        }
        if (data.has("published") || data.has("buried")) {
            transaction.journal("republished", message, data);
        }
        return null;
    }

    /** From now on it may be read; what came under an agreement that is no more goes first. */
    static Void made(Transaction transaction, String feed, String partner, Set<String> agreements, String policy) throws SQLException {
        Session session = transaction.session;
        for (FeedEntry old : session.list("SELECT * FROM feed_entry WHERE feed = ? AND partner = ? AND kind <> 'tombstone'", Feeds::entry, feed, partner)) {
            if (!agreements.contains(old.agreement())) {
                Feeds.bury(transaction, feed, partner, old.entryId());
            }
        }
        session.update("INSERT INTO feed_view (feed, partner, head, policy) VALUES (?1, ?2, 0, ?3) ON CONFLICT (feed, partner) DO UPDATE SET policy = ?3", feed, partner, policy);
        transaction.journal("feed", feed, Transaction.data().put("partner", partner).put("madeUnder", policy));
        return null;
    }

    /** Computed by the caller's thread. */
    static Map<byte[], String> digests(Collection<NewFeedEntry> entries) {
        var digests = new IdentityHashMap<byte[], String>();
        entries.forEach(entry -> digests.computeIfAbsent(entry.productBytes(), Chain::digest));
        return digests;
    }
}
