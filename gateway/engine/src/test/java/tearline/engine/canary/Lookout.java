package tearline.engine.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.config.Configuration;
import tearline.engine.config.Operation;
import tearline.engine.exchange.Exchange;
import tearline.engine.exchange.Trial;
import tearline.engine.kit.Shipped;
import tearline.engine.mark.Incoming;
import tearline.engine.mark.Marked;
import tearline.engine.marking.Dominance;
import tearline.engine.plan.Past;
import tearline.engine.plan.Plan;

/** Sends one document to all who may get it, and holds every product, decision and record against what its reader may see. */
final class Lookout {

    private static final Dominance DOMINANCE = new Dominance();
    private final Configuration configuration;
    private final Exchange exchange;
    private final Predicate<String> isInsideMarkup;
    private final List<String> said = new ArrayList<>();
    private int left;
    private int seen;

    /** @param isInsideMarkup tells the words of comments and processing instructions, which are in nothing that we write */
    Lookout(Configuration configuration, Exchange exchange, Predicate<String> isInsideMarkup) {
        this.configuration = configuration;
        this.exchange = exchange;
        this.isInsideMarkup = isInsideMarkup;
    }

    Lookout send(String document) {
        var message = Shipped.HOUSE.reader(false).read(document.getBytes(UTF_8));
        for (var part : message.accepted()) {
            var marked = exchange.mark(Incoming.of("m-1", message, part, configuration.getPartner("metro-safety")));
            var plan = exchange.plan(marked, Past.unknown(), Trial.NOW);
            plan.notCovered().forEach(one -> said.add(one.toString()));
            for (var group : plan.views()) look(plan, group);
        }
        return this;
    }

    /** How many products left, whole ones in the sender's own bytes aside. */
    int left() {
        return left;
    }

    /** How many words their readers may see. */
    int seen() {
        return seen;
    }

    List<String> said() {
        return said;
    }

    private void look(Plan plan, Plan.ViewGroup group) {
        var marked = group.marked();
        for (var decided : exchange.decide(plan, List.of(exchange.verify(exchange.render(exchange.release(group))))).decided()) {
            var decision = decided.decision();
            said.add(decision.partner() + " " + decision.outcome() + " " + decision.codes());
            if (!Set.of("pending", "withheld", "dead").contains(decision.outcome())) continue;
            assertThat(decision.outcome()).as(decision.partner() + " " + decision.reasons() + " " + decision.products()).isNotEqualTo("dead");
            assertThat(Tokens.in(decision.toString().replace(decision.documentId(), ""))).as("the decision for " + decision.partner()).isEmpty();
            if (decision.products().stream().anyMatch(product -> product.original())) continue;
            var allowed = allowed(group, !decision.documentId().startsWith("tl-"));
            for (var products : decided.bytes().values()) for (var product : products) {
                left++;
                var found = Tokens.in(product);
                seen += found.size();
                if (decision.withheld().isEmpty()) found.removeIf(isInsideMarkup.negate()); // its readers see all of it, ids too
                found.removeAll(allowed);
                assertThat(found).as(decision.partner() + ": " + places(marked, found) + lines(product, found).stream().map(line -> line.substring(0, Math.min(300, line.length()))).toList()).isEmpty();
            }
        }
    }

    /** The test's own reading of who may see what: category agreed, label dominated. */
    private Set<String> allowed(Plan.ViewGroup group, boolean whole) {
        var allowed = new TreeSet<String>();
        group.marked().labels().forEach((leaf, labelled) -> {
            var category = labelled.category().name();
            var name = leaf.getNodeName().getLocalName();
            boolean own = !whole && (category.equals("marking") && !Set.of("designator", "dissemination").contains(name) || category.equals("header") && Set.of("id", "sender").contains(name));
            var operation = group.view().keeps().get(category);
            boolean agreed = Set.of("header", "marking").contains(category) || operation != null && !(operation instanceof Operation.Drop);
            if (own || !agreed) return;
            if (labelled.portions().isEmpty()) {
                if (category.equals("marking") || DOMINANCE.permits(labelled.label(), group.view().clearance())) see(leaf, leaf.getStringValue(), allowed);
            } else {
                for (var portion : labelled.portions()) if (DOMINANCE.permits(portion.under(labelled.base()), group.view().clearance())) see(leaf, portion.text(), allowed);
            }
        });
        allowed.removeIf(isInsideMarkup);
        return allowed;
    }

    /** What it says, and what it and all that it stands in say in attributes. */
    private static void see(XdmNode leaf, String text, Set<String> allowed) {
        allowed.addAll(Tokens.in(text));
        if (leaf.getNodeName().getLocalName().equals("extension")) allowed.addAll(Tokens.in(leaf.toString())); // verbatim, or not at all
        for (var node = leaf; node != null && node.getNodeName() != null; node = node.getParent()) {
            for (var attributes = node.axisIterator(Axis.ATTRIBUTE); attributes.hasNext();) {
                var attribute = attributes.next();
                if (!Set.of("id", "ref").contains(attribute.getNodeName().getLocalName())) allowed.addAll(Tokens.in(attribute.getStringValue()));
            }
        }
    }

    private static List<String> lines(byte[] product, Set<String> found) {
        return new String(product, UTF_8).lines().filter(line -> found.stream().anyMatch(line::contains)).map(String::strip).limit(6).toList();
    }

    private static List<String> places(Marked marked, Set<String> found) {
        var places = new ArrayList<String>();
        marked.labels().forEach((leaf, labelled) -> {
            if (found.stream().anyMatch(leaf.toString()::contains)) places.add(leaf.getParent().getNodeName().getLocalName() + "/" + leaf.getNodeName().getLocalName() + " " + labelled.category().name());
        });
        return places;
    }
}
