package tearline.engine.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tearline.engine.exchange.Trial.EVERYTHING;
import static tearline.engine.message.Wrapped.alert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.Refusal;
import tearline.engine.config.ConfigurationMistakes;
import tearline.engine.kit.Shipped;

/** The places in which values hide, each as a test of the finished product: the leak vectors by their names, then the other leak paths (marking reference §4.5). */
class LeakVectorsTest {

    private static final String CANARY = "Canary4711";
    private static final List<String> FORMATS = List.of("common-1.0", "cap-1.2", "edxl-sitrep-1.0", "geojson", "niem-sar-6.0");

    @TempDir Path folder;
    private Trial trial;
    private String report;

    @BeforeEach
    void receiversWhoMaySeeNeitherPersonsNorPoliceWords() throws IOException {
        report = Files.readString(Path.of("../../samples/demo/messages/03-photography-report.xml"));
        trial = new Trial(folder).sender("defaultMark='U//FOUO' defaultStatus='Actual' bannerPolicy='boilerplate'", """
                <category name="header" label="U//FOUO"/><category name="behaviour" label="U//FOUO"/><category name="time" label="U//FOUO"/><category name="event" label="U//FOUO"/>
                <category name="place.general" label="U//FOUO"/><category name="item.description" label="U//FOUO"/><category name="person.description" label="U//FOUO"/>
                <category name="relation" label="U//FOUO"/><category name="target" label="U//FOUO"/><category name="source.identity" label="U//FOUO"/><category name="retention" label="U//FOUO"/>""");
        for (var format : FORMATS) {
            var form = format.startsWith("niem") ? "' form='detailed" : "";
            trial.receiver("alert-" + number(format), "maxTlp='GREEN'", "<product kind='alert' format='" + format + form + "' scopes='Public Restricted'/>", "CTRL FOUO", EVERYTHING);
            if (!format.startsWith("cap")) trial.receiver("sar-" + number(format), "maxTlp='GREEN'", "<product kind='sar' format='" + format + form + "'/>", "CTRL FOUO", EVERYTHING);
        }
    }

    @Test
    @DisplayName("V193 a comment anywhere in the input is in no output")
    void v193() {
        assertAbsent(cut().replace("<info>", "<!-- " + CANARY + " --><info>").replace("<event>", "<event><!-- " + CANARY + " -->"));
        assertAbsent(report.replace("<nc:DocumentTitleText>", "<!-- " + CANARY + " --><nc:DocumentTitleText><!-- " + CANARY + " -->"));
    }

    @Test
    @DisplayName("V194 a processing instruction before or inside the root is in no output")
    void v194() {
        assertAbsent("<?x " + CANARY + "?>" + cut().replace("<info>", "<?x " + CANARY + "?><info><?" + CANARY + "?>"));
        assertAbsent(report.replaceFirst("\\?>", "?><?x " + CANARY + "?>").replace("<nc:DocumentTitleText>", "<?x " + CANARY + "?><nc:DocumentTitleText>"));
    }

    @Test
    @DisplayName("V197 a number written with a character reference is found after parsing")
    void v197() {
        for (var written : List.of("&#52;49-87-4100", "449&#x2D;87-4100", "44<![CDATA[9-87-]]>4100", "449-87-<!-- x -->4100", "449-87-<?x y?>4100", "449\u201187\u20114100", "449 87 4100", "\uFF14\uFF14\uFF19-87-4100", "4&#173;49-87-4100")) {
            var told = report.replace("and left when approached.", "and left when approached. His number is " + written + ". He wore a cap.");
            var outcome = trial.send(told);
            for (var receiver : receivers("sar-")) {
                var product = outcome.product(receiver);
                assertThat(product).as(receiver + " " + written).doesNotContain("His number is");
                if (!receiver.contains("edxl")) assertThat(product).contains("He wore a cap");
            }
        }
    }

    @Test
    @DisplayName("V200 schema locations, bases and namespace declarations are in no output")
    void v200() {
        assertAbsent(cut().replace("<alert ", "<alert xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:x " + CANARY + "' xmlns:evil='urn:" + CANARY + "' "));
        assertAbsent(report.replace("<nc:DocumentTitleText>", "<nc:DocumentTitleText xmlns:evil='urn:" + CANARY + "'>").replaceFirst("<sarx:SuspiciousActivityReport", "<sarx:SuspiciousActivityReport xsi:schemaLocation='urn:x " + CANARY + "'"));
    }

    @Test
    @DisplayName("V202 the address of a file is not in the output of what was redacted")
    void v202() {
        var resource = "<resource><resourceDesc>Picture</resourceDesc><mimeType>image/jpeg</mimeType><uri>https://inside.example/SAR-123/" + CANARY + ".jpg</uri></resource><area>";
        trial.receiver("no-links", "maxTlp='GREEN'", "<product kind='alert' format='cap-1.2' scopes='Public Restricted'/>", "CTRL FOUO", without("link"));
        assertThat(trial.send(cut().replace("<area>", resource)).product("no-links")).doesNotContain(CANARY).doesNotContain("inside.example");
        assertAbsent(restricted(cut()).replace("<area>", resource));
    }

    @Test
    @DisplayName("V204 a PDF is withheld, whatever covers the words in it")
    void v204() {
        assertAbsent(cut().replace("<area>", file("application/pdf", "%PDF-1.4 BT (" + CANARY + ") Tj ET")));
        assertThat(trial.send(cut().replace("<area>", file("application/pdf", CANARY))).decision("alert-cap-1-2").codes()).contains("ATTACHMENT-TYPE");
    }

    @Test
    @DisplayName("V205 an office file is withheld with its headers, properties and deleted words")
    void v205() {
        assertAbsent(cut().replace("<area>", file("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK docProps/core.xml <w:delText>" + CANARY + "</w:delText>")));
    }

    @Test
    @DisplayName("V207 a token that names a message the reader does not hold is removed")
    void v207() {
        assertAbsent(cut().replace("<msgType>Alert</msgType>", "<msgType>Update</msgType>").replace("<scope>Public</scope>",
                "<scope>Public</scope><references>" + CANARY + "@inside.example," + CANARY + "-1,2026-11-24T17:00:00-05:00</references>"));
        trial.receiver("no-references", "maxTlp='GREEN'", "<product kind='alert' format='cap-1.2' scopes='Public Restricted'/>", "CTRL FOUO", without("reference"));
        assertThat(trial.send(cut().replace("<scope>Public</scope>", "<scope>Public</scope><incidents>" + CANARY + "</incidents>")).product("no-references")).doesNotContain(CANARY);
    }

    @Test
    @DisplayName("V211 what a schema or rule finds wrong is told without the value")
    void v211() {
        for (var wrong : List.of(alert("A").replace("<status>Actual", "<status>" + CANARY), alert("A").replace("2026-11-24T18:05:00-05:00", CANARY), alert(CANARY + " with blanks"))) {
            assertThat(refused(wrong)).doesNotContain(CANARY);
        }
    }

    @Test
    @DisplayName("V214 an update of a withheld field alone changes no byte, name or digest")
    void v214() {
        var one = trial.send(report);
        var other = trial.send(report.replace("Morgan Exemplar", "Robin Placeholder").replace("G-2204", "G-9999").replace("knew the shift plan", "knew something else"));
        for (var receiver : receivers("sar-")) {
            assertThat(other.bytes(receiver)).as(receiver).isEqualTo(one.bytes(receiver));
            assertThat(other.decision(receiver).products()).isEqualTo(one.decision(receiver).products());
        }
    }

    @Test
    @DisplayName("V215 how many persons were withheld is not told")
    void v215() throws IOException {
        var person = report.substring(report.indexOf("<sarx:PersonOfInterest"), report.indexOf("</sarx:PersonOfInterest>") + "</sarx:PersonOfInterest>".length());
        var second = person.replace("person-1", "person-2").replace("Morgan Exemplar", "Robin Placeholder");
        Files.createDirectories(folder.resolve("policies"));
        Files.writeString(folder.resolve("policies/telling.xml"), "<policy xmlns='https://tearline.example/configuration/1.0' name='telling' title='Telling' discloses='categories'><keep category='behaviour'/><keep category='event'/></policy>");
        trial.receiver("told", "organisation='slt' country='USA' operatedBy='staff'", "maxTlp='GREEN'", "<product kind='sar' format='common-1.0'/>", "CTRL FOUO", "<policy ref='telling'/>");
        assertThat(trial.send(report.replace(person, person + second)).bytes("told")).isEqualTo(trial.send(report).bytes("told"));
    }

    @Test
    @DisplayName("V219 a partner with an empty list of grants gets nothing but what is public")
    void v219() {
        var products = "<product kind='alert' format='cap-1.2' scopes='Public Restricted'/><product kind='sar' format='common-1.0'/>";
        assertThatThrownBy(() -> trial.receiver("empty", "maxTlp='RED'", products, "", EVERYTHING).send(report)).isInstanceOf(ConfigurationMistakes.class);
        trial.receiver("empty", "maxTlp='RED'", products, "EMGT", EVERYTHING); // a grant of nothing that is asked here
        assertThat(trial.send(report).outcome("empty")).isEqualTo("withheld");
        assertThat(trial.send(restricted(alert("A"))).outcome("empty")).isEqualTo("withheld");
        assertThat(trial.send(cut()).product("empty")).contains("Leave low town").doesNotContain("police words");
    }

    @Test
    void aValueInAnAttributeHasNoWayThrough() {
        assertAbsent(report.replace("<sarx:PersonOfInterest structures:id=\"person-1\">", "<sarx:PersonOfInterest structures:id=\"" + CANARY + "\">").replace("\"person-1\"", "\"" + CANARY + "\""));
    }

    @Test
    void aParameterOrCodeThatIsNotAgreedIsGone() {
        trial.receiver("no-bags", "maxTlp='GREEN'", "<product kind='alert' format='cap-1.2' scopes='Public Restricted'/>", "CTRL FOUO", without("parameter", "code", "place.area"));
        assertThat(trial.send(alert("A").replace("<area>", "<parameter><valueName>" + CANARY + "</valueName><value>" + CANARY + "</value></parameter><area>")
                .replace("<expires>", "<eventCode><valueName>" + CANARY + "</valueName><value>" + CANARY + "</value></eventCode><expires>").replace("</areaDesc>", "</areaDesc><geocode><valueName>" + CANARY + "</valueName><value>" + CANARY + "</value></geocode>"))
                .product("no-bags")).doesNotContain(CANARY);
    }

    @Test
    void everyLanguageOfAnAlertLosesTheSame() {
        var info = alert("A").substring(alert("A").indexOf("<info>"), alert("A").indexOf("</info>") + 7);
        var spanish = info.replace("<info>", "<info><language>es-US</language>").replace("Water stands in Mill Street.", "Agua.\n(U//LES) " + CANARY);
        assertAbsent(alert("A").replace("</info>", "</info>" + spanish));
    }

    @Test
    void wordsForTheLoudspeakerAreNoOtherWay() {
        assertAbsent(cut().replace("<area>", "<parameter><valueName>EAS-TEXT</valueName><value>(U//LES) " + CANARY + "</value></parameter><area>"));
    }

    @Test
    void titlesAndFileNamesAreMadeFromWhatRemains() {
        var outcome = trial.send(report.replace("Photography of cameras", "Photography by Morgan Exemplar of cameras").replace("MDPS-26-00412", CANARY));
        for (var receiver : receivers("sar-")) {
            var decision = outcome.decision(receiver);
            assertThat(decision.products()).allSatisfy(product -> assertThat(product.fileName()).doesNotContain(CANARY).doesNotContainIgnoringCase("exemplar").matches("tl-[0-9a-f]{20}\\.[a-z]+"));
            assertThat(outcome.product(receiver)).doesNotContain("Exemplar").doesNotContain(CANARY);
        }
    }

    @Test
    void aSignatureOfTheWholeIsNotOnThePart() {
        var signature = "<Signature xmlns='http://www.w3.org/2000/09/xmldsig#'><SignedInfo/><SignatureValue>" + CANARY + "</SignatureValue></Signature></alert>";
        try {
            assertAbsent(cut().replace("</alert>", signature));
        } catch (Refusal refusal) {
            assertThat(refusal.toString()).doesNotContain(CANARY); // a signature that cannot be one is refused: no way through, either
        }
    }

    @Test
    void anEmailADateAndAPlateAreFoundAsPeopleWriteThem() {
        for (var written : List.of("Mr. Exemplar", "M. Exemplar", "Exemplar, Morgan", "Exemplar's van", "tsx-4471", "T5X 4471 and TSX4471", "7 Reservoir Ln", "Mоrgan Exemplar", "Morgan<b> Exem</b>plar", "Morgan%20Exemplar", "TW9yZ2FuIEV4ZW1wbGFy")) {
            var told = report.replace("and left when approached.", "and left when approached. Then this was heard: " + written.replace("<", "&lt;") + ". He wore a cap.");
            assertThat(trial.send(told).product("sar-common-1-0")).as(written).doesNotContain("Then this was heard").contains("photographed cameras").contains("He wore a cap");
        }
    }

    private void assertAbsent(String message) {
        var outcome = trial.send(message);
        int seen = 0;
        for (var decided : outcome.all().decided()) {
            assertThat(decided.decision().toString()).doesNotContain(CANARY);
            for (var bytes : decided.bytes().values()) for (var one : bytes) {
                assertThat(new String(one, UTF_8)).as(decided.agreement().partner()).doesNotContain(CANARY).doesNotContain(Base64.getEncoder().encodeToString(CANARY.getBytes(UTF_8)).substring(0, 10));
                seen += one.length;
            }
        }
        assertThat(seen).as("something left").isPositive();
    }

    private static String refused(String message) {
        try {
            var parts = Shipped.HOUSE.reader(false).read(message.getBytes(UTF_8)).parts();
            return parts.toString();
        } catch (Refusal refusal) {
            return refusal + " " + refusal.findings();
        }
    }

    /** Each kind of reader gets something: a test of nothing would always pass. */
    private List<String> receivers(String kind) {
        return FORMATS.stream().filter(format -> kind.equals("alert-") || !format.startsWith("cap")).map(format -> kind + number(format)).toList();
    }

    private static String number(String format) {
        return format.replace('.', '-');
    }

    private static String cut() {
        return alert("A").replace("Water stands", "(U//LES) police words\nWater stands");
    }

    private static String restricted(String alert) {
        return alert.replace("<scope>Public</scope>", "<scope>Restricted</scope><restriction>U//FOUO</restriction>");
    }

    private static String file(String type, String content) {
        return "<resource><resourceDesc>Plan</resourceDesc><mimeType>" + type + "</mimeType><derefUri>" + Base64.getEncoder().encodeToString(content.getBytes(UTF_8)) + "</derefUri></resource><area>";
    }

    private static Set<String> without(String... categories) {
        var kept = new TreeSet<>(EVERYTHING);
        kept.removeAll(List.of(categories));
        return kept;
    }
}
