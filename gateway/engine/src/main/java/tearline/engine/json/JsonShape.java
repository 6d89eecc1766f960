package tearline.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import tearline.engine.xml.Shelf;

/** How a standard looks in JSON: its JSON Schema, its JSON-LD context, and what both say of a document. */
public final class JsonShape {

    private static final JsonMapper JSON = new JsonMapper();
    private final JsonNode schema;
    private final Map<String, String> namespaces = new HashMap<>();

    public JsonShape(Shelf shelf, String schemaPath, String contextPath) {
        try {
            schema = JSON.readTree(shelf.get(schemaPath));
            JSON.readTree(shelf.get(contextPath)).get("@context").properties().forEach(entry -> namespaces.put(entry.getKey(), entry.getValue().asText()));
        } catch (IOException e) {
            throw new IllegalStateException(schemaPath + " or " + contextPath + " cannot be read", e);
        }
    }

    /** The name of what the document holds, or nothing where it is no JSON-LD document with one thing and a context of its own. */
    public static java.util.Optional<QName> root(JsonValue document) {
        var context = document.members().get("@context");
        var names = document.members().keySet().stream().filter(name -> !name.startsWith("@")).toList();
        if (context == null || context.members() == null || names.size() != 1 || !names.get(0).contains(":")) return java.util.Optional.empty();
        var name = names.get(0);
        var namespace = context.members().get(name.substring(0, name.indexOf(':')));
        return namespace == null || namespace.text() == null ? java.util.Optional.empty() : java.util.Optional.of(new QName(namespace.text(), name.substring(name.indexOf(':') + 1)));
    }

    /** The same document in our own prefixes; what its context does not declare keeps its name and is unknown to the schema. */
    public JsonValue inOurPrefixes(JsonValue document) {
        var ours = new HashMap<String, String>();
        namespaces.forEach((prefix, uri) -> ours.put(uri, prefix));
        var names = new HashMap<String, String>();
        document.members().get("@context").members().forEach((prefix, uri) -> names.put(prefix, ours.getOrDefault(uri.text(), "?" + prefix)));
        return renamed(document, names, true);
    }

    private static JsonValue renamed(JsonValue value, Map<String, String> names, boolean top) {
        if (value.items() != null) {
            return new JsonValue(value.kind(), null, value.items().stream().map(item -> renamed(item, names, false)).toList(), null, value.pointer(), value.line(), value.column());
        }
        if (value.members() == null) return value;
        Map<String, JsonValue> members = new LinkedHashMap<>();
        value.members().forEach((name, member) -> {
            int colon = name.indexOf(':');
            var prefix = colon < 0 ? "" : name.substring(0, colon);
            var own = prefix.isEmpty() || prefix.equals("xml") ? name : names.getOrDefault(prefix, "?" + prefix) + name.substring(colon);
            members.put(own, top && name.equals("@context") ? member : renamed(member, names, false));
        });
        return new JsonValue(value.kind(), members, null, null, value.pointer(), value.line(), value.column());
    }

    /** Whether the schema lets the property be repeated. */
    boolean isRepeatable(JsonNode property) {
        return property.has("anyOf");
    }

    JsonNode propertiesOf(JsonNode definition) {
        if (definition.has("properties")) return definition.get("properties");
        for (var branch : definition.path("anyOf")) if (branch.has("properties")) return branch.get("properties");
        return JSON.createObjectNode();
    }

    /** The definition of a property of the schema: itself, or what it points at. */
    JsonNode definitionOf(JsonNode property) {
        var pointed = property.has("$ref") ? property : property.path("anyOf").path(0);
        return schema.at(pointed.path("$ref").asText("#").substring(1));
    }

    JsonNode root(String name) {
        return definitionOf(schema.get("properties").path(name));
    }

    String namespace(String prefix) {
        return prefix.equals("xml") ? javax.xml.XMLConstants.XML_NS_URI : namespaces.getOrDefault(prefix, "");
    }

    Map<String, String> namespaces() {
        return namespaces;
    }
}
