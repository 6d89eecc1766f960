package tearline.engine.model;

import net.sf.saxon.s9api.XdmNode;
import tearline.common.Header;
import tearline.common.Marking;
import tearline.engine.xml.Saxon;

/** The content of a part in the common model: a tree, and what Java reads of it. Never changed; a release is another record. */
public record Record(XdmNode document, Header header, Marking marking) {

    public static Record of(XdmNode document) {
        var root = Saxon.root(document);
        Header header = null;
        Marking marking = null;
        for (var child : Saxon.elements(root)) {
            var name = child.getNodeName().getLocalName();
            if (name.equals("header")) header = Binding.header(child);
            if (name.equals("marking")) marking = Binding.marking(child);
        }
        if (header == null || marking == null) throw new IllegalStateException("A mapping wrote a record without header or marking");
        return new Record(document, header, marking);
    }

    public XdmNode root() {
        return Saxon.root(document);
    }
}
