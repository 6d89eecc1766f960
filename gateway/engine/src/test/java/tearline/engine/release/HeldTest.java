package tearline.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static tearline.engine.exchange.Trial.EVERYTHING;
import static tearline.engine.message.Wrapped.alert;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.exchange.Trial;
import tearline.engine.plan.Held;

/** What a message updates or cancels is named to each partner as that partner holds it. */
class HeldTest {

    private static final String CAP = "<product kind='alert' format='cap-1.2' scopes='Public Restricted'/>";
    private static final String FIRST = Held.key("alerts@sender.example", "FIRST");

    @TempDir Path folder;
    private Trial trial;

    @BeforeEach
    void threeReceiversWithTheSameView() {
        trial = new Trial(folder);
        for (var name : List.of("civil", "other", "third")) trial.receiver(name, "maxTlp='GREEN'", CAP, "CTRL FOUO", EVERYTHING);
        trial.receiver("whole", "organisation='slt' country='USA' operatedBy='staff'", "maxTlp='RED'", CAP, "CTRL FOUO LES", "<credentials>CJIS</credentials>" + keepEverything());
    }

    @Test
    void aReferenceNamesTheCopyThatThePartnerHolds() {
        var outcome = trial.send(cut("SECOND", "Update"), List.of(held("civil", "tl-old")));
        assertThat(outcome.product("civil")).contains("<references>gateway@tearline.example,tl-old,2026-11-24T18:05:00-05:00</references>").contains("<msgType>Update</msgType>").doesNotContain("FIRST");
    }

    @Test
    void anUpdateOfWhatAPartnerNeverGotIsAnAlertToItAndNamesNothing() {
        var outcome = trial.send(cut("SECOND", "Update"), List.of(held("civil", "tl-old")));
        assertThat(outcome.product("other")).contains("<msgType>Alert</msgType>").doesNotContain("<references>").doesNotContain("tl-old");
    }

    @Test
    void whoHoldsTheSameUnderTheSameNameSharesARelease() {
        var outcome = trial.send(cut("SECOND", "Update"), List.of(held("civil", "tl-old"), held("other", "tl-old"), held("third", "tl-older")));
        assertThat(outcome.all().plan().views()).extracting(group -> group.entries().stream().map(entry -> entry.partner()).toList())
                .containsExactlyInAnyOrder(List.of("civil", "other"), List.of("third"), List.of("whole"));
        assertThat(outcome.bytes("civil")).isEqualTo(outcome.bytes("other")).isNotEqualTo(outcome.bytes("third"));
    }

    @Test
    void aLaterVersionGoesByTheNameOfTheEarlierOneWhateverBecameOfTheView() {
        assertThat(trial.send(cut("FIRST", "Alert"), List.of(held("civil", "tl-old"))).decision("civil").documentId()).isEqualTo("tl-old");
        assertThat(trial.send(cut("FIRST", "Alert"), List.of()).decision("civil").documentId()).isNotEqualTo("tl-old").startsWith("tl-");
    }

    @Test
    void theSourcesOwnNameIsNeverGivenToARedactedVersionOfIt() {
        var whole = new Held("urn:agreement:civil", FIRST, "FIRST", "alerts@sender.example", "2026-11-24T18:05:00-05:00");
        assertThat(trial.send(cut("FIRST", "Alert"), List.of(whole)).decision("civil").documentId()).startsWith("tl-");
        assertThat(trial.send(cut("SECOND", "Update"), List.of(whole)).product("civil")).as("it knows the original").contains("<references>alerts@sender.example,FIRST,");
    }

    @Test
    void theWholeKeepsItsBytesWhereThePartnerKnowsTheOriginalByItsOwnName() {
        var whole = new Held("urn:agreement:whole", FIRST, "FIRST", "alerts@sender.example", "2026-11-24T18:05:00-05:00");
        var text = cut("SECOND", "Update");
        assertThat(trial.send(text, List.of(whole)).product("whole")).isEqualTo(text);
    }

    /** Its bytes would name what this partner never got from us. */
    @Test
    void theWholeTooIsAnAlertToWhomNeverGotWhatItUpdates() {
        var outcome = trial.send(cut("SECOND", "Update"), List.of());
        assertThat(outcome.product("whole")).contains("police words").contains("<msgType>Alert</msgType>").doesNotContain("references").doesNotContain("SECOND");
        assertThat(trial.send(cut("SECOND", "Alert"), List.of()).product("whole")).as("what names nothing stays as it is").isEqualTo(cut("SECOND", "Alert"));
    }

    @Test
    void theWholeIsRenamedWhereThePartnerKnowsTheOriginalByAnotherName() {
        var outcome = trial.send(cut("SECOND", "Update"), List.of(held("whole", "tl-old")));
        assertThat(outcome.product("whole")).contains("police words").contains("gateway@tearline.example,tl-old,").doesNotContain("FIRST");
        assertThat(outcome.decision("whole").products()).noneMatch(one -> one.original());
        assertThat(outcome.decision("whole").documentId()).startsWith("tl-");
    }

    private static Held held(String receiver, String documentId) {
        return new Held("urn:agreement:" + receiver, FIRST, documentId, "gateway@tearline.example", "2026-11-24T18:05:00-05:00");
    }

    private static String cut(String id, String type) {
        var references = type.equals("Alert") ? "" : "<references>alerts@sender.example,FIRST,2026-11-24T18:05:00-05:00</references>";
        return alert(id).replace("Water stands", "(U//LES) police words\nWater stands").replace("<msgType>Alert</msgType>", "<msgType>" + type + "</msgType>")
                .replace("<scope>Public</scope>", "<scope>Public</scope>" + references);
    }

    private static String keepEverything() {
        var kept = new StringBuilder();
        EVERYTHING.stream().filter(category -> !category.equals("header") && !category.equals("marking")).sorted().forEach(category -> kept.append("<keep category='").append(category).append("'/>"));
        return kept.toString();
    }
}
