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
import tearline.common.Kind;
import tearline.engine.config.Operation;
import tearline.engine.mark.Marked;
import tearline.engine.marking.Banner;
import tearline.engine.marking.Cut;
import tearline.engine.marking.Dominance;
import tearline.engine.marking.Label;
import tearline.engine.marking.Level;
import tearline.engine.marking.MarkParser;
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
    private static final Set<String> PRIVACY_ATOMS = Set.of("PRVCY", "SP-PRVCY");
    private static final Label PRIVACY = new MarkParser().parse("CUI//PRVCY").label();
    private final Dominance dominance = new Dominance();
    private final Derivative derivative;

    public Redactor(Derivative derivative) {
        this.derivative = derivative;
    }

    public Release release(Plan.ViewGroup group) {
        var marked = group.marked();
        var choices = new Choices(marked, group.view());
        inOrder(marked).forEach(leaf -> choices.choose(leaf, marked.labels().get(leaf)));
        var secrets = choices.secrets.values();
        choices.sweep(new Sweep(secrets, choices.secrets.shown(), choices.patterns()));
        if (choices.headerLost() || choices.contentLost()) {
            return new Release(group, Optional.empty(), false, "", "", choices.privacyDropped, choices.withheld(), Set.of(), Set.of(), List.of());
        }
        var label = Label.rollUp(choices.keptLabels);
        var banner = label.level() == Level.PUBLIC ? "" : Banner.of(label);
        boolean whole = choices.withheld.isEmpty() && choices.coarser == 0;
        var identity = derivative.of(group, whole);
        var notices = Notices.owed(group.view().notices(), label, marked.record().marking().getDesignator());
        notices.addAll(Notices.ofRedaction(group.view().discloses(), choices.withheld.keySet()));
        var record = new Pruner(choices.kept, identity, banner, notices, whole).prune(marked.record().root());
        return new Release(group, Optional.of(record), whole, identity.documentId(), banner, choices.privacyDropped, choices.withheld(), secrets, choices.secrets.shown(), List.copyOf(notices));
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
        private final Secrets secrets = new Secrets();
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
            if (category.name().equals("marking")) { // made anew from what remains
                secrets.show(leaf.getStringValue());
                return;
            }
            var text = leaf.getStringValue();
            var refusal = refusal(category);
            if (refusal.isPresent()) {
                drop(leaf, labelled, Set.of(refusal.get()), text);
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
                drop(leaf, labelled, reasons, text);
                return;
            }
            var told = operations.apply(operation, leaf, category.name(), text);
            if (told.isEmpty()) {
                drop(leaf, labelled, Set.of("GENERALIZED"), text);
                return;
            }
            keep(leaf, category, told.get(), label);
            if (!told.get().equals(text)) change(leaf, category);
            else if (!category.text()) secrets.show(text);
        }

        /** The value that another one stands for is as secret as one that is gone. */
        private void change(XdmNode leaf, Category category) {
            coarser++;
            if (category.privacy()) privacyDropped = true;
            secrets.change(leaf);
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

        private void drop(XdmNode leaf, Marked.Labelled labelled, Set<String> reasons, String text) {
            if (text.isBlank()) return;
            var category = labelled.category();
            withheld(category, reasons);
            if (category.privacy()) privacyDropped = true;
            secrets.hide(leaf, category, labelled.label());
        }

        private void withheld(Category category, Set<String> reasons) {
            withheld.computeIfAbsent(category.name(), any -> new TreeSet<>()).addAll(reasons);
        }

        private Set<String> reasons(Label label) {
            return decided.computeIfAbsent(label, one -> dominance.reasons(one, view.clearance()));
        }

        /** Patterns stand for what this view does not get; a person is spoken of where a field of one was withheld, and in every activity report. */
        Patterns patterns() {
            var unseen = new HashSet<>(marked.labels().values().stream().map(one -> one.category().name()).filter(withheld::containsKey).toList());
            for (var name : Patterns.CATEGORIES) if (!(view.keeps().get(name) instanceof Operation.Keep) || !reasons(PRIVACY).isEmpty()) unseen.add(name);
            return Patterns.forViewWithout(unseen, privacyDropped || marked.record().header().getKind() == Kind.SAR);
        }

        /** Withheld values found again in text that stays: the sentence goes, not the word; a short field goes whole. */
        void sweep(Sweep sweep) {
            for (var leaf : List.copyOf(kept.keySet())) {
                var labelled = marked.labels().get(leaf);
                var category = labelled.category();
                if (ALWAYS.contains(category.name())) continue;
                var text = kept.get(leaf);
                var left = category.text() ? sweep.remaining(text, category.name(), labelled.label())
                        : Optional.of(text).filter(one -> !sweep.findsIn(one, category.name(), labelled.label()));
                if (left.equals(Optional.of(text))) continue;
                if (left.isPresent()) kept.put(leaf, left.get());
                else kept.remove(leaf);
                withheld(category, Set.of("SWEPT"));
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
