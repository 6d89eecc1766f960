package tearline.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes first; then what the agreements promise of themselves. */
class ConfigCheckTest {

    @TempDir
    private Path temporary;
    private CountyFolder county;

    @BeforeEach
    void aFolder() throws IOException { county = CountyFolder.in(temporary.resolve("county")); }

    @Test
    void aGoodConfigurationSaysHowMuchOfItWasTested() {
        var said = check();
        assertThat(said.exit()).isZero();
        assertThat(said.out()).isEqualTo("4 partners, 3 agreements, no mistake; 2 test cases, none failed.\n");
    }

    @Test
    void whatAPartnerIsLetThroughCanBeReadUnderTheDigestThatDecisionsName() {
        var said = Said.by("config", "allow-list", county.path().toString(), "hospital");
        assertThat(said.exit()).as(said.err()).isZero();
        var lines = said.out().lines().toList();
        assertThat(lines.get(0)).matches("# urn:\\S+ version 1, alert as \\S+: [0-9a-f]{64}");
        assertThat(lines).anyMatch(line -> line.matches("Q\\{https://tearline.example/common/1.0}record/Q\\{\\S+}event/Q\\{\\S+}headline\tkeep\ttitle\t.*")).noneMatch(line -> line.contains("}contact\t"));
        assertThat(Said.by("config", "allow-list", county.path().toString(), "nobody").err()).contains("no partner is called nobody");
    }

    @Test
    void everyFailingCaseIsNamedWithItsFile() throws IOException {
        county.replace("partners/hospital.xml", "<never>555-0199</never>", "<never>chlorine LEAK</never>");
        county.replace("partners/hospital.xml", "<contains>Chlorine leak</contains>", "<contains>Ammonia</contains>");
        county.replace("partners/watch.xml", "expects=\"not-covered\"", "expects=\"delivered\"");
        var said = check();
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out().lines()).contains(
                "partners/hospital.xml  case \"a spill arrives without the phone number\": \"chlorine LEAK\" stands in product 1 for inbox",
                "partners/hospital.xml  case \"a spill arrives without the phone number\": \"Ammonia\" stands in no product",
                "partners/watch.xml  case \"an alert is not for the watch desk\": expected delivered, but it is not-covered: no product of this kind is agreed",
                "4 partners, 3 agreements, no mistake; 2 test cases, 3 failures.");
    }

    @Test
    void aCaseWhoseMessageIsRefusedFailsToo() throws IOException {
        county.replace("messages/chlorine.xml", "dispatch@county.example", "elsewhere@county.example");
        assertThat(check().out()).contains("no partner's file lists the sender that the message names");
        county.replace("messages/chlorine.xml", "elsewhere@county.example", "dispatch@county.example");
        county.replace("messages/chlorine.xml", "Severe", "Dreadful");
        assertThat(check().exit()).isEqualTo(1);
        assertThat(check().out()).contains("TL-V002").doesNotContain("Dreadful");
    }

    @Test
    void mistakesAreToldAllAtOnceAndNoCaseIsRun() throws IOException {
        county.replace("partners/watch.xml", "geojson", "geojsn");
        county.replace("gateway.xml", "port=\"0\"", "port=\"many\"");
        var said = check();
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("gateway.xml:4:", "partners/watch.xml:").contains("2 problems").doesNotContain("test case");
    }

    private Said check() { return Said.by("config", "check", county.path().toString()); }
}
