package tearline.engine.lifecycle;

/**
 * What one agreement was given of one document.
 *
 * @param base       key of the document whose product it is; another one where nothing changed and the earlier copy stands in
 * @param waits    something of it is in the queue still
 * @param ends       it took back what was given before, and left nothing
 * @param documentId the identifier it left under
 * @param sent       its time of sending, as it stands in the copy
 * @param content    digest of what it says to its reader
 */
public record Copy(String base, Presence presence, boolean waits, boolean ends, String documentId, String sender, String sent, String content) {

    /** Where it is. DOUBTFUL: an attempt ended without an answer, or is under way. */
    public enum Presence {
        ARRIVED, QUEUED, QUEUED_DOUBTFUL, GONE_DOUBTFUL, NEVER;

        /** A reader may have it: what updates or cancels it must name it. */
        boolean mayBeThere() {
            return this == ARRIVED || this == QUEUED_DOUBTFUL || this == GONE_DOUBTFUL;
        }

        /** A reader has it or is about to. */
        boolean comes() {
            return this == ARRIVED || waits();
        }

        boolean waits() {
            return this == QUEUED || this == QUEUED_DOUBTFUL;
        }
    }
}
