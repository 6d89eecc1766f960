package tearline.engine.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import tearline.engine.Finding;
import tearline.engine.config.Overlay;
import tearline.engine.mapping.Fidelity;
import tearline.engine.release.Release;

/**
 * Why one agreement did or did not get one part: rules and versions, what was withheld by category, and digests of what left; never a value.
 *
 * @param outcome    pending (products are on their way), withheld, expired or dead
 * @param reasons    public reason codes, or why it was not covered
 * @param allowList  SHA-256 of the paths that its view lets through
 * @param banner     the marking of what left
 * @param overlays   the activation or emergency release without which this would not have left, or not like this
 */
public record Decision(String partner, String agreement, int version, String agreementDigest, String outcome, List<String> reasons,
                       List<Release.Withheld> withheld, String view, String allowList, String sourceBanner, String banner, String documentId, List<ProductMade> products, List<Overlaid> overlays) {

    /** What was made for one door, what a crossing into another kind's format cost (null where it crossed into none), and what it lacks of the agreed profile. */
    public record ProductMade(String door, String format, String form, String mediaType, String fileName, String digest, int size, boolean original, Fidelity fidelity, String stop, List<Finding> lacking) {

        public ProductMade {
            lacking = lacking == null ? List.of() : List.copyOf(lacking); // decisions of earlier versions do not say
        }
    }

    /** What besides the agreement made it due; an emergency is answered for afterwards. */
    public record Overlaid(String kind, String name, String incident, String mode, String purpose, List<String> adds, String until, String authorisedBy, String digest) {

        static Overlaid of(Overlay overlay) {
            return new Overlaid(overlay.kind().name().toLowerCase(Locale.ROOT), overlay.name(), overlay.incident(), overlay.mode(), overlay.purpose(),
                    overlay.adds().stream().sorted().toList(), overlay.until().toString(), overlay.authorisedBy(), overlay.sha256());
        }

        public boolean emergency() { return kind.equals("emergency"); }
    }

    /** Reason codes of everything that was withheld, for a one-line answer. */
    public Set<String> codes() {
        var codes = new java.util.TreeSet<String>();
        withheld.forEach(one -> codes.addAll(one.reasons()));
        return codes;
    }
}
