package tearline.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A checked message on its way into the store. The id is the caller's, from {@link Ids}; the bytes are as they came. */
public record NewMessage(String id, Instant receivedAt, String door, String partner, String mediaType, byte[] bytes,
                         String sha256, List<NewPart> parts, String receiptJson, Optional<Distribution> distribution) {

    /** The doors of what was made here: a report without its privacy, and the end of a record that was purged. */
    public static final String STRIPPED = "strip-privacy";
    public static final String ENDED = "purge";

    /** The distribution that carries the parts, by the names that a later one uses for it. */
    public record Distribution(String sender, String id) {}

    /** Not in a distribution. */
    public NewMessage(String id, Instant receivedAt, String door, String partner, String mediaType, byte[] bytes,
                      String sha256, List<NewPart> parts, String receiptJson) {
        this(id, receivedAt, door, partner, mediaType, bytes, sha256, parts, receiptJson, Optional.empty());
    }

    public NewMessage {
        parts = List.copyOf(parts);
    }
}
