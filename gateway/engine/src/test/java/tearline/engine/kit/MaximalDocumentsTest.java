package tearline.engine.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Node;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.DefaultNodeMatcher;
import org.xmlunit.diff.ElementSelectors;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.Severity;
import tearline.engine.maximal.Maximal;
import tearline.engine.model.Record;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;

/** Documents that stand in every place of their schema: they are right, nothing of them is lost in the common model, and they come out as they went in. */
class MaximalDocumentsTest {

    /** What was planted when it was last looked at; a place that is left out stands in the table of its standard. */
    private static final Map<String, String> COUNTED = Map.of(
            "cap-1.2 1.2 alert", "55 places, 0 of them left out, 1 documents, 62 words",
            "cap-1.1 1.1 alert", "55 places, 0 of them left out, 1 documents, 62 words",
            "cap-1.0 1.0 alert", "47 places, 0 of them left out, 1 documents, 54 words",
            "edxl-sitrep-1.0 cs01 SitRep", "1677 places, 0 of them left out, 19 documents, 5745 words",
            "edxl-sitrep-1.0 cs02 sitRep", "1628 places, 4 of them left out, 19 documents, 5667 words");
    private static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";
    /** What the common model says otherwise or leaves behind, by the end of its place: see the end of each to-common.xsl. */
    private static final Map<String, Set<String>> NOT_KEPT = Map.of("cap-1.2", Set.of("/alert/*", "/alert/*/@note"), "cap-1.1", Set.of("/alert/*", "/alert/*/@note"), "cap-1.0", Set.of("/alert/password"));
    private static final Pattern EXTENSION = Pattern.compile("(?s)<extension[ >].*?</extension>");
    private static final Pattern WORD = Pattern.compile("Cnry\\d{5}y");
    private static final Set<String> OPAQUE = Set.of("id", "ref", "metadataRef", "portionMarkingMetadataRef");

    @TempDir Path overlay;
    private final StrictMappings strict = new StrictMappings();

    @ParameterizedTest
    @ValueSource(strings = {"cap-1.2", "cap-1.1", "cap-1.0", "edxl-sitrep-1.0"})
    void everyPlaceIsPlantedAndEveryDocumentAccepted(String standard) {
        for (var root : Maximal.of(standard)) {
            var said = root.places().size() + " places, " + root.missing().size() + " of them left out, " + root.documents().size() + " documents, " + root.documents().stream().mapToInt(one -> one.words().size()).sum() + " words";
            System.out.println(root.name() + ": " + said);
            for (var document : root.documents()) assertThat(errors(document)).as(document.name()).isEmpty();
            assertThat(said).as(root.name()).isEqualTo(COUNTED.get(root.name()));
        }
    }

    /** A word that no record holds is seen by nobody, and lost to everybody. */
    @ParameterizedTest
    @ValueSource(strings = {"cap-1.2", "cap-1.1", "cap-1.0", "edxl-sitrep-1.0"})
    void everyWordStandsInTheRecord(String standard) throws SaxonApiException {
        var lost = new TreeSet<String>();
        for (var document : Maximal.documents(standard)) {
            var record = new String(Saxon.serialize(strict.toCommon(standard, tree(document))), UTF_8);
            document.words().forEach((word, place) -> { if (!place.endsWith("()") && !record.contains(word)) lost.add(place); });
        }
        assertThat(lost).isEqualTo(new TreeSet<>(NOT_KEPT.getOrDefault(standard, Set.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cap-1.2", "edxl-sitrep-1.0"})
    void aDocumentComesOutAsItWentIn(String standard) {
        for (var document : Maximal.documents(standard)) {
            var record = Shipped.HOUSE.mappings().toCommon(standard, tree(document));
            var again = again(standard, record);
            if (!Saxon.root(Saxon.tree(again)).getNodeName().equals(Saxon.root(tree(document)).getNodeName())) {
                // What the text of 2016 does not declare is written in the shape of 2013, and says the same, but for what has no home in the common model.
                var lost = words(record);
                lost.removeAll(words(Shipped.HOUSE.mappings().toCommon(standard, Saxon.tree(again))));
                assertThat(lost.stream().map(document.words()::get)).as(document.name()).allMatch(place -> place.endsWith("/geographicSize/remarks")); // the text of 2013 has none
            } else assertThat(differences(oneSpelling(document.text()), again)).as(document.name()).isEmpty();
        }
    }

    @Test
    void aPlaceThatASchemaGrowsIsPlantedAndStopsTheBuildUntilItsMappingKnowsIt() throws Exception {
        var schema = new String(Shipped.HOUSE.shelf().get("xsd/cap-1.2/cap-1.2.xsd"), UTF_8);
        var grown = schema.replace("<xs:element name=\"headline\"", "<xs:element name=\"mood\" type=\"xs:string\" minOccurs=\"0\"/><xs:element name=\"headline\"");
        assertThat(grown).isNotEqualTo(schema);
        Files.createDirectories(overlay.resolve("xsd/cap-1.2"));
        Files.writeString(overlay.resolve("xsd/cap-1.2/cap-1.2.xsd"), grown);
        var document = Maximal.made(Shelf.shipped(overlay), "cap-1.2").get(0).documents().get(0);
        assertThat(document.places()).contains("/alert/info/mood");
        assertThatThrownBy(() -> strict.toCommon("cap-1.2", tree(document))).hasMessageContaining("mood");
        var kept = Shipped.HOUSE.mappings().toCommon("cap-1.2", tree(document));
        assertThat(kept.toString()).as("where no build stops, it is kept as most sensitive").containsPattern("<extension[^>]*mood");
    }

    private static java.util.List<String> errors(Maximal.Document document) {
        try {
            var message = Shipped.HOUSE.reader(false).read(document.text().getBytes(UTF_8));
            return message.parts().stream().flatMap(part -> part.findings().stream()).filter(one -> one.severity() == Severity.ERROR).map(Finding::asText).toList();
        } catch (Refusal refusal) {
            return refusal.findings().stream().filter(one -> one.severity() == Severity.ERROR).map(Finding::asText).toList();
        }
    }

    private static byte[] again(String standard, XdmNode record) {
        return Shipped.HOUSE.mappings().fromCommon(standard, record, Map.of("mark-status", "false", "form", Optional.ofNullable(Record.of(record).header().getForm()).orElse("")));
    }

    private static String differences(String source, byte[] again) {
        var differences = DiffBuilder.compare(source).withTest(again).ignoreComments().ignoreWhitespace()
                .withNodeFilter(node -> node.getNodeType() != Node.PROCESSING_INSTRUCTION_NODE && !SIGNATURES.equals(node.getNamespaceURI()) && !isEmpty(node))
                .withAttributeFilter(attribute -> !OPAQUE.contains(attribute.getLocalName()) && !attribute.getValue().startsWith("#"))
                .withNodeMatcher(new DefaultNodeMatcher(ElementSelectors.byName)).checkForSimilar().build().getDifferences();
        var said = new StringBuilder();
        differences.forEach(one -> said.append(one).append('\n'));
        return said.substring(0, Math.min(2000, said.length()));
    }

    private static boolean isEmpty(Node node) {
        return node.getNodeType() == Node.ELEMENT_NODE && node.getTextContent().isBlank() && node.getAttributes().getLength() == 0;
    }

    /** The text of 2016 lets one name be written in two ways; we write one. */
    private static String oneSpelling(String text) {
        return text.contains(":sitRep ") ? text.replace(":IncidentStartDateTime", ":incidentStartDateTime") : text;
    }

    private static Set<String> words(XdmNode record) {
        return new TreeSet<>(WORD.matcher(EXTENSION.matcher(record.toString()).replaceAll("")).results().map(MatchResult::group).toList());
    }

    private static XdmNode tree(Maximal.Document document) {
        return Saxon.tree(document.text().getBytes(UTF_8));
    }
}
