package tearline.engine.release;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.config.Operation;

/** Does to the fields of one document what the allow-list says (marking reference §4.2). Nothing means that the field has no such form, and goes. */
final class FieldOperations {

    private static final QName SCHEME = new QName("scheme");
    private static final String MASKED = "[REDACTED]";
    private static final String WITHHELD = "withheld";
    /** Parts of a name or number that point to nobody alone; under another name or number they would say nothing or be wrong. */
    private static final Set<String> DETAILS = Set.of("prefix", "suffix", "category", "issuer", "jurisdiction", "issued", "effective", "expires", "expiresYear");

    private final Pseudonyms pseudonyms;
    private final NeutralNames neutral = new NeutralNames();

    FieldOperations(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    Optional<String> apply(Operation operation, XdmNode leaf, String category, String text) {
        if (operation instanceof Operation.Keep || text.isBlank()) return Optional.of(text);
        if (operation instanceof Operation.Drop) return Optional.empty();
        if (operation instanceof Operation.Generalize generalize) return coarse(generalize.to(), leaf, category, text);
        if (operation instanceof Operation.Aggregate) return isCode(leaf, text) ? Optional.of(text) : Buckets.of(text);
        if (DETAILS.contains(leaf.getNodeName().getLocalName())) return Optional.empty();
        if (operation instanceof Operation.Pseudonymize pseudonymize) return Optional.of(pseudonyms.of(pseudonymize.agreement(), category, text));
        if (operation instanceof Operation.Swap) return neutral.of(leaf);
        return Optional.of(operation instanceof Operation.Mask ? MASKED : WITHHELD);
    }

    /** Whether what the operation leaves of this field is a declared downgrade; a field that it lets pass is none. */
    boolean lowersPrivacy(Operation operation, XdmNode leaf, String category, String text) {
        if (!operation.lowersPrivacy() || text.isBlank()) return false;
        if (operation instanceof Operation.Aggregate) return !isCode(leaf, text);
        return !category.equals("person.description") || AgeBand.isAge(leaf);
    }

    private static Optional<String> coarse(String to, XdmNode leaf, String category, String text) {
        if (to.startsWith("grid-")) return new Grid(new BigDecimal(to.substring(5))).of(leaf.getNodeName().getLocalName(), text);
        return category.equals("person.description") ? AgeBand.of(leaf, text) : Coarseness.of(to, text);
    }

    /** The word of a published list says what is counted; it is no count, and without it a bucket says nothing. */
    private static boolean isCode(XdmNode leaf, String text) {
        return leaf.getAttributeValue(SCHEME) != null && text.chars().noneMatch(Character::isDigit);
    }
}
