package tearline.server.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tearline.engine.config.Agreement;
import tearline.engine.config.Configuration;
import tearline.engine.config.Door;
import tearline.engine.config.Partner;
import tearline.engine.config.Product;
import tearline.server.door.Caller;

/** Which agreement gives a caller which feed; a feed of somebody else does not exist. */
final class Views {

    private final Configuration configuration;

    Views(Configuration configuration) {
        this.configuration = configuration;
    }

    Optional<Agreement> find(String feed, Caller caller) {
        return of(caller).stream().filter(agreement -> agreement.feeds().contains(feed)).findFirst();
    }

    /** A caller without a name sees what is for the public. */
    List<Agreement> of(Caller caller) {
        return configuration.partners().stream().filter(partner -> caller.partner().map(partner::equals).orElse(partner.isPublic()))
                .flatMap(partner -> partner.agreements().stream()).toList();
    }

    String title(String partner) {
        return configuration.findPartner(partner).map(Partner::title).orElse(partner);
    }

    /** The formats of everything that this feed gets. */
    static Set<String> formats(Agreement agreement, String feed) {
        return agreement.products().stream().filter(product -> agreement.getDoor(product) instanceof Door.Feed door && door.name().equals(feed)).map(Product::format).collect(Collectors.toSet());
    }
}
