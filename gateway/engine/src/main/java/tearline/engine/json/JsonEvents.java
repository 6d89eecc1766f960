package tearline.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.LocatorImpl;

/** Tells a JSON-LD document as XML: properties in the order of the schema, in the elements that hold them there. Lines are those of the JSON. */
public final class JsonEvents {

    private static final String STRUCTURES = "structures";
    private static final Set<String> ON_ANY_OBJECT = Set.of("@id", "structures:uri", "structures:appliesToParent", "nc:metadataRef", "cui:portionMarkingMetadataRef");

    private final JsonShape shape;
    private final ContentHandler handler;
    private final LocatorImpl locator = new LocatorImpl();

    public JsonEvents(JsonShape shape, ContentHandler handler) {
        this.shape = shape;
        this.handler = handler;
    }

    /** The document must be in our own prefixes. What the schema does not know is told too, in elements of no namespace, so that marks in it are seen. */
    public void tell(JsonValue document) throws SAXException {
        var name = document.members().keySet().stream().filter(key -> !key.startsWith("@")).findFirst().orElseThrow();
        handler.setDocumentLocator(locator);
        handler.startDocument();
        for (var namespace : shape.namespaces().entrySet()) handler.startPrefixMapping(namespace.getKey(), namespace.getValue());
        handler.startPrefixMapping("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);
        element(name, document.members().get(name), shape.root(name));
        handler.endDocument();
    }

    private void element(String name, JsonValue value, JsonNode definition) throws SAXException {
        if (value.items() != null) {
            for (var item : value.items()) element(name, item, definition);
            return;
        }
        var properties = shape.propertiesOf(definition);
        boolean simple = properties.has("rdf:value");
        at(value);
        start(name, attributes(value, simple));
        if (value.text() != null) text(value.text());
        else if (simple && value.members() != null && value.members().get("rdf:value") != null && value.members().get("rdf:value").text() != null) text(value.members().get("rdf:value").text());
        else if (value.members() != null && !simple) children(value, properties);
        at(value);
        end(name);
    }

    private void children(JsonValue value, JsonNode properties) throws SAXException {
        String open = "";
        for (var property : properties.properties()) {
            var member = value.members().get(property.getKey());
            if (member == null || ON_ANY_OBJECT.contains(property.getKey())) continue;
            var in = property.getValue().path("in").asText("");
            at(value);
            if (!open.equals(in)) {
                if (!open.isEmpty()) end(open);
                if (!in.isEmpty()) start(in, new AttributesImpl());
                open = in;
            }
            element(property.getKey(), member, shape.definitionOf(property.getValue()));
        }
        if (!open.isEmpty()) end(open);
        for (var member : value.members().entrySet()) {
            if (!properties.has(member.getKey()) && !member.getKey().startsWith("@")) unknown(member.getValue());
        }
    }

    private void unknown(JsonValue value) throws SAXException {
        at(value);
        handler.startElement("", "unknown", "unknown", new AttributesImpl());
        if (value.text() != null) text(value.text());
        for (var inner : value.members() != null ? value.members().values() : value.items() != null ? value.items() : List.<JsonValue>of()) unknown(inner);
        handler.endElement("", "unknown", "unknown");
    }

    private AttributesImpl attributes(JsonValue value, boolean simple) {
        var attributes = new AttributesImpl();
        if (value.members() == null) return attributes;
        if (value.isReference()) {
            add(attributes, STRUCTURES + ":ref", value.members().get("@id").text().substring(1));
            attributes.addAttribute(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil", "xsi:nil", "CDATA", "true");
            return attributes;
        }
        for (var member : value.members().entrySet()) {
            var name = member.getKey();
            if (name.equals("rdf:value") || !ON_ANY_OBJECT.contains(name) && !simple) continue;
            var text = references(member.getValue());
            if (name.equals("@id")) add(attributes, text.startsWith("#") ? STRUCTURES + ":id" : STRUCTURES + ":uri", text.startsWith("#") ? text.substring(1) : text);
            else if (name.contains(":") && !name.startsWith("?")) add(attributes, name, name.endsWith("Ref") ? text.replace("#", "") : text);
        }
        return attributes;
    }

    /** A text, or the ids that one or several references name. */
    private static String references(JsonValue value) {
        if (value.text() != null) return value.text();
        var all = new ArrayList<JsonValue>(value.items() != null ? value.items() : List.of(value));
        return all.stream().flatMap(one -> one.members() == null || one.members().get("@id") == null ? Stream.empty() : Stream.ofNullable(one.members().get("@id").text())).collect(Collectors.joining(" "));
    }

    private void add(AttributesImpl attributes, String name, String value) {
        int colon = name.indexOf(':');
        attributes.addAttribute(shape.namespace(name.substring(0, colon)), name.substring(colon + 1), name, "CDATA", value);
    }

    private void start(String name, AttributesImpl attributes) throws SAXException {
        handler.startElement(shape.namespace(name.substring(0, name.indexOf(':'))), name.substring(name.indexOf(':') + 1), name, attributes);
    }

    private void end(String name) throws SAXException {
        handler.endElement(shape.namespace(name.substring(0, name.indexOf(':'))), name.substring(name.indexOf(':') + 1), name);
    }

    private void text(String text) throws SAXException {
        handler.characters(text.toCharArray(), 0, text.length());
    }

    private void at(JsonValue value) {
        locator.setLineNumber(value.line());
        locator.setColumnNumber(value.column());
    }
}
