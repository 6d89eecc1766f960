package tearline.server.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Feeds that are polled: when to look again, and what was seen in them. */
final class Polls {

    /** An item that is in its feed no more is forgotten so long after it was seen last. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private Polls() {}

    static Optional<PollState> find(Session session, String partner, String uri) throws SQLException {
        return session.find("SELECT * FROM poll WHERE partner = ? AND uri = ?", row -> new PollState(row.getString("etag"), row.getString("modified"),
                Session.instant(row, "due"), row.getInt("failures")), partner, uri);
    }

    static Map<String, PolledItem> items(Session session, String partner, String uri) throws SQLException {
        var items = new HashMap<String, PolledItem>();
        session.list("SELECT * FROM polled WHERE partner = ? AND uri = ?", row -> items.put(row.getString("item"), new PolledItem(row.getString("stamp"),
                PolledItem.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getInt("attempts"))), partner, uri);
        return items;
    }

    static Void put(Transaction transaction, String partner, String uri, String item, PolledItem became) throws SQLException {
        transaction.session.update("INSERT OR REPLACE INTO polled (partner, uri, item, stamp, state, attempts, seen) VALUES (?, ?, ?, ?, ?, ?, ?)",
                partner, uri, item, became.stamp(), became.state().name().toLowerCase(Locale.ROOT), became.attempts(), transaction.now);
        return null;
    }

    /** After a look: the items listed now are known for longer. */
    static Void looked(Transaction transaction, String partner, String uri, PollState state, Collection<String> listed) throws SQLException {
        transaction.session.update("INSERT OR REPLACE INTO poll (partner, uri, etag, modified, due, failures) VALUES (?, ?, ?, ?, ?, ?)",
                partner, uri, state.etag(), state.modified(), state.due(), state.failures());
        for (var item : listed) {
            transaction.session.update("UPDATE polled SET seen = ? WHERE partner = ? AND uri = ? AND item = ?", transaction.now, partner, uri, item);
        }
        if (!listed.isEmpty()) transaction.session.update("DELETE FROM polled WHERE partner = ? AND uri = ? AND seen < ?", partner, uri, transaction.now.minus(REMEMBERED));
        return null;
    }
}
