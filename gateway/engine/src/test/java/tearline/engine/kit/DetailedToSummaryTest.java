package tearline.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.Severity;
import tearline.engine.config.Configuration;
import tearline.engine.config.ConfigurationReader;
import tearline.engine.exchange.Exchange;
import tearline.engine.exchange.Trial;
import tearline.engine.house.HouseVocabulary;
import tearline.engine.mark.Incoming;
import tearline.engine.model.Categories;
import tearline.engine.xml.Saxon;

/** Sends every report that we accept to the emergency managers of the demo, who get the summary form: it is the release engine's work, and the policy says how much of it is told. */
class DetailedToSummaryTest {

    private static final Path DEMO = Path.of("../../samples/demo");
    private static final Pattern IDS = Pattern.compile("structures:id=\"([^\"]+)\"");
    private static final Pattern REFERENCES = Pattern.compile("(?:structures:ref|nc:metadataRef|cui:portionMarkingMetadataRef)=\"([^\"]+)\"");
    private static final Pattern PROPERTIES = Pattern.compile("<sarx:RedactedPropertyName>([^<]+)</sarx:RedactedPropertyName>");
    private final Categories categories = Shipped.HOUSE.categories();

    @TempDir Path folder;

    @BeforeEach
    void theDemoIsCopied() throws IOException {
        try (var files = Files.walk(DEMO)) {
            for (var file : files.filter(Files::isRegularFile).filter(file -> !file.toString().contains("/data/")).toList()) {
                var copy = folder.resolve(DEMO.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everySummaryIsValidAndNamesNobody() {
        var configuration = configured();
        return reports().map(sample -> dynamicTest(name(sample), () -> {
            var summary = summary(configuration, sample);
            assertThat(summary).contains("<sarx:ReportFormCode>SUMMARY<").contains("PrivacyInformationExistsIndicator>true<").doesNotContain("sarx:Redaction>", "sarx:Redaction ");
            assertThat(summary.replaceAll("<sarx:NexusRationaleText[^>]*/>", "")).as("SAR-04 wants a rationale, or that it was withheld; nothing else is told").doesNotContain("valueEmptyReasonCode", "ithheld");
            assertNamesNobody(sample, summary);
            assertThat(referredTo(summary)).as("dangling").isSubsetOf(all(IDS, summary));
        }));
    }

    @TestFactory
    Stream<DynamicTest> aPolicyThatDisclosesCategoriesSaysTheNiemWayWhatWasWithheldAndWhy() throws IOException {
        tell("categories", "title", "narrative");
        var configuration = configured();
        return reports().map(sample -> dynamicTest(name(sample), () -> {
            var summary = summary(configuration, sample);
            var names = new ArrayList<String>();
            for (var found = PROPERTIES.matcher(summary); found.find();) names.add(found.group(1));
            assertThat(names).isNotEmpty().doesNotHaveDuplicates();
            assertThat(summary).doesNotContain("RedactedQuantity");
            if (source(sample).toString().matches("(?s).*<text[^>]*[^/]>.*")) assertThat(summary).contains("<nc:ActivityDescriptionText nc:valueEmptyReasonCode=\"withheld\"/>", ">nc:ActivityDescriptionText<");
            if (source(sample).toString().matches("(?s).*<title[^>]*[^/]>.*")) assertThat(summary).contains("<nc:DocumentTitleText nc:valueEmptyReasonCode=\"withheld\"/>");
            var reasons = summary.replaceAll("(?s).*<sarx:RedactedPropertyName>nc:PersonName</sarx:RedactedPropertyName><sarx:RedactionReasonCode>(\\w+)<.*", "$1");
            if (source(sample).toString().matches("(?s).*<person role=\"(subject|observer)\"[^>]*>\\s*<name.*")) assertThat(reasons).isEqualTo("PRIVACY_FIELD");
            assertNamesNobody(sample, summary);
        }));
    }

    @TestFactory
    Stream<DynamicTest> aPolicyThatDisclosesThatSomethingIsMissingDoesNotSayWhat() throws IOException {
        tell("presence", "title", "narrative");
        var configuration = configured();
        return reports().map(sample -> dynamicTest(name(sample), () -> assertThat(summary(configuration, sample).replaceAll("<sarx:NexusRationaleText[^>]*/>", ""))
                .doesNotContain("sarx:Redaction>", "valueEmptyReasonCode", "ActivityDescriptionText", "DocumentTitleText")));
    }

    /** SAR-09 and the ISE privacy guidelines: who is not known to be no US person is one. We treat everybody as one, so the status decides nothing. */
    @TestFactory
    Stream<DynamicTest> whoeverIsOfUnknownStatusIsProtectedAsAUsPersonIs() {
        var configuration = configured();
        var sample = SampleFolders.STANDARDS.resolve("niem-sar-6.0/samples/01-detailed-report-with-marked-portions.xml");
        var text = new String(bytes(sample), StandardCharsets.UTF_8);
        var yes = summary(configuration, text.replace("PersonUSPersonCode>Unknown<", "PersonUSPersonCode>Yes<").getBytes(StandardCharsets.UTF_8));
        var unsaid = text.replaceAll("(?s)<sarx:PersonAugmentation>.*?</sarx:PersonAugmentation>", "");
        assertThat(unsaid).isNotEqualTo(text);
        return Stream.of(text, text.replace("PersonUSPersonCode>Unknown<", "PersonUSPersonCode>No<"), unsaid).map(other -> dynamicTest(other.contains(">No<") ? "No" : other.equals(text) ? "Unknown" : "unsaid",
                () -> assertThat(summary(configuration, other.getBytes(StandardCharsets.UTF_8))).isEqualTo(yes).doesNotContain("USPersonCode", "Exemplar")));
    }

    /** What state-eoc keeps, but for some, is now a policy's affair, which may tell of it. */
    private void tell(String discloses, String... withhold) throws IOException {
        var file = folder.resolve("partners/state-eoc.xml");
        var text = Files.readString(file);
        var keeps = new StringBuilder();
        for (var keep = Pattern.compile("\\s*<keep category=\"([^\"]+)\"/>").matcher(text); keep.find();) if (!Set.of(withhold).contains(keep.group(1))) keeps.append(keep.group());
        Files.createDirectories(folder.resolve("policies"));
        Files.writeString(folder.resolve("policies/telling.xml"), "<policy xmlns=\"https://tearline.example/configuration/1.0\" name=\"telling\" title=\"Telling\" discloses=\"" + discloses + "\">" + keeps + "</policy>");
        Files.writeString(file, text.replaceFirst("(?s)<keep category.*<keep category=\"[^\"]+\"/>", "<policy ref=\"telling\"/>").replaceAll("(?s)<case .*?</case>", ""));
    }

    private Configuration configured() {
        return new ConfigurationReader(new HouseVocabulary(Shipped.HOUSE)).read(folder);
    }

    private static Stream<Path> reports() {
        return Stream.of("niem-sar-6.0", "niem-sar-5.2", "niem-sar-6.0-json").flatMap(standard -> SampleFolders.samplesOf(SampleFolders.STANDARDS.resolve(standard)).stream())
                .filter(file -> file.toString().endsWith(".accepted.txt")).map(file -> Stream.of(".xml", ".json").map(end -> Path.of(file.toString().replace(".accepted.txt", end))).filter(Files::exists).findFirst().orElseThrow())
                .filter(file -> new String(SampleFolders.bytes(file), StandardCharsets.UTF_8).matches("(?s).*\\W?sarx:SuspiciousActivityReport[\\s>\"].*|.*:SuspiciousActivityReport\".*"));
    }

    /** A level of YELLOW gives a pointer instead of a form. */
    private static byte[] bytes(Path sample) {
        return new String(SampleFolders.bytes(sample), StandardCharsets.UTF_8).replaceAll("(IncidentDisseminationLevelCode\\W+)YELLOW", "$1GREEN").getBytes(StandardCharsets.UTF_8);
    }

    private static String name(Path sample) {
        return sample.getParent().getParent().getFileName() + "/" + sample.getFileName();
    }

    private String summary(Configuration configuration, Path sample) {
        return summary(configuration, bytes(sample));
    }

    private String summary(Configuration configuration, byte[] report) {
        var message = Shipped.HOUSE.reader(false).read(report);
        var incoming = Incoming.of("m-1", message, message.accepted().get(0), configuration.getPartner("state-fusion"));
        var outcome = new Exchange(Shipped.HOUSE, configuration).run(incoming, Trial.NOW);
        var decided = outcome.decided().stream().filter(one -> one.agreement().partner().equals("state-eoc")).findFirst().orElseThrow(() -> new AssertionError(outcome.plan().notCovered().toString()));
        assertThat(decided.bytes()).as(decided.decision().outcome() + " " + decided.decision().reasons() + " " + decided.decision().withheld()).isNotEmpty();
        var product = decided.bytes().values().iterator().next().get(0);
        var checked = Shipped.HOUSE.checker().check(product);
        assertThat(checked.match().standard().name()).isEqualTo("niem-sar-6.0");
        assertThat(checked.findings()).as("valid, SAR-01 and SAR-14 included").noneMatch(finding -> finding.severity() == Severity.ERROR);
        return new String(product, StandardCharsets.UTF_8);
    }

    private XdmNode source(Path sample) {
        var part = Shipped.HOUSE.reader(false).read(SampleFolders.bytes(sample)).accepted().get(0);
        return Shipped.HOUSE.mappings().toCommon(part.standard().orElseThrow().name(), part.document());
    }

    /** By the table: no field of a private category in it, and none of the values that such fields had. */
    private void assertNamesNobody(Path sample, String summary) {
        var left = new ArrayList<String>();
        fields(Saxon.root(Shipped.HOUSE.mappings().toCommon("niem-sar-6.0", Saxon.tree(summary.getBytes(StandardCharsets.UTF_8)))), "", null, (category, text) -> {
            if (category.privacy()) left.add(category.name());
        });
        assertThat(left).isEmpty();
        var secrets = new TreeSet<String>();
        var open = new TreeSet<String>();
        fields(Saxon.root(source(sample)), "", null, (category, text) -> (category.privacy() ? secrets : open).add(text));
        secrets.removeIf(secret -> secret.length() < 4 || open.contains(secret));
        assertThat(secrets).allSatisfy(secret -> assertThat(summary).doesNotContain(secret));
    }

    private interface Field {
        void is(Categories.Category category, String text);
    }

    private void fields(XdmNode element, String path, Categories.Category inherited, Field each) {
        var name = element.getNodeName().getLocalName();
        var category = path.isEmpty() ? null : categories.of(path, name, inherited);
        var below = Saxon.elements(element);
        if (below.isEmpty() && !element.getStringValue().isBlank() && category != null) each.is(category, element.getStringValue());
        var own = path.isEmpty() ? name : path.substring(path.lastIndexOf('/') + 1) + "/" + name;
        for (var child : below) fields(child, own, category, each);
    }

    private static Set<String> all(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        for (var next = pattern.matcher(text); next.find();) found.addAll(List.of(next.group(1).split("\\s+")));
        return found;
    }

    private static Set<String> referredTo(String text) {
        return all(REFERENCES, text);
    }
}
