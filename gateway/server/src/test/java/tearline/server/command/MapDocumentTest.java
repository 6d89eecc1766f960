package tearline.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xmlunit.assertj3.XmlAssert;

/** One document through the common model, and back. */
class MapDocumentTest {

    @TempDir
    private Path temporary;
    private CountyFolder county;

    @BeforeEach
    void aFolder() throws IOException { county = CountyFolder.in(temporary.resolve("county")); }

    @Test
    void anAlertComesBackFromTheCommonModelAsItWas() throws IOException {
        var said = Said.by("map", county.alert(), "--to", "cap-1.2");
        assertThat(said.exit()).as(said.err()).isZero();
        XmlAssert.assertThat(said.out()).and(Files.readString(Path.of(county.alert()))).ignoreWhitespace().ignoreComments().areIdentical();
    }

    @Test
    void theRecordItselfCanBePrintedAndMappedOn() {
        var record = Said.by("map", county.alert(), "--to", "common-1.0");
        assertThat(record.exit()).isZero();
        assertThat(record.out()).contains("https://tearline.example/common/1.0").contains("Chlorine leak");
        var again = Said.by(record.out(), Map.of(), "map", "-", "--to", "cap-1.2");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.out()).contains("<headline>Chlorine leak at the water works</headline>");
    }

    @Test
    void aFormatThatNobodyWritesIsAnsweredWithThoseThatThereAre() {
        var said = Said.by("map", county.alert(), "--to", "cap-1.3");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("nothing writes cap-1.3").contains("cap-1.2");
        assertThat(Said.by("map", county.alert(), "--to", "cap-1.2", "--form", "long").exit()).isEqualTo(2);
    }

    @Test
    void whatIsRefusedIsNotMapped() throws IOException {
        county.replace("messages/chlorine.xml", "Severe", "Dreadful");
        var said = Said.by("map", county.alert(), "--to", "common-1.0");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("TL-V002").doesNotContain("Dreadful");
    }

    /** Pointers, pages of a feed and messages of the EM vocabulary are what we give, not what anybody sends. */
    @Test
    void whatWeOnlyWriteIsNotReadBack() {
        for (var file : List.of("xsd/niem-sar-6.0/samples/06-pointer-to-a-yellow-record.xml", "xsd/niem-sar-6.0/samples/07-feed-page-with-a-deletion.xml",
                "mappings/niem-sar-6.0/samples/10-alert-in-two-languages-for-the-feed.niem-sar-6.0.xml", "mappings/niem-sar-5.2/samples/04-situation-for-the-feed.niem-sar-5.2.xml")) {
            var said = Said.by("map", "../../" + file, "--to", "common-1.0");
            assertThat(said.exit()).as(said.err()).isEqualTo(1);
            assertThat(said.out()).isEmpty();
            assertThat(said.err()).contains("TL-").doesNotContain("XTDE");
        }
    }
}
