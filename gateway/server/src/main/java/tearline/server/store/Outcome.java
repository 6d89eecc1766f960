package tearline.server.store;

import java.util.Locale;

/** What a verdict, or one delivery under it, came to. */
public enum Outcome {
    DELIVERED, WITHHELD, EXPIRED, SUPERSEDED, PENDING, DEAD;

    /** The word as it stands in the database, the journal and the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Outcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
