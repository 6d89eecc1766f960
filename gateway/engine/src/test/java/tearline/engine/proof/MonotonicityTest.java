package tearline.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.exchange.Exchange;
import tearline.engine.kit.Shipped;
import tearline.engine.xml.Saxon;

/** A smaller grant never yields more, and a mark that is added never adds content. */
class MonotonicityTest {

    private static final List<String> GRANTS = List.of(Receivers.ALL.split(" "));
    /** Made anew for each release. */
    private static final Set<String> OWN = Set.of("marking", "header");

    @TempDir Path folder;

    @Test
    void aSmallerGrantNeverYieldsMore() throws Exception {
        var random = new Random(7);
        var receivers = Receivers.ofNobody(folder, "common-1.0");
        for (int pair = 0; pair < 12; pair++) {
            var grants = some(GRANTS, random, 0.7);
            var keeps = some(Shipped.HOUSE.categories().names(), random, 0.8);
            var fewer = some(grants, random, 0.6);
            var kept = some(keeps, random, 0.8);
            grants.add("CTRL");
            int tlp = random.nextInt(5), lower = random.nextInt(tlp + 1);
            receivers.add("more-" + pair, STAFF, tlp(tlp), "detailed", String.join(" ", grants), Receivers.keeps(keeps))
                    .add("less-" + pair, STAFF, tlp(lower), "detailed", String.join(" ", fewer), Receivers.keeps(kept));
        }
        int compared = 0;
        for (var sample : Receivers.samples()) {
            var bytes = Files.readAllBytes(sample);
            for (var outcome : receivers.send(new String(bytes, java.nio.charset.StandardCharsets.UTF_8), Receivers.sent(bytes)).orElseThrow()) {
                for (int pair = 0; pair < 12; pair++) {
                    var less = leaves(outcome, "less-" + pair);
                    if (less.isEmpty()) continue;
                    compared++;
                    assertThat(without(bare(less, ""), bare(leaves(outcome, "more-" + pair), ""))).as(sample + " pair " + pair).isEmpty();
                }
            }
        }
        System.out.println("monotonicity: " + compared + " releases held against one of a larger grant");
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void aMarkThatIsAddedNeverAddsContent() throws Exception {
        var receivers = Receivers.ofEverySort(folder, "common-1.0").authoritative(); // where a banner is boilerplate, a mark in the text stands instead of it, on purpose
        int compared = 0;
        for (var sample : Receivers.samples()) {
            var bytes = Files.readAllBytes(sample);
            var now = Receivers.sent(bytes);
            var text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            var before = receivers.send(text, now).orElseThrow();
            for (var mark : List.of("(U//LES) ", "(CUI//NOCON) ", "(U//FROBNICATE) ", "(CUI//SP-SSI) ")) {
                for (var element : List.of("description", "headline", "instruction", "nc:ActivityDescriptionText", "nc:DocumentTitleText", "situationSummary", "SituationSummary", "note", "observationText", "ObservationText")) {
                    var other = text.replace("<" + element + ">", "<" + element + ">" + mark);
                    if (other.equals(text)) continue;
                    var after = receivers.send(other, now);
                    if (after.isEmpty()) continue;
                    for (int part = 0; part < before.size(); part++) {
                        for (var partner : RECEIVERS) {
                            compared++;
                            var more = bare(leaves(before.get(part), partner), mark);
                            var less = bare(leaves(after.get().get(part), partner), mark);
                            assertThat(without(less, more)).as(sample + " " + mark + element + " for " + partner + " of " + more).isEmpty();
                        }
                    }
                }
            }
        }
        System.out.println("monotonicity: " + compared + " releases held against one without the mark");
        assertThat(compared).isGreaterThan(500);
    }

    private static final String STAFF = "organisation='slt' country='USA' operatedBy='staff'";
    private static final List<String> RECEIVERS = List.of("police", "civil", "nobody-named", "summary", "coarse", "hosted", "anybody");

    private static String tlp(int level) {
        return "maxTlp='" + List.of("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED").get(level) + "'";
    }

    private static Set<String> some(Iterable<String> all, Random random, double share) {
        var some = new TreeSet<String>();
        for (var one : all) if (random.nextDouble() < share) some.add(one);
        return some;
    }

    /** What the common model's product shows: element and text of every leaf, as often as it stands there. */
    private static List<String> leaves(Exchange.Outcome outcome, String partner) {
        var leaves = new ArrayList<String>();
        for (var decided : outcome.decided()) {
            if (!decided.agreement().partner().equals(partner)) continue;
            int next = 0;
            var all = decided.bytes().values().stream().flatMap(List::stream).toList();
            for (var product : decided.decision().products()) {
                if (product.format().equals("common-1.0") && product.stop().isEmpty()) collect(Saxon.root(Saxon.tree(all.get(next))), leaves);
                next++;
            }
        }
        return leaves;
    }

    /** Without the mark, and without the word for an exercise, which is written before the first text that remains. */
    private static List<String> bare(List<String> leaves, String mark) {
        return leaves.stream().filter(leaf -> !leaf.endsWith(" " + mark.strip())).map(leaf -> leaf.replace(mark, "").replaceFirst("(?i)^(\\w+ )(?:(?:exercise|test)[.:] )+", "$1")).toList();
    }

    private static void collect(XdmNode element, List<String> leaves) {
        if (OWN.contains(element.getNodeName().getLocalName())) return;
        var children = Saxon.elements(element);
        if (children.isEmpty() && !element.getStringValue().isBlank()) leaves.add(element.getNodeName().getLocalName() + " " + element.getStringValue());
        children.forEach(child -> collect(child, leaves));
    }

    /** What stands in the first more often than in the second; of a text that was cut, every paragraph must stand in a longer one. */
    private static List<String> without(List<String> less, List<String> more) {
        var counts = new TreeMap<String, Integer>();
        more.forEach(leaf -> counts.merge(leaf, 1, Integer::sum));
        var rest = new ArrayList<String>();
        for (var leaf : less) {
            if (counts.merge(leaf, -1, Integer::sum) >= 0) continue;
            var name = leaf.substring(0, leaf.indexOf(' '));
            boolean cut = leaf.substring(name.length() + 1).lines().allMatch(line -> more.stream().anyMatch(other -> other.startsWith(name + " ") && other.contains(line.strip())));
            if (!cut) rest.add(leaf);
        }
        return rest;
    }
}
