package tearline.engine.release;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import tearline.engine.Digests;

/** Names that stand for a value under the key of one agreement and category: equal values get equal ones, and two partners cannot compare theirs. */
final class Pseudonyms {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int HEX_OF_80_BITS = 20;

    private final byte[] key;

    Pseudonyms(byte[] key) {
        this.key = key;
    }

    /** 80 bits of HMAC-SHA-256 over category and value, in the 16 letters of RFC 4648 Base32. */
    String of(String agreement, String category, String value) {
        var own = Digests.keyed(key, "pseudonym", agreement, category).getBytes(StandardCharsets.US_ASCII);
        var bits = new BigInteger(Digests.keyed(own, category, normal(value)).substring(0, HEX_OF_80_BITS), 16);
        var letters = new StringBuilder();
        for (int shift = 75; shift >= 0; shift -= 5) letters.append(BASE32.charAt(bits.shiftRight(shift).intValue() & 31));
        return letters.toString();
    }

    /** A plate is the same with and without its blank. */
    private static String normal(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
