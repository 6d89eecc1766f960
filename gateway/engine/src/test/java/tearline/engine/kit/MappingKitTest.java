package tearline.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import org.w3c.dom.Node;
import org.xmlunit.assertj3.XmlAssert;
import org.xmlunit.diff.DefaultNodeMatcher;
import org.xmlunit.diff.ElementSelector;
import org.xmlunit.diff.ElementSelectors;
import tearline.engine.Severity;
import tearline.engine.check.Schemas;
import tearline.engine.mapping.Mapping;
import tearline.engine.mapping.Mappings;
import tearline.engine.model.Record;
import tearline.engine.xml.Saxon;

/** Runs every sample of every mapping as the gateway would, only strictly. */
class MappingKitTest {

    private static final Mappings MAPPINGS = Shipped.HOUSE.mappings();
    private static final JsonMapper JSON = new JsonMapper();
    /** Ids are made anew; what they tie together the pairs above show. */
    private static final Set<String> OPAQUE = Set.of("id", "ref", "metadataRef", "portionMarkingMetadataRef");
    /** A casualty report that the text of 2016 does not declare is written in the shape of 2013; what a summary says of its redaction has no home yet. */
    private static final Set<String> NOT_AS_THEY_CAME = Set.of("08-cs02-casualties-inferred.xml", "02-summary-of-the-same-report.xml");
    private static final ElementSelector MARKS_ARE_A_SET = ElementSelectors.conditionalBuilder()
            .whenElementIsNamed("BasicCategoryMarkingCode").thenUse(ElementSelectors.byNameAndText).elseUse(ElementSelectors.byName).build();
    /** What the round trip compared when it was last looked at. */
    private static final Map<String, String> COUNTED = Map.of(
            "cap-1.2", "16 documents, 515 elements, 431 texts, 2 marks, 6 references, all as they went in",
            "edxl-sitrep-1.0", "15 documents, 1,465 elements, 840 texts, 0 marks, 15 references, all as they went in",
            "niem-sar-6.0", "5 documents, 525 elements, 292 texts, 3 marks, 3 references, 19 marked portions and what they name, 12 ties, 4 uses of metadata, all as they went in",
            "niem-sar-5.2", "4 documents, 396 elements, 220 texts, 2 marks, 2 references, 23 marked portions and what they name, 9 ties, all as they went in");
    private static final java.util.concurrent.atomic.AtomicInteger JSON_VALUES = new java.util.concurrent.atomic.AtomicInteger();
    private static final Map<String, RoundTripTally> TALLIES = new TreeMap<>();
    private final StrictMappings strict = new StrictMappings();
    private final Schemas schemas = new Schemas(Shipped.HOUSE.shelf());

    @TestFactory
    Stream<DynamicNode> everySampleBecomesWhatItsAuthorExpected() {
        return SampleFolders.holding(SampleFolders.MAPPINGS, "mapping.xml").stream().map(folder -> dynamicContainer(folder.getFileName().toString(),
                SampleFolders.samplesOf(folder).stream().filter(file -> isInput(file.toString())).map(input -> dynamicTest(input.getFileName().toString(), () -> {
                    if (input.toString().endsWith(".in.xml")) becomesCommon(folder.getFileName().toString(), input);
                    else leavesCommon(folder.getFileName().toString(), input);
                }))));
    }

    @Test
    void everySampleIsOneOfAPair() {
        for (var folder : SampleFolders.holding(SampleFolders.MAPPINGS, "mapping.xml")) {
            var standard = folder.getFileName().toString();
            var names = SampleFolders.samplesOf(folder).stream().map(file -> file.getFileName().toString()).toList();
            for (var name : names) {
                var stem = name.replaceAll("\\.(in|out|common|" + standard.replace(".", "\\.") + ")\\.(xml|json)$", "");
                assertThat(stem).as(name).matches("\\d\\d-[a-z0-9-]+");
                assertThat(names).as(name).matches(all -> all.contains(stem + ".in.xml") && all.contains(stem + ".out.xml")
                        || all.contains(stem + ".common.xml") && (all.contains(stem + "." + standard + ".xml") || all.contains(stem + "." + standard + ".json")));
            }
        }
    }

    @Test
    void everyMappingShowsEachOfItsDirections() {
        for (var folder : SampleFolders.holding(SampleFolders.MAPPINGS, "mapping.xml")) {
            var mapping = MAPPINGS.find(folder.getFileName().toString()).orElseThrow();
            if (mapping.toCommon().isPresent()) assertThat(SampleFolders.samplesOf(folder)).as(mapping.standard()).anyMatch(file -> file.toString().endsWith(".in.xml"));
            if (mapping.fromCommon().isPresent()) assertThat(SampleFolders.samplesOf(folder)).as(mapping.standard()).anyMatch(file -> file.toString().endsWith(".common.xml"));
        }
    }

    @TestFactory
    Stream<DynamicNode> aDocumentComesOutOfTheCommonModelAsItWentIn() {
        return Stream.of("cap-1.2", "edxl-sitrep-1.0", "niem-sar-6.0", "niem-sar-5.2").map(standard -> dynamicContainer(standard, messagesOf(standard).map(sample -> dynamicTest(sample.getFileName().toString(), () -> {
            var tally = TALLIES.computeIfAbsent(standard, first -> new RoundTripTally());
            var source = SampleFolders.bytes(sample);
            var record = strict.toCommon(standard, Saxon.tree(source));
            var form = Optional.ofNullable(Record.of(record).header().getForm()).orElse("");
            var again = MAPPINGS.fromCommon(standard, record, Map.of("mark-status", "false", "form", form));

            XmlAssert.assertThat(again).and(source).ignoreComments().ignoreWhitespace().withNodeFilter(node -> !isEmpty(node) && node.getNodeType() != Node.PROCESSING_INSTRUCTION_NODE)
                    .withNodeMatcher(new DefaultNodeMatcher(MARKS_ARE_A_SET)).withAttributeFilter(attribute -> !OPAQUE.contains(attribute.getLocalName()))
                    .withComparisonListeners(tally).areSimilar();
            tally.count(Saxon.tree(source), Saxon.tree(again));
        }))));
    }

    /** What is one in a repeatable place may be an array of one: else the tree is the same, member by member. */
    @TestFactory
    Stream<DynamicNode> aJsonDocumentComesOutOfTheCommonModelAsItWentIn() {
        return SampleFolders.samplesOf(SampleFolders.STANDARDS.resolve("niem-sar-6.0-json")).stream().filter(file -> file.toString().endsWith(".accepted.txt") && !file.toString().contains("prefixes"))
                .map(file -> Path.of(file.toString().replace(".accepted.txt", ".json"))).map(sample -> dynamicTest(sample.getFileName().toString(), () -> {
                    var part = Shipped.HOUSE.inspector(false).read(SampleFolders.bytes(sample)).parts().get(0);
                    var record = strict.toCommon("niem-sar-6.0-json", part.document());
                    var form = Optional.ofNullable(Record.of(record).header().getForm()).orElse("");
                    var again = MAPPINGS.fromCommon("niem-sar-6.0-json", record, Map.of("mark-status", "false", "form", form));
                    assertThat(opaque(again)).isEqualTo(opaque(SampleFolders.bytes(sample)));
                    JSON_VALUES.addAndGet(opaque(again).split("[,{}\\[\\]]+").length);
                }));
    }

    private static String opaque(byte[] json) throws Exception {
        return JSON.readTree(json).toString().replaceAll("\"@id\":\"#[^\"]*\"", "\"@id\":\"\"");
    }

    @AfterAll
    static void asMuchIsComparedAsWasBefore() {
        TALLIES.forEach((standard, tally) -> System.out.println(standard + ": " + tally));
        System.out.println("niem-sar-6.0-json: " + JSON_VALUES + " values, all as they went in");
        assertThat(TALLIES).allSatisfy((standard, tally) -> assertThat(tally).as("the count of %s; a new sample makes it larger", standard).hasToString(COUNTED.get(standard)));
    }

    private static Stream<Path> messagesOf(String standard) {
        return SampleFolders.samplesOf(SampleFolders.STANDARDS.resolve(standard)).stream().filter(file -> file.toString().endsWith(".accepted.txt"))
                .map(file -> Path.of(file.toString().replace(".accepted.txt", ".xml")))
                .filter(sample -> !NOT_AS_THEY_CAME.contains(sample.getFileName().toString()))
                .filter(sample -> Shipped.HOUSE.standards().matching(root(sample)).orElseThrow().isMessage());
    }

    private static javax.xml.namespace.QName root(Path sample) {
        var name = Saxon.root(Saxon.tree(SampleFolders.bytes(sample))).getNodeName();
        return new javax.xml.namespace.QName(name.getNamespaceURI(), name.getLocalName());
    }

    private void becomesCommon(String standard, Path input) throws Exception {
        var record = strict.toCommon(standard, Saxon.tree(SampleFolders.bytes(input)));

        assertValid("xsd/common-1.0/common.xsd", record);
        var expected = Path.of(input.toString().replaceAll("\\.in\\.xml$", ".out.xml"));
        XmlAssert.assertThat(Saxon.serialize(record)).and(SampleFolders.bytes(expected)).ignoreComments().ignoreWhitespace().areIdentical();
    }

    private void leavesCommon(String standard, Path input) throws Exception {
        var record = Saxon.tree(SampleFolders.bytes(input));
        assertValid("xsd/common-1.0/common.xsd", record);
        var writer = MAPPINGS.find(standard).flatMap(Mapping::fromCommon).orElseThrow();
        var form = Optional.ofNullable(Record.of(record).header().getForm()).filter(writer.forms()::contains).or(() -> writer.forms().stream().findFirst()).orElse("");
        var parameters = Map.of("mark-status", "true", "form", form);
        var product = MAPPINGS.fromCommon(standard, record, parameters);

        var stem = input.toString().replaceAll("common\\.xml$", "") + standard;
        if (writer.checkJsonSchema().isPresent()) {
            assertThat(JSON.readTree(product)).isEqualTo(JSON.readTree(SampleFolders.bytes(Path.of(stem + ".json"))));
            var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(JSON.readTree(MAPPINGS.shelf().get(writer.checkJsonSchema().get())));
            assertThat(schema.validate(JSON.readTree(product))).isEmpty();
        } else {
            if (writer.extension().equals("json")) assertThat(JSON.readTree(product)).isEqualTo(JSON.readTree(SampleFolders.bytes(Path.of(stem + ".json"))));
            else XmlAssert.assertThat(product).and(SampleFolders.bytes(Path.of(stem + ".xml"))).ignoreComments().ignoreWhitespace().areIdentical();
            var checked = Shipped.HOUSE.checker().check(product);
            assertThat(checked.match().standard().name()).isEqualTo(writer.checkStandard().orElseThrow());
            assertThat(checked.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
        }
    }

    private void assertValid(String schema, XdmNode document) throws Exception {
        var validator = schemas.get(schema).newValidatorHandler();
        validator.setContentHandler(new DefaultHandler());
        validator.setErrorHandler(new DefaultHandler() {
            @Override public void error(SAXParseException e) throws SAXException { fail("not a document of the common model: " + e.getMessage()); }
        });
        Saxon.processor().writeXdmValue(document, new SAXDestination(validator));
    }

    private static boolean isInput(String file) {
        return file.endsWith(".in.xml") || file.endsWith(".common.xml");
    }

    /** CAP 1.2 allows optional elements without content; they say nothing. */
    private static boolean isEmpty(Node node) {
        return node.getNodeType() == Node.ELEMENT_NODE && node.getTextContent().isBlank() && node.getAttributes().getLength() == 0;
    }
}
