package tearline.engine.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tearline.common.Redaction;
import tearline.engine.marking.Dominance;

/** What a release says of its own redaction where a policy lets the categories be told: which and why, never a value, a length or a number of fields. */
final class Manifest {

    private static final Set<String> AGREED = Set.of("NOT-AGREED", "GENERALIZED", "LINK", "SWEPT", Dominance.NO_AGREEMENT);

    private Manifest() {}

    /** What others withheld before us, and what we did, in the words of {@code sarx:RedactionReasonCode}. */
    static List<Redaction> of(List<Redaction> before, List<Release.Withheld> withheld) {
        var told = new ArrayList<>(before);
        for (var one : withheld) {
            var redaction = new Redaction();
            redaction.setCategory(one.category());
            redaction.setReason(reason(one));
            told.add(redaction);
        }
        return told;
    }

    /** One, the strongest: the marks that stood there are nobody's business. */
    private static String reason(Release.Withheld one) {
        if (one.reasons().contains("PRIVACY")) return "PRIVACY_FIELD";
        if (one.category().equals("attachment")) return "ATTACHMENT";
        if (one.reasons().contains(Dominance.THIRD_AGENCY)) return "ORIGINATOR_CONTROL";
        if (one.reasons().equals(Set.of("SWEPT"))) return "FREE_TEXT";
        return AGREED.containsAll(one.reasons()) ? "AGREEMENT" : "MARKING";
    }
}
