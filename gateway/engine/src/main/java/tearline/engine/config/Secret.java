package tearline.engine.config;

import java.nio.charset.StandardCharsets;

/** A secret that we must know in clear; it prints as stars, so that no log shows it. */
public final class Secret {

    private final String clear;

    Secret(String clear) { this.clear = clear; }

    /** The secret itself: for the connection or key that needs it, never for a log. */
    public String reveal() { return clear; }

    /** The same as a key takes it. */
    public byte[] bytes() { return clear.getBytes(StandardCharsets.UTF_8); }

    @Override public boolean equals(Object other) { return other instanceof Secret secret && clear.equals(secret.clear); }

    @Override public int hashCode() { return clear.hashCode(); }

    @Override public String toString() { return "********"; }
}
