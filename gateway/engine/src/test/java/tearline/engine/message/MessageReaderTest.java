package tearline.engine.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static tearline.engine.message.Wrapped.alert;
import static tearline.engine.message.Wrapped.inDe1;
import static tearline.engine.message.Wrapped.inDe2;
import static tearline.engine.message.Wrapped.inDe2First;
import static tearline.engine.message.Wrapped.inSoap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tearline.engine.Code;
import tearline.engine.Severity;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.kit.Shipped;

/** Whatever it came in, a message is one thing with parts, and each part has a verdict of its own. */
class MessageReaderTest {

    private static final String INVALID = alert("BAD").replace("<msgType>Alert</msgType>", "");
    private static final String RULE_BROKEN = alert("RULE").replace("<msgType>Alert</msgType>", "<msgType>Cancel</msgType>");

    @Test
    void aBareDocumentIsTheMessageItself() {
        var bytes = alert("A").getBytes(UTF_8);
        var message = Shipped.HOUSE.reader(false).read(bytes);
        assertThat(message.bytes()).isSameAs(bytes);
        assertThat(message.standard()).isEqualTo("cap-1.2");
        assertThat(message.envelope()).isEmpty();
        assertThat(message.parts()).singleElement().satisfies(part -> {
            assertThat(part.accepted()).isTrue();
            assertThat(part.standard().orElseThrow().name()).isEqualTo("cap-1.2");
            assertThat(part.facts().sender()).contains("alerts@sender.example");
            assertThat(part.facts().id()).contains("A");
            assertThat(part.facts().status()).contains("Actual");
            assertThat(part.facts().type()).contains("Alert");
        });
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void aDocumentInAnEnvelopeIsAPartWithTheSameFacts(String standard, String text) {
        var bare = read(alert("A")).parts().get(0);
        var message = read(text);
        assertThat(message.standard()).isEqualTo(standard);
        assertThat(message.envelope()).isPresent();
        assertThat(message.parts()).singleElement().satisfies(part -> {
            assertThat(part.accepted()).isTrue();
            assertThat(part.facts()).isEqualTo(bare.facts());
            assertThat(part.identityKey()).isEqualTo(bare.identityKey());
        });
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> envelopes() {
        return Stream.of(of("edxl-de-1.0", inDe1(alert("A"))), of("edxl-de-2.0", inDe2(alert("A"))), of("edxl-de-2.0", inDe2First(alert("A"))), of("soap-1.1", inSoap(alert("A"))),
                of("soap-1.1", inSoap(inDe1(alert("A")))), of("soap-1.1", inSoap(inDe2First(inDe1(alert("A"))))));
    }

    @Test
    void partsStandInOrderAndAreNumbered() {
        var message = read(inDe1(alert("A"), alert("B"), alert("C")));
        assertThat(message.parts()).extracting(Part::index).containsExactly(0, 1, 2);
        assertThat(message.parts()).extracting(part -> part.facts().id().orElseThrow()).containsExactly("A", "B", "C");
    }

    @Test
    void aRefusedPartDoesNotTakeItsNeighboursWithIt() {
        var message = read(inDe1(alert("A"), INVALID, RULE_BROKEN, "<odd xmlns='urn:odd'/>", alert("B")));
        assertThat(message.parts()).extracting(part -> part.refusal().map(Code::id).orElse("accepted")).containsExactly("accepted", "TL-V002", "TL-V003", "TL-U001", "accepted");
        assertThat(message.accepted()).extracting(part -> part.facts().id().orElseThrow()).containsExactly("A", "B");
    }

    @Test
    void aFindingInAPartStandsAtItsLineOfTheWholeMessage() {
        var text = inDe1(alert("A"), INVALID);
        var finding = read(text).parts().get(1).findings().get(0);
        var line = text.lines().toList().get(finding.line() - 1);
        assertThat(finding.line()).as("the lines before the second alert").isGreaterThan(20);
        assertThat(line).contains("<scope>");
        assertThat(finding.path()).isEqualTo("/alert/scope");
    }

    @Test
    void whereNoPartIsAcceptedTheWholeIsRefusedForTheReasonOfTheFirst() {
        assertThat(refused(inDe1(RULE_BROKEN, INVALID)).code()).isEqualTo(Code.RULE_BROKEN);
        assertThat(refused(inDe1(INVALID, RULE_BROKEN))).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(Code.NOT_VALID);
            assertThat(refusal.findings()).extracting(Finding::rule).contains("TL-V002", "CAP-REF-1");
        });
        assertThat(refused(inDe1("<odd xmlns='urn:odd'/>")).code()).isEqualTo(Code.UNKNOWN_STANDARD);
    }

    @Test
    void anInvalidEnvelopeRefusesTheWhole() {
        assertThat(refused(inDe1(alert("A")).replaceFirst("<distributionID>DE-1</distributionID>", "")).code()).isEqualTo(Code.NOT_VALID);
        assertThat(refused(inSoap(alert("A")).replace("soap:Body", "soap:Head")).code()).isEqualTo(Code.NOT_VALID);
    }

    @Test
    void anInvalidEnvelopeInsideAnotherIsARefusedPart() {
        var message = read(inDe2(alert("A"), inDe1(alert("B")).replaceFirst("<distributionID>DE-1</distributionID>", "")));
        assertThat(message.parts()).extracting(part -> part.refusal().map(Code::id).orElse("accepted")).containsExactly("accepted", "TL-V002");
    }

    @Test
    void anEnvelopeWithNothingInItIsRefusedAsAMessageButNotWhenOnlyAskedAbout() throws IOException {
        var empty = Files.readString(Path.of("../../xsd/edxl-de-1.0/samples/02-cancel-without-content.xml"));
        assertThat(refused(empty.replace("Cancel</distributionType>", "Report</distributionType>")).code()).isEqualTo(Code.NOTHING_INSIDE);
        assertThat(Withdrawal.of(read(empty)).orElseThrow().distributions()).as("what it takes back is not in it").containsExactly("MC-DE-0007");
        assertThat(Shipped.HOUSE.inspector(false).read(empty.getBytes(UTF_8)).parts()).isEmpty();
    }

    @Test
    void fiveHundredPartsAreTakenAndOneMoreIsNot() {
        var small = "<odd xmlns='urn:odd'/>";
        var many = Collections.nCopies(499, small).toArray(String[]::new);
        assertThat(read(inDe1(alert("A") + String.join("", many))).parts()).hasSize(500);
        assertThat(refused(inDe1(alert("A") + small + String.join("", many))).code()).isEqualTo(Code.TOO_MANY_PARTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(S//NF) The source said so.", "SECRET//NOFORN\nThe source said so.", "(TS) One.\n(TS//SI) Two."})
    void aSpillRefusesTheWholeHoweverDeepItLies(String text) {
        var spilled = alert("S").replace("Water stands in Mill Street.", text);
        for (var message : List.of(spilled, inDe1(alert("A"), spilled), inDe2(spilled, alert("A")), inSoap(inDe2First(inDe1(alert("A"), spilled))))) {
            assertThat(refused(message).code()).isEqualTo(Code.SPILL);
        }
    }

    @Test
    void aSpillInAPartThatIsNoneOfOursIsASpillToo() {
        assertThat(refused(inDe1(alert("A"), "<odd xmlns='urn:odd'>(S//NF) The source said so.</odd>")).code()).isEqualTo(Code.SPILL);
        assertThat(refused(inDe1(alert("A"), INVALID.replace("Water stands", "(S//NF) Water stands"))).code()).isEqualTo(Code.SPILL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- SECRET//NOFORN -->Water stands in Mill Street.", "<?note (S//NF) the source said so?>Water stands in Mill Street.", "(S/<!-- -->/NF) Water stands.",
            "(S//<![CDATA[NF]]>) Water stands.", "(S&#47;/NF) Water stands.", "(S&amp;#47;/NF) Water stands.", "SECRET//NOFORN Water stands."})
    void neitherACommentNorAReferenceHidesASpill(String text) {
        assertThat(refused(alert("S").replace("Water stands in Mill Street.", text)).code()).isEqualTo(Code.SPILL);
        assertThat(refused(inDe1(alert("A"), alert("S").replace("Water stands in Mill Street.", text))).code()).isEqualTo(Code.SPILL);
    }

    @Test
    void aCommentBeforeTheRootMayNotSpillEither() {
        assertThat(refused("<!-- TOP SECRET//SI//NOFORN -->" + alert("S")).code()).isEqualTo(Code.SPILL);
        assertThat(refused("<!-- a -->" + alert("S") + "<!-- (TS//SI) -->").findings()).singleElement().satisfies(finding -> assertThat(finding.line()).isPositive());
        assertThat(read("<!-- SECRET is what we keep no secret of (S) -->" + alert("S")).parts()).hasSize(1);
    }

    @Test
    void aClassifiedEnvelopeIsASpill() {
        assertThat(refused(inDe1("Actual", "SECRET", List.of(), alert("A"))).code()).isEqualTo(Code.SPILL);
        assertThat(refused(inDe1("Actual", "UNCLASSIFIED", List.of("SECRET//NOFORN"), alert("A"))).code()).isEqualTo(Code.SPILL);
    }

    @Test
    void aSpillIsToldByItsPlaceAlone() {
        var refusal = refused(alert("S").replace("Water stands in Mill Street.", "(S//NF) canary"));
        assertThat(refusal.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("/description");
            assertThat(finding.line()).isEqualTo(16);
            assertThat(finding.toString()).doesNotContain("canary").doesNotContain("NF");
        });
    }

    @Test
    void aLoneLetterIsNoSpill() {
        assertThat(read(alert("A").replace("Water stands in Mill Street.", "(C) Water stands in Mill Street.")).accepted()).hasSize(1);
    }

    @Test
    void aSenderWhoIsReadLenientlyMayBreakARuleButNotTheSchema() {
        assertThat(Shipped.HOUSE.reader(true).read(RULE_BROKEN.getBytes(UTF_8)).accepted()).hasSize(1).allMatch(Part::hasErrors);
        assertThat(catchThrowableOfType(Refusal.class, () -> Shipped.HOUSE.reader(true).read(INVALID.getBytes(UTF_8))).code()).isEqualTo(Code.NOT_VALID);
    }

    @Test
    void whatWasForgivenAndMadeGoodIsToldWhereItStoodAndTheBytesStay() {
        var text = alert(" A ").replace("<areaDesc>Low town</areaDesc>", "<areaDesc>Low town</areaDesc><polygon>38.0,-122.0 38.1,-122.0 38.1,-121.9</polygon><polygon>38.0,-122.0 38.1</polygon>");
        var message = Shipped.HOUSE.reader(true).read(text.getBytes(UTF_8));
        assertThat(message.bytes()).isEqualTo(text.getBytes(UTF_8));
        var findings = message.parts().get(0).findings();
        assertThat(findings).filteredOn(finding -> finding.message().startsWith("Repaired: ")).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.clause()).startsWith("CAP 1.2 §3.2");
        }).extracting(Finding::rule, Finding::path).containsExactly(tuple("CAP-ID-1", "/alert/identifier"), tuple("CAP-GEO-1", "/alert/info/area/polygon"));
        assertThat(findings).as("a fault that nobody can mend stays one").anySatisfy(finding -> assertThat(finding.path() + finding.severity()).isEqualTo("/alert/info/area/polygon[2]ERROR"));
        var product = new String(Shipped.HOUSE.mappings().fromCommon("cap-1.2", Shipped.HOUSE.mappings().toCommon("cap-1.2", message.parts().get(0).document()), java.util.Map.of("mark-status", "true")), UTF_8);
        assertThat(product).contains("<identifier>A</identifier>").contains("38.1,-121.9 38.0,-122.0</polygon>");
    }

    @Test
    void aFeedThatOnlyLinksToItsAlertsIsToldToBePolled() throws IOException {
        for (var sample : List.of("atom-1.0/samples/07-entries-that-only-link", "rss-2.0/samples/05-items-that-only-link")) {
            var refusal = refused(Files.readString(Path.of("../../xsd/" + sample + ".xml")));
            assertThat(refusal.code()).isEqualTo(Code.NOTHING_INSIDE);
            assertThat(refusal.findings()).anySatisfy(finding -> {
                assertThat(finding.rule()).isIn("ATOM-04", "RSS-03");
                assertThat(finding.advice()).contains("poll");
            });
        }
    }

    @Test
    void whatTheGatewayWritesButNobodySendsIsNoMessage() throws IOException {
        var pointer = Files.readString(Path.of("../../xsd/niem-sar-6.0/samples/06-pointer-to-a-yellow-record.xml"));
        assertThat(refused(pointer).code()).isEqualTo(Code.NOT_A_MESSAGE);
        assertThat(Shipped.HOUSE.inspector(false).read(pointer.getBytes(UTF_8)).accepted()).hasSize(1);
    }

    @Test
    void theLessRealOfTwoEnvelopesIsTheEnvelopesStatus() {
        assertThat(read(inDe1("Exercise", "UNCLASSIFIED", List.of(), inDe2(alert("A")))).envelope().orElseThrow().getStatus()).isEqualTo("Exercise");
        assertThat(read(inDe2(inDe1("Exercise", "UNCLASSIFIED", List.of(), alert("A")))).envelope().orElseThrow().getStatus()).isEqualTo("Exercise");
        assertThat(read(inSoap(inDe1("Test", "UNCLASSIFIED", List.of(), inDe2(alert("A"))))).envelope().orElseThrow().getStatus()).isEqualTo("Test");
    }

    private static Message read(String text) {
        return Shipped.HOUSE.reader(false).read(text.getBytes(UTF_8));
    }

    private static Refusal refused(String text) {
        var refusal = catchThrowableOfType(Refusal.class, () -> read(text));
        assertThat(refusal).as("it is accepted").isNotNull();
        return refusal;
    }

    private static org.junit.jupiter.params.provider.Arguments of(Object... arguments) {
        return org.junit.jupiter.params.provider.Arguments.of(arguments);
    }

    @Test
    void theConfigurationBoundsDepthAndPartsBelowWhatTheReaderWouldTake() {
        var shallow = Shipped.HOUSE.reader(false, new Limits(3, 500));
        assertThat(catchThrowableOfType(Refusal.class, () -> shallow.read("<a><b><c><d/></c></b></a>".replace("<a>", "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'>").replace("</a>", "</alert>").getBytes(UTF_8))).code()).isEqualTo(Code.TOO_DEEP);
    }

    @Test
    void whatWasAcceptedUnderAWiderLimitIsReadAgainWhole() {
        var alert = "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'><identifier>A</identifier></alert>";
        var many = ("<alerts>" + alert.repeat(501) + "</alerts>").getBytes(UTF_8);
        assertThat(catchThrowableOfType(Refusal.class, () -> Shipped.HOUSE.reader(false, Limits.STANDARD).read(many)).code()).isEqualTo(Code.TOO_MANY_PARTS);
        assertThat(catchThrowableOfType(Refusal.class, () -> Shipped.HOUSE.reader(false, Limits.ACCEPTED).read(many)).code()).as("all 501 are looked at").isEqualTo(Code.NOT_VALID);
    }
}
