package tearline.server.store;

import java.time.Instant;

/** The single outcome of one part and one agreement that covers it, with the decision receipt that explains it. */
public record Verdict(String messageId, int part, String agreement, String version, String partner, Outcome outcome,
                      String decisionJson, Instant decidedAt, Instant changedAt) {}
