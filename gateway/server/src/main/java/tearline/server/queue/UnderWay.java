package tearline.server.queue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The deliveries whose tokens are in the broker: how many wait for each partner, and whether more stand in the store. */
final class UnderWay {

    /** Tokens that one partner may have waiting; the rest waits in the store, where a test's clock and an operator see it. */
    static final int WINDOW = 64;

    private final Map<String, Set<Long>> byPartner = new HashMap<>();
    private final Set<String> more = new HashSet<>();

    /** Whether the partner's due deliveries leave something to send and the window has a place for it. */
    synchronized boolean wants(String partner, long due) {
        if (due > WINDOW) {
            more.add(partner);
        } else {
            more.remove(partner);
        }
        int waiting = count(partner);
        return waiting < WINDOW && waiting < due;
    }

    synchronized boolean add(String partner, long delivery) {
        return byPartner.computeIfAbsent(partner, name -> new HashSet<>()).add(delivery);
    }

    /** Whether it is time to send the partner more. */
    synchronized boolean remove(String partner, long delivery) {
        var waiting = byPartner.get(partner);
        if (waiting == null) {
            return false;
        }
        waiting.remove(delivery);
        if (waiting.isEmpty()) {
            byPartner.remove(partner);
        }
        return waiting.size() <= WINDOW / 2 && more.contains(partner);
    }

    synchronized void clear() {
        byPartner.clear();
        more.clear();
    }

    private int count(String partner) {
        var waiting = byPartner.get(partner);
        return waiting == null ? 0 : waiting.size();
    }
}
