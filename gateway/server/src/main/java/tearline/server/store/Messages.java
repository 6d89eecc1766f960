package tearline.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tearline.server.store.Acceptance.Clash;

/** Messages and their parts: accepted whole or not at all, read back byte for byte. */
final class Messages {

    private Messages() {}

    static Acceptance accept(Transaction transaction, NewMessage message) throws SQLException {
        Session session = transaction.session;
        List<Clash> clashes = clashes(session, message);
        if (!clashes.isEmpty()) {
            return new Acceptance(Acceptance.Outcome.DUPLICATE_KEY, message.id(), message.receivedAt(), 0,
                    message.receiptJson(), clashes);
        }
        Optional<Acceptance> refusal = Documents.refusal(session, message);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        session.update("INSERT INTO message (id, received_at, door, partner, media_type, sha256, size, receipt, bytes)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", message.id(), message.receivedAt(), message.door(), message.partner(),
                message.mediaType(), message.sha256(), message.bytes().length, message.receiptJson(), message.bytes());
        for (NewPart part : message.parts()) {
            insert(transaction, message.id(), part);
            if (!part.status().equals(NewPart.REFUSED) && message.distribution().isPresent()) {
                session.update("INSERT INTO carried (sender, distribution, message, part) VALUES (?, ?, ?, ?)", message.distribution().get().sender(),
                        message.distribution().get().id(), message.id(), part.index());
            }
        }
        long sequence = transaction.journal("accepted", message.id(), Transaction.data().put("door", message.door())
                .put("partner", message.partner()).put("size", message.bytes().length).put("parts", message.parts().size()));
        return new Acceptance(Acceptance.Outcome.ACCEPTED, message.id(), message.receivedAt(), sequence, message.receiptJson(),
                List.of());
    }

    private static List<Clash> clashes(Session session, NewMessage message) throws SQLException {
        var clashes = new ArrayList<Clash>();
        for (NewPart part : message.parts()) {
            if (!part.status().equals(NewPart.REFUSED)) {
                for (String key : part.identityKeys()) {
                    session.find("SELECT message, part FROM identity WHERE key = ?",
                            row -> new Clash(key, part.index(), row.getString(1), row.getInt(2)), key).ifPresent(clashes::add);
                }
            }
        }
        return clashes;
    }

    private static void insert(Transaction transaction, String message, NewPart part) throws SQLException {
        Session session = transaction.session;
        session.update("INSERT INTO part (message, part, standard, shape, kind, keys, start_byte, end_byte, status, findings)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", message, part.index(), part.standard(), part.shape(), part.kind(),
                String.join("\n", part.identityKeys()), part.start(), part.end(), part.status(), part.findingsJson());
        if (part.status().equals(NewPart.REFUSED)) {
            return;
        }
        for (String key : part.identityKeys()) {
            // Two parts of one message may say the same key: the first holds it.
            session.update("INSERT OR IGNORE INTO identity (key, message, part) VALUES (?, ?, ?)", key, message, part.index());
        }
        session.update("INSERT INTO work (message, part, state, due) VALUES (?, ?, 'waiting', ?)", message, part.index(),
                transaction.now);
        Documents.insert(session, message, part);
        Incidents.insert(session, message, part);
    }

    static Optional<StoredMessage> find(Session session, String id) throws SQLException {
        return session.find("SELECT * FROM message WHERE id = ?", row -> new StoredMessage(row.getString("id"),
                Session.instant(row, "received_at"), row.getString("door"), row.getString("partner"),
                row.getString("media_type"), Optional.ofNullable(row.getBytes("bytes")), row.getLong("size"),
                row.getString("sha256"), row.getString("receipt")), id);
    }

    static List<StoredPart> parts(Session session, String id) throws SQLException {
        return session.list("SELECT * FROM part WHERE message = ? ORDER BY part", Messages::part, id);
    }

    static Optional<StoredPart> findByIdentity(Session session, String key) throws SQLException {
        return session.find("SELECT p.* FROM identity i JOIN part p ON p.message = i.message AND p.part = i.part WHERE i.key = ?",
                Messages::part, key);
    }

    static StoredPart part(ResultSet row) throws SQLException {
        return new StoredPart(row.getString("message"), row.getInt("part"), row.getString("standard"), row.getString("shape"),
                row.getString("kind"), row.getString("keys").lines().toList(), row.getInt("start_byte"), row.getInt("end_byte"),
                row.getString("status"), row.getString("findings"));
    }
}
