package tearline.server.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All partners' doors out. */
public final class Addresses {

    private final Map<String, Map<String, Address>> byPartner = new HashMap<>();

    public Addresses(Collection<Address> addresses) {
        for (Address address : addresses) {
            byPartner.computeIfAbsent(address.partner(), name -> new HashMap<>()).put(address.door(), address);
        }
    }

    Optional<Address> find(String partner, String door) {
        return Optional.ofNullable(byPartner.getOrDefault(partner, Map.of()).get(door));
    }

    /** The partner's limit is that of its most patient door. */
    int inFlight(String partner) {
        return byPartner.getOrDefault(partner, Map.of()).values().stream().mapToInt(Address::inFlight).max().orElse(1);
    }
}
