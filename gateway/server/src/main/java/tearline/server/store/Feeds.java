package tearline.server.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Feeds as each partner sees them, and the log of who pulled what. */
final class Feeds {

    private static final String SELECT = "SELECT f.* FROM feed_entry f JOIN product p ON p.digest = f.product"
            + " WHERE p.bytes IS NOT NULL AND f.feed = ? AND f.partner = ? ";

    private Feeds() {}

    static void insert(Session session, Exchanged exchanged, Decided decided, NewFeedEntry entry, String digest)
            throws SQLException {
        session.update("INSERT INTO feed_entry (feed, partner, entry_id, updated, title, rights, standard, media_type, product,"
                + " expires, message, part, agreement) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", entry.feed(),
                decided.partner(), entry.entryId(), entry.updated(), entry.title(), entry.rights(), entry.standard(),
                entry.mediaType(), digest, entry.expires(), exchanged.messageId(), exchanged.part(), decided.agreement());
    }

    static List<FeedEntry> after(Session session, String feed, String partner, long sequence, int limit) throws SQLException {
        return session.list(SELECT + "AND f.sequence > ? ORDER BY f.sequence LIMIT ?", Feeds::entry, feed, partner, sequence,
                limit);
    }

    static Optional<FeedEntry> newest(Session session, String feed, String partner, String entryId) throws SQLException {
        return session.find(SELECT + "AND f.entry_id = ? ORDER BY f.sequence DESC LIMIT 1", Feeds::entry, feed, partner, entryId);
    }

    static long head(Session session, String feed, String partner) throws SQLException {
        return session.number("SELECT max(sequence) FROM feed_entry WHERE feed = ? AND partner = ?", feed, partner);
    }

    private static FeedEntry entry(ResultSet row) throws SQLException {
        return new FeedEntry(row.getLong("sequence"), row.getString("feed"), row.getString("partner"), row.getString("entry_id"),
                Session.instant(row, "updated"), row.getString("title"), row.getString("rights"), row.getString("standard"),
                row.getString("media_type"), row.getString("product"), Session.maybeInstant(row, "expires"),
                row.getString("message"), row.getInt("part"), row.getString("agreement"));
    }

    static Void logDissemination(Transaction transaction, String feed, String partner, List<Long> sequences) throws SQLException {
        ObjectNode data = Transaction.data().put("partner", partner);
        ArrayNode pulled = data.putArray("sequences");
        for (Long sequence : sequences) {
            // The partner is part of the question: nobody is logged as having what its view does not hold.
            transaction.session.update("INSERT INTO dissemination (at, feed, partner, sequence, entry_id, product)"
                    + " SELECT ?, feed, partner, sequence, entry_id, product FROM feed_entry"
                    + " WHERE sequence = ? AND feed = ? AND partner = ?", transaction.now, sequence, feed, partner);
            pulled.add(sequence);
        }
        transaction.journal("disseminated", feed, data);
        return null;
    }
}
