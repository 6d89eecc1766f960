package tearline.engine.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shelf shows what stands on it and nothing that stands beside it. */
class ShelfTest {

    @TempDir Path folder;
    private Shelf shelf;

    @BeforeEach
    void aSecretStandsBesideAnOverlay() throws IOException {
        Files.writeString(folder.resolve("secret.xml"), "<secret/>");
        var overlay = Files.createDirectories(folder.resolve("overlay"));
        Files.createDirectories(overlay.resolve("xsd/ours-1.0"));
        Files.writeString(overlay.resolve("xsd/ours-1.0/standard.xml"), "<ours/>");
        Files.writeString(overlay.resolve("xsd/standard.xsd"), "<overlaid/>");
        shelf = Shelf.shipped(overlay);
    }

    @Test
    void whatShipsIsThereAndAnOverlayWins() {
        assertThat(shelf.find("xsd/cap-1.2/standard.xml")).isPresent();
        assertThat(new String(shelf.get("xsd/standard.xsd"))).isEqualTo("<overlaid/>");
        assertThat(shelf.foldersWith("xsd", "standard.xml")).contains("cap-1.2", "ours-1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.xml", "xsd/../../secret.xml", "xsd/ours-1.0/../../../secret.xml", "./../secret.xml", "/etc/passwd", "xsd"})
    void aPathThatLeavesTheShelfFindsNothing(String path) {
        assertThat(shelf.find(path)).isEmpty();
        assertThatThrownBy(() -> shelf.get(path)).isInstanceOf(java.io.UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shelf:/../secret.xml", "shelf:/xsd/../../secret.xml", "file:///etc/passwd", "http://127.0.0.1/a.xsl", "shelf:xsd/a.xsl", "jar:file:///a.jar!/b", "xsd/a.xsl",
        "shelf:/xsd/%2e%2e/%2e%2e/secret.xml", "shelf://host/xsd/a.xsl"})
    void anAddressThatIsNotOfTheShelfNamesNoPathOnIt(String uri) {
        assertThat(Shelf.path(uri).flatMap(shelf::find)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shelf:/../secret.xml", "shelf:/xsd/../../secret.xml", "shelf:/../../etc/passwd", "file:///etc/passwd"})
    void anAddressThatClimbsOutIsNoneEvenWhereNothingLiesThere(String uri) {
        assertThat(Shelf.path(uri)).isEmpty();
    }

    @Test
    void anAddressOfTheShelfNamesItsPath() {
        assertThat(Shelf.path(Shelf.uri("xsd/cap-1.2/cap-1.2.xsd").toString())).contains("xsd/cap-1.2/cap-1.2.xsd");
        assertThat(Shelf.path("shelf:/mappings/cap-1.2/../common/functions.xsl")).contains("mappings/common/functions.xsl");
    }
}
