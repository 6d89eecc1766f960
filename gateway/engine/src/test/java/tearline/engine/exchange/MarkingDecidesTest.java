package tearline.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static tearline.engine.exchange.Trial.EVERYTHING;
import static tearline.engine.exchange.Trial.NOW;
import static tearline.engine.message.Wrapped.alert;
import static tearline.engine.message.Wrapped.inDe1;
import static tearline.engine.message.Wrapped.inDe2;
import static tearline.engine.message.Wrapped.inSoap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets what is decided by marks alone: of the document, its envelope, its texts and its sender's file. */
class MarkingDecidesTest {

    private static final String ALERT = "<product kind='alert' format='common-1.0' scopes='Public Restricted Private'/>";
    private static final String SITUATION = "<product kind='situation' format='common-1.0'/>";
    private static final String ALL = "CTRL FOUO LES LEI INV INTEL PRVCY CRIT PHYS EMGT PCII SSI CVI";

    @TempDir Path folder;
    private Trial trial;

    @BeforeEach
    void threeReceivers() {
        trial = new Trial(folder)
                .receiver("cleared", "maxTlp='RED'", ALERT + SITUATION, ALL, EVERYTHING)
                .receiver("civil", "maxTlp='GREEN'", ALERT + SITUATION, "CTRL FOUO", EVERYTHING)
                .receiver("anybody", "organisation='public' country='USA' operatedBy='staff'", "maxTlp='CLEAR'", "<product kind='alert' format='common-1.0' scopes='Public'/>", "",
                        "<keep category='narrative'/><keep category='event'/><keep category='title'/>");
    }

    @Test
    void aPublicAlertIsForEverybody() {
        var outcome = trial.send(alert("A"));
        assertThat(outcome.product("anybody")).contains("Water stands in Mill Street.");
        assertThat(outcome.product("civil")).contains("Water stands in Mill Street.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Friends of the county", "U//FROBNICATE", "CUI//XYZZY", "SENSITIVE"})
    void anUnknownMarkMeansNobody(String mark) {
        var outcome = trial.send(restricted(mark));
        assertThat(outcome.outcome("cleared")).isEqualTo("withheld");
        assertThat(outcome.outcome("civil")).isEqualTo("withheld");
    }

    @Test
    void anUnknownMarkInATextMeansNobodyForThatText() {
        trial.sender("bannerPolicy='boilerplate' defaultStatus='Actual'", "");
        var product = trial.send(described("Open words.\n(U//FROBNICATE) hidden words")).product("cleared");
        assertThat(product).contains("Leave low town").doesNotContain("hidden words");
    }

    @Test
    void aWordOfTheSendersOwnMeansWhatItsFileSays() {
        trial.sender("bannerPolicy='boilerplate' defaultStatus='Actual'", "<word is='Friends of the county' means='U//FOUO'/>");
        assertThat(trial.send(restricted("Friends of the county")).product("civil")).contains("Mill Street");
    }

    @Test
    void anUnmarkedDocumentTakesTheMarkOfItsSendersFile() throws IOException {
        assertThat(trial.send(situation()).outcome("civil")).isEqualTo("pending");
        trial.sender("defaultMark='U//LES' defaultStatus='Actual' bannerPolicy='boilerplate'", "");
        assertThat(trial.send(situation()).outcome("civil")).isEqualTo("withheld");
        assertThat(trial.send(situation()).outcome("cleared")).isEqualTo("pending");
    }

    @Test
    void withoutADefaultAnUnmarkedDocumentIsForNobody() throws IOException {
        trial.sender("defaultStatus='Actual' bannerPolicy='boilerplate'", "");
        assertThat(trial.send(situation()).outcome("cleared")).isEqualTo("withheld");
    }

    @Test
    void aMarkedPortionIsCutUnderBoilerplate() {
        var outcome = trial.send(described("Open words.\n(U//LES) police words\n(U//FOUO) office words"));
        assertThat(outcome.product("anybody")).contains("Open words").doesNotContain("police words").doesNotContain("office words");
        assertThat(outcome.product("civil")).contains("Open words").contains("office words").doesNotContain("police words");
        assertThat(outcome.product("cleared")).contains("Open words").contains("office words").contains("police words");
    }

    @Test
    void nothingIsCutUnderAnAuthoritativeBannerTheTextGoesWholeOrNotAtAll() {
        trial.sender("bannerPolicy='authoritative' defaultStatus='Actual'", "");
        var outcome = trial.send(described("Open words.\n(U//LES) police words"));
        assertThat(outcome.product("civil")).contains("Leave low town").doesNotContain("Open words").doesNotContain("police words");
        assertThat(outcome.product("cleared")).contains("Open words").contains("police words");
    }

    @Test
    void unclassifiedIsNotPublic() {
        assertThat(trial.send(described("(U) Inside words.")).product("anybody")).contains("Leave low town").doesNotContain("Inside words");
        assertThat(trial.send(inDe1("Actual", "UNCLASSIFIED", List.of(), alert("A"))).outcome("anybody")).isEqualTo("withheld");
        assertThat(trial.send(inDe1("Actual", "UNCLASSIFIED", List.of(), alert("A"))).outcome("civil")).isEqualTo("pending");
    }

    @Test
    void theConfidentialityOfAnEnvelopeCounts() {
        assertThat(trial.send(inDe1("Actual", "U//LES", List.of(), alert("A"))).outcome("civil")).isEqualTo("withheld");
        assertThat(trial.send(inDe1("Actual", "U//LES", List.of(), alert("A"))).outcome("cleared")).isEqualTo("pending");
        assertThat(trial.send(inSoap(inDe1("Actual", "U//LES", List.of(), alert("A")))).outcome("civil")).isEqualTo("withheld");
        assertThat(trial.send(inDe1("Actual", "Whatever that is", List.of(), alert("A"))).outcome("cleared")).isEqualTo("withheld");
    }

    @Test
    void theConfidentialityOfAnObjectCountsForItsOwnPartsAlone() {
        var message = inDe1("Actual", "UNCLASSIFIED", Arrays.asList(null, "U//LES"), alert("A"), alert("B"));
        for (var text : List.of(message, inSoap(message), inSoap(inDe2(message)))) {
            assertThat(trial.send(text, 0, NOW).outcome("civil")).isEqualTo("pending");
            assertThat(trial.send(text, 1, NOW).outcome("civil")).isEqualTo("withheld");
        }
    }

    @Test
    void theConfidentialityOfAnObjectCountsForAllThatAnEnvelopeInsideItHolds() {
        var message = inDe1("Actual", "UNCLASSIFIED", List.of("U//LES"), inDe2(alert("A"), alert("B")), alert("C"));
        for (int part : List.of(0, 1)) assertThat(trial.send(message, part, NOW).outcome("civil")).as("part " + part).isEqualTo("withheld");
    }

    @Test
    void theConfidentialityOfAnObjectCountsWhereEnvelopesStandSideBySide() {
        var message = inDe2(inDe1("Actual", "UNCLASSIFIED", Arrays.asList(null, "U//LES"), alert("A"), alert("B")), inDe1(alert("C")));
        assertThat(trial.send(message, 1, NOW).outcome("civil")).isEqualTo("withheld");
        var reversed = inDe2(inDe1(alert("C")), inDe1("Actual", "UNCLASSIFIED", Arrays.asList(null, "U//LES"), alert("A"), alert("B")));
        assertThat(trial.send(reversed, 2, NOW).outcome("civil")).isEqualTo("withheld");
    }

    @Test
    void aPrivateAlertIsForThoseAloneWhoseAddressesTheSendersFileKnows() {
        trial.sender("bannerPolicy='boilerplate' defaultStatus='Actual'", "<list is='duty@county.example' means='civil'/>");
        var outcome = trial.send(alert("A").replace("<scope>Public</scope>", "<scope>Private</scope><addresses>duty@county.example</addresses>"));
        assertThat(outcome.outcome("civil")).isEqualTo("pending");
        assertThat(outcome.outcome("cleared")).isEqualTo("withheld");
        assertThat(trial.send(alert("A").replace("<scope>Public</scope>", "<scope>Private</scope><addresses>other@county.example</addresses>")).outcome("civil")).isEqualTo("withheld");
    }

    @Test
    void aReportForAListReachesWhoeverTheSendersFilePutsOnIt() throws IOException {
        var report = Files.readString(Path.of("../../mappings/niem-sar-6.0/samples/01-skiff-at-the-intake-with-every-class.in.xml")).replace(">YELLOW<", ">GREEN<");
        var list = report.replaceAll("(?s).*<cui:LDC-DLONLYText>([^<]*)<.*", "$1").strip();
        trial.sender("defaultMark='U//FOUO' defaultStatus='Actual' bannerPolicy='boilerplate'", "<list is='" + list + "' means='listed'/>");
        for (var name : List.of("listed", "other")) trial.receiver(name, "maxTlp='RED'", "<product kind='sar' format='niem-sar-6.0' form='detailed'/>", ALL + " WATER", EVERYTHING);
        var outcome = trial.send(report);
        assertThat(outcome.outcome("listed")).as(outcome.decision("listed").withheld().toString()).isEqualTo("pending");
        assertThat(outcome.outcome("other")).isEqualTo("withheld");
    }

    @Test
    void aContractorsPlatformSeesNothingThatIsForEmployees() {
        trial.receiver("hosted", "organisation='slt' country='USA' operatedBy='contractor'", "maxTlp='GREEN'", ALERT, "CTRL FOUO", "<keep category='narrative'/><keep category='title'/>");
        var outcome = trial.send(described("Open words.\n(CUI//NOCON) employees' words"));
        assertThat(outcome.product("hosted")).contains("Open words").doesNotContain("employees");
        assertThat(outcome.product("civil")).contains("employees");
    }

    private static String restricted(String restriction) {
        return alert("A").replace("<scope>Public</scope>", "<scope>Restricted</scope><restriction>" + restriction + "</restriction>");
    }

    private static String described(String text) {
        return alert("A").replace("Water stands in Mill Street.", text);
    }

    private static String situation() throws IOException {
        return Files.readString(Path.of("../../xsd/edxl-sitrep-1.0/samples/01-cs01-field-observation.xml"));
    }
}
