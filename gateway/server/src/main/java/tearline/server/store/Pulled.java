package tearline.server.store;

import java.util.List;

/** What a partner took out of a feed with one answer: the entries as it got them, and what it said it needs them for. */
public record Pulled(String feed, String partner, String purpose, List<FeedEntry> entries) {
    public Pulled {
        entries = List.copyOf(entries);
    }
}
