package tearline.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A product to publish in one partner's view of a feed, in the place of what stood there under the same entry id. A category
 * is a scheme, a blank and a term. A pointer says whom to ask, and no more.
 */
public record NewFeedEntry(String feed, String entryId, Instant updated, String title, String rights, String standard,
                           String mediaType, byte[] productBytes, Optional<Instant> expires, boolean pointer, List<String> categories) {

    public NewFeedEntry {
        categories = List.copyOf(categories);
    }

    public NewFeedEntry(String feed, String entryId, Instant updated, String title, String rights, String standard,
                        String mediaType, byte[] productBytes, Optional<Instant> expires) {
        this(feed, entryId, updated, title, rights, standard, mediaType, productBytes, expires, false, List.of());
    }
}
