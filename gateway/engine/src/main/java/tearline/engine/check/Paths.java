package tearline.engine.check;

import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;

/** Writes where a node stands as people read it: local names, a number only where there are several. */
final class Paths {

    private Paths() {}

    static String of(XdmNode node) {
        var path = new StringBuilder();
        for (var at = node; at != null && at.getNodeKind() != XdmNodeKind.DOCUMENT; at = at.getParent()) {
            if (at.getNodeKind() == XdmNodeKind.ELEMENT) path.insert(0, "/" + at.getNodeName().getLocalName() + position(at));
            if (at.getNodeKind() == XdmNodeKind.ATTRIBUTE) path.insert(0, "/@" + at.getNodeName().getLocalName());
        }
        return path.toString();
    }

    private static String position(XdmNode element) {
        int before = 0;
        for (var all = element.axisIterator(Axis.PRECEDING_SIBLING); all.hasNext();) {
            var sibling = all.next();
            if (sibling.getNodeKind() == XdmNodeKind.ELEMENT && sibling.getNodeName().equals(element.getNodeName())) before++;
        }
        return before == 0 ? "" : "[" + (before + 1) + "]";
    }
}
