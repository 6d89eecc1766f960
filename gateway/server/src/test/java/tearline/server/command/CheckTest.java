package tearline.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What check says, as a program and as a person reads it. */
class CheckTest {

    @TempDir
    private Path temporary;
    private CountyFolder county;

    @BeforeEach
    void aFolder() throws IOException { county = CountyFolder.in(temporary.resolve("county")); }

    @Test
    void anAcceptedFileIsOneLineThatNamesItsStandard() throws IOException {
        var said = Said.by("check", "--json", county.alert());
        assertThat(said.exit()).isZero();
        var line = lines(said).get(0);
        assertThat(line.fieldNames()).toIterable().containsExactly("file", "verdict", "standard", "code", "findings", "parts");
        assertThat(line.path("file").asText()).isEqualTo(county.alert());
        assertThat(line.path("verdict").asText()).isEqualTo("accepted");
        assertThat(line.path("standard").asText()).isEqualTo("cap-1.2");
        assertThat(line.path("code").isNull()).isTrue();
        assertThat(line.path("parts")).singleElement().satisfies(part -> assertThat(part.path("shape").asText()).isEqualTo("1.2"));
    }

    @Test
    void aRefusedFileSaysWhereAndWhatButNeverTheValue() throws IOException {
        county.replace("messages/chlorine.xml", "Severe", "Dreadful");
        var said = Said.by("check", "--json", county.alert());
        assertThat(said.exit()).isEqualTo(1);
        var line = lines(said).get(0);
        assertThat(line.path("verdict").asText()).isEqualTo("refused");
        assertThat(line.path("standard").asText()).isEqualTo("cap-1.2");
        assertThat(line.path("code").asText()).isEqualTo("TL-V002");
        var finding = line.path("findings").get(0);
        assertThat(finding.fieldNames()).toIterable().containsExactly("rule", "severity", "line", "column", "path", "message", "clause", "advice");
        assertThat(finding.path("severity").asText()).isEqualTo("error");
        assertThat(finding.path("line").asInt()).isEqualTo(14);
        assertThat(finding.path("path").asText()).isEqualTo("/alert/info/severity");
        assertThat(said.out() + said.err()).doesNotContain("Dreadful");
    }

    @Test
    void whatIsWrongWithOneFileKeepsNoOtherFromItsVerdict() throws IOException {
        var broken = Files.writeString(temporary.resolve("broken.xml"), "<alert");
        var unknown = Files.writeString(temporary.resolve("unknown.xml"), "<letter/>");
        var said = Said.by("check", "--json", broken.toString(), temporary.resolve("nowhere.xml").toString(), temporary.toString(), unknown.toString(), county.alert());
        assertThat(said.exit()).isEqualTo(2);
        assertThat(lines(said)).extracting(line -> line.path("verdict").asText()).containsExactly("refused", "refused", "refused", "refused", "accepted");
        assertThat(lines(said)).extracting(line -> line.path("code").asText()).startsWith("TL-V001").contains("TL-U001");
    }

    @Test
    void standardInputIsAFileCalledDash() throws IOException {
        var said = Said.by(Files.readString(Path.of(county.alert())), Map.of(), "check", "--json", "-");
        assertThat(said.exit()).isZero();
        assertThat(lines(said)).singleElement().satisfies(line -> assertThat(line.path("file").asText()).isEqualTo("-"));
    }

    @Test
    void aNameOutsideAsciiComesThroughEveryPipe() throws IOException {
        var said = Said.by("check", "--json", "Überflutung.xml");
        assertThat(said.out()).isASCII();
        assertThat(lines(said).get(0).path("file").asText()).isEqualTo("Überflutung.xml");
    }

    @Test
    void whatIsLargerThanADoorTakesIsRefusedAndNotRead() throws IOException {
        var said = Said.by("x".repeat(Terminal.LARGEST + 1), Map.of(), "check", "--json", "-");
        assertThat(lines(said).get(0).path("code").asText()).isEqualTo("TL-S001");
    }

    @Test
    void lenientForgivesARuleButNoSchema() throws IOException {
        county.replace("messages/chlorine.xml", "38.5000,-77.3000 1.5", "98.5000,-77.3000 1.5");
        assertThat(Said.by("check", county.alert()).exit()).isEqualTo(1);
        assertThat(Said.by("check", "--lenient", county.alert()).exit()).isZero();
        county.replace("messages/chlorine.xml", "Severe", "Dreadful");
        assertThat(Said.by("check", "--lenient", county.alert()).exit()).isEqualTo(1);
    }

    @Test
    void aPersonReadsOneBlockAFileThatEndsWithWhatToDo() throws IOException {
        county.replace("messages/chlorine.xml", "Severe", "Dreadful");
        assertThat(Said.by("check", county.alert()).out()).startsWith(county.alert() + ": refused, cap-1.2, TL-V002 does not validate\n  error    line 14, column ")
                .endsWith("  What to do: Repair the document and send it again under the same identifier.\n");
    }

    @Test
    void withoutAFileItIsUsedWrongly() {
        assertThat(Said.by("check").exit()).isEqualTo(2);
        assertThat(Said.by("chekc", "x").exit()).isEqualTo(2);
        assertThat(Said.by().exit()).isEqualTo(2);
        assertThat(Said.by("check", "--help").exit()).isZero();
    }

    private static List<JsonNode> lines(Said said) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : said.out().split("\n")) lines.add(JsonMapper.builder().build().readTree(line));
        return lines;
    }

    /** What the schema of SARIF 2.1.0 asks of a log: the version, one tool with its rules, and results that point into both. */
    @Test
    void aSarifLogNamesEachRuleOnceAndEachPlace() throws IOException {
        county.replace("messages/chlorine.xml", "Severe", "Dreadful");
        var noXml = Files.writeString(temporary.resolve("no xml.xml"), "no xml at all");
        var said = Said.by("check", "--sarif", county.alert(), noXml.toString());
        assertThat(said.exit()).isEqualTo(1);
        var log = new JsonMapper().readTree(said.out());
        assertThat(log.path("version").asText()).isEqualTo("2.1.0");
        assertThat(log.path("$schema").asText()).endsWith("sarif-2.1.0.json");
        var run = log.path("runs").get(0);
        assertThat(run.path("tool").path("driver").path("name").asText()).isEqualTo("Tearline");
        var rules = run.path("tool").path("driver").path("rules");
        assertThat(rules).extracting(rule -> rule.path("id").asText()).doesNotHaveDuplicates().contains("TL-V002", "XML");
        assertThat(run.path("results")).hasSizeGreaterThanOrEqualTo(2).allSatisfy(result -> {
            assertThat(rules.get(result.path("ruleIndex").asInt()).path("id")).isEqualTo(result.path("ruleId"));
            assertThat(result.path("level").asText()).isIn("error", "warning", "note");
            assertThat(result.path("message").path("text").asText()).isNotBlank().doesNotContain("Dreadful");
            var place = result.path("locations").get(0).path("physicalLocation");
            assertThat(place.path("artifactLocation").path("uri").asText()).startsWith("file:/").doesNotContain(" ");
            assertThat(place.path("region").path("startLine").asInt()).isPositive();
            assertThat(place.path("region").path("startColumn").asInt()).isPositive();
        });
    }

    @Test
    void anXmlReportHoldsEveryFileAndItsFindings() throws IOException {
        county.replace("messages/chlorine.xml", "Severe", "Dreadful");
        var said = Said.by("check", "--xml", county.alert(), county.alert());
        var report = tearline.engine.xml.Saxon.root(tearline.engine.xml.Saxon.tree(said.out().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(report.getNodeName().getLocalName()).isEqualTo("checked");
        assertThat(tearline.engine.xml.Saxon.elements(report)).hasSize(2).allSatisfy(document -> assertThat(document.getStringValue()).contains("refused", "cap-1.2", "TL-V002").doesNotContain("Dreadful"));
        assertThat(new String(tearline.engine.xml.Saxon.serialize(report))).contains("<findings><finding>", "<line>", "<column>", "<clause>", "<advice");
    }
}
