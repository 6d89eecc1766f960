package tearline.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.sf.saxon.s9api.XdmNode;
import org.w3c.dom.Node;
import org.xmlunit.diff.Comparison;
import org.xmlunit.diff.ComparisonListener;
import org.xmlunit.diff.ComparisonResult;
import tearline.engine.standard.Facts;
import tearline.engine.xml.Saxon;

/** Counts what a round trip compared, so that a comparison which sees less than before is noticed. */
final class RoundTripTally implements ComparisonListener {

    private int documents;
    private int elements;
    private int texts;
    private int marks;
    private int references;

    /** Called by the comparison itself: what its filters pass over is not counted. */
    @Override
    public void comparisonPerformed(Comparison comparison, ComparisonResult outcome) {
        if (outcome == ComparisonResult.DIFFERENT) return;
        switch (comparison.getType()) {
            case ELEMENT_TAG_NAME -> elements++;
            case TEXT_VALUE -> texts += isText(comparison.getControlDetails().getTarget()) ? 1 : 0;
            default -> { }
        }
    }

    /** What the gateway reads as marks and references is the same before and after. */
    void count(XdmNode source, XdmNode again) {
        Facts before = facts(source), after = facts(again);
        assertThat(after.marks()).containsExactlyInAnyOrderElementsOf(before.marks());
        assertThat(after.references()).containsExactlyElementsOf(before.references());
        documents++;
        marks += before.marks().size();
        references += before.references().size();
    }

    @Override
    public String toString() {
        return String.join(", ", number(documents, "document"), number(elements, "element"), number(texts, "text"), number(marks, "mark"),
                number(references, "reference"), "all as they went in");
    }

    private static String number(int count, String word) {
        return String.format(Locale.ROOT, "%,d %s%s", count, word, count == 1 ? "" : "s");
    }

    private static Facts facts(XdmNode document) {
        var root = Saxon.root(document);
        var name = new javax.xml.namespace.QName(root.getNodeName().getNamespaceURI(), root.getNodeName().getLocalName());
        return Shipped.HOUSE.standards().matching(name).orElseThrow().standard().facts().of(root);
    }

    private static boolean isText(Node node) {
        return node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE;
    }
}
