package tearline.engine.config;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Follows file:PATH and env:NAME to what they refer to, and never shows it. */
final class References {

    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-fA-F]{64}");
    private static final int SHORTEST_KEY = 32;
    private static final String HOW_TO_DIGEST = "It must hold sha256: and the digest of the secret: printf 'sha256:%s' \"$(printf %s SECRET | sha256sum | cut -c1-64)\".";

    private final Path folder;
    private final UnaryOperator<String> environment;
    private final Consumer<Problem> problems;

    References(Path folder, UnaryOperator<String> environment, Consumer<Problem> problems) {
        this.folder = folder;
        this.environment = environment;
        this.problems = problems;
    }

    /** The digest of a partner's secret: 64 hexadecimal digits. */
    Optional<String> digest(Node.Attribute reference) {
        Optional<String> text = secret(reference);
        if (text.isEmpty()) return text;
        if (DIGEST.matcher(text.get()).matches()) return Optional.of(text.get().substring(7).toLowerCase(java.util.Locale.ROOT));
        String state = text.get().startsWith("sha256:") ? " holds no SHA-256 digest of 64 hexadecimal digits" : " holds a secret in plain text, or no secret at all";
        return wrong(reference, reference.value() + state, HOW_TO_DIGEST);
    }

    /** A key that must be long enough to be none. */
    Optional<String> key(Node.Attribute reference) {
        Optional<String> text = secret(reference);
        if (text.isEmpty() || text.get().length() >= SHORTEST_KEY) return text;
        return wrong(reference, reference.value() + " holds a key of fewer than " + SHORTEST_KEY + " characters", "Make one: openssl rand -hex 32.");
    }

    /** The text referred to, without blanks around it. */
    Optional<String> secret(Node.Attribute reference) {
        String value = reference.value();
        if (value.startsWith("env:")) {
            String found = environment.apply(value.substring(4));
            if (found == null || found.isBlank()) return wrong(reference, "the environment has no variable " + value.substring(4), "Set it before the gateway starts.");
            return Optional.of(found.strip());
        }
        if (!value.startsWith("file:")) {
            problems.accept(reference.owner().source.problem(reference.valueAt(), "a secret stands in the file, or what is no reference to one",
                "Write file:PATH or env:NAME, keep the secret elsewhere, and change it: whoever read this file knows it."));
            return Optional.empty();
        }
        return readable(reference).flatMap(path -> text(reference, path));
    }

    /** A certificate, in PEM or DER. */
    Optional<X509Certificate> certificate(Node.Attribute reference) {
        return readable(reference).flatMap(path -> {
            try (var bytes = Files.newInputStream(path)) {
                return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes));
            } catch (CertificateException | IOException none) {
                return wrong(reference, reference.value() + " holds no certificate", "It must be an X.509 certificate, in PEM or DER; a private key has no place here.");
            }
        });
    }

    /** The file referred to by file:PATH, if it can be read. */
    Optional<Path> readable(Node.Attribute reference) {
        if (!reference.value().startsWith("file:")) return wrong(reference, "\"" + reference.value() + "\" is no file", "Write file:PATH.");
        return file(reference, reference.value().substring(5));
    }

    /** A file named by its path alone, if it can be read. */
    Optional<Path> file(Node.Attribute reference, String written) {
        Path path;
        try {
            path = folder.resolve(written);
        } catch (InvalidPathException impossible) {
            return wrong(reference, "\"" + written + "\" is no path", "Write one relative to the configuration folder.");
        }
        if (Files.isRegularFile(path) && Files.isReadable(path)) return Optional.of(path);
        String state = Files.isRegularFile(path) ? " cannot be read" : Files.exists(path) ? " is no file" : " does not exist";
        return wrong(reference, written + state, state.endsWith("read") ? "Let the gateway's user or group read it." : "Paths are relative to the configuration folder.");
    }

    private Optional<String> text(Node.Attribute reference, Path path) {
        try {
            String text = Files.readString(path).strip();
            return text.isEmpty() ? wrong(reference, reference.value() + " is empty", "Put there what it is to hold.") : Optional.of(text);
        } catch (MalformedInputException binary) {
            return wrong(reference, reference.value() + " holds no text", "It must be UTF-8.");
        } catch (IOException unreadable) {
            return wrong(reference, reference.value() + " cannot be read", "Let the gateway's user or group read it.");
        }
    }

    private <T> Optional<T> wrong(Node.Attribute reference, String message, String advice) {
        problems.accept(reference.owner().source.problem(reference.valueAt(), message, advice));
        return Optional.empty();
    }
}
