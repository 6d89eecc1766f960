package tearline.engine.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tearline.engine.config.Agreement;
import tearline.engine.config.Configuration;
import tearline.engine.config.Overlay;
import tearline.engine.config.Partner;
import tearline.engine.config.Product;
import tearline.engine.mark.Marked;
import tearline.engine.marking.Dominance;
import tearline.engine.marking.Label;

/** Activations and emergency releases as they bear on one record: which products they make due, and with which grants. */
final class Overlays {

    /** A product with the grants that it is made with, and what besides the agreement gave them. */
    record Terms(Product product, Set<String> grants, List<Overlay> overlays) {}

    private static final String SUMMARY = "summary";

    private final Configuration configuration;
    private final Dominance dominance = new Dominance();

    Overlays(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The incidents a record belongs to, by what it and its envelope say. A name in quotation marks is the name. */
    static Set<String> incidents(Marked marked) {
        var envelope = marked.incoming().envelope().stream().flatMap(one -> one.getIncident().stream());
        return Stream.concat(marked.record().header().getIncident().stream(), envelope).map(one -> one.replace("\"", "").strip())
                .filter(one -> !one.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a product is due at all: always, or because an activation calls its mode up. */
    boolean due(Marked marked, String partner, Agreement agreement, Product product, Instant now) {
        return !needsActivation(agreement, product) || !activations(marked, partner, product, now).isEmpty();
    }

    /** What is due of the products that cover a record. What an overlay makes due takes the place of the same product without it. */
    List<Terms> terms(Marked marked, Partner partner, Agreement agreement, List<Product> covered, Instant now) {
        var terms = new ArrayList<Terms>();
        for (var product : covered) terms.add(emergency(marked, partner, agreement, activated(marked, partner.name(), agreement, product, now), now));
        terms.removeIf(plain -> plain.overlays().isEmpty() && terms.stream().anyMatch(other -> !other.overlays().isEmpty() && sameDoor(plain.product(), other.product())));
        return terms;
    }

    private static boolean sameDoor(Product one, Product other) {
        return one.format().equals(other.format()) && one.door().equals(other.door());
    }

    /** A product that reaches its holder after the activation is over has the agreement's grants only. */
    private Terms activated(Marked marked, String partner, Agreement agreement, Product product, Instant now) {
        if (!needsActivation(agreement, product)) return new Terms(product, agreement.grants(), List.of());
        var activations = activations(marked, partner, product, now);
        return activations.isEmpty() ? new Terms(product, agreement.grants(), List.of())
                : new Terms(product, product.when().grants().orElse(agreement.grants()), activations);
    }

    /** Only where it makes a difference to this record is it used; then in the summary form, where the format has one. */
    private Terms emergency(Marked marked, Partner partner, Agreement agreement, Terms terms, Instant now) {
        var emergencies = configuration.overlays().stream().filter(Overlay::emergency).filter(one -> one.covers(partner.name(), incidents(marked), now)).toList();
        if (emergencies.isEmpty() || !View.inForce(partner, agreement, now)) return terms;
        var grants = new TreeSet<>(terms.grants());
        emergencies.forEach(one -> grants.addAll(one.adds()));
        var before = View.clearance(partner, agreement, terms.grants(), now);
        var after = View.clearance(partner, agreement, grants, now);
        if (labels(marked).noneMatch(label -> dominance.permits(label, after) && !dominance.permits(label, before))) return terms;
        var overlays = new ArrayList<>(terms.overlays());
        overlays.addAll(emergencies);
        return new Terms(terms.product().form().isEmpty() ? terms.product() : terms.product().in(SUMMARY), grants, overlays);
    }

    private static Stream<Label> labels(Marked marked) {
        return marked.labels().values().stream().flatMap(one -> Stream.concat(Stream.of(one.label()), one.portions().stream().map(portion -> portion.under(one.base()))));
    }

    private static boolean needsActivation(Agreement agreement, Product product) {
        var mode = agreement.modes().get(product.when().mode());
        return mode != null && mode.requiresIncident();
    }

    private List<Overlay> activations(Marked marked, String partner, Product product, Instant now) {
        var when = product.when();
        return configuration.overlays().stream().filter(one -> !one.emergency() && one.mode().equals(when.mode()))
                .filter(one -> when.purpose().isEmpty() || when.purpose().equals(one.purpose()))
                .filter(one -> one.covers(partner, incidents(marked), now)).toList();
    }
}
