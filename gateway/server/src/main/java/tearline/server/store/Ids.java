package tearline.server.store;

import java.security.SecureRandom;
import java.time.Instant;

/** Makes ids that sort by time and cannot be guessed: a prefix, 48 bits of milliseconds, 80 bits of chance. */
public final class Ids {

    /** Crockford's base 32: no i, l, o, u, so that an id survives being read aloud. */
    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final SecureRandom CHANCE = new SecureRandom();

    private Ids() {}

    public static String message(Instant at) {
        return make("m", at);
    }

    public static String refusal(Instant at) {
        return make("r", at);
    }

    public static String make(String prefix, Instant at) {
        var id = new StringBuilder(prefix).append('-');
        append(id, at.toEpochMilli(), 10);
        append(id, CHANCE.nextLong(), 8);
        append(id, CHANCE.nextLong(), 8);
        return id.toString();
    }

    private static void append(StringBuilder id, long bits, int digits) {
        for (int digit = digits - 1; digit >= 0; digit--) {
            id.append(DIGITS[(int) (bits >>> (5 * digit)) & 31]);
        }
    }
}
