package tearline.engine.xml;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;

/**
 * Whose signatures count for one sender: certificates pinned in its file, each its own or that of whoever issues its own.
 *
 * @param signers  pinned certificates
 * @param required refuse what bears no trusted signature
 */
public record Trust(Set<X509Certificate> signers, boolean required) {

    /** No key is trusted and none is asked for. */
    public static final Trust NOBODY = new Trust(Set.of(), false);

    public Trust {
        signers = Set.copyOf(signers);
    }

    /** Whether the key is pinned, or stands in a certificate that a pinned one issued. Expired ones count for nothing. */
    boolean covers(PublicKey key, Optional<X509Certificate> shown) {
        return signers.stream().anyMatch(signer -> isValid(signer) && (signer.getPublicKey().equals(key) || shown.isPresent() && issued(signer, shown.get(), key)));
    }

    private static boolean issued(X509Certificate signer, X509Certificate shown, PublicKey key) {
        if (signer.getBasicConstraints() < 0 || !shown.getPublicKey().equals(key) || !isValid(shown) || !shown.getIssuerX500Principal().equals(signer.getSubjectX500Principal())) return false;
        try {
            shown.verify(signer.getPublicKey());
            return true;
        } catch (GeneralSecurityException notItsOwn) {
            return false;
        }
    }

    private static boolean isValid(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return true;
        } catch (GeneralSecurityException outOfDate) {
            return false;
        }
    }
}
