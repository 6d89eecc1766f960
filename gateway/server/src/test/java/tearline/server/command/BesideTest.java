package tearline.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapping of the folder's own that says what is withheld in nothing but a name, a header or a line of a list: the product itself is clean, and stops all the same. */
class BesideTest {

    private static final Path MAPPINGS = Path.of("../../mappings");
    private static final String SECRET = "Night desk at Lock Seven";

    @TempDir
    private Path temporary;
    private CountyFolder county;

    @BeforeEach
    void aFolderWithMappingsOfItsOwn() throws IOException {
        county = CountyFolder.in(temporary.resolve("county"));
        for (var file : new String[] {"cap-1.2/mapping.xml", "active-feed/atom.xsl", "active-feed/rss.xsl"}) {
            Files.createDirectories(county.path().resolve("mappings").resolve(file).getParent());
            Files.copy(MAPPINGS.resolve(file), county.path().resolve("mappings").resolve(file));
        }
        Files.writeString(county.path().resolve("secrets/hospital.sha256"), "sha256:" + "7a".repeat(32) + "\n");
        county.replace("messages/chlorine.xml", "<headline>", "<senderName>Night desk at Lock Seven</senderName><headline>");
        county.replace("partners/hospital.xml", "<keep category=\"source.identity\"/>", "");
        county.replace("partners/hospital.xml", "<gets ", "<credential scheme=\"basic\" secret=\"file:secrets/hospital.sha256\"/><gets ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "name of the file | extension=\"cap\" | extension=\"night-desk.at-lock_seven\"",
            "Content-Type | application/cap+xml | application/cap+xml;by=&quot;Night desk at lock seven&quot;",
            "title of an entry | <check | <title select=\"concat('From ', 'Night desk at Lock Seven')\"/><check",
            "category of an entry | <check | <category scheme=\"urn:x\" select=\"'Night desk at Lock Seven'\"/><check",
            "scheme of a category | <check | <category scheme=\"urn:night-desk:at:lock-seven\" select=\"'x'\"/><check",
            "title encoded | <check | <title select=\"'TmlnaHQgZGVzayBhdCBMb2NrIFNldmVu'\"/><check",
            "title from two values | <check | <title select=\"'Night desk at', ' Lock Seven'\"/><check"})
    void theCoverOfAProductIsReadToo(String what, String clean, String planted) throws IOException {
        assertThat(verdict().path("verdict").asText()).isEqualTo("delivered");
        county.replace("mappings/cap-1.2/mapping.xml", clean, planted);
        stopped("VERIFIER-FOUND-WITHHELD");
    }

    @Test
    void aMarkInATitleIsAMark() throws IOException {
        county.replace("mappings/cap-1.2/mapping.xml", "<check", "<title select=\"'(CUI//SP-CHRI) Flood'\"/><check");
        stopped("VERIFIER-FORBIDDEN-MARK");
    }

    /** The page that shows an alert in force is written once before it is let in. */
    @ParameterizedTest
    @ValueSource(strings = {"atom.xsl <title>{f:title($alert)}", "atom.xsl <summary>", "atom.xsl <author><name>{f:author($alert)}", "rss.xsl <title>{f:title($alert)}", "rss.xsl <description>"})
    void theLineOfAnActiveFeedIsReadToo(String place) throws IOException {
        county.replace("partners/hospital.xml", "<folder name=\"inbox\" path=\"out/hospital\"/>", "<feed name=\"inbox\" kind=\"active\"/>");
        assertThat(verdict().path("verdict").asText()).isEqualTo("delivered");
        var parts = place.split(" ", 2);
        county.replace("mappings/active-feed/" + parts[0], parts[1], parts[1] + " " + SECRET + " ");
        stopped("VERIFIER-FOUND-WITHHELD");
    }

    @Test
    void aListThatCannotBeWrittenIsNoReasonToPublish() throws IOException {
        county.replace("partners/hospital.xml", "<folder name=\"inbox\" path=\"out/hospital\"/>", "<feed name=\"inbox\" kind=\"active\"/>");
        county.replace("mappings/active-feed/rss.xsl", "{f:title($alert)}", "{error()}");
        stopped("VERIFIER-CANNOT-READ");
    }

    private void stopped(String reason) throws IOException {
        var verdict = verdict();
        assertThat(verdict.path("verdict").asText()).isEqualTo("dead");
        assertThat(verdict.findPath("reasons").toString()).isEqualTo("[\"" + reason + "\"]");
        assertThat(verdict.toString()).as("nor does its decision quote it").doesNotContainIgnoringCase("lock seven");
    }

    private JsonNode verdict() throws IOException {
        var out = temporary.resolve("out");
        var said = Said.by("preview", county.path().toString(), county.alert(), "--out", out.toString());
        assertThat(said.exit()).as(said.err() + said.out()).isZero();
        var decision = JsonMapper.builder().build().readTree(out.resolve("hospital/decision.json").toFile());
        return decision;
    }
}
