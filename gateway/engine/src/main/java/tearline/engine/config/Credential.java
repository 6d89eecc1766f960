package tearline.engine.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * How a partner proves who it is: the digest of its secret, never the secret.
 *
 * @param scheme basic (user name and password) or bearer (a token alone)
 * @param sha256 digest of the secret's UTF-8 bytes, 64 hexadecimal digits in small letters
 */
public record Credential(String scheme, String sha256) {

    /** Whether this is the secret; takes as long for a wrong one as for the right one. */
    public boolean matches(String secret) {
        byte[] shown = Digests.sha256(secret.getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(shown, HexFormat.of().parseHex(sha256));
    }
}
