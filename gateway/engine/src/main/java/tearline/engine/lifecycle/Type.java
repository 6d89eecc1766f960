package tearline.engine.lifecycle;

import java.util.Locale;

/** What a document does to earlier ones; the other standards' words are brought to these by their facts. */
public enum Type {
    ALERT, UPDATE, CANCEL, ACK, ERROR;

    /** A word that is not known says something new: an alert must not be lost to it. */
    public static Type of(String word) {
        for (var type : values()) if (type.name().equals(word.strip().toUpperCase(Locale.ROOT))) return type;
        return ALERT;
    }

    /** Whether it says how things are, and so can be in force. */
    public boolean tells() {
        return this == ALERT || this == UPDATE;
    }

    /** Whether it takes the place of what it names, or takes it back. */
    public boolean replaces() {
        return this == UPDATE || this == CANCEL;
    }
}
