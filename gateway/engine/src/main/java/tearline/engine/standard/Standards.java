package tearline.engine.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;

/** Every standard on the shelf, found by name or by the root element of a document. */
public final class Standards {

    /** What a root element is: a shape of a standard, or refused by name. */
    public record Match(Standard standard, Standard.Shape shape, boolean isMessage) {}

    private static final String NAMESPACE = "https://tearline.example/standard/1.0";
    private final Map<String, Standard> byName = new LinkedHashMap<>();
    private final Map<QName, Match> byRoot = new HashMap<>();
    private final Map<QName, Match> byJsonRoot = new HashMap<>();
    private final Map<QName, String> refused = new HashMap<>();

    public Standards(Shelf shelf) {
        for (var folder : shelf.foldersWith("xsd", "standard.xml")) add(read(shelf, "xsd/" + folder));
    }

    public Optional<Standard> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Standard get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No standard is called " + name));
    }

    public List<Standard> list() {
        return List.copyOf(byName.values());
    }

    public Optional<Match> matching(QName root) {
        return Optional.ofNullable(byRoot.get(root));
    }

    /** The same where the document is JSON. */
    public Optional<Match> matchingJson(QName root) {
        return Optional.ofNullable(byJsonRoot.get(root));
    }

    /** Why a root is refused by name, e.g. another EDXL standard; the whole namespace may be. */
    public Optional<String> refusal(QName root) {
        return Optional.ofNullable(refused.getOrDefault(root, refused.get(new QName(root.getNamespaceURI(), "*"))));
    }

    private void add(Standard standard) {
        byName.put(standard.name(), standard);
        for (var shape : standard.shapes()) shape.roots().forEach((root, message) -> (standard.json().isPresent() ? byJsonRoot : byRoot).put(root, new Match(standard, shape, message)));
        refused.putAll(standard.refused());
    }

    private static Standard read(Shelf shelf, String folder) {
        try {
            var root = Saxon.root(Saxon.tree(shelf.get(folder + "/standard.xml")));
            if (attribute(root, "like") != null) return like(read(shelf, "xsd/" + attribute(root, "like")), root, folder);
            var prefixes = prefixes(root);
            var shapes = new ArrayList<Standard.Shape>();
            for (var shape : children(root, "shape")) {
                var roots = new LinkedHashMap<QName, Boolean>();
                for (var one : children(shape, "root")) roots.put(name(attribute(one, "name"), prefixes), !"no".equals(attribute(one, "message")));
                shapes.add(new Standard.Shape(attribute(shape, "name"), folder + "/" + attribute(shape, "schema"), roots));
            }
            var refused = new LinkedHashMap<QName, String>();
            for (var one : children(root, "refuse")) refused.put(name(attribute(one, "root"), prefixes), attribute(one, "because"));
            var facts = facts(child(root, "facts").orElseThrow(), prefixes);
            var parts = child(root, "envelope").map(envelope -> query(children(envelope, "part"), prefixes));
            return new Standard(attribute(root, "name"), Standard.Kind.valueOf(attribute(root, "kind").toUpperCase(java.util.Locale.ROOT)), attribute(root, "title"),
                    children(root, "media-type").stream().map(XdmNode::getStringValue).toList(), List.copyOf(shapes), Map.copyOf(refused), facts, parts, child(root, "envelope").stream().flatMap(envelope -> children(envelope, "part").stream()).anyMatch(part -> "parent".equals(attribute(part, "within"))),
                    children(root, "rules").stream().map(rules -> folder + "/" + attribute(rules, "file")).toList(),
                    child(root, "mend").map(mend -> folder + "/" + attribute(mend, "stylesheet")), Optional.empty());
        } catch (RuntimeException e) {
            throw new IllegalStateException(folder + "/standard.xml cannot be read: " + e.getMessage(), e);
        }
    }

    /** The other's shapes, facts and rules under a name of its own; what the other refuses by name is refused already. */
    private static Standard like(Standard other, XdmNode own, String folder) {
        var json = child(own, "json").map(one -> new Standard.Json(folder + "/" + attribute(one, "schema"), folder + "/" + attribute(one, "context")));
        return new Standard(attribute(own, "name"), other.kind(), attribute(own, "title"), children(own, "media-type").stream().map(XdmNode::getStringValue).toList(),
                other.shapes(), Map.of(), other.facts(), other.parts(), other.partsWithinParent(), other.ruleFiles(), other.mend(), json);
    }

    private static FactQueries facts(XdmNode facts, Map<String, String> prefixes) {
        var queries = new FactQueries();
        for (var fact : Saxon.elements(facts)) {
            var name = fact.getNodeName().getLocalName();
            if (name.equals("identity")) {
                for (var key : children(fact, "key")) queries.addKey(new FactQueries.Query(attribute(key, "select"), prefixes), "instant".equals(attribute(key, "as")));
            } else {
                if (name.equals("sequence")) queries.remember(attribute(fact, "rule"));
                if (name.equals("sent") && attribute(fact, "rule") != null) queries.holdAgainst(new FactQueries.Clock(attribute(fact, "rule"), attribute(fact, "clause")));
                queries.put(name, new FactQueries.Query(attribute(fact, "select"), prefixes));
            }
        }
        return queries;
    }

    private static FactQueries.Query query(List<XdmNode> parts, Map<String, String> prefixes) {
        return new FactQueries.Query(String.join(" | ", parts.stream().map(part -> "(" + attribute(part, "select") + ")").toList()), prefixes);
    }

    private static Map<String, String> prefixes(XdmNode element) {
        var prefixes = new HashMap<String, String>();
        var namespaces = element.axisIterator(Axis.NAMESPACE);
        while (namespaces.hasNext()) {
            var node = namespaces.next();
            if (node.getNodeName() != null) prefixes.put(node.getNodeName().getLocalName(), node.getStringValue());
        }
        return prefixes;
    }

    private static QName name(String lexical, Map<String, String> prefixes) {
        int colon = lexical.indexOf(':');
        if (colon < 0) return new QName(lexical);
        var prefix = lexical.substring(0, colon);
        if (!prefixes.containsKey(prefix)) throw new IllegalArgumentException("prefix '" + prefix + "' is not declared");
        return new QName(prefixes.get(prefix), lexical.substring(colon + 1));
    }

    private static Optional<XdmNode> child(XdmNode parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    private static List<XdmNode> children(XdmNode parent, String name) {
        return Saxon.elements(parent).stream().filter(node -> node.getNodeName().getLocalName().equals(name) && node.getNodeName().getNamespaceURI().equals(NAMESPACE)).toList();
    }

    private static String attribute(XdmNode element, String name) {
        return element.getAttributeValue(new net.sf.saxon.s9api.QName(name));
    }
}
