package tearline.server.feed;

import java.util.List;
import java.util.Optional;
import tearline.engine.config.Agreement;
import tearline.engine.config.Configuration;
import tearline.engine.config.Door;
import tearline.engine.config.Partner;
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

    /** Whether everything that this feed gets is NIEM. */
    static boolean isNiem(Agreement agreement, String feed) {
        return agreement.products().stream().filter(product -> agreement.getDoor(product) instanceof Door.Feed door && door.name().equals(feed)).allMatch(product -> product.format().equals("niem-sar-6.0"));
    }
}
