package tearline.server.store;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The journal as it is read: in pages, so that no long look keeps the log from being folded into the database. */
final class Journal {

    private static final int PAGE = 1000;

    private final Readers readers;

    Journal(Readers readers) {
        this.readers = readers;
    }

    static Void append(Transaction transaction, JournalEntry entry) throws SQLException {
        transaction.chain.append(transaction.session, transaction.now, entry.kind(), entry.subject(), entry.dataJson());
        if (entry.attention().isPresent()) {
            transaction.tellOperator(entry.kind(), entry.subject(), Optional.empty(), entry.attention().get());
        }
        return null;
    }

    Stream<JournalRow> rows() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Pages(),
                Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** Recomputes the chain and names the first row that is changed, missing or out of place. */
    JournalCheck verify() {
        long written = readers.read(session -> session.number("SELECT seq FROM sqlite_sequence WHERE name = 'journal'"));
        long rows = 0;
        String head = Chain.START;
        for (Iterator<JournalRow> all = new Pages(); all.hasNext(); ) {
            JournalRow row = all.next();
            long expected = rows + 1;
            if (row.sequence() != expected) {
                return broken(rows, head, expected, "this row is missing");
            }
            if (!row.previousHash().equals(head)) {
                return broken(rows, head, expected, "it does not follow from the row before it");
            }
            if (!row.hash().equals(Chain.hash(head, row.sequence(), row.time().toEpochMilli(), row.kind(), row.subject(),
                    row.dataJson()))) {
                return broken(rows, head, expected, "its content is not what was written");
            }
            rows++;
            head = row.hash();
        }
        return rows < written ? broken(rows, head, rows + 1, "the rows from here to " + written + " are missing")
                : new JournalCheck(rows, head, OptionalLong.empty(), "");
    }

    private static JournalCheck broken(long rows, String head, long sequence, String why) {
        return new JournalCheck(rows, head, OptionalLong.of(sequence), why);
    }

    private final class Pages implements Iterator<JournalRow> {
        private final ArrayDeque<JournalRow> page = new ArrayDeque<>();
        private long last;

        @Override
        public boolean hasNext() {
            if (page.isEmpty()) {
                page.addAll(readers.read(this::nextPage));
            }
            return !page.isEmpty();
        }

        @Override
        public JournalRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            JournalRow row = page.poll();
            last = row.sequence();
            return row;
        }

        private List<JournalRow> nextPage(Session session) throws SQLException {
            return session.list("SELECT * FROM journal WHERE sequence > ? ORDER BY sequence LIMIT ?", row -> new JournalRow(
                    row.getLong("sequence"), Session.instant(row, "at"), row.getString("kind"), row.getString("subject"),
                    row.getString("data"), row.getString("previous"), row.getString("hash")), last, PAGE);
        }
    }
}
