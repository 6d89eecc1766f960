package tearline.server.delivery;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Every partner's circuit. */
public final class Circuits {

    private final ConcurrentMap<String, Circuit> byPartner = new ConcurrentHashMap<>();

    public Circuit of(String partner) {
        return byPartner.computeIfAbsent(partner, name -> new Circuit());
    }
}
