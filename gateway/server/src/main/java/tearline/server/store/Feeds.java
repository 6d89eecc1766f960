package tearline.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Feeds as each partner sees them: the newest of each entry, or a tombstone, in the order of the view's own positions. */
final class Feeds {

    private static final String IN_VIEW = "SELECT * FROM feed_entry WHERE feed = ? AND partner = ? ";

    private Feeds() {}

    /** Where nothing changed that the partner can see, nothing changes in its view: an edit of what it may not see is no news. */
    static void insert(Transaction transaction, Exchanged exchanged, Decided decided, NewFeedEntry entry, String digest)
            throws SQLException {
        Session session = transaction.session;
        Optional<FeedEntry> old = newest(session, entry.feed(), decided.partner(), entry.entryId());
        if (old.isPresent() && isSame(old.get(), entry, digest)) {
            session.update("UPDATE feed_entry SET message = ?, part = ?, agreement = ?, expires = ? WHERE feed = ? AND partner = ?"
                    + " AND entry_id = ?", exchanged.messageId(), exchanged.part(), decided.agreement(), entry.expires(),
                    entry.feed(), decided.partner(), entry.entryId());
            return;
        }
        remove(session, entry.feed(), decided.partner(), entry.entryId());
        Instant published = old.filter(one -> !one.isTombstone()).map(FeedEntry::published).orElse(floor(entry.updated()));
        session.update("INSERT INTO feed_entry (feed, partner, position, entry_id, published, updated, kind, title, rights, categories,"
                + " standard, media_type, product, expires, message, part, agreement)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", entry.feed(),
                decided.partner(), next(session, entry.feed(), decided.partner()), entry.entryId(), published, floor(entry.updated()),
                entry.pointer() ? "pointer" : "record", entry.title(), entry.rights(), String.join("\n", entry.categories()),
                entry.standard(), entry.mediaType(), digest, entry.expires(), exchanged.messageId(), exchanged.part(),
                decided.agreement());
        forgetProduct(session, old);
    }

    private static boolean isSame(FeedEntry old, NewFeedEntry entry, String digest) {
        return old.digest().equals(digest) && (old.kind() == FeedEntry.Kind.POINTER) == entry.pointer() && old.title().equals(entry.title())
                && old.rights().equals(entry.rights()) && old.categories().equals(entry.categories())
                && old.standard().equals(entry.standard());
    }

    /** Whether there was something to take out: what the view never held leaves no trace in it. */
    static boolean bury(Transaction transaction, String feed, String partner, String entryId) throws SQLException {
        Session session = transaction.session;
        Optional<FeedEntry> old = newest(session, feed, partner, entryId).filter(one -> !one.isTombstone());
        if (old.isEmpty()) {
            return false;
        }
        remove(session, feed, partner, entryId);
        Instant when = floor(transaction.now);
        session.update("INSERT INTO feed_entry (feed, partner, position, entry_id, published, updated, kind)"
                + " VALUES (?, ?, ?, ?, ?, ?, 'tombstone')", feed, partner, next(session, feed, partner), entryId, when, when);
        forgetProduct(session, old);
        return true;
    }

    /** What a purged message leaves in feeds to a later one for which it stands in: there its readers see no difference. */
    static void inherit(Session session, String from, String to, int part) throws SQLException {
        String standsIn = " AND agreement IN (SELECT agreement FROM copy c WHERE c.message = ? AND c.part = ? AND c.base_message = ?)";
        session.update("UPDATE feed_entry SET message = ?, part = ? WHERE message = ?" + standsIn, to, part, from, to, part, from);
        session.update("UPDATE copy SET base_message = message, base_part = part WHERE message = ? AND part = ? AND base_message = ?"
                + " AND EXISTS (SELECT 1 FROM feed_entry f WHERE f.message = copy.message AND f.part = copy.part AND f.agreement = copy.agreement)", to, part, from);
    }

    /** Every entry that a message has in any view. */
    static void buryAllOf(Transaction transaction, String message) throws SQLException {
        for (FeedEntry entry : transaction.session.list("SELECT * FROM feed_entry WHERE message = ? ORDER BY row", Feeds::entry, message)) {
            bury(transaction, entry.feed(), entry.partner(), entry.entryId());
        }
    }

    /** Every entry that a part has under an agreement. */
    static void buryAllOf(Transaction transaction, PartName part, String agreement) throws SQLException {
        for (FeedEntry entry : transaction.session.list("SELECT * FROM feed_entry WHERE message = ? AND part = ? AND agreement = ? ORDER BY row", Feeds::entry,
                part.messageId(), part.part(), agreement)) {
            bury(transaction, entry.feed(), entry.partner(), entry.entryId());
        }
    }

    /** To the minute: what else was under way at the time does not show. */
    static Instant floor(Instant time) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), 60) * 60);
    }

    private static void remove(Session session, String feed, String partner, String entryId) throws SQLException {
        session.update("DELETE FROM feed_entry WHERE feed = ? AND partner = ? AND entry_id = ?", feed, partner, entryId);
    }

    private static void forgetProduct(Session session, Optional<FeedEntry> old) throws SQLException {
        if (old.isPresent() && !old.get().isTombstone()) {
            Products.dropUnused(session, old.get().digest());
        }
    }

    private static long next(Session session, String feed, String partner) throws SQLException {
        session.update("INSERT INTO feed_view (feed, partner, head) VALUES (?, ?, 1)"
                + " ON CONFLICT (feed, partner) DO UPDATE SET head = head + 1", feed, partner);
        return head(session, feed, partner).position();
    }

    /** Tombstones from before are forgotten; who has not read them must start anew. How many. */
    static Integer forget(Transaction transaction, Instant before) throws SQLException {
        Session session = transaction.session;
        session.update("""
                UPDATE feed_view SET forgotten = max(forgotten, coalesce((SELECT max(position) FROM feed_entry f
                    WHERE f.feed = feed_view.feed AND f.partner = feed_view.partner AND f.kind = 'tombstone' AND f.updated < ?1), 0))
                WHERE EXISTS (SELECT 1 FROM feed_entry WHERE kind = 'tombstone' AND updated < ?1)""", before);
        return session.update("DELETE FROM feed_entry WHERE kind = 'tombstone' AND updated < ?", before);
    }

    /** Tombstones up to a position are left out: a reader who starts anew never had what they speak of. */
    static List<FeedEntry> after(Session session, String feed, String partner, long position, long quietUpTo, int limit)
            throws SQLException {
        return session.list(IN_VIEW + "AND position > ? AND (kind <> 'tombstone' OR position > ?) ORDER BY position LIMIT ?",
                Feeds::entry, feed, partner, position, quietUpTo, limit);
    }

    static Optional<FeedEntry> newest(Session session, String feed, String partner, String entryId) throws SQLException {
        return session.find(IN_VIEW + "AND entry_id = ?", Feeds::entry, feed, partner, entryId);
    }

    static FeedHead head(Session session, String feed, String partner) throws SQLException {
        return session.find("SELECT head, forgotten FROM feed_view WHERE feed = ? AND partner = ?",
                row -> new FeedHead(row.getLong(1), row.getLong(2)), feed, partner).orElse(new FeedHead(0, 0));
    }

    static FeedEntry entry(ResultSet row) throws SQLException {
        return new FeedEntry(row.getLong("position"), row.getString("feed"), row.getString("partner"), row.getString("entry_id"),
                Session.instant(row, "published"), Session.instant(row, "updated"),
                FeedEntry.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), text(row, "title"), text(row, "rights"),
                text(row, "categories").lines().toList(), text(row, "standard"), text(row, "media_type"), text(row, "product"),
                Session.maybeInstant(row, "expires"), text(row, "message"), row.getInt("part"), text(row, "agreement"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
