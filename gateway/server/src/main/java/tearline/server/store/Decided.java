package tearline.server.store;

import java.util.List;
import java.util.Optional;

/**
 * The decision for one part and one agreement. With deliveries the outcome is PENDING; with feed entries or tombstones alone it
 * is DELIVERED, because publishing is delivering; with neither it must be a final one. The JSON never holds a withheld value.
 */
public record Decided(String agreement, String version, String partner, Outcome outcome, String decisionJson,
                      List<NewDelivery> deliveries, List<NewFeedEntry> feedEntries, List<NewTombstone> tombstones, Optional<NewCopy> copy) {
    public Decided {
        deliveries = List.copyOf(deliveries);
        feedEntries = List.copyOf(feedEntries);
        tombstones = List.copyOf(tombstones);
    }

    /** Of which nobody keeps what it is known by. */
    public Decided(String agreement, String version, String partner, Outcome outcome, String decisionJson,
                   List<NewDelivery> deliveries, List<NewFeedEntry> feedEntries, List<NewTombstone> tombstones) {
        this(agreement, version, partner, outcome, decisionJson, deliveries, feedEntries, tombstones, Optional.empty());
    }

    /** Nothing is taken out of a feed. */
    public Decided(String agreement, String version, String partner, Outcome outcome, String decisionJson,
                   List<NewDelivery> deliveries, List<NewFeedEntry> feedEntries) {
        this(agreement, version, partner, outcome, decisionJson, deliveries, feedEntries, List.of());
    }

    boolean leaves() {
        return !deliveries.isEmpty() || !feedEntries.isEmpty() || !tombstones.isEmpty();
    }
}
