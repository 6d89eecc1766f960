package tearline.engine.verify;

import java.util.HashSet;
import java.util.Set;
import javax.xml.namespace.QName;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;

/** Every name that a format's schemas declare: nothing else may stand in a product of it, wherever a wildcard might let it in. */
final class Grammar {

    private static final String XS = "http://www.w3.org/2001/XMLSchema";
    private static final Set<String> INSTANCE = Set.of("type", "nil");
    private final Set<QName> elements = new HashSet<>();
    private final Set<QName> attributes = new HashSet<>();
    private final Set<String> namespaces = new HashSet<>();
    private final Set<String> read = new HashSet<>();
    private final Shelf shelf;

    private Grammar(Shelf shelf) {
        this.shelf = shelf;
        namespaces.add(javax.xml.XMLConstants.XML_NS_URI);
        attributes.add(new QName(javax.xml.XMLConstants.XML_NS_URI, "lang"));
    }

    /** The grammar of standards on the shelf, with blanks between, all of their shapes. */
    static Grammar of(Shelf shelf, String standards) {
        var grammar = new Grammar(shelf);
        for (var standard : standards.split(" ")) grammar.standard(standard);
        return grammar;
    }

    private void standard(String standard) {
        for (var shape : Saxon.elements(Saxon.root(Saxon.tree(shelf.get("xsd/" + standard + "/standard.xml"))))) {
            var schema = value(shape, "schema");
            if (schema != null) file("xsd/" + standard + "/" + schema, null);
        }
    }

    boolean element(QName name) { return elements.contains(name); }

    boolean attribute(QName name) { return attributes.contains(name); }

    boolean namespace(String uri) { return namespaces.contains(uri); }

    /** A type or nil may be said of an element; where its schema lies may not. */
    boolean instance(String name) { return INSTANCE.contains(name); }

    /** @param including the namespace of whoever includes it, which a schema without one takes on */
    private void file(String path, String including) {
        path = java.nio.file.Path.of(path).normalize().toString();
        if (!read.add(path + " " + including)) return;
        var bytes = shelf.find(path);
        if (bytes.isEmpty()) return;
        var schema = Saxon.root(Saxon.tree(bytes.get()));
        var own = value(schema, "targetNamespace");
        var namespace = own == null ? including == null ? "" : including : own;
        namespaces.add(namespace);
        walk(schema, path, namespace, "qualified".equals(value(schema, "elementFormDefault")), "qualified".equals(value(schema, "attributeFormDefault")), true);
    }

    private void walk(XdmNode node, String path, String namespace, boolean qualifiedElements, boolean qualifiedAttributes, boolean top) {
        for (var child : Saxon.elements(node)) {
            if (!child.getNodeName().getNamespaceURI().equals(XS)) continue;
            var name = value(child, "name");
            switch (child.getNodeName().getLocalName()) {
                case "include", "import", "redefine" -> {
                    var location = value(child, "schemaLocation");
                    boolean include = !child.getNodeName().getLocalName().equals("import");
                    if (location != null) file(path.substring(0, path.lastIndexOf('/') + 1) + location, include ? namespace : null);
                }
                case "element" -> { if (name != null) elements.add(new QName(top || qualified(child, qualifiedElements) ? namespace : "", name)); }
                case "attribute" -> { if (name != null) attributes.add(new QName(top || qualified(child, qualifiedAttributes) ? namespace : "", name)); }
                default -> { }
            }
            walk(child, path, namespace, qualifiedElements, qualifiedAttributes, false);
        }
    }

    private static boolean qualified(XdmNode declaration, boolean byDefault) {
        var form = value(declaration, "form");
        return form == null ? byDefault : form.equals("qualified");
    }

    private static String value(XdmNode node, String attribute) {
        return node.getAttributeValue(new net.sf.saxon.s9api.QName(attribute));
    }
}
