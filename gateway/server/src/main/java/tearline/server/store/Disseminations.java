package tearline.server.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;

/** The log of who pulled what, when and what for; it survives what it speaks of, and the journal says the same. */
final class Disseminations {

    private Disseminations() {}

    static Void log(Transaction transaction, Pulled pulled) throws SQLException {
        ObjectNode data = Transaction.data().put("partner", pulled.partner()).put("purpose", pulled.purpose());
        ArrayNode entries = data.putArray("entries");
        for (FeedEntry entry : pulled.entries()) {
            ObjectNode one = entries.addObject().put("entry", entry.entryId()).put("kind", word(entry)).put("position", entry.position());
            if (!entry.isTombstone()) {
                one.put("message", entry.messageId()).put("part", entry.part()).put("agreement", entry.agreement())
                        .put("version", version(transaction, entry)).put("digest", entry.digest());
            }
        }
        long journal = transaction.journal("disseminated", pulled.feed(), data);
        for (FeedEntry entry : pulled.entries()) {
            transaction.session.update("INSERT INTO dissemination (at, feed, partner, position, entry_id, product, message, part,"
                    + " agreement, version, kind, standard, purpose, journal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    transaction.now, pulled.feed(), pulled.partner(), entry.position(), entry.entryId(), entry.digest(),
                    entry.isTombstone() ? null : entry.messageId(), entry.part(), entry.agreement(), version(transaction, entry),
                    word(entry), entry.standard(), pulled.purpose(), journal);
        }
        return null;
    }

    private static String word(FeedEntry entry) {
        return entry.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String version(Transaction transaction, FeedEntry entry) throws SQLException {
        return transaction.session.find("SELECT version FROM verdict WHERE message = ? AND part = ? AND agreement = ?",
                row -> row.getString(1), entry.messageId(), entry.part(), entry.agreement()).orElse("");
    }
}
