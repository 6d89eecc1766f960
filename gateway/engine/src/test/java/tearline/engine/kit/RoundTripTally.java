package tearline.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.w3c.dom.Node;
import org.xmlunit.diff.Comparison;
import org.xmlunit.diff.ComparisonListener;
import org.xmlunit.diff.ComparisonResult;
import tearline.engine.standard.Facts;
import tearline.engine.xml.Saxon;

/** Counts what a round trip compared, so that a comparison which sees less than before is noticed. */
final class RoundTripTally implements ComparisonListener {

    /** What ties one element of a document to another, by the names of the attributes that do; NIEM 5.2 has one for marks and metadata. */
    private static final Map<String, Set<String>> TIES = new TreeMap<>(Map.of("ties", Set.of("ref"), "marked portions and what they name", Set.of("portionMarkingMetadataRef", "metadata"), "uses of metadata", Set.of("metadataRef")));

    private final Map<String, Integer> tied = new TreeMap<>();
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
        for (var kind : TIES.entrySet()) {
            int count = ties(source, kind.getValue());
            assertThat(ties(again, kind.getValue())).as(kind.getKey()).isEqualTo(count);
            tied.merge(kind.getKey(), count, Integer::sum);
        }
        documents++;
        marks += before.marks().size();
        references += before.references().size();
    }

    @Override
    public String toString() {
        return String.join(", ", number(documents, "document"), number(elements, "element"), number(texts, "text"), number(marks, "mark"),
                number(references, "reference"))
                + tied.entrySet().stream().filter(one -> one.getValue() > 0).map(one -> ", " + one.getValue() + " " + one.getKey()).collect(java.util.stream.Collectors.joining()) + ", all as they went in";
    }

    private static String number(int count, String word) {
        return String.format(Locale.ROOT, "%,d %s%s", count, word, count == 1 ? "" : "s");
    }

    private static int ties(XdmNode document, Set<String> names) {
        int count = 0;
        for (var nodes = document.axisIterator(Axis.DESCENDANT); nodes.hasNext();) {
            var node = nodes.next();
            if (node.getNodeKind() != XdmNodeKind.ELEMENT) continue;
            for (var attributes = node.axisIterator(Axis.ATTRIBUTE); attributes.hasNext();) {
                var attribute = attributes.next();
                if (names.contains(attribute.getNodeName().getLocalName())) count += attribute.getStringValue().strip().split("\\s+").length;
            }
        }
        return count;
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
