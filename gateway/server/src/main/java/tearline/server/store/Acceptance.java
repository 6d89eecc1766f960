package tearline.server.store;

import java.time.Instant;
import java.util.List;

/**
 * What became of a message offered to the store. ACCEPTED: durable, and this is the receipt. DUPLICATE_KEY: nothing of it
 * was stored, because of the clashes; the caller compares content and answers "the same again" or "conflict".
 */
public record Acceptance(Outcome outcome, String messageId, Instant receivedAt, long journalSequence, String receiptJson,
                         List<Clash> clashes) {

    /** The last three: nothing was stored, because a record of that id is not known, was purged, or is at a later number. */
    public enum Outcome { ACCEPTED, DUPLICATE_KEY, UNKNOWN_RECORD, RECORD_ENDED, OUT_OF_SEQUENCE }

    /** An identity key of the offered part that a part of a stored message holds already. */
    public record Clash(String key, int part, String existingMessageId, int existingPart) {}

    public boolean accepted() {
        return outcome == Outcome.ACCEPTED;
    }
}
