package tearline.engine.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.house.House;
import tearline.engine.model.Record;
import tearline.engine.xml.Shelf;

/** A configuration that reads the structured payloads of one LEXS community, with the stylesheet that the how-to guide shows. */
class LexsCommunityTest {

    private static final Path GUIDE = Path.of("../../docs/how-to/configure-a-lexs-community.md");
    private static final String PAYLOAD = new String(SampleFolders.bytes(SampleFolders.STANDARDS.resolve("lexs-3.1/samples/04-payload-of-a-community.xml")), UTF_8);

    @TempDir Path folder;

    @Test
    void thePayloadOfAConfiguredCommunityIsReadAndPutInOrder() throws IOException {
        var record = record(configured(), PAYLOAD);
        assertThat(record.document().toString()).contains("<reliability>RELIABLE</reliability>");
        assertThat(Shipped.HOUSE.mappings().fromCommon("niem-sar-6.0", record.document(), java.util.Map.of("mark-status", "false", "form", "detailed"))).asString(UTF_8).contains("<sarx:SourceReliabilityCode>RELIABLE<");
    }

    @Test
    void ofAnyOtherCommunityNothingIsKept() throws IOException {
        assertThat(record(configured(), PAYLOAD.replace("<lexs:CommunityURI>urn:example:three-lakes<", "<lexs:CommunityURI>urn:example:others<")).document().toString()).doesNotContain("eliab");
        assertThat(record(Shipped.HOUSE, PAYLOAD).document().toString()).as("nor where none is configured").doesNotContain("eliab");
    }

    private House configured() throws IOException {
        var shown = Pattern.compile("(?s)```xml\n(.*?)```").matcher(Files.readString(GUIDE));
        assertThat(shown.find()).isTrue();
        var stylesheet = folder.resolve("mappings/lexs-item-3.1/communities.xsl");
        Files.createDirectories(stylesheet.getParent());
        Files.writeString(stylesheet, shown.group(1));
        return House.open(Shelf.shipped(folder));
    }

    private static Record record(House house, String message) {
        var part = house.reader(false).read(message.getBytes(UTF_8)).accepted().get(0);
        return Record.of(house.mappings().toCommon(part.standard().orElseThrow().name(), part.document()));
    }
}
