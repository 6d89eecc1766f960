package tearline.engine.verify;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tearline.engine.marking.Clearance;
import tearline.engine.marking.Dominance;
import tearline.engine.marking.Label;
import tearline.engine.marking.MarkParser;
import tearline.engine.marking.PortionScanner;

/** Reads the marks that stand on a product and asks the law of marks whether its reader may hold it. */
final class Marks {

    /** Codes of a mark that stand alone in an element (NIEM 6.0 cui.xsd): they mean what they would mean in a banner. */
    private static final Set<String> CODES = Set.of("BasicCategoryMarkingCode", "SpecifiedCategoryMarkingCode", "DocumentMarkingLDCCode", "PortionMarkingLDCCode");
    private static final Pattern SEVERAL = Pattern.compile(" \\+ |; ");
    private final PortionScanner scanner = new PortionScanner();
    private final MarkParser parser = new MarkParser();
    private final Dominance dominance = new Dominance();

    /** A held letter is no mark yet: the redactor has kept it from everybody where it stands in text. */
    boolean forbidden(Run run, Clearance clearance, boolean lowersPrivacy) {
        if (CODES.contains(run.name())) return forbidden("CUI//" + run.text().strip(), clearance, lowersPrivacy);
        if (run.attribute() && run.name().equals("mark")) {
            for (var one : run.text().split(" \\+ ")) if (forbidden(one, clearance, lowersPrivacy)) return true;
            return false;
        }
        if (run.attribute()) return false;
        // The banner, and what the sender had written (CAP 1.2 §3.2.1).
        if (run.name().equals("restriction")) return List.of(run.text().split("; ")).stream().anyMatch(one -> lines(one, clearance));
        return lines(run.text(), clearance);
    }

    /** Several banners in one line are several marks. */
    private boolean lines(String text, Clearance clearance) {
        if (!mayHoldMark(text)) return false;
        var lines = text.length() < 400 && text.chars().noneMatch(Character::isLowerCase) ? SEVERAL.split(text) : new String[] {text};
        for (var line : lines) if (holdsForbidden(line, clearance)) return true;
        return false;
    }

    private boolean holdsForbidden(String text, Clearance clearance) {
        for (var portion : scanner.scan(text)) {
            if (portion.held()) continue;
            var label = portion.under(Label.PUBLIC);
            if (!label.equals(Label.PUBLIC) && refused(label, clearance)) return true;
        }
        return false;
    }

    /** The mark of a field stays on what a declared downgrade leaves of it. */
    private boolean forbidden(String mark, Clearance clearance, boolean lowersPrivacy) {
        var label = parser.parse(mark).label();
        return refused(lowersPrivacy ? label.withoutPrivacy() : label, clearance);
    }

    /** Who stands on a list is said in the sender's file and never on the product: that was asked when it was redacted. */
    private boolean refused(Label label, Clearance clearance) {
        return dominance.reasons(label, clearance).stream().anyMatch(reason -> !reason.equals(Dominance.DISSEMINATION_LIST));
    }

    private static boolean mayHoldMark(String text) {
        if (text.indexOf('(') >= 0 || text.indexOf('[') >= 0 || text.indexOf('\uFF08') >= 0 || text.indexOf('\uFF3B') >= 0) return true;
        return text.length() < 400 && text.chars().noneMatch(Character::isLowerCase) && text.chars().anyMatch(Character::isUpperCase);
    }
}
