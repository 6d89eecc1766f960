package tearline.engine.config;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long records are kept that it fits.
 *
 * @param kind          alert, situation or sar
 * @param determination only those of this nexus determination
 * @param contributor   only those of this sender
 * @param maxDays       days until its action
 * @param reviewDays    days until somebody must look whether they are still needed
 */
public record RetentionRule(String kind, Optional<String> determination, Optional<String> contributor, int maxDays, OptionalInt reviewDays, Action action) {

    /** STRIP_PRIVACY leaves what was seen, and takes out who it speaks of. */
    public enum Action { PURGE, STRIP_PRIVACY }

    /** Five years: what is known of persons is kept no longer unless somebody validates it (28 CFR 23.20(h)). */
    public static final int LONGEST = 5 * 365 + 1;

    /** Always there: what is configured can only be stricter. */
    public static final RetentionRule FIVE_YEARS = new RetentionRule("sar", Optional.empty(), Optional.empty(), LONGEST, OptionalInt.empty(), Action.PURGE);

    public boolean strips() {
        return action == Action.STRIP_PRIVACY;
    }

    public boolean fits(String kind, String determination, String contributor) {
        return this.kind.equals(kind) && this.determination.filter(one -> !one.equals(determination)).isEmpty() && this.contributor.filter(one -> !one.equals(contributor)).isEmpty();
    }
}
