package tearline.server.store;

import java.sql.SQLException;
import java.util.List;

/** Removes a message's payload from everywhere in the store; what was decided, and who got what, stays without content. */
final class Purges {

    private Purges() {}

    static Integer purge(Transaction transaction, List<String> ids, String reason, List<NewMessage> ends) throws SQLException {
        int purged = 0;
        for (String id : ids) {
            purged += purge(transaction, id, reason) ? 1 : 0;
        }
        for (NewMessage end : purged == 0 ? List.<NewMessage>of() : ends) {
            Messages.accept(transaction, end);
        }
        return purged;
    }

    static Acceptance strip(Transaction transaction, NewMessage stripped, String of, String reason) throws SQLException {
        Acceptance acceptance = Messages.accept(transaction, stripped);
        if (acceptance.accepted()) {
            transaction.journal("stripped", of, Transaction.data().put("by", stripped.id()).put("reason", reason));
        }
        return acceptance;
    }

    static boolean purge(Transaction transaction, String id, String reason) throws SQLException {
        Session session = transaction.session;
        if (Retentions.isHeld(session, id)) {
            return false;
        }
        if (session.update("UPDATE message SET bytes = NULL WHERE id = ? AND bytes IS NOT NULL", id) == 0) {
            return false;
        }
        giveWay(transaction, id);
        session.update("DELETE FROM part_incident WHERE message = ?", id);   // what an incident is called is its sender's word
        session.update("UPDATE attention SET settled_at = ? WHERE settled_at IS NULL AND (subject = ? OR subject LIKE ? || '/%')",
                transaction.now, id, id);
        Feeds.buryAllOf(transaction, id);
        // A product that another message's release shares stays, as long as that message does.
        session.update("""
                UPDATE product SET bytes = NULL WHERE digest IN (SELECT product FROM delivery WHERE message = ?1)
                AND NOT EXISTS (SELECT 1 FROM delivery d JOIN message m ON m.id = d.message
                                WHERE d.product = product.digest AND m.bytes IS NOT NULL)
                AND NOT EXISTS (SELECT 1 FROM feed_entry f WHERE f.product = product.digest)""", id);
        transaction.emptyLogAfterCommit();
        transaction.journal("purged", id, Transaction.data().put("reason", reason));
        return true;
    }

    /** A part that nobody has decided yet is not decided any more; a delivery that has not left does not leave. */
    private static void giveWay(Transaction transaction, String id) throws SQLException {
        Session session = transaction.session;
        session.update("UPDATE work SET state = 'done', note = 'purged' WHERE message = ? AND state IN ('waiting', 'sent')", id);
        var pending = session.list("SELECT DISTINCT part, agreement FROM delivery WHERE message = ? AND state = 'pending'",
                row -> new Pending(row.getInt(1), row.getString(2)), id);
        for (Pending one : pending) {
            Deliveries.supersede(transaction, id, one.part(), one.agreement(), "purge");
        }
    }

    private record Pending(int part, String agreement) {}
}
