package tearline.server.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The accounting of disclosures (28 CFR 23.20(f), 5 U.S.C. 552a(c)): made from deliveries and from the log of pulls. */
final class Accounts {

    private static final String AUTHORITY = "coalesce((SELECT text FROM authority a WHERE a.agreement = %1$s.agreement AND a.version = %1$s.version"
            + " ORDER BY since DESC LIMIT 1), '') AS authority";

    private Accounts() {}

    static List<Disclosed> of(Session session, String message) throws SQLException {
        var all = new ArrayList<Disclosed>();
        all.addAll(session.list("SELECT d.*, " + AUTHORITY.formatted("d") + ", coalesce((SELECT j.sequence FROM journal j WHERE j.subject = d.message"
                + " AND j.kind = 'delivered' AND json_extract(j.data, '$.delivery') = d.id), 0) AS journal FROM delivery d"
                + " WHERE d.message = ? AND d.state = 'delivered'", row -> new Disclosed(row.getString("partner"),
                row.getString("agreement"), row.getString("version"), row.getString("authority"), "pushed", row.getString("door"),
                Session.instant(row, "changed_at"), "record", row.getString("standard"), row.getString("product"), "",
                row.getLong("journal")), message));
        all.addAll(session.list("SELECT d.*, " + AUTHORITY.formatted("d") + " FROM dissemination d WHERE d.message = ?1"
                // a tombstone names no message: it was pulled by who had the entry before
                + " OR d.kind = 'tombstone' AND EXISTS (SELECT 1 FROM dissemination e WHERE e.message = ?1 AND e.feed = d.feed"
                + " AND e.partner = d.partner AND e.entry_id = d.entry_id)", row -> new Disclosed(row.getString("partner"),
                row.getString("agreement"), row.getString("version"), row.getString("authority"), "pulled", row.getString("feed"),
                Session.instant(row, "at"), row.getString("kind"), row.getString("standard"), row.getString("product"),
                row.getString("purpose"), row.getLong("journal")), message));
        all.sort(Comparator.comparing(Disclosed::at).thenComparing(Disclosed::journal));
        return all;
    }

    static List<String> messages(Session session, String id) throws SQLException {
        List<String> exactly = session.list("SELECT id FROM message WHERE id = ?", row -> row.getString(1), id);
        if (!exactly.isEmpty()) {
            return exactly;
        }
        record Keys(String message, String keys) {}
        var named = session.list("SELECT message, keys FROM part WHERE instr(keys, ?) > 0 ORDER BY message",
                row -> new Keys(row.getString(1), row.getString(2)), id.substring(id.lastIndexOf(',') + 1)).stream()
                .filter(one -> isCalled(one.keys(), id)).map(Keys::message).distinct().toList();
        return !named.isEmpty() ? named : session.list("SELECT message FROM feed_entry WHERE entry_id = ?1 AND message IS NOT NULL"
                + " UNION SELECT message FROM dissemination WHERE entry_id = ?1 AND message IS NOT NULL ORDER BY 1",
                row -> row.getString(1), id);
    }

    /** A key is a family, a sender and an identifier, and what else tells messages apart; the sender alone names no record. */
    private static boolean isCalled(String keys, String id) {
        return keys.lines().map(key -> key.split("\\x1f")).anyMatch(key -> key.length > 2 && (key[2].equals(id) || (key[1] + "," + key[2]).equals(id)));
    }

    static Void know(Transaction transaction, String agreement, String version, String partner, String digest, String text)
            throws SQLException {
        if (transaction.session.number("SELECT count(*) FROM authority WHERE agreement = ? AND version = ? AND digest = ?",
                agreement, version, digest) == 0) {
            long row = transaction.journal("agreement", agreement, Transaction.data().put("version", version).put("partner", partner)
                    .put("digest", digest).put("authority", text));
            transaction.session.update("INSERT INTO authority (agreement, version, partner, digest, text, since, journal)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)", agreement, version, partner, digest, text, transaction.now, row);
        }
        return null;
    }
}
