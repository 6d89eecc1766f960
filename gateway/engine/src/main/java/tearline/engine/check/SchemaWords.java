package tearline.engine.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says in our words what a validator complains of, and what to do about it. It repeats names, lists and bounds of the schema, which stand
 * at the end of a complaint, and never what was found instead, which comes from the document.
 */
final class SchemaWords {

    private static final int MOST = 8;
    private static final int LONGEST = 240;
    private static final int TAIL = 4000;
    private static final Pattern ELEMENTS = Pattern.compile("One of '\\{(.*)}' is expected\\.$", Pattern.DOTALL);
    private static final Pattern WILDCARD = Pattern.compile("WC\\[[^\\]]*]");
    private static final Pattern ATTRIBUTE = Pattern.compile("Attribute '([^']*)'(?: belonging to namespace '[^']*',)? must appear on element '[^']*'\\.$");
    /** Up to the end, the last that fits: a value that looks like the end of a complaint stands before it. */
    private static final Pattern FACET = Pattern.compile(".*(?:enumeration '\\[(.*)]'\\. It must be a value from the enumeration|pattern '(.*)' for type '[^']*'"
            + "|(?:Length|Inclusive|Exclusive) '([^']*)' for type '[^']*'|limited to (\\d+))\\.$", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile(".* for '([A-Za-z0-9]+)'\\.$", Pattern.DOTALL);
    private static final Map<String, String> TYPES = Map.of(
            "dateTime", "Write a date and time like 2026-05-24T16:49:00-07:00.",
            "date", "Write a date like 2026-05-24.",
            "time", "Write a time like 16:49:00-07:00.",
            "decimal", "Write a number, with a point before its fraction.",
            "integer", "Write a whole number.",
            "boolean", "Write true or false.",
            "anyURI", "Write an address without blanks; encode other signs.",
            "base64Binary", "Encode the content in base64.",
            "language", "Write a language like en-US.",
            "NCName", "Write a name that begins with a letter, without blanks and colons.");
    private static final SchemaWords OTHER = new SchemaWords("this does not fit the schema", "", "Look up in the schema what may stand here.");
    private static final Map<String, SchemaWords> BY_COMPLAINT = read();

    private final String sentence;
    private final String advice;
    private final String otherwise;

    private SchemaWords(String sentence, String advice, String otherwise) {
        this.sentence = sentence;
        this.advice = advice;
        this.otherwise = otherwise;
    }

    static SchemaWords of(String complaint) {
        return BY_COMPLAINT.getOrDefault(complaint, OTHER);
    }

    String sentence() {
        return sentence;
    }

    /** @param complaint the validator's whole message */
    String advice(String complaint) {
        if (!advice.contains("{}")) return advice.isEmpty() ? otherwise : advice;
        var named = named(complaint);
        if (named.startsWith("\\d\\d\\d\\d-\\d\\d-\\d\\dT")) return TYPES.get("dateTime");
        return named.isEmpty() || named.length() > LONGEST ? otherwise : advice.replace("{}", named);
    }

    private static String named(String complaint) {
        var elements = ELEMENTS.matcher(complaint);
        if (complaint.startsWith("cvc-complex-type.2.4") && elements.find()) return elements(elements.group(1));
        var attribute = ATTRIBUTE.matcher(complaint);
        if (complaint.startsWith("cvc-complex-type.4:") && attribute.find()) return attribute.group(1);
        var tail = complaint.substring(Math.max(0, complaint.length() - TAIL)); // a value may be as long as a message
        var facet = FACET.matcher(tail);
        if (facet.matches()) {
            if (facet.group(1) != null) return list(List.of(facet.group(1).split(", ")));
            return facet.group(2) != null ? facet.group(2) : facet.group(3) != null ? plain(facet.group(3)) : facet.group(4);
        }
        var type = TYPE.matcher(tail);
        return type.matches() ? TYPES.getOrDefault(type.group(1), "") : "";
    }

    /** Their local names; neither wildcards nor the places that NIEM keeps for augmentations say what to send. */
    private static String elements(String names) {
        return list(Stream.of(WILDCARD.matcher(names).replaceAll("").split(", ")).map(name -> name.replaceAll("^\"?.*[\":](?=[^:\"]+$)", "").replace("\"", ""))
                .filter(name -> !name.isBlank() && !name.endsWith("AugmentationPoint")).toList());
    }

    private static String list(List<String> all) {
        return String.join(", ", all.subList(0, Math.min(MOST, all.size()))) + (all.size() > MOST ? ", …" : "");
    }

    /** A double is told as 1.0E2. */
    private static String plain(String bound) {
        try {
            return new BigDecimal(bound).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException aDate) {
            return bound;
        }
    }

    private static Map<String, SchemaWords> read() {
        var words = new HashMap<String, SchemaWords>();
        try (var lines = new BufferedReader(new InputStreamReader(SchemaWords.class.getResourceAsStream("schema-words.tsv"), UTF_8))) {
            for (var line : lines.lines().toList()) {
                if (line.startsWith("#")) continue;
                var cells = line.split("\t");
                words.put(cells[0], new SchemaWords(cells[1], cells[2], cells.length > 3 ? cells[3] : ""));
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
