package tearline.server.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tearline.common.Header;
import tearline.common.Reference;
import tearline.engine.standard.Facts;
import tearline.engine.standard.Instants;
import tearline.server.store.Outcome;
import tearline.server.store.Store;

/** Finds the agreements that were given what a message updates or cancels. */
final class Holders {

    private final Store store;

    Holders(Store store) {
        this.store = store;
    }

    Set<String> of(Header header) {
        var holders = new HashSet<String>();
        for (var reference : header.getReference()) {
            // Only its own sender may update or cancel a message; a spoofed reference moves nothing (CAP reference §4).
            if (reference.getId() == null || !header.getSender().equals(reference.getSender())) continue;
            store.findByIdentity(key(header, reference)).ifPresent(part -> store.verdicts(part.messageId()).stream()
                    .filter(verdict -> verdict.part() == part.index() && (verdict.outcome() == Outcome.DELIVERED || verdict.outcome() == Outcome.PENDING))
                    .forEach(verdict -> holders.add(verdict.agreement())));
        }
        return holders;
    }

    private static String key(Header header, Reference reference) {
        var family = header.getKind().value();
        return reference.getSent() == null || reference.getSent().isBlank() ? Facts.key(family, List.of(reference.getSender(), reference.getId()))
                : Facts.key(family, List.of(reference.getSender(), reference.getId(), Instants.normal(reference.getSent())));
    }
}
