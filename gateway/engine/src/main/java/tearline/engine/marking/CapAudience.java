package tearline.engine.marking;

import java.util.Locale;
import java.util.Map;

/** The label that scope, restriction and addresses of a CAP alert give to the whole alert (CAP 1.2 §3.2.1). */
public final class CapAudience {

    private final MarkParser marks;
    private final Audience audience;

    /** @see MarkParser#MarkParser(Map, Map) */
    public CapAudience(Map<String, String> words, Map<String, String> lists) {
        this.marks = new MarkParser(words, lists);
        this.audience = new Audience(lists);
    }

    /** Join it with what the alert's texts say: scope Public launders no mark found there. Absent values may be null. */
    public Label label(String scope, String restriction, String addresses) {
        return switch (scope == null ? "" : scope.strip().toLowerCase(Locale.ROOT)) {
            // a restriction on a Public alert contradicts it: the stricter of the two
            case "public" -> blank(restriction) ? Label.PUBLIC : restricted(restriction);
            case "restricted" -> restricted(restriction);
            case "private" -> addressed(restriction, addresses);
            default -> Label.unknown("NO-SCOPE");
        };
    }

    private Label restricted(String restriction) {
        return blank(restriction) ? Label.unknown("NO-RESTRICTION") : Label.UNCLASSIFIED.join(marks.parse(restriction).label());
    }

    private Label addressed(String restriction, String addresses) {
        Label few = Label.UNCLASSIFIED.addressedTo(audience.partnersAt(addresses));
        return blank(restriction) ? few : few.join(restricted(restriction));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
