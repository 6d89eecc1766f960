package tearline.server.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;

/** The file of a store as an earlier version left it, with one alert in it that was given to one partner as a redacted copy. */
final class OldStore {

    private OldStore() {}

    static void of(Path folder, int version) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("tearline.db")); var statement = connection.createStatement()) {
            for (int step = 1; step <= version; step++) {
                try (var script = Store.class.getResourceAsStream("schema-" + step + ".sql")) {
                    for (var sql : new String(script.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\\n")) if (!sql.isBlank()) statement.execute(sql);
                }
            }
            statement.execute("INSERT INTO message (id, received_at, door, partner, media_type, sha256, size, receipt, bytes) VALUES ('m-1', 0, 'http', 'county', 'application/cap+xml', '', 1, '{}', 'x')");
            statement.execute("INSERT INTO part VALUES ('m-1', 0, 'cap-1.2', '1.2', 'alert', 'cap:a', -1, -1, 'accepted', '[]')");
            statement.execute("INSERT INTO identity VALUES ('cap:a', 'm-1', 0)");
            statement.execute("INSERT INTO work (message, part, state, due) VALUES ('m-1', 0, 'done', 0)");
            statement.execute("INSERT INTO covered VALUES ('m-1', 0, 'urn:a')");
            statement.execute("INSERT INTO verdict VALUES ('m-1', 0, 'urn:a', '1', 'state', 'delivered', '{\"documentId\":\"tl-1\"}', 0, 0)");
            statement.execute("PRAGMA user_version = " + version);
        }
    }
}
