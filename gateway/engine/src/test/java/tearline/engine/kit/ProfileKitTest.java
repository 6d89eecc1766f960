package tearline.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.Severity;
import tearline.engine.check.Demands;
import tearline.engine.xml.Trust;

/** Runs every sample of every profile as for a sender whose file asks for it: its neighbour says what is found. */
class ProfileKitTest {

    private static final Pattern ID = Pattern.compile("<sch:(?:assert|report) id=\"([^\"]+)\"");

    @TestFactory
    Stream<DynamicNode> everySampleIsJudgedAsItsAuthorExpected() {
        return folders().stream().map(folder -> dynamicContainer(folder.getFileName().toString(), samples(folder).stream().map(sample -> dynamicTest(sample.getFileName().toString(), () -> {
            var stem = sample.toString().replaceAll("\\.xml$", "");
            Path accepted = Path.of(stem + ".accepted.txt"), refused = Path.of(stem + ".refused.txt");
            assertThat(Files.exists(accepted)).isNotEqualTo(Files.exists(refused));
            var demands = new Demands(Trust.NOBODY, Set.of(folder.getFileName().toString()));
            if (Files.exists(accepted)) {
                assertThat(rules(Shipped.HOUSE.reader(false).read(SampleFolders.bytes(sample), demands).parts().get(0).findings())).containsExactlyElementsOf(SampleFolders.lines(accepted));
            } else {
                var refusal = catchThrowableOfType(Refusal.class, () -> Shipped.HOUSE.reader(false).read(SampleFolders.bytes(sample), demands));
                assertThat(rules(refusal.findings())).containsExactlyElementsOf(SampleFolders.lines(refused));
            }
        }))));
    }

    @Test
    void everyRuleOfEveryProfileIsBrokenByASample() {
        for (var folder : folders()) {
            var shown = new TreeSet<String>();
            SampleFolders.samplesOf(folder).stream().filter(file -> file.toString().endsWith(".txt")).forEach(file -> shown.addAll(SampleFolders.lines(file)));
            var ids = new TreeSet<String>();
            for (var rules : SampleFolders.list(folder, ".sch")) ID.matcher(new String(SampleFolders.bytes(rules))).results().forEach(match -> ids.add(match.group(1)));
            assertThat(shown).as(folder.toString()).containsAll(ids);
        }
    }

    @Test
    void aProfileThatAnAlertOnlyClaimsIsToldAndRefusesNothing() {
        var sample = SampleFolders.STANDARDS.resolve("ipaws-1.0/samples/04-event-of-no-list.xml");
        var message = Shipped.HOUSE.reader(false).read(SampleFolders.bytes(sample));
        assertThat(message.accepted()).hasSize(1);
        assertThat(message.parts().get(0).findings()).extracting(Finding::rule).contains("IPAWS-EVENT-2");
        assertThat(message.parts().get(0).findings()).extracting(Finding::severity).doesNotContain(Severity.ERROR);
    }

    private static List<Path> folders() {
        return SampleFolders.holding(SampleFolders.STANDARDS, "profile.xml");
    }

    private static List<Path> samples(Path folder) {
        return SampleFolders.samplesOf(folder).stream().filter(file -> file.toString().endsWith(".xml")).toList();
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).distinct().sorted().toList();
    }
}
