package tearline.engine.message;

import java.util.List;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import tearline.engine.Code;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.Severity;
import tearline.engine.check.Checker;
import tearline.engine.marking.MarkParser;
import tearline.engine.marking.Spill;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.XmlReader;

/** Refuses what carries evidence of classified content, before anything else is said about it (design §6). */
final class Spills {

    private static final MarkParser MARKS = new MarkParser();

    private Spills() {}

    static void refuse(Checker.Checked checked) {
        var root = Saxon.root(checked.document());
        for (var mark : checked.match().standard().facts().of(root).marks()) {
            if (mark.equalsIgnoreCase("classified") || Spill.ofMark(MARKS.parse(mark))) throw spill(root, "a metadata field is marked above UNCLASSIFIED");
        }
        for (var nodes = checked.document().axisIterator(Axis.DESCENDANT); nodes.hasNext();) {
            var node = nodes.next();
            if (node.getNodeKind() == XdmNodeKind.ELEMENT) element(node); // a comment may stand in the middle of a mark: text is read with its element
        }
    }

    /** What is beside the content would be kept with the bytes, so it counts as well. */
    static void refuseRemarks(byte[] bytes) {
        for (var remark : XmlReader.remarks(bytes)) {
            if (!mayBeMarked(remark.text())) continue;
            Spill.in(remark.text()).ifPresent(found -> {
                throw new Refusal(Code.SPILL, List.of(new Finding(Code.SPILL.id(), Severity.ERROR, remark.line(), remark.column(), "", found.where() + " stands in a comment", "", "")));
            });
        }
    }

    /** The text of an element as one, and where elements stand in its text each piece also for itself. */
    private static void element(XdmNode element) {
        for (var attributes = element.axisIterator(Axis.ATTRIBUTE); attributes.hasNext();) scan(attributes.next().getStringValue(), element);
        boolean text = false, elements = false;
        for (var children = element.axisIterator(Axis.CHILD); children.hasNext();) {
            var child = children.next();
            elements |= child.getNodeKind() == XdmNodeKind.ELEMENT;
            text |= child.getNodeKind() == XdmNodeKind.TEXT && !child.getStringValue().isBlank();
        }
        if (!text) return;
        scan(element.getStringValue(), element);
        if (!elements) return;
        for (var children = element.axisIterator(Axis.CHILD); children.hasNext();) {
            var child = children.next();
            if (child.getNodeKind() == XdmNodeKind.TEXT) scan(child.getStringValue(), element);
        }
    }

    private static void scan(String text, XdmNode element) {
        if (!mayBeMarked(text)) return;
        var found = Spill.in(text);
        if (found.isPresent()) throw spill(element, found.get().where() + " stands in the text");
    }

    /** Most text has neither a bracket nor a classification word: it need not be scanned. */
    private static boolean mayBeMarked(String text) {
        return text.indexOf('(') >= 0 || text.indexOf('[') >= 0 || text.indexOf('&') >= 0 || text.contains("SECRET") || text.contains("CONFIDENTIAL") || text.contains("//");
    }

    private static Refusal spill(XdmNode where, String what) {
        return new Refusal(Code.SPILL, List.of(new Finding(Code.SPILL.id(), Severity.ERROR, where.getLineNumber(), where.getColumnNumber(), "/" + where.getNodeName().getLocalName(), what, "", "")));
    }
}
