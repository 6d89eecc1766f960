package tearline.engine.release;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.xml.Saxon;

/** The age of a person as a band of ten years. What else describes the person stays, unless it holds a number that may be the age again. */
final class AgeBand {

    private static final QName UNIT = new QName("unit");
    private static final Pattern AGE = Pattern.compile("\\d{1,3}");
    private static final Pattern YEARS = Pattern.compile("(?i)a|ann|yrs?|years?(?: old)?|years? of age");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private AgeBand() {}

    static boolean isAge(XdmNode leaf) {
        return name(leaf).equals("birthYear") || leaf.getParent() != null && name(leaf.getParent()).equals("age") && Set.of("value", "minimum", "maximum").contains(name(leaf));
    }

    static Optional<String> of(XdmNode leaf, String text) {
        var plain = text.strip();
        if (!isAge(leaf)) return plain.chars().anyMatch(Character::isDigit) ? Optional.empty() : Optional.of(text);
        if (name(leaf).equals("birthYear")) return YEAR.matcher(plain).matches() ? Optional.of(plain.substring(0, 3) + "0") : Optional.empty();
        if (!AGE.matcher(plain).matches() || !inYears(leaf)) return Optional.empty();
        int from = Integer.parseInt(plain) / 10 * 10;
        return Optional.of(switch (name(leaf)) {
            case "minimum" -> String.valueOf(from);
            case "maximum" -> String.valueOf(from + 9);
            default -> from + "–" + (from + 9);
        });
    }

    /** Eight months are no band of years. Without a unit an age is in years. */
    private static boolean inYears(XdmNode leaf) {
        var units = Stream.concat(Stream.ofNullable(leaf.getAttributeValue(UNIT)),
                Saxon.elements(leaf.getParent()).stream().filter(sibling -> name(sibling).equals("unit")).map(XdmNode::getStringValue));
        return units.allMatch(unit -> YEARS.matcher(unit.strip()).matches());
    }

    private static String name(XdmNode node) {
        return node.getNodeName() == null ? "" : node.getNodeName().getLocalName();
    }
}
