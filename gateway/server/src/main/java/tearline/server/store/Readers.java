package tearline.server.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections that only read, each used by one thread at a time; WAL lets them read beside the writer. */
final class Readers implements AutoCloseable {

    /** Something to ask the database. */
    interface Question<T> {
        T ask(Session session) throws SQLException;
    }

    private static final int KEPT = 8;

    private final Database database;
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Readers(Database database) {
        this.database = database;
    }

    <T> T read(Question<T> question) {
        Session session = null;
        try {
            session = idle.poll();
            if (session == null) {
                session = database.reading();
            }
            return question.ask(session);
        } catch (SQLException e) {
            throw new StoreUnavailable("the store cannot be read", Duration.ofSeconds(10), e);
        } finally {
            giveBack(session);
        }
    }

    /** Several questions about one moment: all see the same state. */
    <T> T readAtOnce(Question<T> question) {
        return read(session -> {
            session.execute("BEGIN");
            try {
                return question.ask(session);
            } finally {
                session.execute("ROLLBACK");
            }
        });
    }

    private void giveBack(Session session) {
        if (session != null && !closed && idle.size() < KEPT) {
            idle.push(session);
        } else {
            close(session);
        }
    }

    private static void close(Session session) {
        try {
            if (session != null) {
                session.close();
            }
        } catch (SQLException e) {
            // It only ever read: nothing is lost with it.
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Session session = idle.poll(); session != null; session = idle.poll()) {
            close(session);
        }
    }
}
