package tearline.server.store;

import java.time.Instant;
import java.util.Optional;

/** A message as it came; the bytes are absent once they were purged. */
public record StoredMessage(String id, Instant receivedAt, String door, String partner, String mediaType,
                            Optional<byte[]> bytes, long size, String sha256, String receiptJson) {}
