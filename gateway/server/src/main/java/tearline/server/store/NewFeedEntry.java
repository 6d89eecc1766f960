package tearline.server.store;

import java.time.Instant;
import java.util.Optional;

/** A product to publish in one partner's view of a feed. */
public record NewFeedEntry(String feed, String entryId, Instant updated, String title, String rights, String standard,
                           String mediaType, byte[] productBytes, Optional<Instant> expires) {}
