package tearline.server.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The one thread that changes the database: all that has queued up shares a transaction, and with it an fsync. */
final class Writer implements AutoCloseable {

    /** Something to do to the database, in a savepoint of its own. */
    interface Change<T> {
        T make(Transaction transaction) throws SQLException;
    }

    static final int GROUP = 256;
    static final int QUEUE = 2048;
    /** Places that only our own work may take: a flood at the doors must not keep verdicts out. */
    static final int RESERVE = 512;
    static final long QUEUED_BYTES = 64L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** After these SQLite may have rolled back the whole transaction, neighbours included. */
    private static final Set<SQLiteErrorCode> RUINOUS = EnumSet.of(SQLiteErrorCode.SQLITE_FULL, SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_NOMEM, SQLiteErrorCode.SQLITE_BUSY, SQLiteErrorCode.SQLITE_INTERRUPT,
            SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_READONLY);

    private final Session session;
    private final Clock clock;
    private final ArrayBlockingQueue<Task<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong queuedBytes = new AtomicLong();
    private final Thread thread = new Thread(this::run, "store-writer");
    /** Callers' continuations run here: one that waits for the store again must not stop the writer. */
    private final ExecutorService answers = Executors.newCachedThreadPool(work -> {
        var answering = new Thread(work, "store-answers");
        answering.setDaemon(true);
        return answering;
    });
    private volatile boolean closing;
    private volatile boolean failing;
    private boolean logToEmpty;

    Writer(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
        thread.setDaemon(true);
        thread.start();
    }

    /** From a door: refused at once rather than kept waiting when the writer is behind. */
    <T> CompletableFuture<T> offer(long bytes, Change<T> change) {
        var task = new Task<>(change, bytes);
        boolean crowded = queue.remainingCapacity() <= RESERVE || queuedBytes.get() > QUEUED_BYTES;
        return crowded || closing || !queue.offer(task) ? unavailable(task) : queued(task);
    }

    /** From within: waits for a place, because its caller can do nothing better. */
    <T> CompletableFuture<T> submit(Change<T> change) {
        var task = new Task<>(change, 0);
        try {
            return closing || !queue.offer(task, PATIENCE.toMillis(), TimeUnit.MILLISECONDS) ? unavailable(task) : queued(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unavailable(task);
        }
    }

    /** Whether the last group could not be written. */
    boolean isFailing() {
        return failing || !thread.isAlive();
    }

    private <T> CompletableFuture<T> queued(Task<T> task) {
        queuedBytes.addAndGet(task.bytes);
        if (!thread.isAlive() && queue.remove(task)) {      // it came after the last group
            return unavailable(task);
        }
        return task.future;
    }

    private <T> CompletableFuture<T> unavailable(Task<T> task) {
        task.future.completeExceptionally(
                new StoreUnavailable(closing ? "the store is closing" : "the store is behind", RETRY_AFTER, null));
        return task.future;
    }

    private void run() {
        var group = new ArrayList<Task<?>>(GROUP);
        while (!closing || !queue.isEmpty()) {
            try {
                Task<?> first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, GROUP - 1);
                    write(group);
                    emptyLog();
                    var answered = group;
                    answers.execute(() -> answered.forEach(Task::answer));
                    group = new ArrayList<>(GROUP);
                } else {
                    emptyLog();
                }
            } catch (InterruptedException e) {
                closing = true;
            }
        }
    }

    private void write(List<Task<?>> group) {
        for (Task<?> task : group) {
            queuedBytes.addAndGet(-task.bytes);
        }
        try {
            session.execute("BEGIN IMMEDIATE");
            var transaction = new Transaction(session, Chain.read(session), clock.instant());
            for (Task<?> task : group) {
                inSavepoint(task, transaction);
            }
            session.execute("COMMIT");
            failing = false;
            logToEmpty |= transaction.emptiesLog();
        } catch (SQLException | RuntimeException | Error e) {
            failing = true;
            rollBack();
            for (Task<?> task : group) {
                task.failure = new StoreUnavailable("the store cannot be written", RETRY_AFTER, e);
            }
        }
    }

    private void inSavepoint(Task<?> task, Transaction transaction) throws SQLException {
        Chain.End before = transaction.chain.end();
        session.execute("SAVEPOINT task");
        try {
            task.make(transaction);
        } catch (SQLException | RuntimeException e) {
            if (e instanceof SQLiteException sqlite && RUINOUS.contains(primary(sqlite))) {
                throw e;
            }
            session.execute("ROLLBACK TO task");
            transaction.chain.fallBackTo(before);
            task.failure = e;
        }
        session.execute("RELEASE task");
    }

    /** A reader in the way makes it fail; then it is tried again. */
    private void emptyLog() {
        try {
            logToEmpty = logToEmpty && session.number("PRAGMA wal_checkpoint(TRUNCATE)") != 0;
        } catch (SQLException e) {
            failing = true;
        }
    }

    /** Extended codes carry their primary code in the low byte. */
    private static SQLiteErrorCode primary(SQLiteException e) {
        return SQLiteErrorCode.getErrorCode(e.getResultCode().code & 0xff);
    }

    private void rollBack() {
        try {
            session.execute("ROLLBACK");
        } catch (SQLException e) {
            // There is no transaction any more: SQLite has rolled it back itself.
        }
    }

    /** Writes what is queued, then stops. */
    @Override
    public void close() throws SQLException {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answers.shutdown();
        session.close();
    }

    private static final class Task<T> {
        final CompletableFuture<T> future = new CompletableFuture<>();
        final Change<T> change;
        final long bytes;
        T result;
        Throwable failure;

        Task(Change<T> change, long bytes) {
            this.change = change;
            this.bytes = bytes;
        }

        void make(Transaction transaction) throws SQLException {
            result = change.make(transaction);
        }

        void answer() {
            if (failure == null) {
                future.complete(result);
            } else {
                future.completeExceptionally(failure);
            }
        }
    }
}
