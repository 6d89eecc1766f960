package tearline.engine.rollup;

import java.util.List;

/**
 * A situation report for one partner that nobody has reviewed yet: neither stored nor sent.
 *
 * @param banner  the roll-up of what its sources' releases are marked with; empty for public content
 * @param blanks  what a report must say and no source says
 * @param leftOut releases that repeat what another source withholds, and so were not used; for the operator only
 */
public record Draft(String documentId, String banner, String status, byte[] bytes, List<Cited> sources, List<String> blanks, int leftOut) {

    /** A source as the partner knows it, and the accepted part that it was made from. */
    public record Cited(String messageId, int part, String documentId, String banner) {}

    @Override
    public String toString() {
        return "Draft[" + documentId + "]"; // never the content
    }
}
