package tearline.engine.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tearline.engine.exchange.Trial.EVERYTHING;
import static tearline.engine.message.Wrapped.alert;
import static tearline.engine.message.Wrapped.inDe1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.exchange.Trial;

/** What a view may not see goes, and nothing that stays tells of it. */
class ReleaseTest {

    private static final String CAP = "<product kind='alert' format='cap-1.2' scopes='Public Restricted'/>";
    private static final String RECORD = "<product kind='alert' format='common-1.0' scopes='Public Restricted'/><product kind='sar' format='common-1.0'/>";
    private static final String CLEARED = "CTRL FOUO LES LEI INV INTEL PRVCY CRIT PHYS EMGT PCII SSI CVI";
    private static final String CERTIFIED = "<credentials>28CFR23 CJIS PCII SSI CVI</credentials>";

    @TempDir Path folder;
    private Trial trial;
    private String report;

    @BeforeEach
    void receivers() throws IOException {
        report = Files.readString(Path.of("../../samples/demo/messages/03-photography-report.xml"));
        trial = new Trial(folder).sender("defaultMark='U//FOUO' defaultStatus='Actual' bannerPolicy='boilerplate'", """
                <category name="header" label="U//FOUO"/><category name="behaviour" label="U//FOUO"/><category name="time" label="U//FOUO"/>
                <category name="place.general" label="U//FOUO"/><category name="item.description" label="U//FOUO"/><category name="person.description" label="U//FOUO"/>
                <category name="relation" label="U//FOUO"/><category name="target" label="U//FOUO"/><category name="event" label="U//FOUO"/>""");
        trial.receiver("whole", "organisation='slt' country='USA' operatedBy='staff'", "maxTlp='RED'", CAP + "<product kind='sar' format='niem-sar-6.0' form='detailed'/>", CLEARED, CERTIFIED + kept(EVERYTHING));
        trial.receiver("record", "organisation='slt' country='USA' operatedBy='staff'", "maxTlp='RED'", RECORD, CLEARED, CERTIFIED + kept(EVERYTHING));
        trial.receiver("civil", "maxTlp='GREEN'", RECORD, "CTRL FOUO", EVERYTHING);
    }

    /** Ours are other bytes than those that were signed, and an alert with both must not be lost. */
    @Test
    void aSignedDocumentThatLeavesItsCommentsBehindLeavesItsSignatureToo() {
        var outcome = trial.send("<!-- for the desk -->" + alert("A").replace("</alert>", "<ds:Object xmlns:ds='http://www.w3.org/2000/09/xmldsig#' Id='o'>signed</ds:Object></alert>"));
        assertThat(outcome.outcome("whole")).isEqualTo("pending");
        assertThat(new String(outcome.bytes("whole"), UTF_8)).contains("<headline>").doesNotContain("for the desk", "signed", "xmldsig");
    }

    @Test
    void aViewThatWithholdsNothingGetsTheSendersOwnBytes() {
        var text = "<?xml version='1.0'?>\n\n" + alert("A").replace("<info>", "<info   >");
        var outcome = trial.send(text);
        assertThat(outcome.bytes("whole")).isEqualTo(text.getBytes(UTF_8));
        assertThat(outcome.decision("whole").documentId()).isEqualTo("A");
        assertThat(outcome.decision("whole").products()).singleElement().satisfies(product -> assertThat(product.original()).isTrue());
    }

    /** A comment has no label, and so nobody may see it. */
    @Test
    void aDocumentThatGoesWholeLeavesItsCommentsBehind() {
        var outcome = trial.send("<?xml version='1.0'?>\n<!-- for the desk -->\n" + alert("A"));
        assertThat(new String(outcome.bytes("whole"), UTF_8)).doesNotContain("for the desk");
        assertThat(outcome.decision("whole").documentId()).isEqualTo("A");
        assertThat(outcome.decision("whole").products()).singleElement().satisfies(product -> assertThat(product.original()).isFalse());
    }

    @Test
    void aDocumentFromAnEnvelopeLeavesWithoutIt() {
        var product = trial.send(inDe1(alert("A"))).product("whole");
        assertThat(product).contains("<identifier>A</identifier>").doesNotContain("DE-1").doesNotContain("EDXLDistribution");
    }

    @Test
    void anotherFormatOfTheWholeKeepsIdentifierAndSender() {
        var product = trial.send(alert("A")).product("record");
        assertThat(product).contains("<id>A</id>").contains("<sender>alerts@sender.example</sender>");
    }

    @Test
    void aDerivativeHasItsOwnStableIdAndNoTraceOfItsSource() {
        var cut = alert("SOURCE-ID-0815").replace("Water stands", "(U//LES) police words\nWater stands");
        trial.receiver("civil-cap", "maxTlp='GREEN'", CAP, "CTRL FOUO", EVERYTHING);
        var product = trial.send(cut).product("civil-cap");
        assertThat(product).doesNotContain("0815").doesNotContain("alerts@sender.example").doesNotContain("police")
                .containsPattern("<identifier>tl-[0-9a-f]{32}</identifier>").contains("<sender>gateway@tearline.example</sender>");
        assertThat(trial.send(cut).product("civil-cap")).as("the same again").isEqualTo(product);
        assertThat(trial.send(cut.replace("0815", "0816")).product("civil-cap")).isNotEqualTo(product);
        assertThat(trial.send(cut).decision("civil-cap").products().get(0).fileName()).doesNotContain("0815").matches("tl-[0-9a-f]{20}\\.cap");
    }

    @Test
    void twoViewsKnowADocumentByTwoNames() {
        trial.receiver("narrow", "maxTlp='GREEN'", RECORD, "CTRL FOUO", Set.of("event"));
        var outcome = trial.send(alert("A").replace("Water stands", "(U//LES) police words\nWater stands"));
        assertThat(outcome.decision("narrow").documentId()).isNotEqualTo(outcome.decision("civil").documentId()).startsWith("tl-");
    }

    @Test
    void aReferenceIsMappedToTheNameUnderWhichTheViewKnowsTheOriginal() {
        trial.receiver("civil-cap", "maxTlp='GREEN'", CAP, "CTRL FOUO", EVERYTHING);
        var first = trial.send(cut("FIRST"));
        var update = cut("SECOND").replace("<msgType>Alert</msgType>", "<msgType>Update</msgType>")
                .replace("<scope>Public</scope>", "<scope>Public</scope><references>alerts@sender.example,FIRST,2026-11-24T18:05:00-05:00</references>");
        assertThat(trial.send(update).product("civil-cap")).doesNotContain("FIRST").doesNotContain("alerts@sender.example")
                .contains("<references>gateway@tearline.example," + first.decision("civil-cap").documentId() + ",2026-11-24T18:05:00-05:00</references>");
    }

    @Test
    void whatIsNotKeptGoesWhateverItsMark() {
        trial.receiver("narrow", "maxTlp='RED'", RECORD, "CTRL FOUO LES", Set.of("event", "place.area"));
        var product = trial.send(alert("A")).product("narrow");
        assertThat(product).contains("Low town").contains("Severe").doesNotContain("Mill Street").doesNotContain("headline").doesNotContain("River flood");
        assertThat(trial.send(alert("A")).decision("narrow").codes()).containsExactly("NOT-AGREED");
    }

    @Test
    void theMarkingIsRolledUpAnewFromWhatRemains() {
        var outcome = trial.send(report);
        assertThat(outcome.decision("record").banner()).contains("LEI").contains("PRVCY");
        assertThat(outcome.decision("civil").banner()).doesNotContain("PRVCY").doesNotContain("LEI").doesNotContain("LES").contains("FOUO");
        assertThat(outcome.product("civil")).doesNotContain("PRVCY");
        assertThat(outcome.decision("civil").sourceBanner()).contains("PRVCY");
    }

    @Test
    void withoutTheGrantForPersonsEveryPrivacyFieldGoes() {
        var product = trial.send(report).product("civil");
        assertThat(product).contains("PHOTO").doesNotContain("Morgan").doesNotContain("Exemplar").doesNotContain("TSX 4471").doesNotContain("G-2204").doesNotContain("Reservoir");
        assertThat(trial.send(report).product("record")).contains("Morgan Exemplar").contains("TSX 4471").contains("Reservoir");
    }

    @Test
    void aReportThatLosesAPrivacyFieldBecomesASummary() {
        trial.receiver("detailed", "maxTlp='GREEN'", "<product kind='sar' format='niem-sar-6.0' form='detailed'/>", "CTRL FOUO", EVERYTHING);
        var outcome = trial.send(report);
        assertThat(outcome.product("detailed")).containsPattern("ReportFormCode[^>]*>SUMMARY<").doesNotContain("Morgan");
        assertThat(outcome.decision("detailed").products()).singleElement().satisfies(product -> assertThat(product.form()).isEqualTo("summary"));
        assertThat(outcome.product("whole")).containsPattern("ReportFormCode[^>]*>DETAILED<").contains("Morgan");
    }

    @Test
    void aNarrativeThatRepeatsAWithheldNameIsSwept() {
        for (var spelled : new String[] {"Morgan Exemplar", "MORGAN  EXEMPLAR", "Morgán Exemplär", "Morgan-Exemplar's", "Mor\u200Bgan Exem\u00ADplar", "Morgan\u200BExemplar", "TSX4471", "plate tsx-4471"}) {
            var told = report.replace("Photography of cameras and gates at a water plant", "Photography by " + spelled);
            var outcome = trial.send(told);
            assertThat(outcome.product("civil")).as(spelled).contains("thirty minutes").doesNotContain("Photography by");
            assertThat(outcome.decision("civil").codes()).contains("SWEPT");
        }
        assertThat(trial.send(report).product("civil")).contains("Photography of cameras");
    }

    /** Nothing of ours stands in what its sender wrote, no notice either: it was stopped for want of one. */
    @Test
    void aReportWithARemarkLeavesAsWrittenWithoutIt() {
        var outcome = trial.send(report.replace("<nc:DocumentSensitivityText>", "<!-- a remark --><nc:DocumentSensitivityText>"));
        assertThat(outcome.product("whole")).contains("Morgan Exemplar").doesNotContain("a remark");
    }

    /** Each of its words stands in many a sentence by itself. */
    @Test
    void aWithheldNameOfCommonWordsIsSweptAsAWhole() {
        var named = report.replace("<nc:PersonFullName>Morgan Exemplar</nc:PersonFullName>", "<nc:PersonGivenName>June</nc:PersonGivenName><nc:PersonSurName>Hill</nc:PersonSurName>").replace("Photography of cameras and gates at a water plant", "Photography by June Hill");
        assertThat(trial.send(named).product("civil")).contains("thirty minutes").doesNotContain("Photography by");
        assertThat(trial.send(named.replace("Photography by June Hill", "Photography in June from the hill")).product("civil")).contains("Photography in June from the hill");
    }

    @Test
    void theSenderOfAPublicAlertMayNameAPersonThatNothingWithholds() {
        assertThat(trial.send(alert("A").replace("Water stands", "Morgan Exemplar says that water stands")).product("civil")).contains("Morgan Exemplar");
    }

    @Test
    void theOriginatorsTearLineTextStandsInForWhatIsWithheld() {
        var told = alert("A").replace("Water stands in Mill Street.", """
            (U//LES) police words
            Body words.
            ---- TEAR LINE ----
            (U//FOUO) Words below the line.""");
        var outcome = trial.send(told.replace("<scope>Public</scope>", "<scope>Restricted</scope><restriction>U//FOUO</restriction>"));
        assertThat(outcome.product("civil")).contains("Words below the line").doesNotContain("police words").doesNotContain("Body words");
        assertThat(outcome.product("record")).contains("Words below the line").contains("police words").contains("Body words");
    }

    @Test
    void aRelationWithAnEndThatIsGoneGoesToo() {
        assertThat(trial.send(report).product("record")).contains("<relation");
        trial.receiver("no-items", "organisation='slt' country='USA' operatedBy='staff'", "maxTlp='RED'", RECORD, CLEARED, CERTIFIED + kept(without("item.description", "item.identifier", "item.text")));
        var product = trial.send(report).product("no-items");
        assertThat(product).contains("Morgan").doesNotContain("<relation").doesNotContain("Samplewerke").doesNotContain("<item");
    }

    /** The first of what is left is the first: a gap in the count would tell of what is gone. */
    @Test
    void idsOfARecordAreCountedAnew() {
        var ids = java.util.regex.Pattern.compile(" id=\"([^\"]*)\"").matcher(trial.send(report).product("civil")).results().map(found -> found.group(1)).toList();
        assertThat(ids).isNotEmpty().isEqualTo(java.util.stream.IntStream.rangeClosed(1, ids.size()).mapToObj(i -> "n" + i).toList());
    }

    @Test
    void aPersonIsPrivateWhateverItsSenderMarks() {
        trial.sender("defaultMark='U//FOUO' defaultStatus='Actual' bannerPolicy='boilerplate'", "<category name='header' label='U//FOUO'/><category name='behaviour' label='U//FOUO'/><category name='person.name' label='U//FOUO'/>");
        var product = trial.send(report.replace("<nc:PersonName cui:portionMarkingMetadataRef=\"mark-privacy\">", "<nc:PersonName>")).product("civil");
        assertThat(product).contains("PHOTO").doesNotContain("Exemplar");
    }

    @Test
    void aSummaryHoldsNoPersonWhateverItsReaderIsClearedFor() {
        trial.receiver("summary", "organisation='slt' country='USA' operatedBy='staff'", "maxTlp='RED'", "<product kind='sar' format='niem-sar-6.0' form='summary'/>", CLEARED, CERTIFIED + kept(EVERYTHING));
        var outcome = trial.send(report);
        assertThat(outcome.product("summary")).containsPattern("ReportFormCode[^>]*>SUMMARY<").contains("Samplewerke").doesNotContain("Exemplar").doesNotContain("4471");
        assertThat(outcome.decision("summary").codes()).contains("PRIVACY");
    }

    @Test
    void aWithheldValueThatAlsoStandsInAFieldTheViewSeesIsNoSecret() {
        var told = report.replace("Morgan Exemplar", "Morgan Samplewerke").replace(">Morgan Samplewerke<", ">Samplewerke<").replace("Photography of cameras", "A Samplewerke van and photography of cameras");
        assertThat(trial.send(told).product("civil")).contains("A Samplewerke van");
    }

    @Test
    void commentsAndProcessingInstructionsHaveNoWayThrough() {
        trial.receiver("civil-cap", "maxTlp='GREEN'", CAP, "CTRL FOUO", EVERYTHING);
        var product = trial.send(cut("A").replace("<info>", "<!-- police comment --><?police words?><info>")).product("civil-cap");
        assertThat(product).doesNotContain("police");
    }

    @Test
    void aValueIsMadeAsCoarseAsAgreed() {
        trial.receiver("coarse", "organisation='slt' country='USA' operatedBy='staff'", "maxTlp='GREEN'", RECORD, "CTRL FOUO", "<keep category='event'/><generalize category='time' to='day'/>");
        var product = trial.send(alert("A").replace("<expires>", "<onset>2026-11-24T19:37:11-05:00</onset><expires>")).product("coarse");
        assertThat(product).contains("2026-11-24T00:00:00-05:00").doesNotContain("19:37:11");
        trial.receiver("all-but-coarse", "organisation='slt' country='USA' operatedBy='staff'", "maxTlp='GREEN'", CAP, "CTRL FOUO", kept(without("time")) + "<generalize category='time' to='day'/>");
        var whole = trial.send(alert("A")).decision("all-but-coarse");
        assertThat(whole.withheld()).isEmpty();
        assertThat(whole.documentId()).as("it is no longer the sender's document").startsWith("tl-");
        assertThat(whole.products()).allMatch(one -> !one.original());
    }

    @Test
    void whatTheRedactorOverlooksTheVerifierStops() {
        var outcome = trial.send(report.replace(">ISE-SAR<", ">ISE-SAR on Morgan Exemplar<")); // a field of the header, which nothing sweeps
        assertThat(outcome.outcome("civil")).isEqualTo("dead");
        assertThat(outcome.decision("civil").reasons()).containsExactly("VERIFIER-FOUND-WITHHELD");
        assertThat(outcome.decision("civil").products()).allSatisfy(product -> assertThat(product.size()).isZero());
        assertThat(outcome.outcome("record")).as("who may know the name is not stopped").isEqualTo("pending");
    }

    @Test
    void aDecisionTellsWhatWasWithheldByCategoryAndNeverAValue() {
        var decision = trial.send(report).decision("civil");
        assertThat(decision.withheld()).extracting(Release.Withheld::category).contains("person.name", "item.identifier", "narrative");
        assertThat(decision.toString()).doesNotContain("Morgan").doesNotContain("4471").doesNotContain("Reservoir").doesNotContain("shift plan");
    }

    @Test
    void whereNothingMayBeSeenNothingIsMade() {
        trial.receiver("narrow", "maxTlp='GREEN'", RECORD, "CTRL", Set.of("weather"));
        var outcome = trial.send(alert("A"));
        assertThat(outcome.outcome("narrow")).isEqualTo("withheld");
        assertThat(outcome.decision("narrow").products()).isEmpty();
    }

    private static String cut(String id) {
        return alert(id).replace("Water stands", "(U//LES) police words\nWater stands");
    }

    private static Set<String> without(String... categories) {
        var kept = new TreeSet<>(EVERYTHING);
        kept.removeAll(Arrays.asList(categories));
        return kept;
    }

    private static String kept(Set<String> categories) {
        var kept = new StringBuilder();
        categories.stream().filter(category -> !Set.of("header", "marking").contains(category)).sorted().forEach(category -> kept.append("<keep category='").append(category).append("'/>"));
        return kept.toString();
    }
}
