package tearline.engine.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.xml.Printed;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;

/** A mapping that fails or talks gives away nothing of what it was given. */
class MappingsTest {

    private static final String CANARY = "canary-4711";
    @TempDir Path folder;

    @Test
    void aFaultTellsTheLineAndNoValue() throws IOException {
        var mappings = with("<xsl:template match='/'>\n<out>{xs:date(in)}</out></xsl:template>");
        assertThatThrownBy(() -> mappings.toCommon("odd-1.0", Saxon.tree(("<in>" + CANARY + "</in>").getBytes())))
                .isInstanceOf(MappingFault.class).hasMessage("mappings/odd-1.0/odd.xsl failed at line 2 with FORG0001").hasNoCause();
        assertThatThrownBy(() -> mappings.fromCommon("odd-1.0", Saxon.tree(("<in>" + CANARY + "</in>").getBytes()), Map.of()))
                .isInstanceOf(MappingFault.class).hasMessageNotContaining(CANARY).hasNoCause();
    }

    @Test
    void whatAStylesheetSaysIsNotPrinted() throws IOException {
        var mappings = with("<xsl:template match='/'><xsl:message select='string(in)'/><out/></xsl:template>");
        try (var printed = new Printed()) {
            mappings.toCommon("odd-1.0", Saxon.tree(("<in>" + CANARY + "</in>").getBytes()));
            mappings.fromCommon("odd-1.0", Saxon.tree(("<in>" + CANARY + "</in>").getBytes()), Map.of());
            assertThat(printed.text()).doesNotContain(CANARY);
        }
    }

    @Test
    void aMappingWhoseProductsNothingChecksDoesNotLoad() throws IOException {
        assertThatThrownBy(() -> load("<from-common stylesheet='odd.xsl' kinds='alert' media-type='text/plain' extension='txt'/>", "<xsl:template match='/'/>"))
                .hasMessageContaining("nothing that checks its products");
    }

    private Mappings with(String body) throws IOException {
        return load("<to-common stylesheet='odd.xsl'/><from-common stylesheet='odd.xsl' kinds='alert' media-type='application/xml' extension='xml'><check standard='cap-1.2'/></from-common>", body);
    }

    private Mappings load(String directions, String body) throws IOException {
        var home = Files.createDirectories(folder.resolve("mappings/odd-1.0"));
        Files.writeString(home.resolve("mapping.xml"), "<mapping xmlns='https://tearline.example/mapping/1.0' standard='odd-1.0'>" + directions + "</mapping>");
        Files.writeString(home.resolve("odd.xsl"), "<xsl:stylesheet version='3.0' expand-text='yes' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:xs='http://www.w3.org/2001/XMLSchema'>" + body + "</xsl:stylesheet>");
        return new Mappings(Shelf.shipped(folder));
    }
}
