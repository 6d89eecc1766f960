package tearline.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static tearline.engine.message.Wrapped.alert;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.exchange.Trial;

/** Who may see what by a configuration, and who newly sees what by another. */
class MatrixTest {

    private static final String WHO = "organisation='slt' country='USA' operatedBy='staff'";
    private static final String CAP = "<product kind='alert' format='cap-1.2' scopes='Public'/>";
    private static final String MODE = "<mode name='activation' purposes='rescue' requires='incident'/>";
    private static final String ACTIVATED = "<product kind='alert' format='cap-1.2' scopes='Public' mode='activation' purpose='rescue' grants='CTRL FOUO LES'/>";

    @TempDir Path before;
    @TempDir Path after;

    @Test
    void aColumnSaysWhatAnAgreementGivesAndWhyNotTheRest() {
        var column = matrix(trial(before), Trial.NOW).columns().get(0);
        assertThat(column.partner()).isEqualTo("county");
        assertThat(column.agreement()).isEqualTo("urn:agreement:county");
        assertThat(column.name()).isEqualTo("county");
        assertThat(column.marks().get("U//FOUO")).isEmpty();
        assertThat(column.marks().get("U//LES")).containsExactly("LES");
        assertThat(column.marks().get("CUI//FED ONLY")).containsExactly("DISSEMINATION-CONTROL");
        assertThat(column.categories()).containsExactly(java.util.Map.entry("event", "keep"), java.util.Map.entry("time", "generalize to day"));
    }

    @Test
    void anActivationAndAnEmergencyHaveColumnsOfTheirOwn() {
        var trial = trial(before).receiver("county", WHO, "", MODE + CAP + ACTIVATED, "CTRL FOUO", "<keep category='event'/>");
        emergency(trial);
        var columns = matrix(trial, Trial.NOW).columns();
        assertThat(columns).extracting(Matrix.Column::name).containsExactly("county", "county (activation rescue)", "county (emergency dam)");
        assertThat(columns.get(0).marks().get("U//LES")).containsExactly("LES");
        assertThat(columns.get(1).marks().get("U//LES")).isEmpty();
        assertThat(columns.get(2).marks().get("CUI//CRIT")).isEmpty();
        assertThat(columns.get(2).marks().get("U//FOUO")).as("what it had before it has still").isEmpty();
        assertThat(matrix(trial, Instant.parse("2026-11-26T00:00:00Z")).columns()).as("over").hasSize(2);
    }

    @Test
    void whatHasEndedOrIsSuspendedShowsNothingThatIsNotPublic() {
        var ended = matrix(trial(before), Instant.parse("2028-01-01T00:00:00Z")).columns().get(0);
        assertThat(ended.marks().get("U")).containsExactly("NO-AGREEMENT");
        assertThat(ended.marks().get("public")).isEmpty();
        var suspended = matrix(trial(before).receiver("county", WHO, "suspended='yes'", CAP, "CTRL FOUO", "<keep category='event'/>"), Trial.NOW).columns().get(0);
        assertThat(suspended.marks().values()).allMatch(reasons -> reasons.equals(Set.of("SUSPENDED")));
    }

    @Test
    void aComparisonNamesWhatIsNewAndWhatIsGone() {
        var older = matrix(trial(before), Trial.NOW);
        var newer = matrix(trial(after).receiver("county", WHO, "", CAP, "CTRL LES", "<keep category='event'/><keep category='time'/><keep category='title'/>")
                .receiver("city", WHO, "", CAP, "CTRL", "<keep category='event'/>"), Trial.NOW);
        assertThat(newer.since(older)).extracting(Matrix.Change::name).containsExactly("city", "county");
        var change = newer.since(older).get(1);
        assertThat(change.newlySeen()).contains("U//LES").doesNotContain("U//FOUO", "U");
        assertThat(change.noLongerSeen()).containsExactly("U//FOUO");
        assertThat(change.newlyKept()).containsExactly("time (keep)", "title (keep)");
        assertThat(change.noLongerKept()).containsExactly("time (generalize to day)");
        assertThat(older.since(newer).get(0)).satisfies(gone -> {
            assertThat(gone.newlySeen()).isEmpty();
            assertThat(gone.noLongerSeen()).contains("U", "public");
            assertThat(gone.noLongerKept()).containsExactly("event (keep)");
        });
        assertThat(older.since(older)).isEmpty();
    }

    private static Trial trial(Path folder) {
        return new Trial(folder).receiver("county", WHO, "", CAP, "CTRL FOUO", "<keep category='event'/><generalize category='time' to='day'/>");
    }

    private static void emergency(Trial trial) {
        trial.overlay("emergencies/dam.xml", """
            <emergency xmlns="https://tearline.example/configuration/1.0" name="dam" partner="county" incident="17" danger="property" adds="CRIT"
                from="2026-11-24T00:00:00Z" until="2026-11-26T00:00:00Z" authorisedBy="Duty officer"><reason>The dam may go.</reason></emergency>""");
    }

    private static Matrix matrix(Trial trial, Instant now) {
        trial.send(alert("A"));
        return new Matrix(trial.configuration(), now);
    }
}
