package tearline.server.door;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tearline.engine.config.Configuration;
import tearline.engine.config.Credential;
import tearline.engine.config.Partner;

/** Finds out who is calling by the Authorization header; secrets are known only as digests. */
final class Credentials {

    private static final String OPERATOR = "operator";
    private final Configuration configuration;

    Credentials(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Empty where credentials were shown that are not valid; nobody where none were shown. */
    Optional<Caller> find(String authorization) {
        if (authorization == null) return Optional.of(Caller.NOBODY);
        int blank = authorization.indexOf(' ');
        if (blank < 0) return Optional.empty();
        var shown = authorization.substring(blank + 1).strip();
        return switch (authorization.substring(0, blank).toLowerCase(java.util.Locale.ROOT)) {
            case "basic" -> basic(shown);
            case "bearer" -> bearer(shown);
            default -> Optional.empty();
        };
    }

    private Optional<Caller> basic(String shown) {
        String text;
        try {
            text = new String(Base64.getDecoder().decode(shown), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        if (colon < 0) return Optional.empty();
        var name = text.substring(0, colon);
        var secret = text.substring(colon + 1);
        if (name.equals(OPERATOR)) return matches(configuration.gateway().operators(), "basic", secret) ? Optional.of(new Caller(Optional.empty(), true)) : Optional.empty();
        return configuration.findPartner(name).filter(partner -> matches(partner.credentials(), "basic", secret)).map(Credentials::caller);
    }

    private Optional<Caller> bearer(String secret) {
        if (matches(configuration.gateway().operators(), "bearer", secret)) return Optional.of(new Caller(Optional.empty(), true));
        return configuration.partners().stream().filter(partner -> matches(partner.credentials(), "bearer", secret)).findFirst().map(Credentials::caller);
    }

    private static Caller caller(Partner partner) {
        return new Caller(Optional.of(partner), false);
    }

    private static boolean matches(List<Credential> credentials, String scheme, String secret) {
        boolean matches = false;
        for (var credential : credentials) matches |= credential.scheme().equals(scheme) && credential.matches(secret);
        return matches;
    }
}
