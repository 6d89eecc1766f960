package tearline.engine.marking;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines of a CUI designation indicator that say what a bare CUI banner leaves out: its categories and its
 * dissemination controls. Who controls it and whom to ask says nothing about access.
 */
final class DesignationBlock {

    private static final Pattern LINE = Pattern.compile(
            "(?i)(?:CUI (categor(?:y|ies))|(?:(?:Distribution *[/-] *|Limited )?Dissemination Controls?|LDCs?)) ?: ?(.+)");
    private static final Pattern BETWEEN = Pattern.compile(" ?[,;/] ?");
    private static final Set<String> NONE = Set.of("NONE", "N/A", "NA", "-");

    private final MarkParser parser = new MarkParser();

    /** The mark behind one line of the block; a value that is not known admits nobody. */
    Optional<Mark> read(String line) {
        Matcher field = LINE.matcher(line);
        if (!field.matches()) {
            return Optional.empty();
        }
        String value = Normalizer.mark(field.group(2).strip()).text();
        if (NONE.contains(value)) {
            return Optional.of(parser.parse("CUI"));
        }
        List<String> values = Arrays.asList(BETWEEN.split(value));
        boolean release = value.startsWith("REL TO") || value.startsWith("DISPLAY ONLY");       // its commas are between countries
        return Optional.of(parser.parse("CUI//" + (release ? value : String.join("/", values))));
    }
}
