package tearline.engine.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.xml.Saxon;

/** The page of the configuration: every element and attribute that its schema allows, in the order in which they are written. */
final class ConfigurationPage {

    private static final String HEAD = """
            # Configuration

            <!-- Made from gateway/engine/src/main/resources/tearline/engine/config/configuration.xsd by ReferencePagesTest. Change that, not this. -->

            A configuration is a folder: `gateway.xml`, `partners/NAME.xml`, `policies/NAME.xml` where several agreements share an
            allow-list, `secrets/` and `messages/`. All files are in the namespace `https://tearline.example/configuration/1.0`.
            `tearline config check FOLDER` tells every mistake at once. A change takes effect at a restart.

            *Secrets* are never written here: an attribute says `file:PATH`, relative to the folder, or `env:NAME`.
            Elements stand in the order of their table.
            """;

    /** Types of which a reader need not know more than that. */
    private static final Set<String> PLAIN = Set.of("Text", "Prose");

    private final Map<String, XdmNode> types = new LinkedHashMap<>();
    private final List<XdmNode> roots = new ArrayList<>();
    /** Where each complex type is described: the first element that has it. */
    private final Map<String, String> described = new LinkedHashMap<>();
    private final StringBuilder page = new StringBuilder(HEAD);

    ConfigurationPage(byte[] schema) {
        for (var child : Saxon.elements(Saxon.root(Saxon.tree(schema)))) {
            if (child.getNodeName().getLocalName().equals("element")) roots.add(child);
            else types.put(attribute(child, "name"), child);
        }
    }

    String text() {
        for (var root : roots) describe(attribute(root, "name"), root, 2);
        return page.toString();
    }

    private void describe(String path, XdmNode element, int depth) {
        var type = types.get(attribute(element, "type"));
        described.put(attribute(type, "name"), path);
        page.append('\n').append("#".repeat(depth)).append(" `").append(path).append("`\n\n");
        page.append(saying(element, type)).append('\n');
        var attributes = found(type, "attribute");
        if (!attributes.isEmpty()) {
            page.append("\n| attribute | needed | value | meaning |\n|---|---|---|---|\n");
            for (var one : attributes) {
                page.append("| `").append(attribute(one, "name")).append("` | ").append("required".equals(attribute(one, "use")) ? "yes" : "")
                        .append(" | ").append(values(attribute(one, "type"))).append(" | ").append(documentation(one)).append(" |\n");
            }
        }
        var elements = found(type, "element");
        if (elements.isEmpty()) return;
        page.append("\n| element | how often | meaning |\n|---|---|---|\n");
        var next = new ArrayList<XdmNode>();
        for (var one : elements) {
            page.append("| `").append(attribute(one, "name")).append("` | ").append(often(one)).append(" | ").append(meaning(one)).append(" |\n");
            if (isComplex(one) && described.putIfAbsent(attribute(one, "type"), path + "/" + attribute(one, "name")) == null) next.add(one);
        }
        for (var one : next) describe(path + "/" + attribute(one, "name"), one, 3);
    }

    private String meaning(XdmNode element) {
        if (!isComplex(element)) return documentation(element) + " Holds " + values(attribute(element, "type")) + ".";
        var said = described.get(attribute(element, "type"));
        return saying(element, types.get(attribute(element, "type"))) + (said == null ? "" : " Like `" + said + "`.");
    }

    /** What an element says of itself goes before what its type says of all that have it. */
    private static String saying(XdmNode element, XdmNode type) {
        var own = documentation(element);
        return own.isEmpty() ? documentation(type) : own;
    }

    private boolean isComplex(XdmNode element) {
        var type = types.get(attribute(element, "type"));
        return type != null && type.getNodeName().getLocalName().equals("complexType");
    }

    /** What a value may be: the words, or the sentence that completes "must be". */
    private String values(String name) {
        var type = types.get(name);
        if (type == null || PLAIN.contains(name)) return "text";
        var words = words(name).stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
        var sentence = documentation(type);
        if (words.isEmpty()) return sentence.isEmpty() ? "words, with blanks between" : sentence;
        if (!sentence.isEmpty()) return sentence + ": " + words;
        return (isList(type) ? "any of these, with blanks between: " : "") + words;
    }

    private List<String> words(String name) {
        var type = types.get(name);
        if (type == null) return List.of();
        var words = new ArrayList<String>();
        for (var one : found(type, "enumeration")) words.add(attribute(one, "value"));
        for (var one : found(type, "list")) words.addAll(words(attribute(one, "itemType")));
        for (var one : found(type, "restriction")) words.addAll(words(attribute(one, "base")));
        return words;
    }

    private static boolean isList(XdmNode type) {
        return !found(type, "list").isEmpty();
    }

    private static String often(XdmNode element) {
        var group = element.getParent();
        boolean choice = group.getNodeName().getLocalName().equals("choice");
        boolean optional = choice || "0".equals(attribute(element, "minOccurs"));
        boolean many = "unbounded".equals(attribute(choice ? group : element, "maxOccurs"));
        return optional ? many ? "any number" : "0 or 1" : many ? "1 or more" : "1";
    }

    private static String documentation(XdmNode node) {
        for (var child : Saxon.elements(node)) {
            if (child.getNodeName().getLocalName().equals("annotation")) return child.getStringValue().strip().replaceAll("\\s+", " ").replace("|", "\\|");
        }
        return "";
    }

    /** In document order, below any groups; an element has no inline type, so nothing deeper is found. */
    private static List<XdmNode> found(XdmNode node, String name) {
        var found = new ArrayList<XdmNode>();
        for (var child : Saxon.elements(node)) {
            if (child.getNodeName().getLocalName().equals(name)) found.add(child);
            else found.addAll(found(child, name));
        }
        return found;
    }

    private static String attribute(XdmNode node, String name) {
        return node.getAttributeValue(new QName(name));
    }
}
