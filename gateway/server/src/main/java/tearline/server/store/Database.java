package tearline.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.SQLiteConfig;

/** The SQLite file: how it is opened, and how an older one is brought up to the version that this program speaks. */
final class Database {

    static final int VERSION = 7;

    /** Generated keys are nobody's question here, and the driver would ask after every insert. */
    private static final Properties SETTINGS = settings();

    private final Path file;

    private Database(Path file) {
        this.file = file;
    }

    static Database open(Path folder) throws SQLException {
        try {
            makePrivate(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the store's folder cannot be made: " + folder, e);
        }
        var database = new Database(folder.resolve("tearline.db"));
        try (Session session = database.writing()) {
            migrate(session);
        }
        return database;
    }

    Session writing() throws SQLException {
        Session session = connect();
        session.execute("PRAGMA journal_mode = WAL");
        session.execute("PRAGMA synchronous = FULL");     // in WAL mode: a sync at every commit
        session.execute("PRAGMA foreign_keys = ON");
        session.execute("PRAGMA secure_delete = ON");     // what is purged is overwritten with zeros
        session.execute("PRAGMA wal_autocheckpoint = 4000");    // 16 MB: hot pages are folded back less often
        return session;
    }

    Session reading() throws SQLException {
        Session session = connect();
        session.execute("PRAGMA query_only = ON");
        return session;
    }

    void backup(Path target) throws SQLException, IOException {
        if (Files.exists(target)) {
            throw new IOException("there is a file already: " + target);
        }
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        try (Session session = connect()) {
            session.execute("VACUUM INTO ?", partial.toString());
        }
        sync(partial, StandardOpenOption.WRITE);
        Files.move(partial, target);
        sync(target.toAbsolutePath().getParent(), StandardOpenOption.READ);
    }

    private static Properties settings() {
        var settings = new Properties();
        settings.setProperty(SQLiteConfig.Pragma.JDBC_GET_GENERATED_KEYS.pragmaName, "false");
        return settings;
    }

    private Session connect() throws SQLException {
        var session = new Session(DriverManager.getConnection("jdbc:sqlite:" + file, SETTINGS));
        session.execute("PRAGMA busy_timeout = 10000");
        return session;
    }

    /** A folder that vanishes with the power would take the receipts along: its name is synced like its content. */
    private static void makePrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
        sync(parent, StandardOpenOption.READ);
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    /** All steps in one transaction: a file is at one version or at another, never between. */
    private static void migrate(Session session) throws SQLException {
        session.execute("BEGIN IMMEDIATE");
        try {
            long found = session.number("PRAGMA user_version");
            if (found > VERSION) {
                throw new SQLException("the store is of version " + found + ", this program knows " + VERSION
                        + ": use the newer program, or restore a backup of before");
            }
            for (long version = found + 1; version <= VERSION; version++) {
                for (String statement : script(version).split(";\\s*\\n")) {
                    if (!statement.isBlank()) {
                        session.execute(statement);
                    }
                }
            }
            session.execute("PRAGMA user_version = " + VERSION);
            session.execute("COMMIT");
        } catch (SQLException e) {
            session.execute("ROLLBACK");
            throw e;
        }
    }

    private static String script(long version) {
        try (InputStream script = Database.class.getResourceAsStream("schema-" + version + ".sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
