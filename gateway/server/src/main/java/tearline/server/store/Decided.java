package tearline.server.store;

import java.util.List;
import java.util.Optional;

/**
 * The decision for one part and one agreement. With deliveries the outcome is PENDING; with feed entries alone it is
 * DELIVERED, because publishing is delivering; with neither it must be a final one. The JSON never holds a withheld value.
 */
public record Decided(String agreement, String version, String partner, Outcome outcome, String decisionJson,
                      List<NewDelivery> deliveries, List<NewFeedEntry> feedEntries, Optional<NewCopy> copy) {
    public Decided {
        deliveries = List.copyOf(deliveries);
        feedEntries = List.copyOf(feedEntries);
    }

    /** Of which nobody keeps what it is known by. */
    public Decided(String agreement, String version, String partner, Outcome outcome, String decisionJson,
                   List<NewDelivery> deliveries, List<NewFeedEntry> feedEntries) {
        this(agreement, version, partner, outcome, decisionJson, deliveries, feedEntries, Optional.empty());
    }
}
