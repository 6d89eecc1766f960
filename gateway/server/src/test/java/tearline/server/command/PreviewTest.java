package tearline.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every partner would get, and why, before anything is sent. */
class PreviewTest {

    @TempDir
    private Path temporary;
    private CountyFolder county;
    private Path out;

    @BeforeEach
    void aFolder() throws IOException {
        county = CountyFolder.in(temporary.resolve("county"));
        out = temporary.resolve("out");
    }

    @Test
    void everyPartnerHasItsDecisionAlsoWhereItGetsNothing() throws IOException {
        var said = preview();
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(decision("hospital").path("verdict").asText()).isEqualTo("delivered");
        assertThat(decision("pharmacy").path("verdict").asText()).isEqualTo("withheld");
        assertThat(decision("watch").path("verdict").asText()).isEqualTo("not-covered");
        assertThat(decision("dispatch").path("verdict").asText()).isEqualTo("not-covered");
        assertThat(said.out()).contains("hospital would get cap-1.2 by inbox", "watch would get nothing: no product of this kind is agreed.", "dispatch would get nothing: it has no agreement.");
        assertThat(files("pharmacy")).containsExactly("decision.json");
        assertThat(county.path().resolve("data")).doesNotExist();
    }

    @Test
    void theProductLiesBesideItsDecisionWithoutWhatIsWithheld() throws IOException {
        preview();
        var name = decision("hospital").path("files").get(0).asText();
        assertThat(out.resolve("hospital").resolve(name)).content().contains("Chlorine leak").doesNotContain("555-0199");
        assertThat(decision("hospital").toString()).contains("contact", "NOT-AGREED").doesNotContain("555-0199");
    }

    @Test
    void nothingOfAnEarlierPreviewStaysBehind() throws IOException {
        preview();
        assertThat(files("hospital")).hasSize(2);
        Files.writeString(out.resolve("hospital/note.txt"), "mine");
        county.replace("messages/chlorine.xml", "Actual", "Test");
        preview();
        assertThat(files("hospital")).containsExactly("decision.json", "note.txt");
    }

    @Test
    void aSenderThatNoFileListsIsAskedForByName() throws IOException {
        county.replace("messages/chlorine.xml", "dispatch@county.example", "elsewhere@county.example");
        assertThat(preview().exit()).isEqualTo(2);
        assertThat(preview().err()).contains("--from: dispatch");
        var said = preview("--from", "dispatch");
        assertThat(said.exit()).isZero();
        assertThat(said.err()).contains("the door would refuse it, TL-A003");
        assertThat(preview("--from", "hospital").exit()).isEqualTo(2);
    }

    @Test
    void whatHasExpiredIsShownAsOfWhenItWasSent() throws IOException {
        county.replace("messages/chlorine.xml", "2036-11-02T21", "2026-11-02T21");
        var said = preview();
        assertThat(said.out()).startsWith("It has expired by now");
        assertThat(decision("hospital").path("verdict").asText()).isEqualTo("delivered");
        preview("--as-of", "2026-11-10T00:00:00Z");
        assertThat(decision("hospital").path("verdict").asText()).isEqualTo("expired");
    }

    @Test
    void whatTheDoorWouldRefuseIsRefusedHereToo() throws IOException {
        county.replace("messages/chlorine.xml", "Severe", "Dreadful");
        var said = preview("--from", "dispatch");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("TL-V002").doesNotContain("Dreadful");
        assertThat(out).doesNotExist();
    }

    private Said preview(String... more) {
        var arguments = new java.util.ArrayList<>(List.of("preview", county.path().toString(), county.alert(), "--out", out.toString()));
        arguments.addAll(List.of(more));
        return Said.by(arguments.toArray(String[]::new));
    }

    private JsonNode decision(String partner) throws IOException {
        return JsonMapper.builder().build().readTree(out.resolve(partner).resolve("decision.json").toFile());
    }

    private List<String> files(String partner) throws IOException {
        try (var files = Files.list(out.resolve(partner))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
