package tearline.server.feed;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import tearline.engine.standard.Standard;
import tearline.engine.xml.Saxon;
import tearline.server.store.FeedEntry;
import tearline.server.store.Store;

/** What one partner was given in one feed, and what of it is in force: not expired, not cancelled, not superseded. */
final class ActiveAlerts {

    /** The alerts in force, oldest first, and when that list last became another one: to the minute, where it was by a message. */
    record Listing(List<ActiveAlert> alerts, Instant changed, Instant settled) {}

    private static final int PAGE = 500;
    private final Store store;
    private final Standard cap;
    private final String feed;
    private final String partner;
    private final String gateway;
    private final Map<String, ActiveAlert> byKey = new LinkedHashMap<>();
    /** By whom each was ended: it may come later than what ends it. */
    private final Map<String, Set<String>> endedBy = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private Instant updated = Instant.EPOCH;
    private long last;

    ActiveAlerts(Store store, Standard cap, String feed, String partner, String gateway) {
        this.store = store;
        this.cap = cap;
        this.feed = feed;
        this.partner = partner;
        this.gateway = gateway;
    }

    synchronized Listing at(Instant now) {
        readOn();
        var alerts = byKey.values().stream().filter(alert -> isInForce(alert, now)).toList();
        var lastExpiry = byKey.values().stream().filter(alert -> alert.isExpired(now)).flatMap(alert -> alert.expires().stream()).max(Instant::compareTo);
        return new Listing(alerts, later(updated, lastExpiry), later(settled(updated), lastExpiry));
    }

    private static Instant later(Instant one, Optional<Instant> other) {
        return other.filter(one::isBefore).orElse(one);
    }

    /** From here on nothing more can happen at a time that is kept to the minute. */
    static Instant settled(Instant updated) {
        return updated.equals(Instant.EPOCH) ? updated : updated.plusSeconds(60);
    }

    /** Whether it was listed and was taken out again: what was is gone, what was not is unknown. */
    synchronized boolean isGone(String key) {
        readOn();
        return gone.contains(key);
    }

    synchronized Optional<ActiveAlert> find(String key) {
        readOn();
        return Optional.ofNullable(byKey.get(key));
    }

    boolean isInForce(ActiveAlert alert, Instant now) {
        return !alert.cancels() && !alert.isExpired(now) && !isEnded(alert);
    }

    /** Only its own sender ends an alert; what the gateway names as its own, it named itself. */
    private boolean isEnded(ActiveAlert alert) {
        var enders = endedBy.getOrDefault(alert.identity(), Set.of());
        return enders.contains(alert.sender()) || alert.sender().equals(gateway) && !enders.isEmpty();
    }

    private void readOn() {
        List<FeedEntry> page;
        do {
            page = store.feed(feed, partner, last, 0, PAGE);
            for (var entry : page) {
                last = entry.position();
                var key = ActiveAlert.key(entry);
                byKey.remove(key); // this is what is left of it
                gone.remove(key);
                if (entry.isTombstone()) {
                    gone.add(key);
                    updated = later(updated, Optional.of(entry.updated()));
                }
                if (entry.kind() == FeedEntry.Kind.RECORD && entry.standard().equals(cap.name())) add(entry);
            }
        } while (page.size() == PAGE);
    }

    private void add(FeedEntry entry) {
        byte[] product;
        try {
            product = store.product(entry.digest());
        } catch (NoSuchElementException purged) {
            return;
        }
        var alert = ActiveAlert.of(entry, cap.facts().of(Saxon.root(Saxon.tree(product))));
        if (updated.isBefore(entry.updated())) updated = entry.updated();
        for (var reference : alert.ends()) {
            if (!reference.identity().equals(alert.identity())) endedBy.computeIfAbsent(reference.identity(), any -> new HashSet<>()).add(alert.sender());
        }
        var before = byKey.get(alert.key());
        if (before == null || !alert.sent().isBefore(before.sent())) { // the same identifier sent again counts as an update
            byKey.remove(alert.key()); // to its place in the order
            byKey.put(alert.key(), alert);
        }
    }
}
