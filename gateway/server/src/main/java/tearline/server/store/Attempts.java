package tearline.server.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which deliveries are being attempted: what has begun may arrive, and what gave way must not begin. */
final class Attempts {

    private final Set<Long> begun = new HashSet<>();
    private final Set<Long> takenBack = new HashSet<>();

    synchronized boolean begin(long delivery) {
        if (takenBack.contains(delivery)) {
            return false;
        }
        begun.add(delivery);
        return true;
    }

    synchronized void end(long delivery) {
        begun.remove(delivery);
    }

    synchronized boolean hasBegun(long delivery) {
        return begun.contains(delivery);
    }

    /** False where an attempt has begun. Until it is forgotten, none will. */
    synchronized boolean takeBack(long delivery) {
        if (begun.contains(delivery)) {
            return false;
        }
        takenBack.add(delivery);
        return true;
    }

    synchronized void forget(Collection<Long> deliveries) {
        takenBack.removeAll(deliveries);
    }
}
