package tearline.server.store;

import java.time.Instant;

/** Something an operator must know and has not settled yet: dead, parked, spill, verifier stop. */
public record Attention(long id, String kind, String subject, Instant since, String text) {}
