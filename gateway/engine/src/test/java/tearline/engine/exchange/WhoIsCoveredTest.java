package tearline.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static tearline.engine.exchange.Trial.EVERYTHING;
import static tearline.engine.message.Wrapped.alert;
import static tearline.engine.message.Wrapped.inDe1;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agreement covers what it says it covers; what is not real goes only to who asked for it, and says so. */
class WhoIsCoveredTest {

    private static final String CAP = "<product kind='alert' format='cap-1.2' scopes='Public'/>";

    @TempDir Path folder;
    private Trial trial;

    @BeforeEach
    void receivers() {
        trial = new Trial(folder)
                .receiver("real", "maxTlp='GREEN'", CAP, "CTRL FOUO", EVERYTHING)
                .receiver("training", "exercises='yes' maxTlp='GREEN'", CAP, "CTRL FOUO", EVERYTHING)
                .receiver("testing", "tests='yes' maxTlp='GREEN'", CAP, "CTRL FOUO", EVERYTHING);
    }

    @Test
    void aTestReachesOnlyWhoAgreedToTestsAndSaysThatItIsOne() {
        var outcome = trial.send(status("Test"));
        assertThat(outcome.notCovered("real")).isEqualTo("tests are not agreed");
        assertThat(outcome.notCovered("training")).isEqualTo("tests are not agreed");
        assertThat(outcome.product("testing")).contains("<status>Test</status>").containsPattern("<headline>TEST\\b").containsPattern("<description>TEST\\b");
    }

    @Test
    void anExerciseReachesOnlyWhoAgreedToExercisesAndSaysThatItIsOne() {
        var outcome = trial.send(status("Exercise"));
        assertThat(outcome.notCovered("real")).isEqualTo("exercises are not agreed");
        assertThat(outcome.notCovered("testing")).isEqualTo("exercises are not agreed");
        assertThat(outcome.product("training")).contains("<status>Exercise</status>").containsPattern("<headline>EXERCISE\\b");
    }

    @ParameterizedTest
    @CsvSource({"Actual,Actual,Actual", "Actual,Exercise,Exercise", "Exercise,Actual,Exercise", "Test,Exercise,Test", "Exercise,Test,Test", "Actual,Test,Test"})
    void theLessRealOfEnvelopeAndDocumentWins(String envelope, String document, String wins) {
        var outcome = trial.send(inDe1(envelope, "UNCLASSIFIED", List.of(), status(document)));
        assertThat(outcome.all().plan().marked().status()).isEqualTo(wins);
        assertThat(outcome.outcome("real")).isEqualTo(wins.equals("Actual") ? "pending" : "not covered");
        var receiver = wins.equals("Test") ? "testing" : wins.equals("Exercise") ? "training" : "real";
        assertThat(outcome.product(receiver)).contains("<status>" + wins + "</status>");
    }

    @ParameterizedTest
    @CsvSource({"System", "Draft"})
    void whatIsNotForPeopleNeverLeaves(String status) {
        assertThat(trial.send(status(status)).all().decided()).isEmpty();
    }

    @Test
    void whatHasExpiredOnArrivalIsDeliveredToNobodyAndSaysSo() {
        var outcome = trial.send(alert("A"), Instant.parse("2036-11-25T11:00:01Z"));
        assertThat(outcome.outcome("real")).as("the agreement ended, and the alert is public").isEqualTo("expired");
        assertThat(outcome.decision("real").reasons()).containsExactly("EXPIRED-ON-ARRIVAL");
        assertThat(outcome.decision("real").products()).isEmpty();
        assertThat(trial.send(alert("A"), Instant.parse("2036-11-25T10:59:59Z")).outcome("real")).isEqualTo("pending");
    }

    @Test
    void afterAnAgreementHasEndedOnlyWhatIsPublicLeaves() {
        trial.receiver("all-scopes", "maxTlp='GREEN'", "<product kind='alert' format='cap-1.2' scopes='Public Restricted'/>", "CTRL FOUO", EVERYTHING);
        var restricted = alert("A").replace("<scope>Public</scope>", "<scope>Restricted</scope><restriction>U//FOUO</restriction>");
        assertThat(trial.send(restricted).outcome("all-scopes")).isEqualTo("pending");
        assertThat(trial.send(restricted, Instant.parse("2028-01-01T00:00:00Z")).notCovered("all-scopes")).isEqualTo("the agreement is not in force");
        assertThat(trial.send(restricted, Instant.parse("2025-12-31T00:00:00Z")).notCovered("all-scopes")).isEqualTo("the agreement is not in force");
        assertThat(trial.send(alert("A"), Instant.parse("2028-01-01T00:00:00Z")).outcome("all-scopes")).isEqualTo("pending");
    }

    @Test
    void afterAnAgreementHasEndedAMarkedPortionOfAPublicAlertStays() {
        var mixed = alert("A").replace("Water stands in Mill Street.", "Open words.\n(U//FOUO) office words");
        var late = trial.send(mixed, Instant.parse("2028-01-01T00:00:00Z"));
        assertThat(late.outcome("real")).isEqualTo("pending");
        assertThat(late.decision("real").withheld()).singleElement().satisfies(one -> assertThat(one.category()).isEqualTo("narrative"));
    }

    @Test
    void scopesSeveritiesAndHazardsCover() {
        trial.receiver("severe", "maxTlp='GREEN'", "<product kind='alert' format='cap-1.2' scopes='Public' minimumSeverity='Severe'/>", "CTRL", EVERYTHING)
                .receiver("fires", "maxTlp='GREEN'", "<product kind='alert' format='cap-1.2' scopes='Public' hazards='Fire'/>", "CTRL", EVERYTHING);
        assertThat(trial.send(alert("A")).outcome("severe")).isEqualTo("pending");
        assertThat(trial.send(alert("A").replace("Severe", "Moderate")).notCovered("severe")).isEqualTo("it is milder than agreed");
        assertThat(trial.send(alert("A").replace("Severe", "Unknown")).outcome("severe")).as("an alert must not be lost to a word").isEqualTo("pending");
        assertThat(trial.send(alert("A")).notCovered("fires")).isEqualTo("no agreed hazard");
        assertThat(trial.send(alert("A").replace("Met", "Fire")).outcome("fires")).isEqualTo("pending");
        assertThat(trial.send(alert("A").replace("<scope>Public</scope>", "<scope>Restricted</scope><restriction>U</restriction>")).notCovered("real")).isEqualTo("scope Restricted is not agreed");
    }

    @Test
    void twoReceiversWithTheSameViewShareOneReleaseAndOneProduct() {
        trial.receiver("twin", "maxTlp='GREEN'", CAP, "CTRL FOUO", EVERYTHING)
                .receiver("other", "maxTlp='GREEN'", CAP, "CTRL", Set.of("event"));
        var outcome = trial.send(alert("A").replace("Water stands", "(U//LES) police words\nWater stands"));
        assertThat(outcome.decision("twin").documentId()).isEqualTo(outcome.decision("real").documentId()).isNotEqualTo(outcome.decision("other").documentId());
        assertThat(outcome.bytes("twin")).as("made once").isSameAs(outcome.bytes("real"));
        assertThat(outcome.all().plan().views()).hasSize(2);
    }

    @Test
    void whereAPortionNamesPartnersNoReleaseIsShared() {
        trial.sender("bannerPolicy='boilerplate' defaultStatus='Actual'", "<list is='duty@real.example' means='real'/>")
                .receiver("real", "maxTlp='GREEN'", "<product kind='alert' format='cap-1.2' scopes='Private'/>", "CTRL FOUO", EVERYTHING)
                .receiver("twin", "maxTlp='GREEN'", "<product kind='alert' format='cap-1.2' scopes='Private'/>", "CTRL FOUO", EVERYTHING);
        var outcome = trial.send(alert("A").replace("<scope>Public</scope>", "<scope>Private</scope><addresses>duty@real.example</addresses>"));
        assertThat(outcome.outcome("real")).isEqualTo("pending");
        assertThat(outcome.outcome("twin")).isEqualTo("withheld");
    }

    private static String status(String status) {
        return alert("A").replace("<status>Actual</status>", "<status>" + status + "</status>").replace("<scope>", "<!-- --><scope>")
                .replaceFirst("<info>", status.equals("Exercise") ? "<note>Autumn</note><info>" : "<info>");
    }
}
