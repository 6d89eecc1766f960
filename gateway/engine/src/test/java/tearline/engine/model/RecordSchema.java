package tearline.engine.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;

/** Walks the schema of the common model and visits every element that a record can hold, by its parent and grandparent. */
final class RecordSchema {

    /** Told once of each element under each path of two and inherited category; answers with the category it has. */
    interface Visitor {
        String visit(String path, String element, String inherited);
    }

    private final Map<String, XdmNode> types = new HashMap<>();
    private final Map<String, XdmNode> elements = new HashMap<>();
    private final Set<String> visited = new HashSet<>();

    RecordSchema(Shelf shelf) {
        for (var file : List.of("common", "header", "alert", "activity", "situation")) {
            for (var child : Saxon.elements(Saxon.root(Saxon.tree(shelf.get("xsd/common-1.0/" + file + ".xsd"))))) {
                if (name(child).equals("complexType")) types.put(attribute(child, "name"), child);
                if (name(child).equals("element")) elements.put(attribute(child, "name"), child);
            }
        }
    }

    void walk(Visitor visitor) {
        visited.clear();
        children(elements.get("record"), "record", "", visitor);
    }

    private void children(XdmNode element, String path, String category, Visitor visitor) {
        for (var child : declaredIn(element)) {
            var name = attribute(child, "name");
            var own = visitor.visit(path, name, category);
            if (visited.add(path + "/" + name + " " + own)) children(child, path.substring(path.lastIndexOf('/') + 1) + "/" + name, own, visitor);
        }
    }

    /** The element declarations in the type of an element, inherited ones included. */
    private List<XdmNode> declaredIn(XdmNode declaration) {
        var type = attribute(declaration, "type");
        var found = new ArrayList<XdmNode>();
        if (type == null) collect(declaration, found);
        else if (types.containsKey(type)) collect(types.get(type), found);
        return found;
    }

    private void collect(XdmNode node, List<XdmNode> found) {
        for (var nodes = node.axisIterator(Axis.CHILD); nodes.hasNext();) {
            var child = nodes.next();
            if (child.getNodeKind() != XdmNodeKind.ELEMENT) continue;
            if (name(child).equals("element")) {
                found.add(child);
                continue;
            }
            if (name(child).equals("extension") && types.containsKey(attribute(child, "base"))) collect(types.get(attribute(child, "base")), found);
            collect(child, found);
        }
    }

    private static String name(XdmNode element) {
        return element.getNodeName().getLocalName();
    }

    private static String attribute(XdmNode element, String name) {
        return element.getAttributeValue(new QName(name));
    }
}
