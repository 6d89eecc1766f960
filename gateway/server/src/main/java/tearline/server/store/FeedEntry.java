package tearline.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The newest state of an entry in one partner's view of a feed. Positions are counted in each view by itself and only ever
 * grow. Of a tombstone nothing is left but entry and time.
 */
public record FeedEntry(long position, String feed, String partner, String entryId, Instant published, Instant updated, Kind kind,
                        String title, String rights, List<String> categories, String standard, String mediaType, String digest,
                        Optional<Instant> expires, String messageId, int part, String agreement) {

    public enum Kind { RECORD, POINTER, TOMBSTONE }

    public FeedEntry {
        categories = List.copyOf(categories);
    }

    public boolean isTombstone() {
        return kind == Kind.TOMBSTONE;
    }
}
