package tearline.engine.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tearline.common.Header;
import tearline.common.Kind;
import tearline.common.MessageType;
import tearline.common.Reference;
import tearline.common.Status;
import tearline.engine.Digests;
import tearline.engine.lifecycle.Told;
import tearline.engine.plan.Held;
import tearline.engine.plan.Plan;
import tearline.engine.plan.View;

/** A redacted product is a new document: its own stable identifier, the gateway as sender, references to what the same view was given. */
public final class Derivative {

    private static final Set<MessageType> SUCCEEDS = Set.of(MessageType.UPDATE, MessageType.CANCEL, MessageType.ERROR);
    private final byte[] key;
    private final String sender;

    public Derivative(byte[] key, String gatewaySender) {
        this.key = key.clone();
        this.sender = gatewaySender;
    }

    Pseudonyms pseudonyms() {
        return new Pseudonyms(key);
    }

    /**
     * A view that withholds nothing keeps the source's identity, unless its partners know what the message speaks of by other
     * names, or not at all: then references change or go, and it is another document.
     */
    Identity of(Plan.ViewGroup group, boolean whole) {
        var header = group.marked().record().header();
        boolean real = group.marked().status().equals(header.getStatus() == null ? "Actual" : header.getStatus().value());
        boolean original = whole && real && group.marked().incoming().updates().isEmpty() && !knowsOtherNames(group) && holdsAllNamed(group, header);
        return new Identity(group, original, original ? header.getId() : ownName(group), Optional.empty());
    }

    /** The source itself once more, by its own name: what its sender would say now. */
    Identity revision(Plan.ViewGroup group, String sent) {
        return new Identity(group, true, group.marked().record().header().getId(), Optional.of(sent));
    }

    private static boolean knowsOtherNames(Plan.ViewGroup group) {
        return group.held().stream().flatMap(held -> held.values().stream()).flatMap(List::stream).anyMatch(held -> !isSource(held));
    }

    /** A report may name itself as the first of its chain (EDXL-SitRep). */
    private static boolean holdsAllNamed(Plan.ViewGroup group, Header header) {
        var own = Held.key(header.getSender(), header.getId());
        return group.held().isEmpty() || header.getReference().stream().map(Derivative::key).allMatch(key -> key.isPresent() && (key.get().equals(own) || group.held().get().containsKey(key.get())));
    }

    private static Optional<String> key(Reference reference) {
        return Optional.ofNullable(reference.getId()).map(id -> Held.key(reference.getSender(), id));
    }

    /** A later version of one document goes by the name that its earlier one left under, whatever became of the view since. */
    private String ownName(Plan.ViewGroup group) {
        var header = group.marked().record().header();
        return group.held().map(held -> held.getOrDefault(Held.key(header.getSender(), header.getId()), List.of())).orElse(List.of()).stream().filter(held -> !isSource(held))
                .map(Held::documentId).findFirst().orElseGet(() -> identifier(group.view(), header.getSender(), header.getId()));
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
        private final Optional<String> revised;

        private Identity(Plan.ViewGroup group, boolean original, String documentId, Optional<String> revised) {
            this.revised = revised;
            this.group = group;
            this.original = original;
            this.documentId = documentId;
        }

        String documentId() { return documentId; }

        /** The header of the release, made from the header that remained. */
        Header apply(Header header) {
            if (revised.isPresent()) return revised(header);
            count(header);
            header.setStatus(Status.fromValue(group.marked().status()));
            if (original) {
                header.getReference().forEach(this::timed);
                return header;
            }
            header.setId(documentId);
            header.setSender(sender);
            var references = references(header);
            header.getReference().clear();
            header.getReference().addAll(references);
            // Who holds nothing of what it updates is told for the first time, and who holds its earlier version is not (design §3.6).
            if (group.held().isPresent() && header.getType() == MessageType.UPDATE && references.isEmpty()) header.setType(MessageType.ALERT);
            else if (group.held().isPresent() && header.getType() == MessageType.ALERT && !references.isEmpty()) header.setType(MessageType.UPDATE);
            return header;
        }

        private Header revised(Header header) {
            header.setType(MessageType.UPDATE);
            header.setSent(revised.get());
            header.setForm("summary");
            var own = named(header.getSender(), header.getId(), null, null);
            header.getReference().clear();
            header.getReference().add(own);
            return header;
        }

        /** Versions that its sender knows nothing of were counted by its readers. */
        private void count(Header header) {
            int ahead = group.marked().incoming().ahead();
            if (ahead > 0) header.setSequence(Long.toString(Math.max(1, Told.sequence(header.getSequence())) + ahead));
        }

        /** Says only that what its readers hold is taken back. */
        Header takingBack() {
            var source = group.marked().record().header();
            var header = new Header();
            header.setId(nameOfTheRecord(source));
            header.setKind(source.getKind());
            header.setStandard(source.getStandard());
            header.setStatus(Status.fromValue(group.marked().status()));
            header.setType(MessageType.CANCEL);
            header.setSender(sender);
            header.setSent(source.getSent());
            header.setSequence(source.getSequence());
            count(header);
            if (source.getKind() == Kind.ALERT) header.setScope("Public"); // it holds nothing that could be restricted
            group.held().orElse(Map.of()).values().stream().flatMap(List::stream).map(held -> List.of(held.sender(), held.documentId(), held.sent())).distinct()
                    .forEach(held -> header.getReference().add(named(held.get(0), held.get(1), held.get(2), null)));
            return header;
        }

        /** A report is purged under the name that its readers know it by: all its versions bear that. */
        private String nameOfTheRecord(Header source) {
            if (source.getKind() != Kind.SAR) return documentId;
            return group.held().map(held -> held.getOrDefault(Held.key(source.getSender(), source.getId()), List.of())).orElse(List.of()).stream().findFirst().map(Held::documentId).orElse(documentId);
        }

        /**
         * An original is named only as its readers know it, and only where they hold it; a token that never split would leak, and goes.
         * What an alert updates or ends is named whatever else its readers may see: a view that keeps no references would otherwise
         * hold the old one beside the new, and be told nothing by the name of its own copy.
         */
        private List<Reference> references(Header header) {
            var references = new LinkedHashMap<List<String>, Reference>();
            var source = group.marked().record().header();
            var named = source.getKind() == Kind.ALERT && SUCCEEDS.contains(source.getType()) ? source.getReference() : header.getReference();
            Stream.concat(named.stream().flatMap(this::mapped), ownEarlier()).forEach(one -> references.putIfAbsent(List.of(one.getSender(), one.getId(), one.getSent() == null ? "" : one.getSent()), one));
            return List.copyOf(references.values());
        }

        private Stream<Reference> ownEarlier() {
            var source = group.marked().record().header();
            return group.held().map(held -> held.getOrDefault(Held.key(source.getSender(), source.getId()), List.of())).orElse(List.of()).stream()
                    .map(held -> named(held.sender(), held.documentId(), held.sent(), null));
        }

        private Stream<Reference> mapped(Reference reference) {
            if (reference.getId() == null) return Stream.empty();
            if (group.held().isPresent()) return group.held().get().getOrDefault(key(reference).orElseThrow(), List.of()).stream().map(held -> named(held.sender(), held.documentId(), held.sent(), reference.getRole()));
            var computed = identifier(group.view(), reference.getSender() == null ? "" : reference.getSender(), reference.getId());
            return Stream.of(named(sender, computed, reference.getSent(), reference.getRole()));
        }

        /** A name without a time, as CAP 1.0 writes them, gets that of the copy. */
        private void timed(Reference reference) {
            if (reference.getSent() != null && !reference.getSent().isBlank() || group.held().isEmpty()) return;
            key(reference).map(key -> group.held().get().getOrDefault(key, List.of())).orElse(List.of()).stream().findFirst().ifPresent(held -> reference.setSent(held.sent()));
        }

        private static Reference named(String sender, String id, String sent, String role) {
            var named = new Reference();
            named.setSender(sender);
            named.setId(id);
            named.setSent(sent);
            named.setRole(role);
            return named;
        }
    }
}
