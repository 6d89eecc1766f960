package tearline.server.store;

import java.sql.SQLException;
import java.util.Map;

/** The bytes that leave, once for all partners who get the same. */
final class Products {

    private Products() {}

    /** A purged product that is made again gets its bytes back. */
    static String keep(Session session, byte[] bytes, Map<byte[], String> digests) throws SQLException {
        String digest = digests.get(bytes);
        session.update("INSERT INTO product (digest, size, bytes) VALUES (?, ?, ?)"
                + " ON CONFLICT (digest) DO UPDATE SET bytes = excluded.bytes WHERE bytes IS NULL", digest, bytes.length, bytes);
        return digest;
    }

    /** What stood in a feed alone, and stands there no more. */
    static void dropUnused(Session session, String digest) throws SQLException {
        session.update("DELETE FROM product WHERE digest = ?1 AND NOT EXISTS (SELECT 1 FROM delivery WHERE product = ?1)"
                + " AND NOT EXISTS (SELECT 1 FROM feed_entry WHERE product = ?1)", digest);
    }
}
