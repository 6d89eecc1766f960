package tearline.engine.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tearline.engine.Code;

/** Says what the schema asks for where a document does not fit it: words of our schema alone, for what the validator says of the document is the document's. */
final class SchemaAdvice {

    private static final int MOST_NAMES = 8, MOST_VALUES = 16;
    private static final Pattern EXPECTED = Pattern.compile("One of '\\{(.*?)}' is expected", Pattern.DOTALL);
    private static final Map<String, String> EXAMPLES = Map.of("dateTime", "a date and time such as 2026-11-01T10:00:00-07:00", "date", "a date such as 2026-11-01", "time", "a time such as 10:00:00",
            "decimal", "a number such as 12.5", "integer", "a whole number", "nonNegativeInteger", "a whole number, 0 or more", "positiveInteger", "a whole number above 0",
            "boolean", "true or false", "language", "a language tag such as en-US", "anyURI", "an address such as https://agency.example/page");

    private SchemaAdvice() {}

    /** Never empty: where the schema has no more to say, what to do with the whole. */
    static String of(String key, String message) {
        var said = said(key, message);
        return said.isEmpty() ? Code.NOT_VALID.advice() : said;
    }

    private static String said(String key, String message) {
        return switch (key) {
            case "cvc-complex-type.3.2.2" -> "Leave the attribute out.";
            case "cvc-complex-type.2.4.d", "cvc-complex-type.2.4.e", "cvc-complex-type.2.4.f" -> "Leave the element out, or move it to where it belongs.";
            case "cvc-complex-type.2.1", "cvc-complex-type.2.2", "cvc-complex-type.2.3", "cvc-type.3.1.2" -> "Leave out what stands inside, or move it to where it belongs.";
            case "cvc-enumeration-valid" -> listed(behindLast(message, "enumeration '[", "]'"));
            case "cvc-pattern-valid" -> form(behindLast(message, "with respect to pattern '", "' for type '"));
            case "cvc-datatype-valid.1.2.1" -> example(behindLast(message, "is not a valid value for '", "'"));
            default -> expected(message);
        };
    }

    private static String listed(String values) {
        return values.isEmpty() ? "" : "One of these: " + few(Arrays.asList(values.split(", ")), MOST_VALUES) + ".";
    }

    /** A pattern of digits and a T is a time; what else there is stands as it is, it is short. */
    private static String form(String pattern) {
        if (pattern.contains("T\\d\\d:")) return "Write " + EXAMPLES.get("dateTime") + ": with an offset, and neither Z nor a fraction.";
        return pattern.isEmpty() || pattern.length() > 100 ? "" : "Write it in the form " + pattern + ".";
    }

    private static String example(String type) {
        return EXAMPLES.containsKey(type) ? "Write " + EXAMPLES.get(type) + "." : "";
    }

    private static String expected(String message) {
        var matcher = EXPECTED.matcher(message);
        if (!matcher.find()) return "";
        var names = new ArrayList<String>();
        for (var name : matcher.group(1).split(", ")) names.add(name.replaceAll("^\"?.*[\":](?=[^:\"]+$)", "").replace("\"", ""));
        return "Expected here: " + few(names, MOST_NAMES) + ".";
    }

    private static String few(List<String> names, int most) {
        return String.join(", ", names.subList(0, Math.min(most, names.size()))) + (names.size() > most ? ", …" : "");
    }

    /** What the validator quotes of the schema stands behind what it quotes of the document, so the last place is ours. */
    private static String behindLast(String message, String before, String after) {
        int from = message.lastIndexOf(before);
        if (from < 0) return "";
        int to = message.indexOf(after, from + before.length());
        return to < 0 ? "" : message.substring(from + before.length(), to);
    }
}
