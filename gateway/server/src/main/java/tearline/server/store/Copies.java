package tearline.server.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What agreements were given of parts, and where it is. */
final class Copies {

    private static final String EXISTS = "EXISTS (SELECT 1 FROM delivery d WHERE d.message = c.base_message AND d.part = c.base_part AND d.agreement = c.agreement AND ";

    private Copies() {}

    static void insert(Transaction transaction, Exchanged exchanged, Decided decided, NewCopy copy) throws SQLException {
        var base = copy.base().orElse(new PartName(exchanged.messageId(), exchanged.part()));
        transaction.session.update("INSERT INTO copy (message, part, agreement, base_message, base_part, document, sender, sent, content, ends, expires)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", exchanged.messageId(), exchanged.part(), decided.agreement(), base.messageId(), base.part(),
                copy.document(), copy.sender(), copy.sent(), copy.content(), copy.ends() ? 1 : 0, copy.expires());
        if (copy.base().isPresent()) {
            standIn(transaction.session, decided.agreement(), copy, base);
        }
    }

    /** What stands in for a newer one lives as long as that. */
    private static void standIn(Session session, String agreement, NewCopy copy, PartName base) throws SQLException {
        session.update("UPDATE copy SET expires = ? WHERE message = ? AND part = ? AND agreement = ?", copy.expires(), base.messageId(), base.part(), agreement);
        session.update("UPDATE feed_entry SET expires = ? WHERE message = ? AND part = ? AND agreement = ?", copy.expires(), base.messageId(), base.part(), agreement);
        session.update("UPDATE delivery SET expires = ? WHERE message = ? AND part = ? AND agreement = ? AND state = 'pending'", copy.expires(), base.messageId(), base.part(), agreement);
    }

    static List<StoredCopy> of(Session session, String message, int part, Attempts attempts) throws SQLException {
        var copies = new ArrayList<StoredCopy>();
        for (StoredCopy copy : session.list("SELECT c.*, EXISTS (SELECT 1 FROM feed_entry f WHERE f.message = c.base_message AND f.part = c.base_part AND f.agreement = c.agreement)"
                + " OR " + EXISTS + "d.state = 'delivered') AS arrived, " + EXISTS + "d.state = 'pending') AS waits, " + EXISTS + "d.doubtful = 1) AS doubtful"
                + " FROM copy c WHERE c.message = ? AND c.part = ?", row -> new StoredCopy(row.getString("agreement"), new PartName(row.getString("message"), row.getInt("part")),
                new PartName(row.getString("base_message"), row.getInt("base_part")), row.getString("document"), row.getString("sender"), row.getString("sent"),
                row.getString("content"), row.getBoolean("ends"), row.getBoolean("arrived"), row.getBoolean("waits"), row.getBoolean("doubtful")), message, part)) {
            copies.add(copy.doubtful() || !isBeingTried(session, copy, attempts) ? copy : new StoredCopy(copy.agreement(), copy.of(), copy.base(), copy.document(), copy.sender(),
                    copy.sent(), copy.content(), copy.ends(), copy.arrived(), copy.waits(), true));
        }
        return copies;
    }

    private static boolean isBeingTried(Session session, StoredCopy copy, Attempts attempts) throws SQLException {
        return session.list("SELECT id FROM delivery WHERE message = ? AND part = ? AND agreement = ?", row -> row.getLong(1), copy.base().messageId(), copy.base().part(), copy.agreement())
                .stream().anyMatch(attempts::hasBegun);
    }

    /** Takes them out of the queue; throws where one that was thought never to have gone may have. */
    static void giveWay(Transaction transaction, GivesWay old, String by, Attempts attempts, List<Long> takenBack) throws SQLException {
        var states = transaction.session.list("SELECT id, state, doubtful FROM delivery WHERE message = ? AND part = ? AND agreement = ?",
                row -> Map.entry(row.getLong(1), row.getString(2) + row.getInt(3)), old.part().messageId(), old.part().part(), old.agreement());
        for (var delivery : states) {
            if (old.untried() && (!delivery.getValue().matches("pending0|dead0|expired0|superseded0") || !attempts.takeBack(delivery.getKey()))) {
                throw new HeldChanged();
            }
            takenBack.add(delivery.getKey());
        }
        Deliveries.supersede(transaction, old.part().messageId(), old.part().part(), old.agreement(), by);
    }
}
