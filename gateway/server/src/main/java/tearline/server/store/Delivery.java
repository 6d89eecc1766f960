package tearline.server.store;

import java.time.Instant;
import java.util.Optional;

/**
 * One product on its way to one partner. The state is one of pending, delivered, dead, expired, superseded; the note is
 * why it waits or died, or the evidence that it arrived. The product's bytes are {@link Store#product} of the digest.
 */
public record Delivery(long id, String messageId, int part, String agreement, String version, String partner, String door,
                       String doorKind, String standard, String mediaType, String fileName, String digest, long size,
                       String idempotencyKey, Instant due, Optional<Instant> expires, int priority, Outcome state,
                       int attempts, Optional<String> note) {}
