package tearline.server.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What a partner knows a part by from now on.
 *
 * @param document identifier, sender and time of sending that stand in what it has
 * @param content  keyed digest of what it says to its reader
 * @param ends     it takes back what was there
 * @param base     the earlier part whose product stands in, where nothing changed for this partner
 */
public record NewCopy(String document, String sender, String sent, String content, boolean ends, Optional<PartName> base, Optional<Instant> expires) {}
