package tearline.engine.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.config.Operation;
import tearline.engine.mark.Marked;
import tearline.engine.marking.Cut;
import tearline.engine.marking.Dominance;
import tearline.engine.marking.Label;
import tearline.engine.marking.Portion;
import tearline.engine.plan.View;
import tearline.engine.xml.Saxon;

/**
 * What a view may see of a record, said a second time and simply: the law that every product is held against. Two records
 * with the same sight must give the same bytes. A value that the agreement makes coarser is held constant as it came, and so is
 * whether anything is missing at all: a derivative's own identifier tells that (design §3.5).
 */
final class Visible {

    private static final QName ID = new QName("id");
    private static final QName REF = new QName("ref");
    private final Dominance dominance = new Dominance();
    private final View view;
    private final List<String> lines = new ArrayList<>();
    private final Map<XdmNode, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> byId = new HashMap<>();
    private boolean whole = true;

    private Visible(View view) {
        this.view = view;
    }

    /** Everything that this view may learn of the record, a line each. */
    static String of(Marked marked, View view) {
        var sight = new Visible(view);
        var root = marked.record().root();
        var seen = new HashMap<XdmNode, String>();
        sight.see(root, marked, seen);
        sight.number(root, seen);
        sight.tell(root, seen);
        return "whole " + sight.whole + "\nstatus " + marked.status() + "\n" + String.join("\n", sight.lines);
    }

    /** The leaves alone, as a smaller grant is compared with a larger one. */
    static List<String> leaves(Marked marked, View view) {
        var seen = new HashMap<XdmNode, String>();
        new Visible(view).see(marked.record().root(), marked, seen);
        return seen.entrySet().stream().map(one -> one.getKey().getNodeName().getLocalName() + " " + one.getValue()).toList();
    }

    private void see(XdmNode element, Marked marked, Map<XdmNode, String> seen) {
        var labelled = marked.labels().get(element);
        if (labelled != null) {
            var text = text(element, labelled);
            if (text != null) seen.put(element, text);
            else if (!element.getStringValue().isBlank()) whole = false;
            return;
        }
        for (var child : Saxon.elements(element)) see(child, marked, seen);
    }

    /** Null for what may not be seen. */
    private String text(XdmNode leaf, Marked.Labelled labelled) {
        var category = labelled.category();
        var text = leaf.getStringValue();
        if (category.name().equals("marking")) return "marking " + text; // who designated it is passed on; the rest is made anew
        boolean always = category.name().equals("header");
        if (!always && view.form().equals("summary") && category.privacy()) return null;
        var operation = view.keeps().get(category.name());
        if (!always && operation == null) return null;
        if (always || operation instanceof Operation.Keep) {
            if (!always && !labelled.portions().isEmpty()) return portions(labelled);
            return permits(labelled.label()) ? labelled.label() + " " + text : null;
        }
        return operation instanceof Operation.Drop ? null : labelled.label() + " held constant " + text; // where it changes nothing, nothing is missing
    }

    private String portions(Marked.Labelled labelled) {
        var cut = Cut.of(labelled.portions(), labelled.base(), this::permits);
        if (cut.outcome() != Cut.Outcome.FULL) whole = false;
        if (cut.outcome() == Cut.Outcome.WITHHELD) return null;
        return cut.label().orElseThrow() + " " + cut.kept().stream().map(Portion::text).collect(Collectors.joining("\n"));
    }

    private boolean permits(Label label) {
        return dominance.permits(label, view.clearance());
    }

    /** Containers are told apart by their turn among those that live. */
    private boolean number(XdmNode element, Map<XdmNode, String> seen) {
        int turn = numbers.size();
        numbers.put(element, turn);
        boolean living = seen.containsKey(element);
        for (var child : Saxon.elements(element)) living |= number(child, seen);
        if (!living) numbers.keySet().removeIf(node -> node.equals(element));
        else if (element.getAttributeValue(ID) != null) byId.put(element.getAttributeValue(ID), turn);
        return living;
    }

    private void tell(XdmNode element, Map<XdmNode, String> seen) {
        if (!numbers.containsKey(element)) return;
        var line = new StringBuilder(element.getNodeName().getLocalName());
        for (var attributes = element.axisIterator(Axis.ATTRIBUTE); attributes.hasNext();) {
            var attribute = attributes.next();
            var name = attribute.getNodeName();
            if (name.equals(ID)) continue;
            line.append(' ').append(name).append('=').append(name.equals(REF) ? "" + byId.get(attribute.getStringValue()) : attribute.getStringValue());
        }
        lines.add(line + (seen.containsKey(element) ? ": " + seen.get(element) : ""));
        for (var child : Saxon.elements(element)) tell(child, seen);
    }
}
