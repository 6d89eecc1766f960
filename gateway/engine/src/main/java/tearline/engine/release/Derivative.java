package tearline.engine.release;

import java.util.Optional;
import tearline.common.Header;
import tearline.common.MessageType;
import tearline.common.Reference;
import tearline.common.Status;
import tearline.engine.Digests;
import tearline.engine.plan.Held;
import tearline.engine.plan.Plan;
import tearline.engine.plan.View;

/** A redacted product is a new document: its own stable identifier, the gateway as sender, references to what the same view was given. */
public final class Derivative {

    private final byte[] key;
    private final String sender;

    public Derivative(byte[] key, String gatewaySender) {
        this.key = key.clone();
        this.sender = gatewaySender;
    }

    Pseudonyms pseudonyms() {
        return new Pseudonyms(key);
    }

    /** A view that withholds nothing keeps the source's identity, unless its partners know what the message speaks of by other names. */
    Identity of(Plan.ViewGroup group, boolean whole) {
        var header = group.marked().record().header();
        boolean real = group.marked().status().equals(header.getStatus() == null ? "Actual" : header.getStatus().value());
        boolean original = whole && real && !knowsOtherNames(group);
        return new Identity(group, original, original ? header.getId() : ownName(group));
    }

    private static boolean knowsOtherNames(Plan.ViewGroup group) {
        return group.held().stream().flatMap(held -> held.values().stream()).anyMatch(held -> !isSource(held));
    }

    /** A later version of one document goes by the name that its earlier one left under, whatever became of the view since. */
    private String ownName(Plan.ViewGroup group) {
        var header = group.marked().record().header();
        return group.held().map(held -> held.get(Held.key(header.getSender(), header.getId()))).filter(held -> !isSource(held))
                .map(Held::documentId).orElseGet(() -> identifier(group.view(), header.getSender(), header.getId()));
    }

    private static boolean isSource(Held held) {
        return held.sourceKey().equals(Held.key(held.sender(), held.documentId()));
    }

    private String identifier(View view, String sender, String id) {
        return "tl-" + Digests.keyed(key, view.digest(), sender, id);
    }

    /** What a release is called, and how its header says so. */
    final class Identity {

        private final Plan.ViewGroup group;
        private final boolean original;
        private final String documentId;

        private Identity(Plan.ViewGroup group, boolean original, String documentId) {
            this.group = group;
            this.original = original;
            this.documentId = documentId;
        }

        String documentId() { return documentId; }

        /** The header of the release, made from the header that remained. */
        Header apply(Header header) {
            header.setStatus(Status.fromValue(group.marked().status()));
            if (original) return header;
            header.setId(documentId);
            header.setSender(sender);
            var named = header.getReference().size();
            var mapped = header.getReference().stream().flatMap(reference -> mapped(reference).stream()).toList();
            header.getReference().clear();
            header.getReference().addAll(mapped);
            // Who holds nothing of what it updates is told for the first time (design §3.6).
            boolean first = group.held().isPresent() && named > 0 && mapped.isEmpty() && header.getType() == MessageType.UPDATE;
            if (first) header.setType(MessageType.ALERT);
            return header;
        }

        /** An original is named only as this view knows it, and only where it was given; a token that never split would leak, and goes. */
        private Optional<Reference> mapped(Reference reference) {
            if (reference.getId() == null) return Optional.empty();
            var key = Held.key(reference.getSender(), reference.getId());
            if (group.held().isPresent()) return Optional.ofNullable(group.held().get().get(key)).map(held -> named(held.sender(), held.documentId(), held.sent(), reference));
            var computed = identifier(group.view(), reference.getSender() == null ? "" : reference.getSender(), reference.getId());
            return Optional.of(named(sender, computed, reference.getSent(), reference));
        }

        private static Reference named(String sender, String id, String sent, Reference original) {
            var named = new Reference();
            named.setSender(sender);
            named.setId(id);
            named.setSent(sent);
            named.setRole(original.getRole());
            return named;
        }
    }
}
