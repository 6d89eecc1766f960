package tearline.server.store;

import java.time.Instant;
import java.util.List;

/** A checked message on its way into the store. The id is the caller's, from {@link Ids}; the bytes are as they came. */
public record NewMessage(String id, Instant receivedAt, String door, String partner, String mediaType, byte[] bytes,
                         String sha256, List<NewPart> parts, String receiptJson) {
    /** The doors of what was made here: a report without its privacy, and the end of a record that was purged. */
    public static final String STRIPPED = "strip-privacy";
    public static final String ENDED = "purge";

    public NewMessage {
        parts = List.copyOf(parts);
    }
}
