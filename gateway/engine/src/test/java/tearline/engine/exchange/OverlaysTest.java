package tearline.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static tearline.engine.exchange.Trial.EVERYTHING;
import static tearline.engine.message.Wrapped.alert;
import static tearline.engine.message.Wrapped.inDe1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An activation and an emergency release each open what they name: to whom, for one incident, for a time. */
class OverlaysTest {

    private static final String MODES = "<mode name='steady-state' purposes='planning'/><mode name='activation' purposes='life-safety incident-response' requires='incident'/>";
    private static final String STEADY = "<product kind='alert' format='cap-1.2' scopes='Public'/>";
    private static final String ACTIVATED = "<product kind='alert' format='cap-1.2' scopes='Public' mode='activation' purpose='life-safety' grants='CTRL FOUO LES'/>";
    private static final String FLOOD = alert("A").replace("Water stands in Mill Street.", "Water rises.\n(U//LES) Police hold the bridge.").replace("<info>", "<incidents>2026-17</incidents><info>");

    @TempDir Path folder;
    private Trial trial;

    @BeforeEach
    void anAgreementWithAModeForActivations() {
        trial = new Trial(folder)
                .receiver("county", "maxTlp='GREEN'", MODES + STEADY + ACTIVATED, "CTRL FOUO", EVERYTHING)
                .receiver("city", "maxTlp='GREEN'", MODES + STEADY + ACTIVATED, "CTRL FOUO", EVERYTHING);
    }

    @Test
    void withoutAnActivationTheSteadyStateHolds() {
        var outcome = trial.send(FLOOD);
        assertThat(outcome.product("county")).contains("Water rises").doesNotContain("Police");
        assertThat(outcome.decision("county").overlays()).isEmpty();
    }

    @Test
    void anActivationGivesItsPartnerMoreOfItsIncidentAndStandsInTheDecision() {
        activation("county", "2026-17", "life-safety", "2026-12-01T00:00:00Z");
        var outcome = trial.send(FLOOD);
        assertThat(outcome.product("county")).contains("Police hold the bridge");
        assertThat(outcome.decision("county").overlays()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo("activation");
            assertThat(one.name()).isEqualTo("flood");
            assertThat(one.mode()).isEqualTo("activation");
            assertThat(one.purpose()).isEqualTo("life-safety");
            assertThat(one.incident()).isEqualTo("2026-17");
            assertThat(one.digest()).matches("[0-9a-f]{64}");
        });
        assertThat(outcome.product("city")).as("another partner").doesNotContain("Police");
        assertThat(outcome.decision("county").view()).isNotEqualTo(outcome.decision("city").view());
    }

    @Test
    void anActivationIsForItsIncidentItsPurposeAndItsTimeOnly() {
        activation("county", "2026-18", "life-safety", "2026-12-01T00:00:00Z");
        assertThat(trial.send(FLOOD).product("county")).as("another incident").doesNotContain("Police");
        assertThat(trial.send(FLOOD.replace("<incidents>2026-17</incidents>", "")).product("county")).as("no incident").doesNotContain("Police");
        activation("county", "2026-17", "incident-response", "2026-12-01T00:00:00Z");
        assertThat(trial.send(FLOOD).product("county")).as("another purpose").doesNotContain("Police");
        activation("county", "2026-17", "life-safety", "2026-11-25T00:00:00Z");
        assertThat(trial.send(FLOOD, Instant.parse("2026-11-24T23:59:59Z")).product("county")).as("its last moment").contains("Police");
        assertThat(trial.send(FLOOD, Instant.parse("2026-11-25T00:00:00Z")).product("county")).as("over").doesNotContain("Police");
        assertThat(trial.send(FLOOD, Instant.parse("2026-11-19T23:59:59Z")).product("county")).as("not begun").doesNotContain("Police");
    }

    @Test
    void partnersWithTheSameActivationShareTheirRelease() {
        activation("county city", "2026-17", "life-safety", "2026-12-01T00:00:00Z");
        var outcome = trial.send(FLOOD);
        assertThat(outcome.bytes("city")).isSameAs(outcome.bytes("county"));
        assertThat(outcome.all().plan().views()).hasSize(1);
    }

    @Test
    void whatIsOwedInActivationsOnlyIsNotCoveredOtherwise() {
        trial.receiver("county", "maxTlp='GREEN'", MODES + ACTIVATED, "CTRL FOUO", EVERYTHING);
        assertThat(trial.send(FLOOD).notCovered("county")).isEqualTo("no activation for its incident");
        activation("county", "2026-17", "life-safety", "2026-12-01T00:00:00Z");
        assertThat(trial.send(FLOOD).outcome("county")).isEqualTo("pending");
    }

    @Test
    void anEmergencyAddsItsGrantsToOnePartnerAndStandsInTheDecision() {
        emergency("county", "2026-17", "LES", "2026-11-26T00:00:00Z");
        var outcome = trial.send(FLOOD);
        assertThat(outcome.product("county")).contains("Police hold the bridge");
        assertThat(outcome.product("city")).doesNotContain("Police");
        assertThat(outcome.decision("county").overlays()).singleElement().satisfies(one -> {
            assertThat(one.emergency()).isTrue();
            assertThat(one.adds()).containsExactly("LES");
            assertThat(one.purpose()).isEqualTo("life");
            assertThat(one.authorisedBy()).isEqualTo("Duty officer");
        });
        assertThat(trial.send(FLOOD, Instant.parse("2026-11-26T00:00:00Z")).product("county")).as("over").doesNotContain("Police");
    }

    @Test
    void anEmergencyThatOpensNothingIsNotUsed() {
        emergency("county", "2026-17", "LES", "2026-11-26T00:00:00Z");
        var outcome = trial.send(FLOOD.replace("(U//LES) ", "(U//SSI) "));
        assertThat(outcome.product("county")).doesNotContain("Police");
        assertThat(outcome.decision("county").overlays()).as("a credential is not added").isEmpty();
        assertThat(trial.send(FLOOD.replace("(U//LES) ", "")).decision("county").overlays()).as("all of it was open before").isEmpty();
    }

    @Test
    void anEmergencyRevivesNoAgreementThatHasEnded() {
        trial.overlay("emergencies/dam.xml", emergencyFile("county", "2026-17", "LES", "2028-01-01T00:00:00Z", "2028-01-02T00:00:00Z"));
        assertThat(trial.send(FLOOD.replace("2036-11-25", "2036-11-25"), Instant.parse("2028-01-01T12:00:00Z")).product("county")).doesNotContain("Police");
    }

    @Test
    void anEmergencyReleaseOfAReportIsItsSummary() throws IOException {
        trial.receiver("county", "", "<product kind='sar' format='niem-sar-6.0' form='detailed'/>", "CTRL FOUO", EVERYTHING);
        emergency("county", "2026-17", "LES LEI PRVCY", "2026-11-26T00:00:00Z");
        var report = inDe1(Files.readString(Path.of("../../xsd/niem-sar-6.0/samples/01-detailed-report-with-marked-portions.xml")).replaceFirst("<\\?xml[^>]*>", ""))
                .replace("<contentObject>", "<contentObject><incidentID>2026-17</incidentID>");
        var terms = trial.send(report).all().plan().views();
        assertThat(terms).singleElement().satisfies(group -> {
            assertThat(group.view().form()).isEqualTo("summary");
            assertThat(group.view().clearance().grants()).contains("LES", "LEI", "PRVCY");
        });
    }

    private void activation(String partners, String incident, String purpose, String until) {
        trial.overlay("activations/flood.xml", """
            <activation xmlns="https://tearline.example/configuration/1.0" name="flood" partners="%s" incident="%s" mode="activation" purpose="%s"
                from="2026-11-20T00:00:00Z" until="%s" authorisedBy="Duty officer"><reason>The levee seeps.</reason></activation>""".formatted(partners, incident, purpose, until));
    }

    private void emergency(String partner, String incident, String adds, String until) {
        trial.overlay("emergencies/dam.xml", emergencyFile(partner, incident, adds, "2026-11-24T00:00:00Z", until));
    }

    private static String emergencyFile(String partner, String incident, String adds, String from, String until) {
        return """
            <emergency xmlns="https://tearline.example/configuration/1.0" name="dam" partner="%s" incident="%s" danger="life" adds="%s"
                from="%s" until="%s" authorisedBy="Duty officer"><reason>The dam may go.</reason></emergency>""".formatted(partner, incident, adds, from, until);
    }
}
