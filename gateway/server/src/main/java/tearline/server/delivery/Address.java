package tearline.server.delivery;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where one partner's door is, and all that a delivery may know of it. The supplier gives the whole Authorization value at
 * the moment of use, so that no secret lies here; at most inFlight deliveries are on their way to the partner at once.
 */
public record Address(String partner, String door, URI target, Optional<Supplier<String>> authorization, int inFlight) {

    private static final int MOST = 4;

    public Address {
        inFlight = Math.max(1, Math.min(MOST, inFlight));
    }

    public static Address http(String partner, String door, URI uri, int inFlight) {
        return new Address(partner, door, uri, Optional.empty(), inFlight);
    }

    public static Address folder(String partner, String door, Path folder) {
        return new Address(partner, door, folder.toUri(), Optional.empty(), 1);
    }

    public Address withAuthorization(Supplier<String> value) {
        return new Address(partner, door, target, Optional.of(value), inFlight);
    }
}
