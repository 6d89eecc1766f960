package tearline.server.store;

/** A part of a message, by their ids. */
public record PartName(String messageId, int part) {

    /** As {@link StoredDocument#key} writes it. */
    public static PartName of(String key) {
        int slash = key.lastIndexOf('/');
        return new PartName(key.substring(0, slash), Integer.parseInt(key.substring(slash + 1)));
    }
}
