package tearline.server.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The verdicts: written with the plan that they answer, changed only by what their deliveries come to. */
final class Verdicts {

    private Verdicts() {}

    static void insert(Transaction transaction, String message, int part, Decided decided, Outcome outcome) throws SQLException {
        transaction.session.update("INSERT INTO covered (message, part, agreement) VALUES (?, ?, ?)", message, part,
                decided.agreement());
        transaction.session.update("INSERT INTO verdict (message, part, agreement, version, partner, outcome, decision,"
                + " decided_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", message, part, decided.agreement(),
                decided.version(), decided.partner(), outcome, decided.decisionJson(), transaction.now, transaction.now);
    }

    /** Computes one verdict anew from its deliveries, and says what it now is. */
    static Outcome reconsider(Transaction transaction, String message, int part, String agreement) throws SQLException {
        var doors = new LinkedHashMap<String, Outcome>();
        transaction.session.list("SELECT idempotency_key, state FROM delivery WHERE message = ? AND part = ? AND agreement = ?"
                + " ORDER BY id", row -> Map.entry(row.getString(1), Outcome.of(row.getString(2))), message, part, agreement)
                .forEach(door -> doors.merge(door.getKey(), door.getValue(), Verdicts::later));
        Outcome outcome = together(doors.values());
        transaction.session.update("UPDATE verdict SET outcome = ?1, changed_at = ?2 WHERE message = ?3 AND part = ?4"
                + " AND agreement = ?5 AND outcome <> ?1", outcome, transaction.now, message, part, agreement);
        return outcome;
    }

    /** What has arrived once has arrived, whatever becomes of a replay; else the newest row speaks for its door. */
    private static Outcome later(Outcome earlier, Outcome later) {
        return earlier == Outcome.DELIVERED ? earlier : later;
    }

    private static Outcome together(Collection<Outcome> doors) {
        for (Outcome worst : List.of(Outcome.PENDING, Outcome.DEAD, Outcome.EXPIRED, Outcome.SUPERSEDED)) {
            if (doors.contains(worst)) {
                return worst;
            }
        }
        return Outcome.DELIVERED;
    }

    static List<Verdict> of(Session session, String message) throws SQLException {
        return session.list("SELECT * FROM verdict WHERE message = ? ORDER BY part, agreement", row -> new Verdict(
                row.getString("message"), row.getInt("part"), row.getString("agreement"), row.getString("version"),
                row.getString("partner"), Outcome.of(row.getString("outcome")), row.getString("decision"),
                Session.instant(row, "decided_at"), Session.instant(row, "changed_at")), message);
    }

    static Ledger ledger(Session session) throws SQLException {
        List<Ledger.Line> lines = session.list("""
                SELECT c.agreement, count(*), total(v.outcome = 'delivered'), total(v.outcome = 'withheld'),
                       total(v.outcome = 'expired'), total(v.outcome = 'superseded'), total(v.outcome = 'pending'),
                       total(v.outcome = 'dead')
                FROM covered c LEFT JOIN verdict v ON v.message = c.message AND v.part = c.part AND v.agreement = c.agreement
                GROUP BY c.agreement ORDER BY c.agreement""", row -> new Ledger.Line(row.getString(1), row.getLong(2),
                row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8)));
        long unfinished = session.number("SELECT count(*) FROM work WHERE state IN ('waiting', 'sent')");
        long stranded = session.number("""
                SELECT count(*) FROM verdict v WHERE v.outcome = 'pending' AND NOT EXISTS (
                    SELECT 1 FROM delivery d WHERE d.message = v.message AND d.part = v.part AND d.agreement = v.agreement
                    AND d.state = 'pending')""");
        return new Ledger(lines, unfinished, stranded);
    }
}
