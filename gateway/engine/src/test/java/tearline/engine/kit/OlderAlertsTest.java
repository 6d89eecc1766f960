package tearline.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.saxon.s9api.QName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tearline.engine.Finding;
import tearline.engine.Severity;
import tearline.engine.standard.Facts;
import tearline.engine.xml.Saxon;

/** Holds CAP 1.0 and 1.1 against 1.2: what is accepted in the old leaves valid in the new, under the same identity. */
class OlderAlertsTest {

    @TestFactory
    Stream<DynamicTest> anAcceptedAlertOfAnOlderVersionLeavesAsAValidOneOfTheNewest() {
        return Stream.of("cap-1.0", "cap-1.1").flatMap(standard -> SampleFolders.samplesOf(SampleFolders.STANDARDS.resolve(standard)).stream()
                .filter(file -> file.toString().endsWith(".accepted.txt")).map(file -> Path.of(file.toString().replace(".accepted.txt", ".xml")))
                .map(alert -> dynamicTest(standard + " " + alert.getFileName(), () -> {
                    var product = upConverted(standard, SampleFolders.bytes(alert));

                    var checked = Shipped.HOUSE.checker().check(product);
                    assertThat(checked.match().standard().name()).isEqualTo("cap-1.2");
                    assertThat(checked.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
                    assertThat(facts(product).identity()).isEqualTo(facts(SampleFolders.bytes(alert)).identity());
                })));
    }

    @Test
    void aPasswordOfAnOldAlertStandsNowhereInItsRecord() {
        var alert = SampleFolders.bytes(SampleFolders.STANDARDS.resolve("cap-1.0/samples/02-all-that-is-repaired.xml"));
        var password = Saxon.root(Saxon.tree(alert)).getStringValue().lines().map(String::strip).filter(line -> line.startsWith("open-")).findFirst().orElseThrow();

        assertThat(Saxon.serialize(Shipped.HOUSE.mappings().toCommon("cap-1.0", Saxon.tree(alert)))).asString().doesNotContain(password);
    }

    @TestFactory
    Stream<DynamicTest> whatTheWayToTheNewestRepairsIsToldToTheSenderUnderTheSameRule() {
        return accepted().map(alert -> dynamicTest(alert.getParent().getParent().getFileName() + " " + alert.getFileName(), () -> {
            var part = Shipped.HOUSE.inspector(true).read(SampleFolders.bytes(alert)).parts().get(0);
            var record = Saxon.root(Shipped.HOUSE.mappings().toCommon(part.standard().orElseThrow().name(), part.document()));
            var repaired = Saxon.elements(record).stream().filter(child -> child.getNodeName().getLocalName().equals("repair")).map(repair -> repair.getAttributeValue(new QName("kind"))).toList();
            var told = part.findings().stream().filter(finding -> finding.rule().matches("CAP-UP-\\d+|CAP-DT-1")).toList();

            assertThat(Set.copyOf(repaired)).isEqualTo(told.stream().map(Finding::rule).collect(Collectors.toSet()));
            assertThat(told).allSatisfy(finding -> {
                assertThat(finding.line()).isPositive();
                assertThat(finding.clause()).startsWith("CAP 1.");
            });
        }));
    }

    private static Stream<Path> accepted() {
        return Stream.of("cap-1.0", "cap-1.1").flatMap(standard -> SampleFolders.samplesOf(SampleFolders.STANDARDS.resolve(standard)).stream())
                .filter(file -> file.toString().endsWith(".accepted.txt")).map(file -> Path.of(file.toString().replace(".accepted.txt", ".xml")));
    }

    private static byte[] upConverted(String standard, byte[] alert) {
        var mappings = Shipped.HOUSE.mappings();
        return mappings.fromCommon("cap-1.2", mappings.toCommon(standard, Saxon.tree(alert)), Map.of("mark-status", "true"));
    }

    private static Facts facts(byte[] alert) {
        var checked = Shipped.HOUSE.checker().check(alert);
        return checked.match().standard().facts().of(Saxon.root(checked.document()));
    }
}
