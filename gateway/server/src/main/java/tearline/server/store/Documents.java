package tearline.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tearline.server.store.Acceptance.Clash;
import tearline.server.store.Acceptance.Outcome;

/** Which documents are known under a sender's id, in all their versions, and who speaks of them. */
final class Documents {

    /** Between the fields of an identity key: kind, sender, id, and what tells versions apart. */
    static final String BETWEEN = "\u001f";
    private static final String SELECT = "SELECT p.*, m.row AS arrival, m.door AS door, w.state AS exchange FROM part p JOIN message m ON m.id = p.message"
            + " JOIN work w ON w.message = p.message AND w.part = p.part ";
    private static final String UNDER = "(i.key = ?1 OR i.key > ?1 || char(31) AND i.key < ?1 || char(32))";

    private Documents() {}

    static void insert(Session session, String message, NewPart part) throws SQLException {
        Life life = part.life();
        session.update("UPDATE part SET type = ?, reality = ?, sent = ?, expires = ?, sequence = ?, names = ? WHERE message = ? AND part = ?", life.type(), life.reality(), life.sent(), life.expires(),
                life.sequence(), String.join("\n", life.names().stream().map(Life.Name::line).toList()), message, part.index());
        for (Life.Name name : life.names()) {
            session.update("INSERT OR IGNORE INTO part_name (sender, id, kind, message, part) VALUES (?, ?, ?, ?, ?)", name.sender(), name.id(), part.kind(), message, part.index());
        }
    }

    static Optional<StoredDocument> find(Session session, String message, int part) throws SQLException {
        return session.find(SELECT + "WHERE p.message = ? AND p.part = ?", Documents::document, message, part);
    }

    static List<StoredDocument> under(Session session, String kind, String sender, String id) throws SQLException {
        return session.list(SELECT + "JOIN identity i ON i.message = p.message AND i.part = p.part WHERE " + UNDER, Documents::document,
                String.join(BETWEEN, kind, sender, id));
    }

    static List<StoredDocument> carried(Session session, String partner, String sender, String distribution) throws SQLException {
        return session.list(SELECT + "JOIN carried c ON c.message = p.message AND c.part = p.part WHERE c.sender = ? AND c.distribution = ? AND m.partner = ? ORDER BY m.row, p.part",
                Documents::document, sender, distribution, partner);
    }

    static List<StoredDocument> speakingOf(Session session, String kind, String sender, String id) throws SQLException {
        return session.list(SELECT + "JOIN part_name n ON n.message = p.message AND n.part = p.part WHERE n.sender = ? AND n.id = ? AND n.kind = ?",
                Documents::document, sender, id, kind);
    }

    private static StoredDocument document(ResultSet row) throws SQLException {
        var key = row.getString("keys").lines().findFirst().orElse("").split(BETWEEN, -1);
        var life = new Life(row.getString("type"), row.getString("reality"), row.getString("sent"), Session.maybeInstant(row, "expires"), row.getLong("sequence"),
                row.getString("names").lines().map(Life.Name::of).toList(), false);
        return new StoredDocument(row.getString("message"), row.getInt("part"), row.getString("kind"), key.length > 1 ? key[1] : "", key.length > 2 ? key[2] : "",
                life, row.getString("door"), row.getLong("arrival"), row.getString("exchange"));
    }

    /** An update or a purge of a record follows what is known of it, each with a higher number; after its purge nothing does (SAR-06). */
    static Optional<Acceptance> refusal(Session session, NewMessage message) throws SQLException {
        for (NewPart part : message.parts()) {
            if (part.status().equals(NewPart.REFUSED) || !part.life().follows() || part.identityKeys().isEmpty()) {
                continue;
            }
            Optional<Outcome> why = why(session, message, part);
            if (why.isPresent()) {
                return Optional.of(new Acceptance(why.get(), message.id(), message.receivedAt(), 0, message.receiptJson(),
                        List.of(new Clash(part.identityKeys().get(0), part.index(), "", -1))));
            }
        }
        return Optional.empty();
    }

    private static Optional<Outcome> why(Session session, NewMessage message, NewPart part) throws SQLException {
        String document = document(part);
        boolean first = part.life().type().equals("Alert");
        boolean known = false;
        long last = 0;
        for (NewPart before : message.parts()) {
            if (before.index() < part.index() && !before.status().equals(NewPart.REFUSED) && document(before).equals(document)) {
                known = true;
                last = Math.max(last, before.life().sequence());
            }
        }
        for (String[] row : session.list("SELECT p.type, p.sequence FROM identity i JOIN part p ON p.message = i.message AND p.part = i.part WHERE " + UNDER,
                one -> new String[] {one.getString(1), one.getString(2)}, document)) {
            if (row[0].equals("Cancel")) {
                return Optional.of(Outcome.RECORD_ENDED);
            }
            known = true;
            last = Math.max(last, Long.parseLong(row[1]));
        }
        if (!known) {
            return first ? Optional.empty() : Optional.of(Outcome.UNKNOWN_RECORD);
        }
        // What was made of a version here has the number of that, and comes too late where there is a later one.
        if (message.door().equals(NewMessage.STRIPPED)) {
            return part.life().sequence() < last ? Optional.of(Outcome.OUT_OF_SEQUENCE) : Optional.empty();
        }
        // A purge counts whatever its number: the law does not wait for a counter.
        return part.life().type().equals("Update") && part.life().sequence() <= last ? Optional.of(Outcome.OUT_OF_SEQUENCE) : Optional.empty();
    }

    private static String document(NewPart part) {
        var fields = part.identityKeys().isEmpty() ? new String[0] : part.identityKeys().get(0).split(BETWEEN, -1);
        return fields.length < 3 ? "" : String.join(BETWEEN, fields[0], fields[1], fields[2]);
    }
}
