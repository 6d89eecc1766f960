package tearline.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tearline.engine.Severity;

/** Whatever alert or situation report comes in, a fusion center can pull it as a NIEM message that is valid. */
class FeedInNiemTest {

    private static final Path XSD = SampleFolders.STANDARDS;

    @TestFactory
    Stream<DynamicTest> everyAlertAndSituationReportBecomesAMessageOfTheEmVocabulary() {
        return accepted("cap-", "edxl-sitrep-").map(sample -> dynamicTest(XSD.relativize(sample).toString(), () -> {
            var parts = Shipped.HOUSE.reader(false).read(SampleFolders.bytes(sample)).accepted();
            assertThat(parts).isNotEmpty();
            var record = Shipped.HOUSE.mappings().toCommon(parts.get(0).standard().orElseThrow().name(), parts.get(0).document());
            for (var format : new String[] {"niem-sar-6.0", "niem-sar-5.2"}) {
                var checked = Shipped.HOUSE.checker().check(Shipped.HOUSE.mappings().fromCommon(format, record, Map.of("mark-status", "true", "form", "detailed")));
                assertThat(checked.match().standard().name()).isEqualTo(format);
                assertThat(checked.match().isMessage()).as("an EM message is written, not read").isFalse();
                assertThat(checked.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
            }
        }));
    }

    private static Stream<Path> accepted(String... families) {
        return SampleFolders.holding(XSD, "standard.xml").stream().filter(folder -> Stream.of(families).anyMatch(folder.getFileName().toString()::startsWith))
                .flatMap(folder -> SampleFolders.samplesOf(folder).stream()).filter(file -> file.toString().endsWith(".accepted.txt"))
                .map(file -> Path.of(file.toString().replace(".accepted.txt", ".xml"))).filter(Files::exists);
    }
}
