package tearline.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tearline.engine.Code;
import tearline.engine.Finding;
import tearline.engine.Severity;

/**
 * Holds a document against the JSON Schema of its standard: names, arrays and kinds of value; what values may be the XML schema says.
 * A validator of the shelf expands every path through our 170 types, which are recursive, and runs out of memory.
 */
public final class JsonFindings {

    private static final int MOST = 100;
    private final JsonShape shape;
    private final String standard;
    private final List<Finding> findings = new ArrayList<>();

    private JsonFindings(JsonShape shape, String standard) {
        this.shape = shape;
        this.standard = standard;
    }

    /** In our own prefixes. Never a value, and no name but those of the pointer. */
    public static List<Finding> of(JsonValue document, JsonShape shape, String standard) {
        var all = new JsonFindings(shape, standard);
        document.members().forEach((name, value) -> {
            if (name.startsWith("@") && !name.equals("@context")) all.add(value, "a property stands here that is not known", "Leave it out, or check its name and its prefix in the @context.");
            else if (!name.startsWith("@")) all.object(value, shape.root(name));
        });
        return all.findings;
    }

    private void property(JsonValue value, JsonNode property) {
        if (value.items() == null) {
            object(value, shape.definitionOf(property));
        } else if (!shape.isRepeatable(property)) {
            add(value, "an array stands where there can be one value only", "Write the value without an array.");
        } else {
            if (value.items().isEmpty()) add(value, "an array is empty", "Leave the property out.");
            for (var item : value.items()) {
                if (item.items() != null) add(item, "an array stands in an array", "Write one array of all the values.");
                else object(item, shape.definitionOf(property));
            }
        }
    }

    private void object(JsonValue value, JsonNode definition) {
        var properties = shape.propertiesOf(definition);
        boolean simple = properties.has("rdf:value");
        if (value.members() == null) {
            if (simple) kind(value, properties.get("rdf:value"));
            else if (properties.isEmpty()) kind(value, definition);
            else add(value, "a plain value stands where an object is asked for", "Write an object; a plain value belongs into its property rdf:value or into a named one.");
            return;
        }
        if (properties.isEmpty() && definition.has("type")) add(value, "an object stands where a plain value is asked for", "Write the value alone.");
        if (value.members().isEmpty()) add(value, "an object is empty", "Leave the property out, or fill the object.");
        value.members().forEach((name, member) -> {
            var property = properties.get(name);
            if (property == null) add(member, "a property stands here that is not known", "Leave it out, or check its name and its prefix in the @context.");
            else if (property.has("type") && !property.get("type").asText().equals("object")) kind(member, property);
            else if (property.path("$ref").asText().endsWith("/@references")) references(member);
            else property(member, property);
        });
        if (!value.isReference()) for (var name : definition.path("else").path("required")) if (!value.members().containsKey(name.asText())) add(value, "a property is missing here: " + name.asText(), "Add it.");
    }

    private void references(JsonValue value) {
        for (var one : value.items() != null ? value.items() : List.of(value)) if (!one.isReference()) add(one, "a reference is asked for: an object with nothing but the @id of another", "Write {\"@id\": …} and nothing else.");
    }

    private void kind(JsonValue value, JsonNode asked) {
        var type = asked.path("type").asText("string");
        boolean fits = switch (type) {
            case "boolean" -> value.kind() == JsonValue.Kind.TRUTH;
            case "number", "integer" -> value.kind() == JsonValue.Kind.NUMBER;
            default -> value.kind() == JsonValue.Kind.STRING;
        };
        if (!fits) add(value, "the value is no " + type, "Write a " + type + ".");
        if (fits && Set.of("number", "integer").contains(type) && value.text().length() > 100) add(value, "the number is too long", "Write at most 100 digits.");
    }

    private void add(JsonValue place, String message, String advice) {
        if (findings.size() < MOST) findings.add(new Finding(Code.NOT_VALID.id(), Severity.ERROR, place.line(), place.column(), place.pointer(), message, standard + " JSON Schema", advice));
    }
}
