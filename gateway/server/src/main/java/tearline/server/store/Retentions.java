package tearline.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** How long each message is kept, what people said about that, and whom it was told. */
final class Retentions {

    private Retentions() {}

    static boolean isHeld(Session session, String message) throws SQLException {
        return session.number("SELECT count(*) FROM retention WHERE message = ? AND held IS NOT NULL", message) > 0;
    }

    /** Messages that nobody has read for their dates yet. */
    static List<String> unread(Session session, int limit) throws SQLException {
        return session.list("SELECT m.id FROM message m LEFT JOIN retention r ON r.message = m.id WHERE r.record IS NULL AND m.bytes IS NOT NULL ORDER BY m.row LIMIT ?",
                row -> row.getString(1), limit);
    }

    static List<Kept> all(Session session) throws SQLException {
        return session.list("SELECT r.*, m.bytes IS NULL OR m.door = 'purge' AS purged, m.door = 'strip-privacy' AS stripped FROM retention r JOIN message m ON m.id = r.message WHERE r.record <> '' ORDER BY m.row", Retentions::kept);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        int noticed = row.getInt("noticed");
        if (row.wasNull()) {
            noticed = Kept.NOBODY_TOLD;
        }
        return new Kept(row.getString("message"), row.getString("record"), row.getString("kind"), row.getString("contributor"), row.getString("determination"), Session.instant(row, "created"),
                Session.maybeInstant(row, "purge_on"), Session.maybeInstant(row, "review_on"), Session.maybeInstant(row, "validated"), Optional.ofNullable(row.getString("held")),
                noticed, row.getBoolean("purged"), row.getBoolean("stripped"));
    }

    static Void remember(Transaction transaction, Kept kept) throws SQLException {
        transaction.session.update("INSERT INTO retention (message, record, kind, contributor, determination, created, purge_on, review_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                + " ON CONFLICT (message) DO UPDATE SET record = ?2, kind = ?3, contributor = ?4, determination = ?5, created = ?6, purge_on = ?7, review_on = ?8",
                kept.messageId(), kept.record(), kept.kind(), kept.contributor(), kept.determination(), kept.created(), kept.purgeOn(), kept.reviewOn());
        return null;
    }

    static Void hold(Transaction transaction, String message, Optional<String> why, String reason) throws SQLException {
        transaction.session.update("INSERT INTO retention (message, held) VALUES (?1, ?2) ON CONFLICT (message) DO UPDATE SET held = ?2", message, why);
        transaction.journal(why.isPresent() ? "legal-hold" : "legal-hold-ended", message, Transaction.data().put("reason", reason));
        return null;
    }

    static Void validate(Transaction transaction, String message, String reviewer, String reason) throws SQLException {
        transaction.session.update("INSERT INTO retention (message, validated, reviewer) VALUES (?1, ?2, ?3) ON CONFLICT (message) DO UPDATE SET validated = ?2, reviewer = ?3, noticed = NULL",
                message, transaction.now, reviewer);
        transaction.session.update("UPDATE attention SET settled_at = ? WHERE settled_at IS NULL AND kind = 'retention' AND subject = ?", transaction.now, message);
        transaction.journal("validated", message, Transaction.data().put("reviewer", reviewer).put("reason", reason));
        return null;
    }

    static Void notice(Transaction transaction, String message, int days, String text) throws SQLException {
        transaction.session.update("UPDATE retention SET noticed = ? WHERE message = ?", days, message);
        transaction.session.update("UPDATE attention SET settled_at = ? WHERE settled_at IS NULL AND kind = 'retention' AND subject = ?", transaction.now, message);
        transaction.tellOperator("retention", message, Optional.empty(), text);
        transaction.journal("retention-notice", message, Transaction.data().put("text", text));
        return null;
    }
}
