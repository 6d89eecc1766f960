package tearline.engine.marking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tries marking vectors: lines of input and expectation that say what a marking means, so that others can check us, and we them. */
public final class VectorTrial {

    /** Places where a value hides; they are statements about whole products, which no mark alone can prove. */
    public static final String LEAK = "leak";
    /** The order in which a vector names the partners, a letter each. */
    private static final List<String> ORDER = List.of("FC", "EOC", "EOCL", "FED", "VEND", "UTIL", "GBR", "PUB");
    private static final String SOURCE_DEFAULT = "U//FOUO";
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");
    private static final JsonMapper JSON = new JsonMapper();

    private final PartnerTable partners;
    private final Dominance dominance = new Dominance();
    private final MarkParser marks = new MarkParser();
    private final PortionScanner scanner = new PortionScanner();

    /** One line of a file. */
    public record Vector(String id, String kind, String input, String context, String banner, String portion, String decision) {

        private static Vector of(String line) {
            List<String> cells = new ArrayList<>(Arrays.asList(line.split("\t", -1)));
            while (cells.size() < 7) {
                cells.add("");
            }
            return new Vector(cells.get(0), cells.get(1), unescaped(cells.get(2)), cells.get(3), cells.get(4), cells.get(5), cells.get(6));
        }

        private Map<String, String> expected() {
            return Map.of("banner", banner, "portion", portion, "decision", decision);
        }
    }

    public VectorTrial(PartnerTable partners) {
        List<String> missing = ORDER.stream().filter(id -> !partners.rows().containsKey(id)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the vectors speak of partners that the table does not have: " + String.join(", ", missing));
        }
        this.partners = partners;
    }

    /** The vectors of a tab-separated file with a line of titles. */
    public static List<Vector> read(String file) {
        return file.lines().filter(line -> !line.isBlank()).skip(1).map(Vector::of).toList();
    }

    /** What came out otherwise than the vector expects; empty if it holds. */
    public List<String> failures(Vector vector) {
        Map<String, String> got;
        try {
            got = result(vector);
        } catch (JsonProcessingException | IllegalArgumentException wrong) {
            return List.of("the vector cannot be read");
        }
        List<String> failures = new ArrayList<>();
        got.forEach((what, value) -> {
            String expected = vector.expected().get(what);
            if (!value.equals(expected)) {
                failures.add(what + " is \"" + value + "\", expected \"" + expected + "\"");
            }
        });
        return failures;
    }

    private Map<String, String> result(Vector vector) throws JsonProcessingException {
        JsonNode context = JSON.readTree(vector.context().isBlank() ? "{}" : vector.context());
        Optional<String> given = Optional.of(vector.input()).filter(input -> !input.equals("-"));
        return switch (vector.kind()) {
            case "parse" -> marked(marks.parse(vector.input()));
            case "rollup" -> decided(Label.rollUp(Arrays.stream(vector.input().split(" \\+ ")).map(mark -> marks.parse(mark).label()).toList()));
            case "order" -> Map.of("banner", order(vector.input()));
            case "cap" -> decided(cap(given, context));
            case "edxl" -> decided(new Confidentiality(map(context.path("word_map"))).find(given.orElse(null)).orElse(byDefault(context)));
            case "ism" -> marked(IsmAttributes.read(map(JSON.readTree(vector.input()))));
            case "stix" -> decided(new StixMarkings().find(given.map(ids -> List.of(ids.split(","))).orElse(List.of())).orElse(byDefault(context)));
            case "text" -> text(vector.input(), context);
            default -> throw new IllegalArgumentException(vector.kind());
        };
    }

    private Map<String, String> marked(Mark mark) {
        Map<String, String> result = decided(mark.label());
        result.put("portion", mark.portion());
        return result;
    }

    private Map<String, String> decided(Label label) {
        Map<String, String> result = new LinkedHashMap<>();
        result.put("banner", Banner.of(label));
        result.put("decision", ORDER.stream().map(id -> permits(label, id) ? "P" : "D").collect(Collectors.joining()));
        return result;
    }

    private boolean permits(Label label, String partner) {
        return dominance.permits(label, partners.rows().get(partner).clearance());
    }

    private String order(String input) {
        String[] sides = input.split(" <= ", 2);
        return String.valueOf(marks.parse(sides[0]).label().isAtMost(marks.parse(sides[1]).label()));
    }

    private Label cap(Optional<String> text, JsonNode context) {
        Label audience = new CapAudience(map(context.path("restriction_map")), map(context.path("address_map")))
                .label(word(context, "scope"), word(context, "restriction"), word(context, "addresses"));
        return text.flatMap(scanner::rollUp).map(audience::join).orElse(audience);
    }

    /** Without a marking, and without a sender whose file has a default: unclassified, which is not public. */
    private Label byDefault(JsonNode context) {
        return Optional.ofNullable(word(context, "default")).map(mark -> marks.parse(mark).label()).orElse(Label.UNCLASSIFIED);
    }

    private Map<String, String> text(String text, JsonNode context) {
        String partner = context.path("partner").asText();
        if (!partners.rows().containsKey(partner)) {
            throw new IllegalArgumentException("partner");
        }
        List<Portion> portions = scanner.scan(text);
        Optional<Label> banner = Optional.ofNullable(word(context, "banner")).map(mark -> marks.parse(mark).label());
        Label byDefault = marks.parse(context.path("default").asText(SOURCE_DEFAULT)).label();
        Cut cut = Cut.of(portions, PortionScanner.inherited(portions, banner, byDefault), label -> permits(label, partner));
        String numbers = IntStream.range(0, portions.size()).filter(at -> cut.kept().contains(portions.get(at)))
                .mapToObj(at -> String.valueOf(at + 1)).collect(Collectors.joining(","));
        return Map.of("banner", cut.label().map(Banner::of).orElse(""), "portion", numbers, "decision", cut.outcome().name().toLowerCase(Locale.ROOT));
    }

    private static String word(JsonNode context, String name) {
        return context.hasNonNull(name) ? context.path(name).asText() : null;
    }

    private static Map<String, String> map(JsonNode object) {
        Map<String, String> map = new LinkedHashMap<>();
        object.properties().forEach(field -> map.put(field.getKey(), words(field.getValue())));
        return map;
    }

    private static String words(JsonNode value) {
        List<String> words = new ArrayList<>();
        value.forEach(one -> words.add(one.asText()));
        return value.isArray() ? String.join(" ", words) : value.asText();
    }

    private static String unescaped(String input) {
        Matcher escape = ESCAPE.matcher(input);
        return escape.replaceAll(found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16)))).replace("\\n", "\n");
    }
}
