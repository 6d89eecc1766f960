package tearline.server.store;

import java.sql.SQLException;
import java.util.List;

/** Which accepted parts belong to an incident: those that name it, and what updates or cancels them. */
final class Incidents {

    private Incidents() {}

    static void insert(Session session, String message, NewPart part) throws SQLException {
        for (String incident : part.incidents()) {
            session.update("INSERT OR IGNORE INTO part_incident (message, part, incident) VALUES (?, ?, ?)", message, part.index(), incident);
        }
        for (String key : part.references()) {
            session.update("""
                    INSERT OR IGNORE INTO part_incident (message, part, incident)
                    SELECT ?2, ?3, p.incident FROM identity i JOIN part_incident p ON p.message = i.message AND p.part = i.part WHERE i.key = ?1 OR i.key > ?1 || char(31) AND i.key < ?1 || char(32)""",
                    key, message, part.index());
        }
    }

    /** The latest first. */
    static List<StoredPart> parts(Session session, String incident) throws SQLException {
        return session.list("""
                SELECT p.* FROM part_incident i JOIN part p ON p.message = i.message AND p.part = i.part JOIN message m ON m.id = i.message
                WHERE i.incident = ? ORDER BY m.row DESC, p.part DESC""", Messages::part, incident);
    }
}
