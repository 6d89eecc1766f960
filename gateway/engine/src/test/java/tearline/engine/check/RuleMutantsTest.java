package tearline.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.standard.Standards;
import tearline.engine.xml.Shelf;

/** Takes each assertion of each standard's rules away in turn: a sample, or a sample with one thing changed, must then be judged otherwise, or nobody would see it gone. */
class RuleMutantsTest {

    private static final Path STANDARDS = Path.of("../../xsd");
    private static final Pattern CHECK = Pattern.compile("<sch:(assert|report)\\b[^>]*?(/>|>.*?</sch:\\1>)", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");

    @TempDir Path overlay;

    @Test
    void everyEditBreaksTheRuleThatItNames() throws IOException {
        var shelf = Shelf.shipped();
        var checker = new Checker(shelf, new Standards(shelf), new Schemas(shelf));
        var failures = new ArrayList<String>();
        for (var edit : edits()) {
            var before = checker.check(Files.readAllBytes(edit.sample()));
            var after = checker.check(edit.done());
            var told = messages(edit.rule(), checker.rulesBrokenBy(after.match().standard(), after.document()));
            told.removeAll(messages(edit.rule(), checker.rulesBrokenBy(before.match().standard(), before.document())));
            if (told.isEmpty()) failures.add(edit.rule() + ": " + edit.becomes());
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void everyRuleIsMissedByASample() throws IOException {
        var shelf = Shelf.shipped();
        var samples = samples(new Checker(shelf, new Standards(shelf), new Schemas(shelf)));
        var caught = new TreeMap<String, String>();
        var survivors = new ArrayList<String>();
        for (var rules : samples.entrySet()) {
            var text = new String(shelf.get(rules.getKey()), StandardCharsets.UTF_8);
            var whole = new RuleBook(shelf, List.of(rules.getKey()));
            var judged = new LinkedHashMap<Path, List<Finding>>();
            rules.getValue().forEach((sample, document) -> {
                try {
                    judged.put(sample, whole.check(document));
                } catch (IllegalStateException refusedByTheSchema) { // a time that is none: no rule is asked of it
                    assertThat(refusedByTheSchema).hasMessageContaining("FORG0001");
                }
            });
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
        int number = 0;
        for (var edit : edits()) {
            var checked = checker.check(edit.done());
            var name = edit.sample().resolveSibling(edit.sample().getFileName() + " edited " + ++number);
            for (var rules : checked.match().standard().ruleFiles()) byRules.computeIfAbsent(Path.of(rules).normalize().toString(), any -> new LinkedHashMap<>()).put(name, checked.document());
        }
        return byRules;
    }

    /** A sample with one thing changed, and the rule that this breaks. */
    private record Edit(String rule, Path sample, String stood, String becomes) {

        byte[] done() throws IOException {
            var text = Files.readString(sample);
            if (stood.equals("{everything}")) return becomes.getBytes(StandardCharsets.UTF_8);
            assertThat(text).contains(stood);
            return text.replaceFirst(Pattern.quote(stood), Matcher.quoteReplacement(becomes.startsWith("{") ? ring() : becomes)).getBytes(StandardCharsets.UTF_8);
        }

        private static String ring() {
            var points = new StringBuilder("10.0,20.0 ");
            for (int i = 0; i < 10_000; i++) points.append(11 + i / 10_000.0).append(',').append(20 + i % 2 * 0.001).append(' ');
            return points + "10.0,20.0";
        }
    }

    private static List<Edit> edits() throws IOException {
        try (var table = RuleMutantsTest.class.getResourceAsStream("broken-rules.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1))
                    .map(cell -> new Edit(cell[0], STANDARDS.resolve(cell[1].replace("/", "/samples/") + ".xml"), cell[2], cell[3])).toList();
        }
    }

    private static Set<String> messages(String rule, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.rule().equals(rule)).map(finding -> finding.path() + " " + finding.message()).collect(Collectors.toCollection(TreeSet::new));
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
