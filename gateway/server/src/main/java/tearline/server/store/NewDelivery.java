package tearline.server.store;

import java.time.Instant;
import java.util.Optional;

/** A product and the door it shall leave by; a higher priority goes first. */
public record NewDelivery(String door, String doorKind, String standard, String mediaType, String fileName, byte[] productBytes,
                          String idempotencyKey, Instant due, Optional<Instant> expires, int priority) {}
