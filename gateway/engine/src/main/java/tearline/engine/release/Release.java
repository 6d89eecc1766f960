package tearline.engine.release;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.model.HiddenValue;
import tearline.engine.plan.Plan;

/**
 * The record as one view may see it.
 *
 * @param allowList digest of what the view lets through
 * @param record   nothing where nothing may be seen
 * @param whole    nothing at all had to be dropped, cut or made coarser
 * @param banner   the marking that what remains adds up to; empty for public content
 * @param detailed whether the view gets what identifies persons, in a document that has any
 * @param privacyDropped whether something that identifies a person was withheld of this one: for sweep and verifier, never for a product
 * @param withheld categories with the reasons, never a value
 * @param secrets  withheld values that the verifier looks for in the finished bytes; for its eyes only
 * @param shown    values that the view sees in fields, and may therefore find in texts
 * @param notices  those owed with it
 */
public record Release(Plan.ViewGroup group, String allowList, Optional<XdmNode> record, boolean whole, String documentId, String banner, boolean detailed, boolean privacyDropped,
                      List<Withheld> withheld, Set<HiddenValue> secrets, Set<String> shown, List<String> notices) {

    /** What is missing, in public words. */
    public record Withheld(String category, Set<String> reasons) {}

    @Override
    public String toString() {
        return "Release[" + documentId + "]"; // never the secrets
    }
}
