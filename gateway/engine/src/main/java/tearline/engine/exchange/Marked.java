package tearline.engine.exchange;

import java.util.List;
import java.util.Map;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.marking.Label;
import tearline.engine.model.Categories.Category;
import tearline.engine.model.Record;

/**
 * A record with the effective marking of every portion. Status is the less real of envelope and payload.
 *
 * @param banner the high-water mark of everything
 * @param labels by leaf element; an element without a label is withheld
 */
public record Marked(Incoming incoming, Record record, String status, Label banner, Map<XdmNode, Labelled> labels) {

    /** A leaf of the record: its category, its label, and for marked free text the label of each portion. */
    public record Labelled(Category category, Label label, List<TextPortion> portions) {}

    /** A stretch of free text under one label. */
    public record TextPortion(String text, Label label) {}

    /** Partners with the same view may share a release, unless some portion names partners one by one. */
    public boolean namesPartners() {
        return labels.values().stream().anyMatch(one -> one.label().list() != null || one.portions().stream().anyMatch(portion -> portion.label().list() != null));
    }
}
