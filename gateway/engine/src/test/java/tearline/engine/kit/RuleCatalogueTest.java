package tearline.engine.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tearline.engine.Finding;

/** Holds the list of all that CAP and EDXL-DE ask beyond their schemas (rules.tsv) against the rules files and the samples: nothing unlisted, nothing unheld, nothing unshown. */
class RuleCatalogueTest {

    private static final Path HOUSE = Path.of("../..");
    private static final List<String> STANDARDS = List.of("cap-1.0", "cap-1.1", "cap-1.2", "edxl-de-1.0", "edxl-de-2.0");
    private static final Pattern RULE = Pattern.compile("<sch:(?:assert|report) id=\"([^\"]+)\"[^>]*?see=\"([^\"]+)\"");

    private record Listed(String rule, String clause, String held, String shown) {}

    @TestFactory
    Stream<DynamicTest> everyListedRuleIsHeldAndShown() throws IOException {
        var clauses = clauses();
        var told = told();
        return listed().stream().map(one -> dynamicTest(one.rule(), () -> {
            switch (one.held()) {
                case "rule" -> assertThat(clauses.getOrDefault(one.rule(), Set.of())).as("clauses for which a rules file holds it").contains(one.clause());
                case "schema" -> assertThat(Files.readString(HOUSE.resolve(one.shown() + ".refused.txt"))).contains("TL-V002");
                case "act" -> assertThat(one.shown()).as("what is done stands in a test or a sample").isNotEmpty();
                default -> throw new AssertionError(one.held());
            }
            if (one.shown().isEmpty()) assertThat(told).as("findings in the verdicts of samples").contains(one.rule());
            else assertStands(one.shown());
        }));
    }

    @Test
    void everyRuleOfTheFilesIsListed() throws IOException {
        var listed = listed().stream().map(Listed::rule).toList();
        assertThat(listed).doesNotHaveDuplicates().containsAll(clauses().keySet());
    }

    /** Hints too: whoever reads a finding knows what to do about it. */
    @Test
    void everyRuleOfEveryStandardNamesItsClauseAndAdvises() throws IOException {
        try (var files = Files.walk(HOUSE.resolve("xsd"))) {
            for (var file : files.filter(one -> one.toString().endsWith(".sch") && !one.toString().contains("target")).toList()) {
                var rules = Files.readString(file);
                for (var begins : Pattern.compile("<sch:(?:assert|report) (.*?)>", Pattern.DOTALL).matcher(rules).results().toList()) {
                    var advice = Pattern.compile("diagnostics=\"([^\"]+)\"").matcher(begins.group(1));
                    assertThat(advice.find()).as(file.getFileName() + ": " + begins.group(1)).isTrue();
                    assertThat(rules).contains("<sch:diagnostic id=\"" + advice.group(1) + "\">");
                    assertThat(begins.group(1)).contains(" see=\"");
                }
            }
        }
    }

    /** The sample would be as long as all others together. */
    @Test
    void aRingOfMoreThanTenThousandPointsIsTold() throws IOException {
        var sample = Files.readString(HOUSE.resolve("xsd/cap-1.2/samples/01-flood-warning.xml"));
        var ring = IntStream.rangeClosed(0, 10_001).mapToObj(i -> "%.5f,%.5f".formatted(38 + Math.sin(i % 10_001 * 2 * Math.PI / 10_001), -122 + Math.cos(i % 10_001 * 2 * Math.PI / 10_001))).collect(Collectors.joining(" "));
        var message = Shipped.HOUSE.inspector(false).read(sample.replaceAll("<polygon>.*</polygon>", "<polygon>" + ring + "</polygon>").getBytes(UTF_8));
        assertThat(message.parts().get(0).findings()).extracting(Finding::rule).containsExactly("CAP-GEO-7");
    }

    private static void assertStands(String shown) throws IOException {
        var place = shown.split("#");
        if (place.length == 1) assertThat(HOUSE.resolve(shown + ".xml")).exists();
        else assertThat(Files.readString(HOUSE.resolve(place[0]))).contains("void " + place[1] + "(");
    }

    private static List<Listed> listed() throws IOException {
        try (InputStream table = RuleCatalogueTest.class.getResourceAsStream("rules.tsv")) {
            return new String(table.readAllBytes(), UTF_8).lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
                    .map(fields -> new Listed(fields[0], fields[1], fields[2], fields.length > 3 ? fields[3] : "")).toList();
        }
    }

    private static Map<String, Set<String>> clauses() {
        var clauses = new LinkedHashMap<String, Set<String>>();
        for (var standard : STANDARDS) for (var file : SampleFolders.list(SampleFolders.STANDARDS.resolve(standard).resolve("rules"), ".sch")) {
            for (var rule = RULE.matcher(new String(SampleFolders.bytes(file), UTF_8)); rule.find();) clauses.computeIfAbsent(rule.group(1), first -> new TreeSet<>()).add(rule.group(2));
        }
        return clauses;
    }

    private static Set<String> told() {
        var told = new TreeSet<String>();
        for (var standard : STANDARDS) for (var file : SampleFolders.samplesOf(SampleFolders.STANDARDS.resolve(standard))) if (file.toString().endsWith(".txt")) told.addAll(SampleFolders.lines(file));
        return told;
    }
}
