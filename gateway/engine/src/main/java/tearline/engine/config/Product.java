package tearline.engine.config;

import java.util.Optional;
import java.util.Set;

/**
 * One kind of record in one format, to one door.
 *
 * @param kind            alert, situation or sar
 * @param format          name of a format that this kind can become
 * @param form            form of the format, its first where the file names none; empty where the format has but one
 * @param door            name of one of the agreement's doors
 * @param scopes          CAP scopes covered (Public, Restricted, Private): at least one for alerts, else empty and without effect
 * @param minimumSeverity for alerts: Minor, Moderate, Severe or Extreme; milder ones are not covered, those of unknown severity are. Absent: no such filter
 * @param hazards         for alerts: CAP categories of which one must be there. Empty: no such filter
 * @param profile         a profile that the product should keep; what it lacks is said in the decision
 * @param signed          what leaves is signed with the gateway's key
 * @param when            the mode in which it is owed; always where that is empty
 */
public record Product(String kind, String format, String form, String door,
                      Set<String> scopes, Optional<String> minimumSeverity, Set<String> hazards, Optional<String> profile, boolean signed, When when) {

    /**
     * @param mode    name of one of the agreement's modes, or empty
     * @param purpose one of its purposes, or empty: any
     * @param grants  in place of the agreement's, of which it holds each; absent: the same
     */
    public record When(String mode, String purpose, Optional<Set<String>> grants) {

        public static final When ALWAYS = new When("", "", Optional.empty());
    }

    public Product {
        scopes = Set.copyOf(scopes);
        hazards = Set.copyOf(hazards);
    }

    /** The same in another form. */
    public Product in(String form) {
        return new Product(kind, format, form, door, scopes, minimumSeverity, hazards, profile, signed, when);
    }
}
