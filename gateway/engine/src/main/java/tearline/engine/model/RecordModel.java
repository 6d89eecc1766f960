package tearline.engine.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;

/** The schema of the common model as a graph, read once: every element that a record can hold, where it can stand, in which category. */
public final class RecordModel {

    public static final String VERSION = "common-1.0";
    private static final List<String> FILES = List.of("common", "header", "alert", "activity", "situation");

    private final Categories categories;
    private final Map<String, XdmNode> types = new HashMap<>();
    private final Map<String, XdmNode> attributeGroups = new HashMap<>();
    private final Map<List<Object>, Position> known = new HashMap<>();
    private final Position root;

    public RecordModel(Shelf shelf, Categories categories) {
        this.categories = categories;
        XdmNode record = null;
        for (var file : FILES) {
            for (var child : Saxon.elements(Saxon.root(Saxon.tree(shelf.get("xsd/" + VERSION + "/" + file + ".xsd"))))) {
                switch (name(child)) {
                    case "complexType" -> types.put(attribute(child, "name"), child);
                    case "attributeGroup" -> attributeGroups.put(attribute(child, "name"), child);
                    default -> { if ("record".equals(attribute(child, "name"))) record = child; }
                }
            }
        }
        root = position(record, "", Optional.empty(), null);
    }

    /** The record element. */
    public Position root() {
        return root;
    }

    /** How many positions there are: their numbers are smaller. */
    public int size() {
        return known.size();
    }

    public Categories categories() {
        return categories;
    }

    /** Places that look alike to the table of categories are one: so a group within a group ends somewhere. */
    private Position position(XdmNode declaration, String path, Optional<String> kind, Categories.Category category) {
        var key = List.of(declaration, path, kind, Optional.ofNullable(category));
        var seen = known.get(key);
        if (seen != null) return seen;
        var type = Optional.ofNullable(attribute(declaration, "type")).map(types::get).orElse(declaration);
        var children = new ArrayList<XdmNode>();
        var attributes = new TreeSet<String>();
        boolean open = collect(type, children, attributes);
        var name = attribute(declaration, "name");
        var position = new Position(known.size(), name, kind, category, Set.copyOf(attributes), children.isEmpty(), open);
        known.put(key, position);
        var below = path.isEmpty() ? name : path.substring(path.lastIndexOf('/') + 1) + "/" + name;
        for (var child : children) {
            var childName = attribute(child, "name");
            var childCategory = categories.of(below, childName, category);
            position.add(position(child, below, Optional.empty(), childCategory));
            for (var one : categories.kinds(childName)) {
                position.add(position(child, below, Optional.of(one), categories.of(below, childName + ":" + one, childCategory)));
            }
        }
        return position;
    }

    /** The elements and attributes that a type declares, inherited ones included; true where it lets in what it does not know. */
    private boolean collect(XdmNode node, List<XdmNode> children, Set<String> attributes) {
        boolean open = false;
        for (var child : Saxon.elements(node)) {
            switch (name(child)) {
                case "element" -> children.add(child);
                case "attribute" -> attributes.add(attribute(child, "name"));
                case "attributeGroup" -> open |= collect(attributeGroups.get(attribute(child, "ref")), children, attributes);
                case "any" -> open = true;
                case "extension" -> {
                    var base = types.get(attribute(child, "base"));
                    if (base != null) open |= collect(base, children, attributes);
                    open |= collect(child, children, attributes);
                }
                default -> open |= collect(child, children, attributes);
            }
        }
        return open;
    }

    private static String name(XdmNode element) {
        return element.getNodeName().getLocalName();
    }

    private static String attribute(XdmNode element, String name) {
        return element.getAttributeValue(new QName(name));
    }
}
