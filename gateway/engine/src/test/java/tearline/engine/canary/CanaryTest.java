package tearline.engine.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

/** A word of its own in every position that takes one, and none where its reader may not see that position: not in a product, a decision or a log. */
class CanaryTest {

    private static final Dominance DOMINANCE = new Dominance();
    /** The largest sample of the shelf names a dissemination level, and only pointers to it leave. */
    private static final Path REPORT = Path.of("../../samples/demo/messages/03-photography-report.xml");
    @TempDir static Path folder;
    private static Configuration configuration;
    private static Exchange exchange;
    private static int seen;

    @BeforeAll
    static void theDemoAndReceiversOfEveryFormat() throws IOException {
        configuration = DemoPartners.in(folder);
        exchange = new Exchange(Shipped.HOUSE, configuration);
    }


    @ParameterizedTest
    @CsvSource({"cap-1.2, 20", "cap-1.1, 20", "cap-1.0, 20", "edxl-sitrep-1.0, 40", "niem-sar-6.0, 70", "edxl-de-1.0, 10", "edxl-de-2.0, 10"})
    void noReaderFindsAWordOfAPositionThatItMayNotSee(String standard, int atLeast) throws IOException {
        var log = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(log, true, UTF_8));
        try {
            var document = standard.startsWith("niem") ? CanaryDocument.ofText(Files.readString(REPORT)) : CanaryDocument.of(standard);
            assertThat(Tokens.in(document)).as("positions of " + standard).hasSizeGreaterThanOrEqualTo(atLeast);
            var message = Shipped.HOUSE.reader(false).read(document.getBytes(UTF_8));
            var marked = exchange.mark(Incoming.of("m-1", message, message.accepted().get(0), configuration.getPartner("metro-safety")));
            var plan = exchange.plan(marked, Past.unknown(), Trial.NOW);
            seen = 0;
            int left = 0;
            var said = new ArrayList<String>();
            for (var group : plan.views()) left += look(plan, group, said);
            assertThat(left).as(standard + ": " + plan.notCovered() + said).isGreaterThan(3);
            assertThat(seen).as("words that their readers may see").isPositive();
        } finally {
            System.setErr(before);
        }
        assertThat(Tokens.in(log.toByteArray())).isEmpty();
    }

    /** How many products left. */
    private static int look(Plan plan, Plan.ViewGroup group, List<String> said) {
        var marked = group.marked();
        int left = 0;
        for (var decided : exchange.decide(plan, List.of(exchange.verify(exchange.render(exchange.release(group))))).decided()) {
            var decision = decided.decision();
            said.add(decision.partner() + " " + decision.outcome() + " " + decision.codes());
            if (!Set.of("pending", "withheld", "dead").contains(decision.outcome())) continue;
            assertThat(decision.outcome()).as(decision.partner() + " " + decision.reasons()).isNotEqualTo("dead");
            assertThat(Tokens.in(decision.toString().replace(decision.documentId(), ""))).as("the decision for " + decision.partner()).isEmpty();
            if (decision.products().stream().anyMatch(product -> product.original())) continue;
            var allowed = allowed(group, !decision.documentId().startsWith("tl-"));
            for (var products : decided.bytes().values()) for (var product : products) {
                left++;
                var found = Tokens.in(product);
                seen += found.size();
                if (decision.withheld().isEmpty()) found.removeIf(token -> token.compareTo(Tokens.of(CanaryDocument.UNPRINTED)) < 0); // its readers see all of it, ids too; comments are in nothing that we write
                found.removeAll(allowed);
                assertThat(found).as(decision.partner() + ": " + places(marked, found) + lines(product, found)).isEmpty();
            }
        }
        return left;
    }

    /** The test's own reading of who may see what: category agreed, label dominated. */
    private static Set<String> allowed(Plan.ViewGroup group, boolean whole) {
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
        return allowed;
    }

    /** What it says, and what it and all that it stands in say in attributes. */
    private static void see(XdmNode leaf, String text, Set<String> allowed) {
        allowed.addAll(Tokens.in(text));
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
