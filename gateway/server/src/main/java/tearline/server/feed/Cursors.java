package tearline.server.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals places in a view, so that a reader can neither count with them nor make one up. The nonce is computed from what is
 * sealed (as in RFC 5297), so the same place is the same text and every cursor is as long as any other. No clock is in it.
 */
final class Cursors {

    /** Where a reader stands; tombstones up to quietUpTo are of before it began. */
    record Place(long position, long quietUpTo) {}

    private static final int NONCE = 12;
    private final SecretKeySpec sealing;
    private final SecretKeySpec naming;

    Cursors(byte[] secret) {
        sealing = new SecretKeySpec(Arrays.copyOf(hmac(new SecretKeySpec(secret, "HmacSHA256"), "cursor seal".getBytes(StandardCharsets.US_ASCII)), 32), "AES");
        naming = new SecretKeySpec(hmac(new SecretKeySpec(secret, "HmacSHA256"), "cursor nonce".getBytes(StandardCharsets.US_ASCII)), "HmacSHA256");
    }

    /** The view is everything that must be the same when the cursor comes back: feed, partner, version of the agreement. */
    String seal(Place place, String view) {
        var plain = ByteBuffer.allocate(16).putLong(place.position()).putLong(place.quietUpTo()).array();
        var bound = view.getBytes(StandardCharsets.UTF_8);
        var nonce = Arrays.copyOf(hmac(naming, plain, bound), NONCE);
        try {
            return text(nonce, crypt(Cipher.ENCRYPT_MODE, nonce, bound, plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    Optional<Place> open(String cursor, String view) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length != NONCE + 16 + 16) return Optional.empty();
            var plain = ByteBuffer.wrap(crypt(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE), view.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, NONCE, bytes.length)));
            return Optional.of(new Place(plain.getLong(), plain.getLong()));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] bound, byte[] bytes) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(128, nonce));
        cipher.updateAAD(bound);
        return cipher.doFinal(bytes);
    }

    private static String text(byte[] nonce, byte[] sealed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    }

    private static byte[] hmac(SecretKeySpec key, byte[]... texts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (var text : texts) mac.update(text);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
