package tearline.server.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Products on their way: what is due, what arrived, what waits again, and what never will arrive. */
final class Deliveries {

    /** Notes are codes and short reasons; a partner's talkative answer is cut. */
    private static final int NOTE = 200;
    private static final String SELECT = "SELECT d.*, p.size FROM delivery d JOIN product p ON p.digest = d.product ";
    private static final String NOT_HELD = " AND d.partner NOT IN (SELECT partner FROM held) ";

    private Deliveries() {}

    static void insert(Transaction transaction, Exchanged exchanged, Decided decided, NewDelivery delivery, String digest)
            throws SQLException {
        transaction.session.update("INSERT INTO delivery (message, part, agreement, version, partner, door, door_kind, standard,"
                + " media_type, file_name, product, idempotency_key, due, expires, priority, state, changed_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?)", exchanged.messageId(), exchanged.part(),
                decided.agreement(), decided.version(), decided.partner(), delivery.door(), delivery.doorKind(),
                delivery.standard(), delivery.mediaType(), delivery.fileName(), digest, delivery.idempotencyKey(),
                delivery.due(), delivery.expires(), delivery.priority(), transaction.now);
    }

    static List<Delivery> due(Session session, Instant now, int limit) throws SQLException {
        return session.list(SELECT + "WHERE d.state = 'pending' AND d.due <= ?1 AND (d.expires IS NULL OR d.expires > ?1)"
                + NOT_HELD + "ORDER BY d.priority DESC, d.due, d.id LIMIT ?2", Deliveries::delivery, now, limit);
    }

    static List<Delivery> dueOf(Session session, String partner, Instant now, int limit) throws SQLException {
        return session.list(SELECT + "WHERE d.state = 'pending' AND d.partner = ?1 AND d.due <= ?2"
                + " AND (d.expires IS NULL OR d.expires > ?2)" + NOT_HELD + "ORDER BY d.priority DESC, d.due, d.id LIMIT ?3",
                Deliveries::delivery, partner, now, limit);
    }

    static Map<String, Long> dueByPartner(Session session, Instant now) throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        session.list("SELECT d.partner, count(*) FROM delivery d WHERE d.state = 'pending' AND d.due <= ?1"
                + " AND (d.expires IS NULL OR d.expires > ?1)" + NOT_HELD + "GROUP BY d.partner ORDER BY d.partner",
                row -> counts.put(row.getString(1), row.getLong(2)), now);
        return counts;
    }

    static Optional<Delivery> find(Session session, long id) throws SQLException {
        return session.find(SELECT + "WHERE d.id = ?", Deliveries::delivery, id);
    }

    static List<Delivery> of(Session session, String message) throws SQLException {
        return session.list(SELECT + "WHERE d.message = ? ORDER BY d.id", Deliveries::delivery, message);
    }

    static byte[] product(Session session, String digest) throws SQLException {
        return session.find("SELECT bytes FROM product WHERE digest = ? AND bytes IS NOT NULL", row -> row.getBytes(1), digest)
                .orElseThrow(() -> new NoSuchElementException("no product " + digest + ", or it was purged"));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(row.getLong("id"), row.getString("message"), row.getInt("part"), row.getString("agreement"),
                row.getString("version"), row.getString("partner"), row.getString("door"), row.getString("door_kind"),
                row.getString("standard"), row.getString("media_type"), row.getString("file_name"), row.getString("product"),
                row.getLong("size"), row.getString("idempotency_key"), Session.instant(row, "due"),
                Session.maybeInstant(row, "expires"), row.getInt("priority"), Outcome.of(row.getString("state")),
                row.getInt("attempts"), Optional.ofNullable(row.getString("note")));
    }

    /** Arrival is a fact: it counts even where the delivery was given up or expired while under way. */
    static Void delivered(Transaction transaction, long id, String evidence) throws SQLException {
        Delivery delivery = get(transaction, id);
        if (delivery.state() != Outcome.DELIVERED) {
            attempted(transaction, delivery, Outcome.DELIVERED, evidence);
            settle(transaction, delivery, Outcome.DELIVERED, Transaction.data().put("digest", delivery.digest())
                    .put("evidence", cut(evidence)));
        }
        return null;
    }

    /** A token that was refused is gone from the broker: another due time brings another. */
    static Void dueAgain(Transaction transaction, long id) throws SQLException {
        transaction.session.update("UPDATE delivery SET due = due + 1 WHERE id = ? AND state = 'pending'", id);
        return null;
    }

    static Void dead(Transaction transaction, long id, String why, boolean doubtful) throws SQLException {
        Delivery delivery = get(transaction, id);
        if (doubtful) {
            doubt(transaction, id);
        }
        if (delivery.state() == Outcome.PENDING) {
            attempted(transaction, delivery, Outcome.DEAD, why);
            settle(transaction, delivery, Outcome.DEAD, Transaction.data().put("why", cut(why)));
            transaction.tellOperator("dead", delivery.messageId(), Optional.of(id),
                    "delivery " + id + " to " + delivery.partner() + " by " + delivery.door() + ": " + cut(why));
        }
        return null;
    }

    /** That it is doubtful whether an attempt arrived is never forgotten, also where it gave way meanwhile. */
    static Void retryAt(Transaction transaction, long id, Instant due, String why, boolean doubtful) throws SQLException {
        transaction.session.update("UPDATE delivery SET due = ?, attempts = attempts + 1, note = ?, changed_at = ?"
                + " WHERE id = ? AND state = 'pending'", due, cut(why), transaction.now, id);
        if (doubtful) {
            doubt(transaction, id);
        }
        return null;
    }

    static void doubt(Transaction transaction, long id) throws SQLException {
        transaction.session.update("UPDATE delivery SET doubtful = 1 WHERE id = ? AND doubtful = 0", id);
    }

    static Integer expire(Transaction transaction, Instant now) throws SQLException {
        List<Delivery> late = transaction.session.list(SELECT + "WHERE d.state = 'pending' AND d.expires <= ? ORDER BY d.id",
                Deliveries::delivery, now);
        return giveUp(transaction, late, Outcome.EXPIRED, Transaction.data());
    }

    static Integer supersede(Transaction transaction, String message, int part, String agreement, String by) throws SQLException {
        List<Delivery> old = transaction.session.list(SELECT + "WHERE d.message = ? AND d.part = ? AND d.agreement = ?"
                + " AND d.state = 'pending' ORDER BY d.id", Deliveries::delivery, message, part, agreement);
        return giveUp(transaction, old, Outcome.SUPERSEDED, Transaction.data().put("by", by));
    }

    private static int giveUp(Transaction transaction, List<Delivery> deliveries, Outcome state, ObjectNode data)
            throws SQLException {
        for (Delivery delivery : deliveries) {
            transaction.session.update("UPDATE delivery SET state = ?, changed_at = ? WHERE id = ?", state, transaction.now,
                    delivery.id());
            settle(transaction, delivery, state, data.deepCopy());
        }
        return deliveries.size();
    }

    static Integer replay(Transaction transaction, String message, Optional<String> partner) throws SQLException {
        var newest = new LinkedHashMap<String, Delivery>();
        for (Delivery delivery : of(transaction.session, message)) {
            if (partner.isEmpty() || partner.get().equals(delivery.partner())) {
                newest.put(delivery.agreement() + '\n' + delivery.idempotencyKey(), delivery);
            }
        }
        int replayed = partner.isEmpty() ? Exchanges.unpark(transaction, message) : 0;
        for (Delivery delivery : newest.values()) {
            replayed += again(transaction, delivery);
        }
        if (replayed > 0) {
            ObjectNode data = Transaction.data().put("count", replayed);
            partner.ifPresent(name -> data.put("partner", name));
            transaction.journal("replayed", message, data);
        }
        return replayed;
    }

    /** What has expired, given way or been purged is not sent again. */
    private static int again(Transaction transaction, Delivery delivery) throws SQLException {
        Session session = transaction.session;
        if (delivery.state() == Outcome.PENDING) {
            return session.update("UPDATE delivery SET due = min(due, ?) WHERE id = ?", transaction.now, delivery.id());
        }
        if (delivery.state() != Outcome.DELIVERED && delivery.state() != Outcome.DEAD) {
            return 0;
        }
        int added = session.update("INSERT INTO delivery (message, part, agreement, version, partner, door, door_kind, standard,"
                + " media_type, file_name, product, idempotency_key, due, expires, priority, state, changed_at)"
                + " SELECT message, part, agreement, version, partner, door, door_kind, standard, media_type, file_name, product,"
                + " idempotency_key, ?1, expires, priority, 'pending', ?1 FROM delivery WHERE id = ?2"
                + " AND (expires IS NULL OR expires > ?1)"
                + " AND product IN (SELECT digest FROM product WHERE bytes IS NOT NULL)", transaction.now, delivery.id());
        if (added > 0) {
            closeAttention(transaction, delivery.id());
            Verdicts.reconsider(transaction, delivery.messageId(), delivery.part(), delivery.agreement());
        }
        return added;
    }

    private static Delivery get(Transaction transaction, long id) throws SQLException {
        return find(transaction.session, id).orElseThrow(() -> new NoSuchElementException("no delivery " + id));
    }

    private static void attempted(Transaction transaction, Delivery delivery, Outcome state, String note) throws SQLException {
        transaction.session.update("UPDATE delivery SET state = ?, attempts = attempts + 1, note = ?, changed_at = ? WHERE id = ?",
                state, cut(note), transaction.now, delivery.id());
    }

    /** The verdict follows its deliveries, and the journal says both. */
    private static void settle(Transaction transaction, Delivery delivery, Outcome state, ObjectNode data) throws SQLException {
        Outcome verdict = Verdicts.reconsider(transaction, delivery.messageId(), delivery.part(), delivery.agreement());
        if (state == Outcome.DELIVERED) {
            closeAttention(transaction, delivery.id());
        }
        data.put("delivery", delivery.id()).put("part", delivery.part()).put("agreement", delivery.agreement())
                .put("partner", delivery.partner()).put("door", delivery.door()).put("verdict", verdict.word());
        transaction.journal(state.word(), delivery.messageId(), data);
    }

    private static void closeAttention(Transaction transaction, long delivery) throws SQLException {
        transaction.session.update("UPDATE attention SET settled_at = ? WHERE delivery = ? AND settled_at IS NULL",
                transaction.now, delivery);
    }

    /** Never fails: a delivery that arrived must not be repeated for want of a note. */
    private static String cut(String note) {
        return note == null ? "" : note.length() <= NOTE ? note : note.substring(0, NOTE);
    }
}
