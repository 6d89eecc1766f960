package tearline.server.store;

import java.time.Instant;
import java.util.Optional;

/**
 * How long a message is kept: what it says of itself, and what people said about it.
 *
 * @param record    kind, sender and id of its record: its messages are kept and purged together
 * @param purgeOn   the record's own dates
 * @param validated when somebody reviewed and kept it
 * @param held      why it may not be removed
 * @param stripped  it is what was left of a report without its privacy
 * @param noticed   the shortest time in days that the operator was told of
 */
public record Kept(String messageId, String record, String kind, String contributor, String determination, Instant created, Optional<Instant> purgeOn,
                   Optional<Instant> reviewOn, Optional<Instant> validated, Optional<String> held, int noticed, boolean purged, boolean stripped) {

    /** Nobody was told anything yet. */
    public static final int NOBODY_TOLD = Integer.MAX_VALUE;
}
