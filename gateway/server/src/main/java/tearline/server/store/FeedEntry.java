package tearline.server.store;

import java.time.Instant;
import java.util.Optional;

/** A product as published in one partner's view of a feed; the sequence is the feed's cursor and only ever grows. */
public record FeedEntry(long sequence, String feed, String partner, String entryId, Instant updated, String title,
                        String rights, String standard, String mediaType, String digest, Optional<Instant> expires,
                        String messageId, int part, String agreement) {}
