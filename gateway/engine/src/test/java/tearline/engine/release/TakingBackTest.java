package tearline.engine.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tearline.engine.exchange.Trial.EVERYTHING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tearline.engine.exchange.Trial;
import tearline.engine.message.Wrapped;
import tearline.engine.plan.Held;
import tearline.engine.plan.Past;

/** Who holds what is updated and may see nothing of the update gets a valid product, in every format, that says only that the old one no longer stands. */
class TakingBackTest {

    private static final String AGREEMENT = "urn:agreement:civil";
    private static final Set<String> NO_REFERENCES = EVERYTHING.stream().filter(category -> !category.equals("reference")).collect(Collectors.toSet());
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"alert,cap-1.2", "alert,edxl-sitrep-1.0", "alert,niem-sar-6.0", "alert,geojson", "alert,common-1.0",
                "situation,cap-1.2", "situation,edxl-sitrep-1.0", "situation,niem-sar-6.0", "situation,geojson", "situation,common-1.0",
                "sar,edxl-sitrep-1.0", "sar,niem-sar-6.0", "sar,geojson", "sar,common-1.0"})
    void everyFormatCanSayIt(String kind, String format) {
        var outcome = receiver(kind, format).send(update(kind), held(kind));
        var decision = outcome.decision("civil");
        assertThat(decision.outcome()).as(decision.reasons() + " " + decision.products()).isEqualTo("pending");
        assertThat(decision.documentId()).startsWith("tl-");
        assertThat(decision.banner()).isEmpty();
        var given = outcome.all().decided().get(0).given();
        assertThat(given.ends()).isTrue();
        assertThat(given.bare()).isTrue();
        assertThat(outcome.product("civil")).doesNotContain("Mill", "Exemplar", "Photography", "flood", "shelter");
    }

    @Test
    void anAlertIsTakenBackByACancellationThatNamesIt() {
        assertThat(receiver("alert", "cap-1.2").send(update("alert"), held("alert")).product("civil"))
                .contains("<msgType>Cancel</msgType>").contains("<references>gateway@tearline.example,tl-old,2026-11-24T18:05:00-05:00</references>").doesNotContain("<info>");
    }

    @Test
    void aReportOfSuspiciousActivityIsTakenBackByAPurgeOfTheRecordThatTheyKnow() {
        assertThat(receiver("sar", "niem-sar-6.0").send(update("sar"), held("sar")).product("civil")).contains("SuspiciousActivityReportPurge").contains("PURGE").contains("tl-old");
    }

    @Test
    void whoHoldsNothingLearnsNothing() {
        var outcome = receiver("alert", "cap-1.2").send(update("alert"), List.of());
        assertThat(outcome.outcome("civil")).isEqualTo("withheld");
        assertThat(outcome.decision("civil").products()).isEmpty();
    }

    @Test
    void anAgreementThatHasEndedIsStillOwedTheEndOfWhatItWasGiven() {
        var trial = new Trial(folder).receiver("civil", "maxTlp='RED'", "<product kind='alert' format='cap-1.2' scopes='Public Restricted'/>", "CTRL FOUO LES", EVERYTHING);
        var late = java.time.Instant.parse("2028-01-01T00:00:00Z");
        assertThat(trial.send(update("alert"), past("alert"), late).product("civil")).contains("<msgType>Cancel</msgType>").doesNotContain("Mill");
    }

    @Test
    void theSameWordsAgainAreNoNews() {
        var trial = new Trial(folder).receiver("civil", "maxTlp='GREEN'", "<product kind='alert' format='cap-1.2' scopes='Public'/>", "CTRL FOUO", EVERYTHING);
        var first = trial.send(Wrapped.alert("A").replace("Water stands", "(U//LES) the patrol waits\nWater stands"), List.of()).all().decided().get(0);
        var own = new Past.Own(held("alert"), List.of(), true, Optional.of(first.given().content()), Optional.empty());
        var past = new Past(true, Optional.empty(), Map.of(AGREEMENT, own));

        var same = trial.send(open("(U//LES) the patrol has gone\n"), past);
        assertThat(same.outcome("civil")).isEqualTo("withheld");
        assertThat(same.decision("civil").reasons()).containsExactly("UNCHANGED");
        assertThat(trial.send(open("(U//LES) the patrol has gone\n").replace("Water stands", "Water stood"), past).outcome("civil")).isEqualTo("pending");
    }

    @ParameterizedTest
    @CsvSource({"alert,cap-1.2", "alert,common-1.0", "situation,common-1.0", "sar,common-1.0", "situation,cap-1.2"})
    void whoKeepsNoReferencesIsToldStillWhichOfItsCopiesEnds(String kind, String format) {
        var trial = new Trial(folder).sender("defaultMark='LES' defaultStatus='Actual' bannerPolicy='authoritative'", "")
                .receiver("civil", "", "<product kind='" + kind + "' format='" + format + "'" + (kind.equals("alert") ? " scopes='Public Restricted'" : "") + "/>", "CTRL", NO_REFERENCES);
        assertThat(trial.send(update(kind), held(kind)).product("civil")).contains("tl-old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cap-1.2", "common-1.0"})
    void anUpdateNamesTheCopyThatItsReaderHoldsAlsoWhereTheViewKeepsNoReferences(String format) {
        var trial = new Trial(folder).receiver("civil", "", "<product kind='alert' format='" + format + "' scopes='Public'/>", "CTRL", NO_REFERENCES);
        assertThat(trial.send(open(""), held("alert")).product("civil")).contains("tl-old").contains("Update").doesNotContain("alerts@sender.example");
        assertThat(trial.send(open(""), List.of()).product("civil")).contains("Alert").doesNotContain("Update", "references");
        assertThat(trial.send(open("")).product("civil")).as("a preview").contains("Update");
    }

    @Test
    void anUpdateOfWhichAFormatCanSayNothingIsWithheldAndTakesBackWhatIsHeld() {
        var few = Set.of("report", "casualties", "resources");
        var trial = new Trial(folder).receiver("civil", "", "<product kind='situation' format='cap-1.2'/>", "CTRL FOUO", few);
        var counts = sample("edxl-sitrep-1.0/samples/04-cs01-casualties.xml");
        var nothing = trial.send(counts, List.of());
        assertThat(nothing.outcome("civil")).isEqualTo("withheld");
        assertThat(nothing.decision("civil").reasons()).contains("NOTHING-TO-TELL");
        var source = Trial.header(counts);
        var held = List.of(new Held(AGREEMENT, Held.key(source.getSender(), source.getId()), "tl-old", "gateway@tearline.example", "2026-11-24T18:05:00-05:00"));
        assertThat(trial.send(counts, held).product("civil")).contains("<msgType>Cancel</msgType>").contains("tl-old").doesNotContain("<info>");
    }

    private Trial receiver(String kind, String format) {
        var scopes = kind.equals("alert") ? " scopes='Public Restricted'" : "";
        return new Trial(folder).sender("defaultMark='LES' defaultStatus='Actual' bannerPolicy='authoritative'", "")
                .receiver("civil", "", "<product kind='" + kind + "' format='" + format + "'" + scopes + "/>", "CTRL", EVERYTHING);
    }

    private static String update(String kind) {
        return switch (kind) {
            case "alert" -> open("").replace("<scope>Public</scope>", "<scope>Restricted</scope><restriction>LES</restriction>");
            case "situation" -> sample("edxl-sitrep-1.0/samples/02-cs01-situation-information.xml");
            default -> sample("niem-sar-6.0/samples/03-update-that-a-revalidation-keeps-longer.xml");
        };
    }

    private static String open(String secret) {
        return Wrapped.alert("B").replace("<msgType>Alert", "<msgType>Update").replace("Water stands", secret + "Water stands").replace("</scope>", "</scope><references>alerts@sender.example,A,2026-11-24T18:05:00-05:00</references>");
    }

    private static List<Held> held(String kind) {
        var source = Trial.header(update(kind));
        var named = kind.equals("sar") ? Held.key(source.getSender(), source.getId()) : kind.equals("alert") ? Held.key("alerts@sender.example", "A") : Held.key(source.getSender(), "earlier");
        return List.of(new Held(AGREEMENT, named, "tl-old", "gateway@tearline.example", "2026-11-24T18:05:00-05:00"));
    }

    private static Past past(String kind) {
        return new Past(true, Optional.empty(), Map.of(AGREEMENT, new Past.Own(held(kind), List.of(), true, Optional.empty(), Optional.empty())));
    }

    private static String sample(String path) {
        try {
            return Files.readString(Path.of("../../xsd").resolve(path), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
