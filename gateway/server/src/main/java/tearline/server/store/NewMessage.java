package tearline.server.store;

import java.time.Instant;
import java.util.List;

/** A checked message on its way into the store. The id is the caller's, from {@link Ids}; the bytes are as they came. */
public record NewMessage(String id, Instant receivedAt, String door, String partner, String mediaType, byte[] bytes,
                         String sha256, List<NewPart> parts, String receiptJson) {
    public NewMessage {
        parts = List.copyOf(parts);
    }
}
