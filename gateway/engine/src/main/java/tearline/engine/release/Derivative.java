package tearline.engine.release;

import tearline.common.Header;
import tearline.common.Reference;
import tearline.common.Status;
import tearline.engine.Digests;
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

    Identity of(Plan.ViewGroup group, boolean whole) {
        var header = group.marked().record().header();
        boolean original = whole && group.marked().status().equals(header.getStatus() == null ? "Actual" : header.getStatus().value());
        var id = original ? header.getId() : identifier(group.view(), header.getSender(), header.getId());
        return new Identity(group, original, id);
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
            header.getReference().replaceAll(this::mapped);
            return header;
        }

        /** The original is named only as the same view knows it; a token that never split would leak, and goes. */
        private Reference mapped(Reference reference) {
            var mapped = new Reference();
            if (reference.getId() == null) return mapped;
            mapped.setSender(sender);
            mapped.setId(identifier(group.view(), reference.getSender() == null ? "" : reference.getSender(), reference.getId()));
            mapped.setSent(reference.getSent());
            mapped.setRole(reference.getRole());
            return mapped;
        }
    }
}
