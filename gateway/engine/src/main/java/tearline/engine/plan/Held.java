package tearline.engine.plan;

/**
 * Under which name one agreement was given an earlier document: what an Update or Cancel must name so that it reaches that copy.
 *
 * @param agreement  whose copy it is
 * @param sourceKey  the earlier document as its own sender names it, see {@link #key}
 * @param documentId the identifier it left under; the source's own where nothing was withheld
 * @param sender     the sender it left under
 * @param sent       its time of sending, as it was written in the copy
 */
public record Held(String agreement, String sourceKey, String documentId, String sender, String sent) {

    /** An identifier alone is unique only for its sender (CAP 1.2 §3.2.1). */
    public static String key(String sender, String id) {
        return (sender == null ? "" : sender.strip()) + "\n" + id.strip();
    }
}
