package tearline.server.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What a change may do while the writer holds the database: run statements, extend the journal, tell the operator. */
final class Transaction {

    final Session session;
    final Chain chain;
    final Instant now;
    private boolean emptiesLog;

    Transaction(Session session, Chain chain, Instant now) {
        this.session = session;
        this.chain = chain;
        this.now = now;
    }

    static ObjectNode data() {
        return JsonNodeFactory.instance.objectNode();
    }

    long journal(String kind, String subject, ObjectNode data) throws SQLException {
        return chain.append(session, now, kind, subject, data.toString());
    }

    void tellOperator(String kind, String subject, Optional<Long> delivery, String text) throws SQLException {
        session.update("INSERT INTO attention (kind, subject, delivery, since, text) VALUES (?, ?, ?, ?, ?)",
                kind, subject, delivery, now, text);
    }

    /** Purged bytes still stand in the write-ahead log: it is emptied before anybody hears of the purge. */
    void emptyLogAfterCommit() {
        emptiesLog = true;
    }

    boolean emptiesLog() {
        return emptiesLog;
    }
}
