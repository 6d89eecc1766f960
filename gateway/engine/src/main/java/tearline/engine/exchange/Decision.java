package tearline.engine.exchange;

import java.util.List;
import java.util.Set;
import tearline.engine.Finding;
import tearline.engine.mapping.Fidelity;
import tearline.engine.release.Release;

/**
 * Why one agreement did or did not get one part: rules and versions, what was withheld by category, and digests of what left; never a value.
 *
 * @param outcome    pending (products are on their way), withheld, expired or dead
 * @param reasons    public reason codes, or why it was not covered
 * @param allowList  SHA-256 of the paths that its view lets through
 * @param banner     the marking of what left
 */
public record Decision(String partner, String agreement, int version, String agreementDigest, String outcome, List<String> reasons,
                       List<Release.Withheld> withheld, String view, String allowList, String sourceBanner, String banner, String documentId, List<ProductMade> products) {

    /** What was made for one door, what a crossing into another kind's format cost (null where it crossed into none), and what it lacks of the agreed profile. */
    public record ProductMade(String door, String format, String form, String mediaType, String fileName, String digest, int size, boolean original, Fidelity fidelity, String stop, List<Finding> lacking) {

        public ProductMade {
            lacking = lacking == null ? List.of() : List.copyOf(lacking); // decisions of earlier versions do not say
        }
    }

    /** Reason codes of everything that was withheld, for a one-line answer. */
    public Set<String> codes() {
        var codes = new java.util.TreeSet<String>();
        withheld.forEach(one -> codes.addAll(one.reasons()));
        return codes;
    }
}
