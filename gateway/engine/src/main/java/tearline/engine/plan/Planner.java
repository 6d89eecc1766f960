package tearline.engine.plan;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.config.Agreement;
import tearline.engine.config.Configuration;
import tearline.engine.config.Partner;
import tearline.engine.config.Product;
import tearline.engine.mark.Marked;
import tearline.engine.marking.Level;
import tearline.engine.xml.Saxon;

/** Says which agreements cover a record and why; agreements with the same view go on together. */
public final class Planner {

    /** From milder to worse (CAP 1.2 §3.2.2). */
    private static final List<String> SEVERITIES = List.of("Minor", "Moderate", "Severe", "Extreme");
    private final Configuration configuration;
    private final Overlays overlays;

    public Planner(Configuration configuration) {
        this.configuration = configuration;
        this.overlays = new Overlays(configuration);
    }

    /**
     * Pure but for the clock: agreements end, and messages expire. What updates or cancels an earlier message must reach everybody
     * who was given that, even where today's filters no longer cover it; filters are passed over, grants and policies never
     * (design §3.6).
     */
    public Plan plan(Marked marked, Past past, Instant now) {
        var views = new LinkedHashMap<List<Object>, Plan.ViewGroup>();
        var notCovered = new ArrayList<Plan.NotCovered>();
        var expired = new ArrayList<Agreement>();
        var gaveWay = new ArrayList<Agreement>();
        var level = Dissemination.of(marked);
        for (var partner : configuration.partners()) {
            for (var agreement : partner.agreements()) {
                var own = past.of(agreement.id());
                var covered = new ArrayList<Product>();
                String reason = "no product of this kind is agreed";
                for (var product : agreement.products()) {
                    var why = whyNot(marked, partner.name(), agreement, product, past, now);
                    if (why.isEmpty()) covered.add(product);
                    else if (product.kind().equals(kind(marked))) reason = why.get();
                }
                if (covered.isEmpty()) {
                    notCovered.add(new Plan.NotCovered(partner.name(), agreement.id(), agreement.version(), reason));
                } else if (past.gaveWay().isPresent() && own.shown().isEmpty()) {
                    gaveWay.add(agreement);
                } else if (isExpired(marked, now) && own.held().isEmpty()) { // who holds what it ends must hear of it
                    expired.add(agreement);
                } else {
                    boolean over = past.gaveWay().isPresent();
                    for (var terms : overlays.terms(marked, partner, agreement, covered, now)) {
                        var view = view(level, partner, agreement, terms, now);
                        var holds = past.looked() ? Optional.of(held(over ? own.shown() : own.held())) : Optional.<Map<String, List<Held>>>empty();
                        var key = List.of(view.digest(), marked.namesPartners() ? partner.name() : "", names(holds));
                        views.computeIfAbsent(key, any -> new Plan.ViewGroup(marked, view, holds, over, new ArrayList<>())).entries().add(new Plan.Entry(partner.name(), agreement, terms.product(), terms.overlays()));
                    }
                }
            }
        }
        return new Plan(marked, past, List.copyOf(views.values()), notCovered, expired, gaveWay);
    }

    private static Map<String, List<Held>> held(List<Held> copies) {
        var held = new TreeMap<String, List<Held>>();
        for (var one : copies) held.computeIfAbsent(one.sourceKey(), any -> new ArrayList<>()).add(one);
        return held;
    }

    /** Two who hold the same under the same names can share a product that speaks of it; whose copy it is makes no difference. */
    private static List<List<String>> names(Optional<Map<String, List<Held>>> held) {
        return held.stream().flatMap(all -> all.values().stream()).flatMap(List::stream)
                .map(one -> List.of(one.sourceKey(), one.documentId(), one.sender(), one.sent() == null ? "" : one.sent())).toList();
    }

    /** Who may not even be pointed to a report, and holds an earlier version of it, sees nothing of this one: it is taken back. */
    private static View view(Dissemination level, Partner partner, Agreement agreement, Overlays.Terms terms, Instant now) {
        if (level.whyNot(agreement, terms.product()).isPresent()) return View.nothing(partner, agreement, terms.product(), now);
        return level.of(agreement) == Dissemination.Access.POINTER ? View.pointer(partner, agreement, now) : View.of(partner, agreement, terms.product(), terms.grants(), now);
    }

    private Optional<String> whyNot(Marked marked, String partner, Agreement agreement, Product product, Past past, Instant now) {
        var header = marked.record().header();
        if (!product.kind().equals(kind(marked))) return Optional.of("no product of this kind is agreed");
        if (partner.equals(marked.incoming().sender().name())) return Optional.of("it is the partner's own message");
        switch (marked.status()) { // design §3.10: only who opted in gets what is not real
            case "Actual" -> { }
            case "Exercise" -> { if (!agreement.exercises()) return Optional.of("exercises are not agreed"); }
            case "Test" -> { if (!agreement.tests()) return Optional.of("tests are not agreed"); }
            default -> { return Optional.of("status " + marked.status() + " never leaves"); }
        }
        if (agreement.suspended()) return Optional.of("the agreement is suspended");
        var own = past.of(agreement.id());
        var hidden = Dissemination.of(marked).whyNot(agreement, product);
        if (hidden.isPresent() && own.held().isEmpty()) return hidden;
        switch (header.getType()) {
            case ACK -> { return Optional.of("acknowledgements are not passed on"); }
            case ERROR -> { return own.held().isEmpty() ? Optional.of("it finds an error in nothing that they were given") : Optional.empty(); }
            case CANCEL -> {
                if (past.looked()) return own.held().isEmpty() ? Optional.of("it takes back nothing that they were given") : Optional.empty();
            }
            case UPDATE, ALERT -> { if (!own.held().isEmpty() || own.waiting()) return Optional.empty(); }
        }
        var others = Audience.whyNot(marked.incoming(), agreement);
        if (others.isPresent()) return others;
        if (!isValid(agreement, now) && !holdsPublicContent(marked)) return Optional.of("the agreement is not in force");
        if (!overlays.due(marked, partner, agreement, product, now)) return Optional.of("no activation for its incident");
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
        return marked.deadline().map(at -> !at.isAfter(now)).orElse(false);
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
