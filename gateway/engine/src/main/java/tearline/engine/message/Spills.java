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

/** Refuses what carries evidence of classified content, before anything else is said about it (design §6). */
final class Spills {

    private static final MarkParser MARKS = new MarkParser();

    private Spills() {}

    static void refuse(Checker.Checked checked) {
        var root = Saxon.root(checked.document());
        for (var mark : checked.match().standard().facts().of(root).marks()) {
            if (mark.equalsIgnoreCase("classified") || Spill.ofMark(MARKS.parse(mark))) throw spill(root, "a metadata field is marked above UNCLASSIFIED");
        }
        for (var nodes = root.axisIterator(Axis.DESCENDANT); nodes.hasNext();) {
            var node = nodes.next();
            if (node.getNodeKind() != XdmNodeKind.TEXT || !mayBeMarked(node.getStringValue())) continue;
            var found = Spill.in(node.getStringValue());
            if (found.isPresent()) throw spill(node.getParent(), found.get().where() + " stands in the text");
        }
    }

    /** Most text has neither a bracket nor a classification word: it need not be scanned. */
    private static boolean mayBeMarked(String text) {
        return text.indexOf('(') >= 0 || text.indexOf('[') >= 0 || text.indexOf('&') >= 0 || text.contains("SECRET") || text.contains("CONFIDENTIAL") || text.contains("//");
    }

    private static Refusal spill(XdmNode where, String what) {
        return new Refusal(Code.SPILL, List.of(new Finding(Code.SPILL.id(), Severity.ERROR, where.getLineNumber(), where.getColumnNumber(), "/" + where.getNodeName().getLocalName(), what, "", "")));
    }
}
