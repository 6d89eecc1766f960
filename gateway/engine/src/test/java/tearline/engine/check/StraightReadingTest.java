package tearline.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.namespace.QName;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.Test;
import tearline.engine.kit.Shipped;
import tearline.engine.standard.Standards;
import tearline.engine.xml.Shelf;

/** The fast way of reading leaves the same tree as the slow one, at the same lines, and leaves everything doubtful to the slow way. */
class StraightReadingTest {

    private static final Standards STANDARDS = new Standards(Shelf.shipped());
    private static final Schemas SCHEMAS = new Schemas(Shelf.shipped());

    @Test
    void everySampleThatKeepsItsSchemaIsReadAlike() throws IOException {
        int read = 0;
        try (var files = Files.walk(Path.of("../../xsd"))) {
            for (var file : files.filter(one -> one.toString().matches(".*/samples/[^/]+\\.xml")).toList()) {
                var bytes = Files.readAllBytes(file);
                var straight = read(new String(bytes, StandardCharsets.UTF_8), 200);
                if (straight.isEmpty()) continue;
                read++;
                assertThat(written(straight.get().document())).as(file.toString()).isEqualTo(written(Shipped.HOUSE.checker().checkTelling(bytes, 200, Demands.NONE).document()));
            }
        }
        assertThat(read).as("samples read the fast way").isGreaterThan(100);
    }

    @Test
    void aDocumentThatBreaksItsSchemaIsNot() throws IOException {
        assertThat(read(flood(), 200)).isPresent();
        assertThat(read(flood().replace("<status>Actual</status>", "<status>Real</status>"), 200)).isEmpty();
        assertThat(read(flood().replace("</alert>", ""), 200)).isEmpty();
        assertThat(read(flood(), 2)).as("deeper than it may be").isEmpty();
        assertThat(Shipped.HOUSE.checker().check(flood().replace("<status>Actual</status>", "<status>Real</status>").getBytes(StandardCharsets.UTF_8)).findings()).as("the slow way tells").isNotEmpty();
    }

    @Test
    void theRootIsFoundBehindCommentsAndPrefixes() {
        assertThat(guess("<?xml version='1.0'?>\n<!-- <b> --><a xmlns='urn:t'>")).contains(new QName("urn:t", "a"));
        assertThat(guess("<p:a xmlns='urn:other' xmlns:p2='urn:no' xmlns:p = \"urn:t\" b='1'/>")).contains(new QName("urn:t", "a"));
        assertThat(guess("<!DOCTYPE a><a/>")).isEmpty();
        assertThat(guess("<a b='")).isEmpty();
        assertThat(guess("")).isEmpty();
    }

    @Test
    void aRootThatOnlyLooksLikeAStandardsIsNotTakenForIt() throws IOException {
        var disguised = flood().replace("<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"", "<alert x='xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"' xmlns=\"urn:other\"");
        assertThat(disguised).isNotEqualTo(flood());
        assertThat(read(disguised, 200)).isEmpty();
    }

    private static Optional<StraightReading.Read> read(String document, int deepest) {
        return StraightReading.of(document.getBytes(StandardCharsets.UTF_8), deepest, STANDARDS, SCHEMAS);
    }

    private static Optional<QName> guess(String text) {
        return RootGuess.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String flood() throws IOException {
        return Files.readString(Path.of("../../xsd/cap-1.2/samples/01-flood-warning.xml"));
    }

    /** Everything of the tree but comments and instructions, with lines and columns. */
    private static String written(XdmNode document) {
        var text = new StringBuilder();
        for (var nodes = document.axisIterator(Axis.DESCENDANT); nodes.hasNext();) {
            var node = nodes.next();
            switch (node.getNodeKind()) {
                case ELEMENT -> {
                    text.append("\n<").append(node.getNodeName()).append(" at ").append(node.getLineNumber()).append(':').append(node.getColumnNumber());
                    for (var attributes = node.axisIterator(Axis.ATTRIBUTE); attributes.hasNext();) {
                        var attribute = attributes.next();
                        text.append(' ').append(attribute.getNodeName()).append('=').append(attribute.getStringValue());
                    }
                }
                case TEXT -> text.append(node.getStringValue());
                default -> { }
            }
        }
        return text.toString();
    }
}
