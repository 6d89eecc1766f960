package tearline.server.store;

import java.time.Instant;

/** One row of the journal, chained to the row before it by its hash (lower-case hex). */
public record JournalRow(long sequence, Instant time, String kind, String subject, String dataJson, String previousHash,
                         String hash) {}
