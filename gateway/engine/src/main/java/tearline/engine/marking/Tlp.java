package tearline.engine.marking;

import java.util.List;
import java.util.Optional;

/** The five labels of the Traffic Light Protocol 2.0 as numbers; a dimension of its own, no classification and no nationality. */
public final class Tlp {
    public static final int CLEAR = 0;
    public static final int GREEN = 1;
    public static final int AMBER = 2;
    public static final int AMBER_STRICT = 3;
    /** Eyes and ears of named recipients only. */
    public static final int RED = 4;

    private static final List<String> WORDS = List.of("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED");

    private Tlp() {
    }

    /** The number of a word with or without {@code TLP:}; only whole words without blanks count (TLP 2.0, 1.a), so AMBER+STRICT never degrades to AMBER. */
    public static Optional<Integer> find(String word) {
        String bare = word == null ? "" : word.startsWith("TLP:") ? word.substring(4) : word;
        if (bare.equals("WHITE")) {
            return Optional.of(CLEAR);          // TLP 1.0
        }
        int at = WORDS.indexOf(bare);
        return at < 0 ? Optional.empty() : Optional.of(at);
    }

    public static String print(int tlp) {
        return "TLP:" + WORDS.get(bounded(tlp));
    }

    /** A number outside the scale is the most restrictive one. */
    static int bounded(int tlp) {
        return tlp < CLEAR || tlp > RED ? RED : tlp;
    }
}
