package tearline.engine.plan;

import java.util.Locale;
import java.util.Optional;
import tearline.engine.config.Agreement;
import tearline.engine.config.Door;
import tearline.engine.config.Product;
import tearline.engine.mark.Marked;
import tearline.engine.xml.Saxon;

/**
 * How far a report may go by its dissemination level: GREEN to whoever is granted its content, YELLOW to others than its members
 * as a pointer, RED to its members alone, and everybody else sees nothing. Members hold the credential SAR-YELLOW or SAR-RED;
 * a level that nobody knows is taken for RED.
 */
enum Dissemination {

    GREEN, YELLOW, RED;

    enum Access { FULL, POINTER, NONE }

    private static final String FORMAT = "niem-sar-6.0";

    static Dissemination of(Marked marked) {
        for (var child : Saxon.elements(marked.record().root())) {
            if (!child.getNodeName().getLocalName().equals("marking")) continue;
            for (var one : Saxon.elements(child)) {
                if (one.getNodeName().getLocalName().equals("dissemination")) return of(one.getStringValue());
            }
        }
        return GREEN;
    }

    private static Dissemination of(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "", "GREEN" -> GREEN;
            case "YELLOW" -> YELLOW;
            default -> RED;
        };
    }

    Access of(Agreement agreement) {
        if (this == GREEN || agreement.credentials().contains("SAR-RED")) return Access.FULL;
        if (this == RED) return Access.NONE;
        return agreement.credentials().contains("SAR-YELLOW") ? Access.FULL : Access.POINTER;
    }

    /** A pointer is read in a feed: nobody is sent one, and no other format has one. */
    Optional<String> whyNot(Agreement agreement, Product product) {
        return switch (of(agreement)) {
            case FULL -> Optional.empty();
            case NONE -> Optional.of("its dissemination is restricted to members");
            case POINTER -> product.format().equals(FORMAT) && agreement.getDoor(product) instanceof Door.Feed ? Optional.empty() : Optional.of("only a feed of NIEM products can point to it");
        };
    }
}
