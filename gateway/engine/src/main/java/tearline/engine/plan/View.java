package tearline.engine.plan;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tearline.engine.Digests;
import tearline.engine.config.Agreement;
import tearline.engine.config.Disclosure;
import tearline.engine.config.Operation;
import tearline.engine.config.Partner;
import tearline.engine.config.Product;
import tearline.engine.marking.Clearance;
import tearline.engine.marking.Dominance;
import tearline.engine.marking.Label;

/** What a partner may see of anything: clearance, allow-list, the notices owed with it, and what it tells of its own redaction. Partners with the same view share a release. */
public record View(Clearance clearance, Map<String, Operation> keeps, Set<String> notices, Disclosure discloses, String form, String digest) {

    private static final Dominance DOMINANCE = new Dominance();

    /** The form of a report that says whom to ask, and no more. */
    public static final String POINTER = "pointer";

    /** The form of what is left of a report once nobody shall see any more who it speaks of. */
    private static final String STRIPPED = "stripped";

    /** Of no partner: whatever does not identify a person, whoever may see it. */
    public static View withoutPrivacy(Set<String> categories) {
        var keeps = new TreeMap<String, Operation>();
        categories.forEach(category -> keeps.put(category, Operation.KEEP));
        return new View(Clearance.ofThePublic(), keeps, Set.of(), Disclosure.NOTHING, STRIPPED, STRIPPED);
    }

    public boolean isStripped() {
        return form.equals(STRIPPED);
    }

    /** Why a label keeps it from being seen, in public codes; empty = it does not. */
    public Set<String> reasons(Label label) {
        if (!isStripped()) return DOMINANCE.reasons(label, clearance);
        return label.concernsPrivacy() ? Set.of("PRIVACY") : Set.of();
    }

    /** Whether nothing that identifies a person is in it, whatever is agreed. */
    public boolean isSummary() {
        return form.equals("summary") || isStripped();
    }

    /** What an outsider sees of a record that only members may read: the submitting center and its desk, as far as even those are agreed. */
    static View pointer(Partner partner, Agreement agreement, Instant now) {
        var keeps = new TreeMap<>(agreement.keeps());
        keeps.keySet().retainAll(Set.of("source.identity", "desk"));
        return of(partner, agreement, keeps, POINTER, agreement.grants(), now);
    }

    /** Of whoever may know nothing of a record. */
    static View nothing(Partner partner, Agreement agreement, Product product, Instant now) {
        return of(partner, agreement, Map.of(), product.form(), agreement.grants(), now);
    }

    /** With the grants that hold for this record, which an activation or an emergency may have added to. */
    public static View of(Partner partner, Agreement agreement, Product product, Set<String> grants, Instant now) {
        return of(partner, agreement, agreement.keeps(), product.form(), grants, now);
    }

    private static View of(Partner partner, Agreement agreement, Map<String, Operation> keeps, String form, Set<String> grants, Instant now) {
        var clearance = clearance(partner, agreement, grants, now);
        // The name stays out of the digest: it matters only where a portion names partners one by one.
        var text = String.join("\n", partner.organisation(), partner.country(), partner.operatedBy(), new TreeSet<>(grants).toString(),
                new TreeSet<>(clearance.credentials()).toString(), Integer.toString(agreement.maxTlp()), new TreeMap<>(keeps).toString(), new TreeSet<>(agreement.notices()).toString(), agreement.discloses().name(), Boolean.toString(clearance.inForce()), form);
        return new View(clearance, Map.copyOf(keeps), agreement.notices(), agreement.discloses(), form, Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of the public, and after an agreement has ended of anybody: only what is public; (U) is not (CUI handbook p34). */
    static Clearance clearance(Partner partner, Agreement agreement, Set<String> grants, Instant now) {
        return new Clearance(partner.name(), partner.organisation(), partner.country(), partner.operatedBy(),
                grants, agreement.credentialsOn(now.atOffset(ZoneOffset.UTC).toLocalDate()), agreement.maxTlp(), inForce(partner, agreement, now));
    }

    static boolean inForce(Partner partner, Agreement agreement, Instant now) {
        return agreement.isValidOn(now.atOffset(ZoneOffset.UTC).toLocalDate()) && !partner.isPublic();
    }
}
