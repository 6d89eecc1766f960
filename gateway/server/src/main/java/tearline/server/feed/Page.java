package tearline.server.feed;

import java.util.List;
import java.util.Optional;
import tearline.server.store.FeedEntry;

/** What one page of a view says, however it is written. Links are relative to the gateway; since is polled when there is no next. */
record Page(String feed, String title, String policy, String self, String first, Optional<String> next, String since, String cursor, List<FeedEntry> entries) {

    /** The time of the latest entry: of nothing else, so what the view hides cannot show in it. */
    String updated() {
        return entries.isEmpty() ? "1970-01-01T00:00:00Z" : entries.get(entries.size() - 1).updated().toString();
    }
}
