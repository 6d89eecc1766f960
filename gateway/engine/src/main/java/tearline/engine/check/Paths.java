package tearline.engine.check;

import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.type.Type;

/** Writes where a node stands as people read it: local names, a number only where there are several. */
final class Paths {

    private Paths() {}

    static String of(NodeInfo node) {
        var path = new StringBuilder();
        for (var at = node; at != null && at.getNodeKind() != Type.DOCUMENT; at = at.getParent()) {
            if (at.getNodeKind() == Type.ELEMENT) path.insert(0, "/" + at.getLocalPart() + position(at));
            if (at.getNodeKind() == Type.ATTRIBUTE) path.insert(0, "/@" + at.getLocalPart());
        }
        return path.toString();
    }

    /** Forward from the first: backward, the tree would first have to number all of its nodes. */
    private static String position(NodeInfo element) {
        if (element.getParent() == null) return "";
        int position = 1;
        var siblings = element.getParent().iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT);
        for (NodeInfo sibling; (sibling = (NodeInfo) siblings.next()) != null && !sibling.equals(element);) if (sibling.getFingerprint() == element.getFingerprint()) position++;
        return position == 1 ? "" : "[" + position + "]";
    }
}
