package tearline.engine.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens the keystore of the signing key before the first product would have to wait for it. */
final class SigningKeyLint {

    private static final Set<String> ALGORITHMS = Set.of("RSA", "EC");
    private final Lint lint;

    SigningKeyLint(Lint lint) { this.lint = lint; }

    void check(Node key) {
        Optional<Path> file = key.attribute("keystore").flatMap(lint.references::readable);
        Optional<String> password = key.attribute("password").flatMap(lint.references::secret);
        if (file.isEmpty() || password.isEmpty()) return;
        Node.Attribute keystore = key.attribute("keystore").orElseThrow();
        try (var in = Files.newInputStream(file.get())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.get().toCharArray());
            List<String> keys = Collections.list(store.aliases()).stream().filter(alias -> isKey(store, alias)).toList();
            if (keys.size() != 1) {
                lint.wrong(keystore, "the keystore holds " + (keys.isEmpty() ? "no key" : "several keys"), "Let it hold one RSA or EC key with its certificate.");
            } else if (!ALGORITHMS.contains(store.getCertificate(keys.get(0)).getPublicKey().getAlgorithm())) {
                lint.wrong(keystore, "the key is neither RSA nor EC", "Make one: keytool -genkeypair -keyalg RSA -keysize 3072 -storetype PKCS12.");
            }
        } catch (IOException | GeneralSecurityException unreadable) {
            lint.wrong(keystore, "the keystore does not open", "It must be PKCS#12, and the password must be its own.");
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias) && store.getCertificate(alias) != null;
        } catch (GeneralSecurityException closed) {
            return false;
        }
    }
}
