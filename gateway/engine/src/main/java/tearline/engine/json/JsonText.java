package tearline.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tearline.engine.Code;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.Severity;

/** The one way in which JSON of others is read: bounded depth, no name twice, nothing that XML could not say. */
public final class JsonText {

    private static final JsonFactory FACTORY = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(1000).maxStringLength(Integer.MAX_VALUE).build()).build();

    private final JsonParser parser;
    private final int deepest;

    private JsonText(JsonParser parser, int deepest) {
        this.parser = parser;
        this.deepest = deepest;
    }

    /** Whether the first thing that stands there opens an object; no XML begins like that. */
    public static boolean opensHere(byte[] bytes) {
        int at = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF ? 3 : 0;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) at++;
        return at < bytes.length && bytes[at] == '{';
    }

    /** Throws a refusal where the bytes are no JSON that we take. */
    public static JsonValue read(byte[] bytes, int deepest) {
        try (var parser = FACTORY.createParser(bytes)) {
            parser.nextToken();
            var value = new JsonText(parser, deepest).value("", 1);
            if (parser.nextToken() != null) throw refusal(Code.NOT_WELL_FORMED, parser, "something stands behind the end of the document");
            return value;
        } catch (StreamConstraintsException e) {
            throw refusal(Code.TOO_DEEP, at(e)[0], at(e)[1], "a limit of the reader is passed here");
        } catch (JsonProcessingException e) { // its message quotes the document: not repeated
            throw refusal(Code.NOT_WELL_FORMED, at(e)[0], at(e)[1], "the document stops being JSON here, or a name stands twice in an object");
        } catch (IOException e) {
            throw refusal(Code.NOT_WELL_FORMED, -1, -1, "the bytes are not in an encoding of JSON");
        }
    }

    private JsonValue value(String pointer, int depth) throws IOException {
        if (depth > deepest) throw refusal(Code.TOO_DEEP, parser, "objects are nested deeper than the configuration allows");
        var here = parser.currentTokenLocation();
        int line = here.getLineNr(), column = here.getColumnNr();
        var token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var name = parser.currentName();
                parser.nextToken();
                members.put(name, value(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), depth + 1));
            }
            return new JsonValue(JsonValue.Kind.OBJECT, members, null, null, pointer, line, column);
        }
        if (token == JsonToken.START_ARRAY) {
            List<JsonValue> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) items.add(value(pointer + "/" + items.size(), depth + 1));
            return new JsonValue(JsonValue.Kind.ARRAY, null, items, null, pointer, line, column);
        }
        if (token == JsonToken.VALUE_NULL) return new JsonValue(JsonValue.Kind.NULL, null, null, null, pointer, line, column);
        var kind = token == JsonToken.VALUE_STRING ? JsonValue.Kind.STRING : token.isNumeric() ? JsonValue.Kind.NUMBER : JsonValue.Kind.TRUTH;
        var text = parser.getText();
        if (!text.codePoints().allMatch(JsonText::isXml)) throw refusal(Code.NOT_WELL_FORMED, line, column, "a character stands here that no XML can hold");
        return new JsonValue(kind, null, null, text, pointer, line, column);
    }

    /** XML 1.0, production 2. */
    private static boolean isXml(int c) {
        return c == 9 || c == 10 || c == 13 || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    private static int[] at(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null ? new int[] {-1, -1} : new int[] {location.getLineNr(), location.getColumnNr()};
    }

    private static Refusal refusal(Code code, JsonParser parser, String message) {
        return refusal(code, parser.currentLocation().getLineNr(), parser.currentLocation().getColumnNr(), message);
    }

    private static Refusal refusal(Code code, int line, int column, String message) {
        return new Refusal(code, List.of(new Finding("JSON", Severity.ERROR, line, column, "", message, "RFC 8259", "")));
    }
}
