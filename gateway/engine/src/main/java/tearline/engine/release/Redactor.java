package tearline.engine.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmNode;
import tearline.common.MessageType;
import tearline.engine.config.Operation;
import tearline.engine.mark.Marked;
import tearline.engine.marking.Banner;
import tearline.engine.marking.Cut;
import tearline.engine.marking.Dominance;
import tearline.engine.marking.Label;
import tearline.engine.marking.Level;
import tearline.engine.marking.Portion;
import tearline.engine.model.Categories.Category;
import tearline.engine.plan.Plan;
import tearline.engine.plan.View;

/**
 * Makes the record that one view may see. An allow-list: a leaf stays only where its category is kept and its label is dominated;
 * what carries no label, attributes that are not listed, comments and processing instructions have no way through.
 */
public final class Redactor {

    private static final Set<String> ALWAYS = Set.of("header", "marking");
    /** Legal without any content (CAP 1.2 §3.2.1). */
    private static final Set<MessageType> SAYS_ENOUGH = Set.of(MessageType.CANCEL, MessageType.ERROR);
    private static final Set<String> PRIVACY_ATOMS = Set.of("PRVCY", "SP-PRVCY");
    private final Dominance dominance = new Dominance();
    private final Derivative derivative;

    public Redactor(Derivative derivative) {
        this.derivative = derivative;
    }

    public Release release(Plan.ViewGroup group) {
        var marked = group.marked();
        var choices = new Choices(marked, group.view());
        inOrder(marked).forEach(leaf -> choices.choose(leaf, marked.labels().get(leaf)));
        var secrets = choices.secrets();
        choices.sweep(new Sweep(secrets));
        boolean bare = choices.withheld.isEmpty() && SAYS_ENOUGH.contains(marked.record().header().getType());
        if (choices.headerLost() || choices.contentLost() && !bare) {
            return new Release(group, Optional.empty(), false, "", "", choices.privacyDropped, choices.withheld(), Set.of());
        }
        var label = Label.rollUp(choices.keptLabels);
        var banner = label.level() == Level.PUBLIC ? "" : Banner.of(label);
        boolean whole = choices.withheld.isEmpty() && choices.coarser == 0;
        var identity = derivative.of(group, whole);
        var notices = Notices.owed(group.view().notices(), label, marked.record().marking().getDesignator());
        notices.addAll(Notices.ofRedaction(group.view().discloses(), choices.withheld.keySet()));
        var record = new Pruner(choices.kept, identity, banner, notices, whole).prune(marked.record().root());
        return new Release(group, Optional.of(record), whole, identity.documentId(), banner, choices.privacyDropped, choices.withheld(), secrets);
    }

    /** For whoever holds what the message updates or cancels and may see nothing of it: that it is taken back, and not a word more. */
    public Release takingBack(Plan.ViewGroup group, Release nothing) {
        var identity = derivative.of(group, false);
        var record = Contents.takingBack(identity.takingBack());
        return new Release(group, Optional.of(record), false, identity.documentId(), "", nothing.privacyDropped(), nothing.withheld(), Set.of());
    }

    /** As they stand in the document: neutral names are given in that order. */
    private static Stream<XdmNode> inOrder(Marked marked) {
        return marked.labels().keySet().stream().sorted((one, other) -> one.getUnderlyingNode().compareOrder(other.getUnderlyingNode()));
    }

    /** What is decided for each leaf: kept as it is, kept as other text, or gone. */
    private final class Choices {

        private final Marked marked;
        private final View view;
        private final Map<XdmNode, String> kept = new HashMap<>();
        private final Map<Label, Set<String>> decided = new HashMap<>();
        private final List<Label> keptLabels = new ArrayList<>();
        private final Map<String, Set<String>> withheld = new TreeMap<>();
        private final Set<String> dropped = new HashSet<>();
        private final Set<String> released = new HashSet<>();
        private final FieldOperations operations = new FieldOperations(derivative.pseudonyms());
        private boolean privacyDropped;
        private boolean contentKept;
        private int coarser;

        Choices(Marked marked, View view) {
            this.marked = marked;
            this.view = view;
        }

        void choose(XdmNode leaf, Marked.Labelled labelled) {
            var category = labelled.category();
            if (category.name().equals("marking")) return; // made anew from what remains
            var text = leaf.getStringValue();
            var refusal = refusal(category);
            if (refusal.isPresent()) {
                drop(labelled, Set.of(refusal.get()), text);
            } else if (!labelled.portions().isEmpty() && operation(category) instanceof Operation.Keep) {
                portions(leaf, labelled);
            } else {
                field(leaf, labelled, text);
            }
        }

        private Optional<String> refusal(Category category) {
            if (ALWAYS.contains(category.name())) return Optional.empty();
            if (view.form().equals("summary") && category.privacy()) return Optional.of("PRIVACY");
            return view.keeps().containsKey(category.name()) ? Optional.empty() : Optional.of("NOT-AGREED");
        }

        private void field(XdmNode leaf, Marked.Labelled labelled, String text) {
            var category = labelled.category();
            var operation = operation(category);
            var label = operations.lowersPrivacy(operation, leaf, category.name(), text) ? labelled.label().without(PRIVACY_ATOMS) : labelled.label();
            var reasons = reasons(label);
            if (!reasons.isEmpty()) {
                drop(labelled, reasons, text);
                return;
            }
            var told = operations.apply(operation, leaf, category.name(), text);
            if (told.isEmpty()) {
                drop(labelled, Set.of("GENERALIZED"), text);
                return;
            }
            keep(leaf, category, told.get(), label);
            if (!told.get().equals(text)) change(category, text);
            else if (!category.text()) released.add(text.strip());
        }

        /** The value that another one stands for is as secret as one that is gone. */
        private void change(Category category, String text) {
            coarser++;
            if (category.privacy()) privacyDropped = true;
            dropped.add(text.strip());
        }

        private Operation operation(Category category) {
            return view.keeps().getOrDefault(category.name(), Operation.KEEP);
        }

        /** Whole portions go or stay; where the originator wrote a tear line text, that stands in for what is withheld. */
        private void portions(XdmNode leaf, Marked.Labelled labelled) {
            var cut = Cut.of(labelled.portions(), labelled.base(), label -> reasons(label).isEmpty());
            if (cut.outcome() == Cut.Outcome.FULL) {
                keep(leaf, labelled.category(), leaf.getStringValue(), labelled.label());
                return;
            }
            for (var portion : labelled.portions()) {
                var reasons = reasons(portion.under(labelled.base()));
                if (portion.content() && !reasons.isEmpty()) withheld(labelled.category(), reasons);
            }
            if (cut.outcome() == Cut.Outcome.WITHHELD) return;
            keep(leaf, labelled.category(), cut.kept().stream().map(Portion::text).collect(Collectors.joining("\n")), cut.label().orElseThrow());
        }

        private void keep(XdmNode leaf, Category category, String text, Label label) {
            kept.put(leaf, text);
            keptLabels.add(label);
            if (!ALWAYS.contains(category.name())) contentKept = true;
        }

        private void drop(Marked.Labelled labelled, Set<String> reasons, String text) {
            if (text.isBlank()) return;
            var category = labelled.category();
            withheld(category, reasons);
            if (category.privacy()) privacyDropped = true;
            if (category.privacy() || !category.text() && labelled.label().require().stream().anyMatch(PRIVACY_ATOMS::contains)) dropped.add(text.strip());
        }

        private void withheld(Category category, Set<String> reasons) {
            withheld.computeIfAbsent(category.name(), any -> new TreeSet<>()).addAll(reasons);
        }

        private Set<String> reasons(Label label) {
            return decided.computeIfAbsent(label, one -> dominance.reasons(one, view.clearance()));
        }

        /** A value that stands whole in a field the view may see is no secret. */
        Set<String> secrets() {
            var secrets = new HashSet<>(dropped);
            secrets.removeAll(released);
            return secrets;
        }

        /** Withheld values found again in text that stays: the portion goes, not the word. */
        void sweep(Sweep sweep) {
            for (var leaf : List.copyOf(kept.keySet())) {
                var labelled = marked.labels().get(leaf);
                if (ALWAYS.contains(labelled.category().name()) || !sweep.finds(kept.get(leaf))) continue;
                kept.remove(leaf);
                withheld(labelled.category(), Set.of("SWEPT"));
            }
        }

        boolean headerLost() {
            return withheld.containsKey("header");
        }

        boolean contentLost() {
            return !contentKept || kept.keySet().stream().allMatch(leaf -> ALWAYS.contains(marked.labels().get(leaf).category().name()));
        }

        List<Release.Withheld> withheld() {
            return withheld.entrySet().stream().map(entry -> new Release.Withheld(entry.getKey(), entry.getValue())).toList();
        }
    }
}
