package tearline.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

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
import tearline.engine.xml.Saxon;

/** Takes each category from an allow-list that has all, and gives each to one that has none: what leaves is less by it, and nothing but it. */
class AllowListMutantsTest {

    /** Of the header alone, whose entry cannot be taken away. */
    private static final List<String> NO_ENTRY = List.of("header", "marking");
    private static final List<String> ANEW = List.of("header", "marking", "envelope");

    @TempDir Path folder;

    @Test
    void eachEntryLetsItsCategoryThroughAndNothingElse() throws Exception {
        var names = new TreeSet<>(Receivers.HOUSE.categories().names());
        names.removeAll(NO_ENTRY);
        var receivers = Receivers.ofNobody(folder).addFor("all", Receivers.keeps(names));
        for (var name : names) {
            var rest = new TreeSet<>(names);
            rest.remove(name);
            receivers.addFor(partner("no", name), Receivers.keeps(rest)).addFor(partner("only", name), Receivers.keeps(List.of(name)));
        }
        var taken = new TreeMap<String, String>();
        var given = new TreeMap<String, String>();
        for (var sample : Receivers.samples()) {
            for (var plan : receivers.plans(new String(Files.readAllBytes(sample), StandardCharsets.UTF_8), Receivers.sent(Files.readAllBytes(sample)))) {
                var leaves = new HashMap<String, List<String>>();
                for (var group : plan.views()) {
                    var record = receivers.exchange().release(group).record();
                    var all = new ArrayList<String>();
                    record.ifPresent(one -> collect(Saxon.root(one), all));
                    group.entries().forEach(entry -> leaves.put(entry.partner(), all));
                }
                var categories = categories(plan.marked());
                for (var name : names) {
                    if (leaves.getOrDefault("all", List.of()).size() > leaves.getOrDefault(partner("no", name), List.of()).size()) taken.putIfAbsent(name, sample.getFileName().toString());
                    var only = leaves.getOrDefault(partner("only", name), List.of());
                    if (!only.isEmpty()) given.putIfAbsent(name, sample.getFileName().toString());
                    assertThat(only).as(sample + " for a receiver that gets " + name + " alone").allMatch(leaf -> categories.getOrDefault(leaf, List.of()).contains(name));
                }
            }
        }
        System.out.println("allow-list entries taken away and missed: " + taken.size() + ", given and seen: " + given.size() + " of " + names.size());
        if (Boolean.getBoolean("tearline.mutants.table")) taken.forEach((name, witness) -> System.out.println("  without " + name + " -> " + witness));
        assertThat(names).as("categories that no sample misses").allMatch(taken::containsKey);
    }

    private static String partner(String prefix, String category) {
        return prefix + "-" + category.replace('.', '-').toLowerCase(java.util.Locale.ROOT);
    }

    private static Map<String, List<String>> categories(Marked marked) {
        var categories = new HashMap<String, List<String>>();
        marked.labels().forEach((leaf, labelled) -> {
            for (var node = leaf; node != null && node.getNodeName() != null; node = node.getParent()) categories.computeIfAbsent(words(node), any -> new ArrayList<>()).add(labelled.category().name());
        });
        return categories;
    }

    private static void collect(XdmNode element, List<String> leaves) {
        if (ANEW.contains(element.getNodeName().getLocalName())) return;
        var children = Saxon.elements(element);
        if (children.isEmpty() && !element.getStringValue().isBlank()) leaves.add(words(element));
        children.forEach(child -> collect(child, leaves));
    }

    private static String words(XdmNode element) {
        return element.getNodeName().getLocalName() + " " + element.getStringValue().strip();
    }
}
