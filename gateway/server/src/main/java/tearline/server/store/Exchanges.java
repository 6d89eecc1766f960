package tearline.server.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exchange work: one row for each accepted part, until its verdicts stand or it is parked. */
final class Exchanges {

    /** The agreement of a part that was parked before it had a plan. */
    static final String NO_PLAN = "*";

    private Exchanges() {}

    static List<Work> due(Session session, Instant now, int limit) throws SQLException {
        return session.list("SELECT * FROM work WHERE state = 'waiting' AND due <= ? ORDER BY due, id LIMIT ?", Exchanges::work,
                now, limit);
    }

    static Optional<Work> find(Session session, String message, int part) throws SQLException {
        return session.find("SELECT * FROM work WHERE message = ? AND part = ?", Exchanges::work, message, part);
    }

    private static Work work(ResultSet row) throws SQLException {
        return new Work(row.getLong("id"), row.getString("message"), row.getInt("part"), row.getInt("attempts"),
                Session.instant(row, "due"));
    }

    static boolean isFinished(Session session, String message, int part) throws SQLException {
        return session.number("SELECT count(*) FROM work WHERE message = ? AND part = ? AND state IN ('done', 'parked')",
                message, part) > 0;
    }

    static Void markSent(Transaction transaction, List<Long> ids) throws SQLException {
        for (Long id : ids) {
            transaction.session.update("UPDATE work SET state = 'sent' WHERE id = ? AND state = 'waiting'", id);
        }
        return null;
    }

    static Void resetSent(Transaction transaction) throws SQLException {
        transaction.session.update("UPDATE work SET state = 'waiting' WHERE state = 'sent'");
        // What was under way when the last run ended may have arrived.
        transaction.session.update("UPDATE delivery SET doubtful = 1 WHERE state = 'pending'");
        return null;
    }

    static Void postpone(Transaction transaction, Work work, Instant due, String why) throws SQLException {
        transaction.session.update("UPDATE work SET state = 'waiting', due = ?, attempts = attempts + 1, note = ?"
                + " WHERE id = ? AND state IN ('waiting', 'sent')", due, why, work.id());
        return null;
    }

    /** Not yet: an earlier message comes first. No attempt was made. */
    static Void defer(Transaction transaction, String message, int part, Instant due) throws SQLException {
        transaction.session.update("UPDATE work SET state = 'waiting', due = ? WHERE message = ? AND part = ? AND state IN ('waiting', 'sent')", due, message, part);
        return null;
    }

    static Void park(Transaction transaction, Work work, String why) throws SQLException {
        Session session = transaction.session;
        if (session.update("UPDATE work SET state = 'parked', note = ? WHERE id = ? AND state IN ('waiting', 'sent')",
                why, work.id()) == 0) {
            return null;
        }
        String decision = Transaction.data().put("parked", why).toString();
        Verdicts.insert(transaction, work.messageId(), work.part(),
                new Decided(NO_PLAN, "", NO_PLAN, Outcome.DEAD, decision, List.of(), List.of()), Outcome.DEAD);
        transaction.journal("parked", work.messageId(), Transaction.data().put("part", work.part()).put("why", why));
        transaction.tellOperator("parked", work.messageId() + "/" + work.part(), Optional.empty(), why);
        return null;
    }

    /** Takes a message's parked parts up again; how many. */
    static int unpark(Transaction transaction, String message) throws SQLException {
        Session session = transaction.session;
        for (String table : List.of("verdict", "covered")) {
            session.update("DELETE FROM " + table + " WHERE message = ? AND agreement = ?", message, NO_PLAN);
        }
        session.update("UPDATE attention SET settled_at = ? WHERE kind = 'parked' AND settled_at IS NULL AND subject IN"
                + " (SELECT message || '/' || part FROM work WHERE message = ? AND state = 'parked')", transaction.now, message);
        return session.update("UPDATE work SET state = 'waiting', due = ?, attempts = 0 WHERE message = ? AND state = 'parked'",
                transaction.now, message);
    }

    /** Digests are computed by the caller's thread, once for each product that partners share. */
    static Map<byte[], String> digests(Exchanged exchanged) {
        var digests = new IdentityHashMap<byte[], String>();
        for (Decided decided : exchanged.decided()) {
            decided.deliveries().forEach(delivery -> digests.computeIfAbsent(delivery.productBytes(), Chain::digest));
            decided.feedEntries().forEach(entry -> digests.computeIfAbsent(entry.productBytes(), Chain::digest));
        }
        return digests;
    }

    static Void finish(Transaction transaction, Exchanged exchanged, Map<byte[], String> digests, Attempts attempts, List<Long> takenBack)
            throws SQLException {
        Session session = transaction.session;
        if (session.update("UPDATE work SET state = 'done' WHERE message = ? AND part = ? AND state IN ('waiting', 'sent')",
                exchanged.messageId(), exchanged.part()) == 0) {
            if (!isFinished(session, exchanged.messageId(), exchanged.part())) {
                throw new IllegalArgumentException("no work for " + exchanged.messageId() + "/" + exchanged.part());
            }
            return null;
        }
        for (GivesWay old : exchanged.givesWay()) {
            Copies.giveWay(transaction, old, exchanged.messageId(), attempts, takenBack);
        }
        for (String note : exchanged.notes()) {
            transaction.tellOperator("reference", exchanged.messageId() + "/" + exchanged.part(), Optional.empty(), note);
        }
        ObjectNode data = Transaction.data().put("part", exchanged.part());
        ArrayNode verdicts = data.putArray("verdicts");
        for (Decided decided : exchanged.decided()) {
            verdicts.add(record(transaction, exchanged, decided, digests));
        }
        for (Map.Entry<String, List<PartName>> replaced : exchanged.replaced().entrySet()) {
            for (PartName part : replaced.getValue()) {
                Feeds.buryAllOf(transaction, part, replaced.getKey()); // under whatever name it stands there
            }
        }
        transaction.journal("exchanged", exchanged.messageId(), data);
        for (JournalEntry entry : exchanged.also()) {
            Journal.append(transaction, entry);
        }
        for (String message : exchanged.purged()) {
            Feeds.inherit(session, message, exchanged.messageId(), exchanged.part());
            String by = by(session, exchanged.messageId());
            if (!Purges.purge(transaction, message, by + " " + exchanged.messageId()) && Retentions.isHeld(session, message)) {
                transaction.tellOperator("held", message, Optional.empty(), by + " " + exchanged.messageId() + "; it stays while it is held");
            }
        }
        return null;
    }

    private static String by(Session session, String message) throws SQLException {
        return session.number("SELECT count(*) FROM message WHERE id = ? AND door = ?", message, NewMessage.STRIPPED) > 0 ? "its privacy was stripped, see" : "purged by its sender in";
    }

    private static ObjectNode record(Transaction transaction, Exchanged exchanged, Decided decided, Map<byte[], String> digests)
            throws SQLException {
        Outcome outcome = outcome(decided);
        ObjectNode verdict = Transaction.data().put("agreement", decided.agreement()).put("version", decided.version())
                .put("partner", decided.partner()).put("outcome", outcome.word());
        Verdicts.insert(transaction, exchanged.messageId(), exchanged.part(), decided, outcome);
        if (outcome == Outcome.DEAD) {
            transaction.tellOperator("stopped", exchanged.messageId() + "/" + exchanged.part(), Optional.empty(),
                    "what was made for " + decided.agreement() + " did not leave; explain says why");
        }
        for (NewDelivery delivery : decided.deliveries()) {
            String digest = Products.keep(transaction.session, delivery.productBytes(), digests);
            Deliveries.insert(transaction, exchanged, decided, delivery, digest);
        }
        if (decided.copy().isPresent()) {
            Copies.insert(transaction, exchanged, decided, decided.copy().get());
        }
        for (NewFeedEntry entry : decided.feedEntries()) {
            String digest = Products.keep(transaction.session, entry.productBytes(), digests);
            Feeds.insert(transaction, exchanged, decided, entry, digest);
            verdict.withArray("published").add(digest);
        }
        for (NewTombstone tombstone : decided.tombstones()) {
            if (Feeds.bury(transaction, tombstone.feed(), decided.partner(), tombstone.entryId())) {
                verdict.withArray("buried").add(tombstone.entryId());
            }
        }
        return verdict;
    }

    private static Outcome outcome(Decided decided) {
        boolean leaves = decided.leaves();
        boolean mayLeave = decided.outcome() == Outcome.PENDING || decided.outcome() == Outcome.DELIVERED;
        if (leaves != mayLeave) {
            throw new IllegalArgumentException("a " + decided.outcome().word() + " verdict with"
                    + (leaves ? "" : "out") + " products: " + decided.agreement());
        }
        return !leaves ? decided.outcome() : decided.deliveries().isEmpty() ? Outcome.DELIVERED : Outcome.PENDING;
    }
}
