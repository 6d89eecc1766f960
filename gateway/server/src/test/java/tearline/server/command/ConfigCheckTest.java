package tearline.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
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

    @Test
    void theMatrixSaysWhoMaySeeWhatAndWhyNot() {
        var said = Said.by("config", "check", county.path().toString(), "--matrix");
        assertThat(said.exit()).isZero();
        assertThat(said.out().lines()).anySatisfy(line -> assertThat(line).matches("U//FOUO +yes +CONTROLLED FOUO +yes"))
            .anySatisfy(line -> assertThat(line).matches("event +keep +keep.*"));
        assertThat(said.out()).contains("Nobody sees: ").contains("U//ORCON").contains("4 partners");
    }

    @Test
    void aComparisonSaysWhoNewlySeesWhat() throws IOException {
        var before = CountyFolder.in(temporary.resolve("before"));
        assertThat(Said.by("config", "check", county.path().toString(), "--against", before.path().toString()).out()).contains("Nobody newly sees anything, and nobody sees less.");
        county.replace("partners/hospital.xml", "<grants>CTRL", "<grants>CTRL DSEN CUI_BASIC:* LES");
        var more = Said.by("config", "check", county.path().toString(), "--against", before.path().toString());
        assertThat(more.exit()).isZero();
        assertThat(more.out().lines()).anySatisfy(line -> assertThat(line).startsWith("hospital newly sees marks: ").contains("CUI//PRVCY", "CUI//AG", "U//LES").doesNotContain("CUI//SP-PRVCY").doesNotContain("CUI//JURY"));
        var less = Said.by("config", "check", before.path().toString(), "--against", county.path().toString());
        assertThat(less.out()).contains("hospital no longer sees marks: ").doesNotContain("newly sees");
    }

    @Test
    void asJsonItSaysTheSame() throws IOException {
        var said = Said.by("config", "check", county.path().toString(), "--matrix", "--json");
        var answer = new ObjectMapper().readTree(said.out());
        assertThat(answer.path("agreements").asInt()).isEqualTo(3);
        assertThat(answer.path("failures")).isEmpty();
        assertThat(answer.path("matrix")).hasSize(3).allSatisfy(column -> assertThat(column.path("marks").path("public")).isEmpty());
    }

    @Test
    void anAnnexSaysInPlainWordsWhatTheMachineEnforces() {
        var said = Said.by("config", "check", county.path().toString(), "--annex", "hospital");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).startsWith("# What ").contains("It rests on: ", "everything else: nothing").containsPattern("SHA-256 of the file partners/hospital\\.xml: [0-9a-f]{64}");
        assertThat(Said.by("config", "check", county.path().toString(), "--annex", "nobody").exit()).isEqualTo(2);
    }

    @Test
    void anAgreementThatEndsSoonIsAWarningAndNoMistake() throws IOException {
        var text = java.nio.file.Files.readString(county.path().resolve("partners/watch.xml"));
        var soon = java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(5);
        county.replace("partners/watch.xml", text.substring(text.indexOf("until=\""), text.indexOf('"', text.indexOf("until=\"") + 7) + 1), "until=\"" + soon + "\"");
        var said = check();
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("warning: the agreement with watch ends on " + soon + ", in less than a week");
    }

    @Test
    void theSampleOfAnActivationHoldsAndItsEmergencyHasAColumn() {
        var said = Said.by("config", "check", "../../samples/activation", "--matrix");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("3 partners, 2 agreements, no mistake; 4 test cases, none failed.");
        assertThat(said.out().lines().findFirst().orElseThrow()).containsPattern("county-eoc +county-eoc \\(activation life-safety\\)");
    }

    private Said check() { return Said.by("config", "check", county.path().toString()); }
}
