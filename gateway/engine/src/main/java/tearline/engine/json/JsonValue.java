package tearline.engine.json;

import java.util.List;
import java.util.Map;

/**
 * A value of a JSON document that knows where it stands: its pointer (RFC 6901), line and column.
 *
 * @param members of an object, in the order of the document; null for any other value
 * @param items of an array; null for any other value
 * @param text of a string, number or truth as written; null for any other value
 */
public record JsonValue(Kind kind, Map<String, JsonValue> members, List<JsonValue> items, String text, String pointer, int line, int column) {

    /** What JSON knows. */
    public enum Kind { OBJECT, ARRAY, STRING, NUMBER, TRUTH, NULL }

    /** An object that says nothing but which other one it means. */
    public boolean isReference() {
        return kind == Kind.OBJECT && members.size() == 1 && members.containsKey("@id") && members.get("@id").text() != null && members.get("@id").text().startsWith("#");
    }

    /** The pointer of the outermost value that begins there, empty where none does. */
    public String pointerAt(int atLine, int atColumn) {
        if (line == atLine && column == atColumn) return pointer;
        var inner = members != null ? members.values() : items != null ? items : List.<JsonValue>of();
        return inner.stream().map(value -> value.pointerAt(atLine, atColumn)).filter(found -> !found.isEmpty()).findFirst().orElse("");
    }
}
