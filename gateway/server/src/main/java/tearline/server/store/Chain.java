package tearline.server.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;

/** The end of the journal's hash chain, as far as the open transaction has written it. */
final class Chain {

    static final String START = "0".repeat(64);

    /** A place in the chain to fall back to. */
    record End(long sequence, String hash) {}

    private static final HexFormat HEX = HexFormat.of();

    private End end;

    private Chain(End end) {
        this.end = end;
    }

    /** Read anew in every transaction: a command beside the gateway may have written meanwhile. */
    static Chain read(Session session) throws SQLException {
        return new Chain(session.find("SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1",
                row -> new End(row.getLong(1), row.getString(2))).orElse(new End(0, START)));
    }

    End end() {
        return end;
    }

    void fallBackTo(End earlier) {
        end = earlier;
    }

    long append(Session session, Instant at, String kind, String subject, String data) throws SQLException {
        long sequence = end.sequence() + 1;
        String hash = hash(end.hash(), sequence, at.toEpochMilli(), kind, subject, data);
        session.update("INSERT INTO journal (sequence, at, kind, subject, data, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
                sequence, at, kind, subject, data, end.hash(), hash);
        end = new End(sequence, hash);
        return sequence;
    }

    /** SHA-256 of the previous hash and the row; every field is preceded by its length, so none can lend to its neighbour. */
    static String hash(String previous, long sequence, long at, String kind, String subject, String data) {
        MessageDigest digest = sha256();
        digest.update(previous.getBytes(StandardCharsets.US_ASCII));
        for (String field : new String[] {Long.toString(sequence), Long.toString(at), kind, subject, data}) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HEX.formatHex(digest.digest());
    }

    static String digest(byte[] bytes) {
        return HEX.formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
