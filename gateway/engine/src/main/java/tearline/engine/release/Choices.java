package tearline.engine.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import tearline.common.Kind;
import tearline.engine.config.Operation;
import tearline.engine.mark.Marked;
import tearline.engine.marking.Cut;
import tearline.engine.marking.Label;
import tearline.engine.marking.Level;
import tearline.engine.marking.MarkParser;
import tearline.engine.marking.Portion;
import tearline.engine.model.Categories.Category;
import tearline.engine.plan.View;

/** What one view decides for each leaf of a record: kept as it is, kept as other text, or gone. */
final class Choices {

    private static final Set<String> ALWAYS = Set.of("header", "marking");
    private static final Set<String> LINKS = Set.of("link", "attachment.link");
    private static final String NARRATIVE = "narrative";
    private static final QName MARK = new QName("mark");
    private static final String ATTACHMENT = "attachment";
    private static final Label PRIVACY = new MarkParser().parse("CUI//PRVCY").label();

    private final Marked marked;
    private final View view;
    private final AllowList list;
    private final FieldOperations operations;
    private final String[] texts;
    private final Label[] labels;
    private final Map<Label, Set<String>> decided = new IdentityHashMap<>();
    private final Map<Label, Set<String>> decidedOfPortions = new HashMap<>();
    private final Map<String, Set<String>> withheld = new TreeMap<>();
    private final Secrets secrets = new Secrets();
    private final List<XdmNode> empty = new ArrayList<>();
    private int coarser;

    Choices(Marked marked, View view, AllowList list, Pseudonyms pseudonyms) {
        this.marked = marked;
        this.view = view;
        this.list = list;
        this.operations = new FieldOperations(pseudonyms);
        this.texts = new String[marked.outline().elements()];
        this.labels = new Label[texts.length];
        marked.labels().forEach(this::choose);
    }

    private void choose(XdmNode leaf, Marked.Labelled labelled) {
        var category = labelled.category();
        var text = labelled.text();
        if (category.name().equals("marking")) { // made anew from what remains
            secrets.show(text);
            return;
        }
        var entry = labelled.position().flatMap(list::find);
        if (entry.isEmpty()) {
            drop(leaf, labelled, Set.of(list.refusal(category).orElse("NOT-AGREED")), text);
        } else if (view.isStripped() && category.name().equals(NARRATIVE) && labelled.portions().isEmpty() && leaf.getAttributeValue(MARK) == null) {
            drop(leaf, labelled, Set.of("PRIVACY"), text); // nobody has cleared it, and a banner that forgets PRVCY does not
        } else if (!labelled.position().get().leaf()) {
            empty.add(leaf);
        } else if (!labelled.portions().isEmpty() && entry.get().operation().get() instanceof Operation.Keep) {
            portions(leaf, labelled);
        } else {
            field(leaf, labelled, entry.get().operation().get(), text);
        }
    }

    private void field(XdmNode leaf, Marked.Labelled labelled, Operation operation, String text) {
        var category = labelled.category();
        var label = operations.lowersPrivacy(operation, leaf, category.name(), text) ? labelled.label().withoutPrivacy() : labelled.label();
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
        keep(labelled, told.get(), label);
        if (!told.get().equals(text)) change(leaf);
        else if (!category.text()) secrets.show(text);
    }

    /** The value that another one stands for is as secret as one that is gone. */
    private void change(XdmNode leaf) {
        coarser++;
        secrets.change(leaf);
    }

    /** Whole portions go or stay; where the originator wrote a tear line text, that stands in for what is withheld. */
    private void portions(XdmNode leaf, Marked.Labelled labelled) {
        var cut = Cut.of(labelled.portions(), labelled.base(), label -> reasonsOfPortion(label).isEmpty());
        if (cut.outcome() == Cut.Outcome.FULL) {
            keep(labelled, labelled.text(), labelled.label());
            return;
        }
        for (var portion : labelled.portions()) {
            var reasons = reasonsOfPortion(portion.under(labelled.base()));
            if (portion.content() && !reasons.isEmpty()) withheld(labelled.category(), reasons);
        }
        if (cut.outcome() == Cut.Outcome.WITHHELD) return;
        keep(labelled, cut.kept().stream().map(Portion::text).collect(Collectors.joining("\n")), cut.label().orElseThrow());
    }

    private void keep(Marked.Labelled labelled, String text, Label label) {
        texts[labelled.number()] = text;
        labels[labelled.number()] = label;
    }

    private void drop(XdmNode leaf, Marked.Labelled labelled, Set<String> reasons, String text) {
        if (text.isBlank()) return;
        var category = labelled.category();
        withheld(category, reasons);
        secrets.hide(leaf, category, labelled.label());
    }

    private void withheld(Category category, Set<String> reasons) {
        withheld.computeIfAbsent(category.name(), any -> new TreeSet<>()).addAll(reasons);
    }

    private Set<String> reasons(Label label) {
        return decided.computeIfAbsent(label, view::reasons);
    }

    /** Its label was made on the way. */
    private Set<String> reasonsOfPortion(Label label) {
        return decidedOfPortions.computeIfAbsent(label, view::reasons);
    }

    Secrets secrets() { return secrets; }

    /** Patterns stand for what this view does not get, whatever this record holds of it: else a hidden person would show by what is missing. */
    Patterns patterns() {
        var unseen = new HashSet<String>();
        boolean personsGranted = reasons(PRIVACY).isEmpty();
        for (var name : Patterns.CATEGORIES) if (!personsGranted || !(view.keeps().get(name) instanceof Operation.Keep)) unseen.add(name);
        return Patterns.forViewWithout(unseen, marked.record().header().getKind() != Kind.ALERT);
    }

    /** Withheld values found again in text that stays: the sentence goes, not the word; a field that is no text goes whole. */
    void sweep(Sweep sweep) {
        marked.labels().forEach((leaf, labelled) -> {
            var text = texts[labelled.number()];
            var category = labelled.category();
            if (text == null || ALWAYS.contains(category.name())) return;
            var left = category.text() ? sweep.remaining(text, category.name(), labelled.label())
                    : Optional.of(text).filter(one -> !sweep.findsIn(one, category.name(), labelled.label()));
            if (left.isPresent() && left.get().equals(text)) return;
            texts[labelled.number()] = left.orElse(null);
            withheld(category, Set.of("SWEPT"));
        });
    }

    /** Where something is withheld, files pass only as far as it can be known what is in them, and nothing points at what is gone. */
    void repair() {
        if (whole()) {
            for (var leaf : empty) keep(marked.labels().get(leaf), "", marked.labels().get(leaf).label());
            return;
        }
        marked.labels().values().forEach(this::unlink);
        for (var file : marked.outline().files()) {
            new Attachments(texts, file).clean().ifPresent(reason -> withheld.computeIfAbsent(ATTACHMENT, any -> new TreeSet<>()).add(reason));
        }
        new Repair(marked.outline(), texts).run();
    }

    /** Hosts, case numbers and tickets stand in addresses; what was published may keep its own (marking reference §4.5). */
    private void unlink(Marked.Labelled labelled) {
        var category = labelled.category();
        if (texts[labelled.number()] == null || !LINKS.contains(category.name()) || labelled.label().level() == Level.PUBLIC) return;
        texts[labelled.number()] = null;
        withheld(category, Set.of("LINK"));
    }

    String[] texts() { return texts; }

    /** The marking that what remains adds up to. */
    Label label() {
        var remaining = new IdentityHashMap<Label, Boolean>(); // equal labels are mostly one object
        for (int i = 0; i < texts.length; i++) if (texts[i] != null) remaining.put(labels[i], true);
        return Label.rollUp(List.copyOf(remaining.keySet()));
    }

    boolean whole() { return withheld.isEmpty() && coarser == 0; }

    /** Told of the view alone: what a document holds must not show in the form that it has. */
    boolean detailed() { return list.identifies() && reasons(PRIVACY).isEmpty(); }

    /** Nothing that could be called a document is left. */
    boolean nothingLeft() {
        return withheld.containsKey("header") || marked.labels().values().stream().noneMatch(one -> texts[one.number()] != null && !ALWAYS.contains(one.category().name()));
    }

    Set<String> categories() { return withheld.keySet(); }

    List<Release.Withheld> withheld() {
        return withheld.entrySet().stream().map(entry -> new Release.Withheld(entry.getKey(), entry.getValue())).toList();
    }
}
