package tearline.engine.verify;

import java.util.List;

/**
 * What is about to leave.
 *
 * @param format  whose grammar its names must come from, after that of an envelope also that of what it wraps, a blank between; empty where that was checked elsewhere
 * @param beside  what goes with the bytes: file name, headers, title and categories of its entry
 * @param original the sender's own words, from which nothing was withheld: its comments, if they are there, are its own
 */
public record Leaving(byte[] bytes, String mediaType, String format, List<String> beside, boolean original) {

    /** What a door writes around products: an entry of a list. */
    public static Leaving around(byte[] bytes, String mediaType) {
        return new Leaving(bytes, mediaType, "", List.of(), false);
    }

    @Override
    public String toString() {
        return "Leaving[" + format + "]";
    }
}
