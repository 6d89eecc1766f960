package tearline.engine.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A configuration folder that was read without a mistake.
 *
 * @param folder   the folder, absolute
 * @param gateway  what gateway.xml says
 * @param partners in the order of their names
 * @param policies shared allow-lists by name
 * @param overlays activations and emergency releases, those that are over included
 */
public record Configuration(Path folder, GatewaySettings gateway, List<Partner> partners, Map<String, Policy> policies, List<Overlay> overlays) {

    public Configuration {
        partners = List.copyOf(partners);
        policies = Map.copyOf(policies);
        overlays = List.copyOf(overlays);
    }

    public Partner getPartner(String name) {
        return findPartner(name).orElseThrow(() -> new NoSuchElementException("no partner " + name));
    }

    public Optional<Partner> findPartner(String name) {
        return partners.stream().filter(partner -> partner.name().equals(name)).findFirst();
    }

    /** The only partner that may send under this identity. */
    public Optional<Partner> findPartnerByIdentity(String sender) {
        return partners.stream().filter(partner -> partner.sends().map(sends -> sends.identities().contains(sender)).orElse(false)).findFirst();
    }

    /** All agreements, in the order of partners. */
    public List<Agreement> listAgreements() {
        return partners.stream().flatMap(partner -> partner.agreements().stream()).toList();
    }
}
