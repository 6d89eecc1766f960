package tearline.server.store;

import java.time.Instant;

/** One accepted part that waits for its exchange; attempts counts the ones that were postponed. */
public record Work(long id, String messageId, int part, int attempts, Instant due) {}
