package tearline.engine.message;

import tearline.engine.xml.XmlReader;

/**
 * What is refused for its size alone.
 *
 * @param depth deepest nesting of elements, at most what the reader itself allows
 * @param parts most payloads in one message
 */
public record Limits(int depth, int parts) {

    public static final Limits STANDARD = new Limits(XmlReader.MAX_DEPTH, 500);

    /** For what is read once more after it was accepted: whatever the limits were then or are now, it must not be lost to them. */
    public static final Limits ACCEPTED = new Limits(XmlReader.MAX_DEPTH, Integer.MAX_VALUE);
}
