package tearline.engine.marking;

/** How high a label stands, before any caveat; everything above CONTROLLED is a spill here. */
public enum Level {
    /** For everybody: CAP scope Public, TLP:CLEAR. */
    PUBLIC("", ""),
    /** Unclassified without caveat. Not public: release to the public is a decision of its own. */
    U("UNCLASSIFIED", "U"),
    /** Unclassified with any control, legacy or CUI. */
    CONTROLLED("UNCLASSIFIED", "U"),
    CONFIDENTIAL("CONFIDENTIAL", "C"),
    SECRET("SECRET", "S"),
    TOP_SECRET("TOP SECRET", "TS");

    private final String word;
    private final String letter;

    Level(String word, String letter) {
        this.word = word;
        this.letter = letter;
    }

    public boolean classified() {
        return compareTo(CONTROLLED) > 0;
    }

    Level max(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }

    String printed(boolean portion) {
        return portion ? letter : word;
    }
}
