package tearline.engine.marking;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns list names and addresses into partners by the map in the sender's file; an unmapped one is nobody. */
final class Audience {

    /** CAP 1.2 §3.2.1: separated by blanks; what contains blanks stands in quotation marks. */
    private static final Pattern ADDRESS = Pattern.compile("\"([^\"]*)\"|[^\\s\"]+");

    private final Map<String, String> lists = new HashMap<>();

    Audience(Map<String, String> lists) {
        lists.forEach((name, partners) -> this.lists.put(Normalizer.word(name), partners));
    }

    /** The partners of one list, or of several separated by comma or semicolon. */
    Set<String> partnersOf(String text) {
        Set<String> partners = partnersOfOne(text);
        if (partners.isEmpty()) {
            for (String name : text.split("[,;]")) {
                partners.addAll(partnersOfOne(name));
            }
        }
        return partners;
    }

    /** The partners behind the addresses of an alert. */
    Set<String> partnersAt(String addresses) {
        Set<String> partners = new TreeSet<>();
        Matcher matcher = ADDRESS.matcher(addresses == null ? "" : addresses);
        while (matcher.find()) {
            partners.addAll(partnersOfOne(matcher.group(1) == null ? matcher.group() : matcher.group(1)));
        }
        return partners;
    }

    private Set<String> partnersOfOne(String name) {
        Set<String> partners = new TreeSet<>();
        for (String partner : lists.getOrDefault(Normalizer.word(name), "").split("[\\s,]+")) {
            if (!partner.isEmpty()) {
                partners.add(partner);
            }
        }
        return partners;
    }
}
