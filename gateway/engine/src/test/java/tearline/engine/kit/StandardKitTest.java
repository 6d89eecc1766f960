package tearline.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tearline.engine.Code;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.message.Message;

/** Runs every sample of every standard as intake would, strictly: its neighbour says what is found. */
class StandardKitTest {

    @TestFactory
    Stream<DynamicNode> everySampleIsJudgedAsItsAuthorExpected() {
        return SampleFolders.holding(SampleFolders.STANDARDS, "standard.xml").stream().map(folder -> dynamicContainer(folder.getFileName().toString(),
                documents(folder).stream().map(sample -> dynamicTest(sample.getFileName().toString(), () -> judge(folder.getFileName().toString(), sample)))));
    }

    @Test
    void everyVerdictBelongsToASample() {
        for (var folder : SampleFolders.holding(SampleFolders.STANDARDS, "standard.xml")) {
            assertThat(SampleFolders.samplesOf(folder)).allSatisfy(file -> assertThat(file.toString()).matches(".*/\\d\\d-[a-z0-9-]+\\.(xml|json|accepted\\.txt|refused\\.txt)"));
            assertThat(SampleFolders.samplesOf(folder)).filteredOn(file -> file.toString().endsWith(".txt"))
                    .allSatisfy(verdict -> assertThat(List.of(".xml", ".json")).as(verdict.toString()).anyMatch(end -> Files.exists(Path.of(verdict.toString().replaceAll("\\.(accepted|refused)\\.txt$", end)))));
        }
    }

    @Test
    void everyStandardShowsWhatItTakesAndWhatItRefuses() {
        for (var folder : SampleFolders.holding(SampleFolders.STANDARDS, "standard.xml")) {
            if (folder.endsWith("common-1.0")) continue; // no partner sends it: its records stand with the mappings
            assertThat(SampleFolders.samplesOf(folder)).as(folder.toString()).anyMatch(file -> file.toString().endsWith(".accepted.txt")).anyMatch(file -> file.toString().endsWith(".refused.txt"));
        }
    }

    private static List<Path> documents(Path folder) {
        return SampleFolders.samplesOf(folder).stream().filter(file -> file.toString().matches(".*\\.(xml|json)")).toList();
    }

    private static void judge(String standard, Path sample) {
        var stem = sample.toString().replaceAll("\\.(xml|json)$", "");
        Path accepted = Path.of(stem + ".accepted.txt"), refused = Path.of(stem + ".refused.txt");
        assertThat(Files.exists(accepted)).as("exactly one of accepted.txt and refused.txt stands beside it").isNotEqualTo(Files.exists(refused));
        var bytes = SampleFolders.bytes(sample);
        if (Files.exists(accepted)) {
            var message = Shipped.HOUSE.inspector(false).read(bytes);
            assertThat(message.standard()).isEqualTo(standard);
            assertThat(rules(findings(message))).containsExactlyElementsOf(SampleFolders.lines(accepted));
        } else {
            assertThat(rules(refusal(bytes))).isNotEmpty().containsExactlyElementsOf(SampleFolders.lines(refused));
        }
    }

    /** A payload of a standard that nobody here knows is carried by some envelopes to show that it does no harm. */
    private static List<Finding> findings(Message message) {
        return Stream.concat(message.findings().stream(), message.parts().stream().flatMap(part -> part.findings().stream()))
                .filter(finding -> !finding.rule().equals(Code.UNKNOWN_STANDARD.id())).toList();
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).distinct().sorted().toList();
    }

    /** The findings with which the whole is declined, or each of its parts. */
    private static List<Finding> refusal(byte[] bytes) {
        try {
            var message = Shipped.HOUSE.inspector(false).read(bytes);
            assertThat(message.accepted()).as("parts that are accepted").isEmpty();
            assertThat(message.parts()).isNotEmpty();
            return findings(message);
        } catch (Refusal refusal) {
            return refusal.findings();
        }
    }
}
