package tearline.server.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What an operator says about partners and about the list of things that need one: hold, release, settled. */
final class Operator {

    private Operator() {}

    static Void hold(Transaction transaction, String partner) throws SQLException {
        if (transaction.session.update("INSERT OR IGNORE INTO held (partner, since) VALUES (?, ?)", partner, transaction.now) > 0) {
            transaction.journal("held", partner, Transaction.data());
        }
        return null;
    }

    static Void release(Transaction transaction, String partner) throws SQLException {
        if (transaction.session.update("DELETE FROM held WHERE partner = ?", partner) > 0) {
            transaction.journal("released", partner, Transaction.data());
        }
        return null;
    }

    static Set<String> held(Session session) throws SQLException {
        return new TreeSet<>(session.list("SELECT partner FROM held", row -> row.getString(1)));
    }

    static List<Attention> attention(Session session) throws SQLException {
        return session.list("SELECT * FROM attention WHERE settled_at IS NULL ORDER BY id", row -> new Attention(
                row.getLong("id"), row.getString("kind"), row.getString("subject"), Session.instant(row, "since"),
                row.getString("text")));
    }

    static Void settle(Transaction transaction, long id) throws SQLException {
        if (transaction.session.update("UPDATE attention SET settled_at = ? WHERE id = ? AND settled_at IS NULL",
                transaction.now, id) > 0) {
            transaction.journal("settled", "attention-" + id, Transaction.data());
        }
        return null;
    }
}
