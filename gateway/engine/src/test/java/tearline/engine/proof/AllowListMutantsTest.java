package tearline.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.mark.Marked;
import tearline.engine.maximal.Maximal;
import tearline.engine.plan.Plan;
import tearline.engine.xml.Saxon;

/** Takes each category from an allow-list that has all, and gives each to one that has none: what leaves is less by it, and nothing but it. */
class AllowListMutantsTest {

    /** What every document says of itself: it cannot be taken away. */
    private static final List<String> NO_ENTRY = List.of("header", "marking");
    private static final int WITNESSES = 3;
    private static final List<String> ANEW = List.of("marking", "envelope");
    private static final String HEADER = "header of ";
    /** Categories of which no sample holds one that a receiver with every grant may see; a name goes when a sample comes. */
    private static final List<String> WITHOUT_A_SAMPLE = List.of("attachment.link", "relation");

    @TempDir Path folder;

    @Test
    void eachEntryLetsItsCategoryThroughAndNothingElse() throws Exception {
        var names = new TreeSet<>(Receivers.HOUSE.categories().names());
        names.removeAll(NO_ENTRY);
        var receivers = Receivers.ofNobody(folder, "common-1.0").addFor("all", Receivers.keeps(names));
        for (var name : names) {
            var rest = new TreeSet<>(names);
            rest.remove(name);
            receivers.addFor(partner("no", name), Receivers.keeps(rest)).addFor(partner("only", name), Receivers.keeps(List.of(name)));
        }
        var taken = new TreeMap<String, List<String>>();
        var given = new TreeSet<String>();
        for (var sample : samples()) {
            var bytes = Files.readAllBytes(sample);
            for (var plan : receivers.plans(new String(bytes, StandardCharsets.UTF_8), Receivers.sent(bytes))) {
                var categories = categories(plan.marked());
                var held = new TreeSet<String>();
                categories.values().forEach(held::addAll);
                held.retainAll(names);
                held.removeIf(name -> taken.getOrDefault(name, List.of()).size() >= WITNESSES);
                var all = held.isEmpty() ? List.<String>of() : leaves(receivers, plan, "all");
                for (var name : held) {
                    if (all.size() > leaves(receivers, plan, partner("no", name)).size()) taken.computeIfAbsent(name, any -> new ArrayList<>()).add(sample.getFileName().toString());
                    var only = leaves(receivers, plan, partner("only", name));
                    if (only.stream().anyMatch(leaf -> categories.getOrDefault(leaf, List.of()).contains(name))) given.add(name);
                    assertThat(only).filteredOn(leaf -> !leaf.startsWith(HEADER)).as(sample + " for a receiver that gets " + name + " alone").allMatch(leaf -> categories.getOrDefault(leaf, List.of()).stream().anyMatch(one -> one.equals(name) || NO_ENTRY.contains(one)));
                }
            }
        }
        System.out.println("allow-list entries taken away and missed: " + taken.size() + ", given and seen: " + given.size() + " of " + names.size());
        if (Boolean.getBoolean("tearline.mutants.table")) taken.forEach((name, witness) -> System.out.println("  without " + name + " -> " + witness));
        given.add("reference"); // named anew, or not at all
        assertThat(names).as("categories that no sample misses").filteredOn(name -> !taken.containsKey(name) || !given.contains(name)).containsExactlyInAnyOrderElementsOf(WITHOUT_A_SAMPLE);
    }

    /** All that ship, and a report that has everything. */
    private List<Path> samples() throws IOException {
        var samples = new ArrayList<>(Receivers.samples());
        for (var document : Maximal.documents("niem-sar-6.0")) samples.add(Files.writeString(folder.resolve(document.name().replaceAll("\\W+", "-") + ".xml"), document.text()));
        return samples;
    }

    private static String partner(String prefix, String category) {
        return prefix + "-" + category.replace('.', '-').toLowerCase(java.util.Locale.ROOT);
    }

    private static List<String> leaves(Receivers receivers, Plan plan, String partner) {
        var leaves = new ArrayList<String>();
        for (var group : plan.views()) {
            if (group.entries().stream().noneMatch(entry -> entry.partner().equals(partner))) continue;
            receivers.exchange().release(group).record().ifPresent(record -> collect(Saxon.root(record), leaves));
        }
        return leaves;
    }

    /** Of every leaf, by what it says. */
    private static Map<String, List<String>> categories(Marked marked) {
        var categories = new HashMap<String, List<String>>();
        marked.labels().forEach((element, labelled) -> {
            var leaves = new ArrayList<String>();
            collect(element, leaves);
            leaves.forEach(leaf -> categories.computeIfAbsent(leaf, any -> new ArrayList<>()).add(labelled.category().name()));
        });
        return categories;
    }

    private static void collect(XdmNode element, List<String> leaves) {
        if (ANEW.contains(element.getNodeName().getLocalName())) return;
        var children = Saxon.elements(element);
        if (children.isEmpty() && !element.getStringValue().isBlank()) leaves.add((inHeader(element) ? HEADER : "") + words(element));
        children.forEach(child -> collect(child, leaves));
    }

    private static boolean inHeader(XdmNode element) {
        for (var node = element; node != null && node.getNodeName() != null; node = node.getParent()) if (node.getNodeName().getLocalName().equals("header")) return true;
        return false;
    }

    private static String words(XdmNode element) {
        return element.getNodeName().getLocalName() + " " + element.getStringValue().strip();
    }
}
