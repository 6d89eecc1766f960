package tearline.engine.config;

import java.time.Instant;
import java.util.Set;

/**
 * For a time, and for the records of one incident, partners get what they do not get otherwise: an activation, which their agreement
 * foresees, or an emergency release, which it does not.
 *
 * @param name         its name, the same as the file's
 * @param partners     whom it is for
 * @param incident     by the id that messages and envelopes name
 * @param mode         of an activation: the mode that it calls up; else empty
 * @param purpose      of an activation: one of the mode's purposes; of an emergency: what is in danger
 * @param adds         of an emergency: the grants that it adds; else empty
 * @param from         its first moment
 * @param until        when it is over
 * @param authorisedBy who says so, by office
 * @param reason       why
 * @param sha256       digest of its file
 */
public record Overlay(Kind kind, String name, Set<String> partners, String incident, String mode, String purpose, Set<String> adds,
                      Instant from, Instant until, String authorisedBy, String reason, String sha256) {

    /** ACTIVATION makes a mode of an agreement effective; EMERGENCY goes beyond the agreement and is answered for afterwards. */
    public enum Kind { ACTIVATION, EMERGENCY }

    public Overlay {
        partners = Set.copyOf(partners);
        adds = Set.copyOf(adds);
    }

    /** Whether it is for this partner, now, and for a record of these incidents. */
    public boolean covers(String partner, Set<String> incidents, Instant now) {
        return partners.contains(partner) && incidents.contains(incident) && !now.isBefore(from) && now.isBefore(until);
    }

    public boolean emergency() { return kind == Kind.EMERGENCY; }
}
