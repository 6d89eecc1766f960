package tearline.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.standard.Standards;
import tearline.engine.xml.Shelf;

/** Takes each assertion of each standard's rules away in turn: a sample must then be judged otherwise, or nobody would see it gone. */
class RuleMutantsTest {

    private static final Path STANDARDS = Path.of("../../xsd");
    private static final Pattern CHECK = Pattern.compile("<sch:(assert|report)\\b[^>]*?(/>|>.*?</sch:\\1>)", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");

    @TempDir Path overlay;

    @Test
    void everyRuleIsMissedByASample() throws IOException {
        var shelf = Shelf.shipped();
        var samples = samples(new Checker(shelf, new Standards(shelf), new Schemas(shelf)));
        var caught = new TreeMap<String, String>();
        var survivors = new ArrayList<String>();
        for (var rules : samples.entrySet()) {
            var text = new String(shelf.get(rules.getKey()), java.nio.charset.StandardCharsets.UTF_8);
            var whole = new RuleBook(shelf, List.of(rules.getKey()));
            var judged = new LinkedHashMap<Path, List<Finding>>();
            rules.getValue().forEach((sample, document) -> judged.put(sample, whole.check(document)));
            for (var check = CHECK.matcher(text); check.find();) {
                var id = ID.matcher(check.group());
                assertThat(id.find()).as(check.group()).isTrue();
                var file = overlay.resolve(rules.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, text.substring(0, check.start()) + text.substring(check.end()));
                var mutant = new RuleBook(Shelf.shipped(overlay), List.of(rules.getKey()));
                var witness = judged.entrySet().stream().filter(one -> !mutant.check(rules.getValue().get(one.getKey())).equals(one.getValue())).map(one -> one.getKey().getFileName().toString()).findFirst();
                var name = rules.getKey().replaceAll(".*/", "") + " " + id.group(1);
                witness.ifPresentOrElse(sample -> caught.merge(name, sample, (a, b) -> a + ", " + b), () -> survivors.add(name));
                Files.delete(file);
            }
        }
        System.out.println("rules taken away and missed by a sample: " + caught.size() + ", missed by none: " + survivors.size());
        if (Boolean.getBoolean("tearline.mutants.table")) caught.forEach((mutant, witness) -> System.out.println("  " + mutant + " -> " + witness));
        assertThat(survivors).isEmpty();
    }

    /** The samples of all standards that hold themselves to a file of rules, by that file. */
    private static Map<String, Map<Path, XdmNode>> samples(Checker checker) throws IOException {
        var byRules = new TreeMap<String, Map<Path, XdmNode>>();
        try (Stream<Path> files = Files.walk(STANDARDS)) {
            for (var file : new TreeSet<>(files.filter(one -> one.toString().matches(".*/samples/[^/]*\\.xml") && !one.toString().contains("/target/")).toList())) {
                var checked = read(checker, file);
                if (checked.isEmpty()) continue;
                var rules = new TreeSet<>(checked.get().match().standard().ruleFiles().stream().map(one -> Path.of(one).normalize().toString()).toList());
                rules.addAll(ofItsFolder(file)); // a profile's
                rules.forEach(one -> byRules.computeIfAbsent(one, any -> new LinkedHashMap<>()).put(file, checked.get().document()));
            }
        }
        return byRules;
    }

    private static List<String> ofItsFolder(Path sample) throws IOException {
        var rules = sample.getParent().resolveSibling("rules");
        if (!Files.isDirectory(rules)) return List.of();
        try (Stream<Path> files = Files.list(rules)) {
            return files.filter(one -> one.toString().endsWith(".sch")).map(one -> "xsd/" + STANDARDS.relativize(one)).toList();
        }
    }

    private static Optional<Checker.Checked> read(Checker checker, Path file) throws IOException {
        try {
            return Optional.of(checker.check(Files.readAllBytes(file)));
        } catch (Refusal none) {
            return Optional.empty();
        }
    }
}
