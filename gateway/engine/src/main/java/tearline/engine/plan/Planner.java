package tearline.engine.plan;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.config.Agreement;
import tearline.engine.config.Configuration;
import tearline.engine.config.Product;
import tearline.engine.mark.Marked;
import tearline.engine.marking.Level;
import tearline.engine.standard.Instants;
import tearline.engine.xml.Saxon;

/** Says which agreements cover a record and why; agreements with the same view go on together. */
public final class Planner {

    /** From milder to worse (CAP 1.2 §3.2.2). */
    private static final List<String> SEVERITIES = List.of("Minor", "Moderate", "Severe", "Extreme");
    private final Configuration configuration;

    public Planner(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Where nobody looked what is held: references are mapped by computing the names of a view's documents. */
    public Plan plan(Marked marked, Set<String> holders, Instant now) {
        return plan(marked, holders, Optional.empty(), now);
    }

    /**
     * Pure but for the clock: agreements end, and messages expire. Holders are the agreements that were given a message which
     * this one updates or cancels: it must reach them even where today's filters no longer cover it (design §3.6). Held are the
     * copies of what it refers to, and of its own earlier versions, that each agreement was given.
     */
    public Plan plan(Marked marked, Set<String> holders, List<Held> held, Instant now) {
        return plan(marked, holders, Optional.of(held), now);
    }

    private Plan plan(Marked marked, Set<String> holders, Optional<List<Held>> held, Instant now) {
        var views = new LinkedHashMap<List<Object>, Plan.ViewGroup>();
        var notCovered = new ArrayList<Plan.NotCovered>();
        var expired = new ArrayList<Agreement>();
        for (var partner : configuration.partners()) {
            for (var agreement : partner.agreements()) {
                var covered = new ArrayList<Product>();
                String reason = "no product of this kind is agreed";
                for (var product : agreement.products()) {
                    var why = whyNot(marked, partner.name(), agreement, product, holders.contains(agreement.id()), now);
                    if (why.isEmpty()) covered.add(product);
                    else if (product.kind().equals(kind(marked))) reason = why.get();
                }
                if (covered.isEmpty()) {
                    notCovered.add(new Plan.NotCovered(partner.name(), agreement.id(), agreement.version(), reason));
                } else if (isExpired(marked, now)) {
                    expired.add(agreement);
                } else {
                    for (var product : covered) {
                        var view = View.of(partner, agreement, product, isValid(agreement, now));
                        var holds = held.map(all -> of(agreement, all));
                        var key = List.of(view.digest(), marked.namesPartners() ? partner.name() : "", names(holds));
                        views.computeIfAbsent(key, any -> new Plan.ViewGroup(marked, view, holds, new ArrayList<>())).entries().add(new Plan.Entry(partner.name(), agreement, product));
                    }
                }
            }
        }
        return new Plan(marked, List.copyOf(views.values()), notCovered, expired);
    }

    private static Map<String, Held> of(Agreement agreement, List<Held> held) {
        var own = new TreeMap<String, Held>();
        for (var one : held) if (one.agreement().equals(agreement.id())) own.put(one.sourceKey(), one);
        return own;
    }

    /** Two who hold the same under the same names can share a product that speaks of it; whose copy it is makes no difference. */
    private static List<List<String>> names(Optional<Map<String, Held>> held) {
        return held.stream().flatMap(all -> all.values().stream())
                .map(one -> List.of(one.sourceKey(), one.documentId(), one.sender(), one.sent() == null ? "" : one.sent())).toList();
    }

    private Optional<String> whyNot(Marked marked, String partner, Agreement agreement, Product product, boolean holds, Instant now) {
        var header = marked.record().header();
        if (!product.kind().equals(kind(marked))) return Optional.of("no product of this kind is agreed");
        if (partner.equals(marked.incoming().sender().name())) return Optional.of("it is the partner's own message");
        switch (marked.status()) { // design §3.10: only who opted in gets what is not real
            case "Actual" -> { }
            case "Exercise" -> { if (!agreement.exercises()) return Optional.of("exercises are not agreed"); }
            case "Test" -> { if (!agreement.tests()) return Optional.of("tests are not agreed"); }
            default -> { return Optional.of("status " + marked.status() + " never leaves"); }
        }
        var type = header.getType().value();
        if (type.equals("Ack") || type.equals("Error")) return Optional.of("acknowledgements and errors are not passed on");
        if (!isValid(agreement, now) && !holdsPublicContent(marked)) return Optional.of("the agreement is not in force");
        if (holds && (type.equals("Update") || type.equals("Cancel"))) return Optional.empty(); // filters are passed over, grants and policies never
        if (header.getScope() != null && !product.scopes().contains(header.getScope())) return Optional.of("scope " + header.getScope() + " is not agreed");
        if (product.minimumSeverity().isPresent() && milder(marked, product.minimumSeverity().get())) return Optional.of("it is milder than agreed");
        if (!product.hazards().isEmpty() && values(marked, "category").stream().noneMatch(product.hazards()::contains)) return Optional.of("no agreed hazard");
        return Optional.empty();
    }

    private static boolean isValid(Agreement agreement, Instant now) {
        return agreement.isValidOn(now.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static boolean holdsPublicContent(Marked marked) {
        return marked.labels().values().stream().anyMatch(one -> one.label().level() == Level.PUBLIC && one.label().understood());
    }

    private static String kind(Marked marked) {
        return marked.record().header().getKind().value();
    }

    private static boolean isExpired(Marked marked, Instant now) {
        return Optional.ofNullable(marked.record().header().getExpires()).flatMap(Instants::parse).map(at -> !at.isAfter(now)).orElse(false);
    }

    /** A severity that is not on the scale is never filtered out: an alert must not be lost to a word. */
    private static boolean milder(Marked marked, String least) {
        var severities = values(marked, "severity");
        return !severities.isEmpty() && severities.stream().allMatch(one -> SEVERITIES.contains(one) && SEVERITIES.indexOf(one) < SEVERITIES.indexOf(least));
    }

    private static List<String> values(Marked marked, String element) {
        var values = new ArrayList<String>();
        for (XdmNode event : Saxon.elements(marked.record().root())) {
            if (!event.getNodeName().getLocalName().equals("event")) continue;
            for (var child : Saxon.elements(event)) if (child.getNodeName().getLocalName().equals(element)) values.add(child.getStringValue());
        }
        return values;
    }
}
