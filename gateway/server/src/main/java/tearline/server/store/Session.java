package tearline.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One connection and the statements prepared on it; for one thread at a time. */
final class Session implements AutoCloseable {

    /** Reads one row; must not run the statement that it reads from. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    int update(String sql, Object... values) throws SQLException {
        return run(sql, values, PreparedStatement::executeUpdate);
    }

    void execute(String sql, Object... values) throws SQLException {
        run(sql, values, statement -> {
            if (statement.execute()) {
                statement.getResultSet().close();
            }
            return null;
        });
    }

    <T> List<T> list(String sql, Row<T> row, Object... values) throws SQLException {
        return run(sql, values, statement -> {
            var rows = new ArrayList<T>();
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    rows.add(row.read(results));
                }
            }
            return rows;
        });
    }

    <T> Optional<T> find(String sql, Row<T> row, Object... values) throws SQLException {
        return list(sql, row, values).stream().findFirst();
    }

    long number(String sql, Object... values) throws SQLException {
        return find(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /** The driver closes a statement that fails, whatever the failure: it must not be used again. */
    private <T> T run(String sql, Object[] values, Use<T> use) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        try {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, asColumn(values[index]));
            }
            return use.of(statement);
        } catch (SQLException e) {
            prepared.remove(sql).close();
            throw e;
        }
    }

    private static Object asColumn(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Session::asColumn).orElse(null);
        }
        if (value instanceof Instant instant) {
            return instant.toEpochMilli();
        }
        return value instanceof Outcome outcome ? outcome.word() : value;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        connection.close();
    }
}
