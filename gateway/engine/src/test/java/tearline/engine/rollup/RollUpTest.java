package tearline.engine.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tearline.engine.exchange.Trial.EVERYTHING;
import static tearline.engine.exchange.Trial.NOW;
import static tearline.engine.message.Wrapped.alert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.Severity;
import tearline.engine.exchange.Exchange;
import tearline.engine.exchange.Trial;
import tearline.engine.kit.Shipped;
import tearline.engine.mark.Incoming;
import tearline.engine.marking.Banner;
import tearline.engine.marking.Label;
import tearline.engine.marking.MarkParser;
import tearline.engine.plan.Past;
import tearline.engine.plan.Plan;

/** A draft for one partner from an alert, a report and a SAR: sources cited, blanks named, and nothing that the partner may not see. */
class RollUpTest {

    private static final String INCIDENT = "VV-25-0411";
    private static final String PRODUCTS = "<product kind='alert' format='cap-1.2' scopes='Public Restricted'/><product kind='situation' format='edxl-sitrep-1.0'/>"
            + "<product kind='sar' format='niem-sar-6.0' form='detailed'/>";
    private static final String ALL = "CTRL FOUO LES LEI INV INTEL PRVCY CRIT PHYS EMGT PCII SSI CVI";
    /** A name that the SAR holds. */
    private static final String NAME = "Morgan Exemplar";
    @TempDir
    Path folder;
    private Trial trial;

    @BeforeEach
    void partners() {
        trial = new Trial(folder)
                .receiver("fusion", "maxTlp='RED'", PRODUCTS, ALL, EVERYTHING)
                .receiver("county", "maxTlp='GREEN'", PRODUCTS, ALL, without("person.name"))
                .receiver("works", "maxTlp='GREEN'", PRODUCTS, "CTRL", EVERYTHING);
    }

    @Test
    void everySourceIsCitedAsThePartnerKnowsIt() {
        var draft = draft("fusion", threeSources());
        assertThat(draft.sources()).hasSize(3);
        for (var source : draft.sources()) assertThat(text(draft)).contains(source.documentId()).contains("[" + (source.banner().isEmpty() ? "PUBLIC" : source.banner()) + "]");
        assertThat(text(draft)).contains("Source: alert").contains("Source: situation report").contains("Source: suspicious activity report").contains("Water stands in Mill Street.");
    }

    @Test
    void theDraftIsAValidReportOfTheGateway() {
        var draft = draft("county", threeSources());
        var checked = Shipped.HOUSE.checker().check(draft.bytes());
        assertThat(checked.match().standard().name()).isEqualTo("edxl-sitrep-1.0");
        assertThat(checked.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(text(draft)).contains(draft.documentId()).contains("gateway@tearline.example").contains(INCIDENT).contains(">Initial<");
    }

    @Test
    void whatAReportMustSayAndNoSourceSaysIsABlank() {
        var draft = draft("county", threeSources());
        assertThat(draft.blanks()).contains("who prepares the report");
        for (var blank : draft.blanks()) assertThat(text(draft)).contains("[blank: " + blank + "]");
        assertThat(draft("county", List.of(alertOf("A"))).blanks()).contains("who prepares the report").doesNotContain("severity");
    }

    @Test
    void aNameThatThePartnerMayNotSeeIsNeverInTheDraft() {
        assertThat(draft("county", threeSources()).sources()).hasSize(3);
        assertThat(text(draft("county", threeSources()))).contains("Source: suspicious activity report").doesNotContain(NAME).doesNotContain("Exemplar");
        assertThat(text(draft("works", threeSources()))).doesNotContain(NAME).doesNotContain("suspicious activity");
    }

    @Test
    void aSourceThatRepeatsWhatAnotherWithholdsIsLeftOut() {
        var telling = alertOf("B").replace("Water stands in Mill Street.", NAME + " stands in Mill Street.");
        var draft = draft("county", List.of(telling, sar(), report()));
        assertThat(text(draft)).doesNotContain(NAME);
        assertThat(draft.leftOut()).isEqualTo(1);
    }

    @Test
    void theBannerIsAtLeastThatOfEachSource() {
        for (var partner : List.of("fusion", "county", "works")) {
            var draft = draft(partner, threeSources());
            var marks = draft.sources().stream().map(Draft.Cited::banner).filter(banner -> !banner.isEmpty()).map(banner -> new MarkParser().parse(banner).label()).toList();
            assertThat(draft.banner()).as(partner).isEqualTo(marks.isEmpty() ? "" : Banner.of(Label.rollUp(marks)));
            if (!draft.banner().isEmpty()) assertThat(text(draft)).contains("[" + draft.banner().replace(" | ", " + ") + "]");
        }
    }

    @Test
    void casualtiesAreThoseOfTheNewestReport() throws IOException {
        var counts = sample("edxl-sitrep-1.0/samples/04-cs01-casualties.xml");
        var older = counts.replace("verrin-2025-004", "verrin-2025-000").replace("2025-04-12T", "2025-04-10T").replaceAll("<PrecedingMessageID>[^<]*</PrecedingMessageID>", "").replace(">412<", ">377<");
        var text = text(draft("county", List.of(counts, older)));
        assertThat(text).contains("Casualties: ").contains("412").doesNotContain("377");
    }

    @Test
    void whatIsUpdatedOrCancelledIsNoSource() {
        var update = alertOf("B").replace("<msgType>Alert", "<msgType>Update").replace("<incidents>", reference("A") + "<incidents>");
        assertThat(draft("county", List.of(update, alertOf("A"))).sources()).hasSize(1);
        assertThat(find("county", RollUp.Asker.OPERATOR, List.of(update.replace("Update", "Cancel"), alertOf("A")))).isEmpty();
        var foreign = update.replace("<sender>alerts@sender.example", "<sender>other@sender.example");
        assertThat(draft("county", List.of(foreign, alertOf("A"))).sources()).as("only its own sender may replace a message").hasSize(2);
    }

    @Test
    void aDraftOfAnExerciseSaysSo() {
        trial.receiver("county", "maxTlp='GREEN' exercises='yes'", PRODUCTS, "CTRL FOUO LES", EVERYTHING);
        var exercise = alertOf("B").replace("<status>Actual", "<status>Exercise").replaceFirst("<incidents>", "<note>Autumn</note><incidents>");
        var draft = draft("county", List.of(exercise, report()));
        assertThat(draft.status()).isEqualTo("Exercise");
        assertThat(text(draft)).contains("EXERCISE: Draft situation report");
    }

    @Test
    void aPartnerThatAsksItselfGetsOnlyWhatNamesTheIncidentToIt() {
        assertThat(find("county", RollUp.Asker.PARTNER, List.of(alertOf("A"), alert("B"))).orElseThrow().sources()).hasSize(1);
        trial.receiver("county", "maxTlp='GREEN'", PRODUCTS, "CTRL FOUO LES", without("reference"));
        assertThat(find("county", RollUp.Asker.PARTNER, List.of(alertOf("A")))).isEmpty();
        assertThat(text(draft("county", List.of(alertOf("A"))))).doesNotContain(INCIDENT).contains("[blank: incident]");
    }

    @Test
    void theSameSourcesAreTheSameDraftAndAnotherPartnersIsAnother() {
        assertThat(draft("county", threeSources()).documentId()).isEqualTo(draft("county", threeSources()).documentId()).isNotEqualTo(draft("fusion", threeSources()).documentId());
    }

    private Draft draft(String partner, List<String> messages) {
        return find(partner, RollUp.Asker.OPERATOR, messages).orElseThrow();
    }

    private Optional<Draft> find(String partner, RollUp.Asker asker, List<String> messages) {
        trial.send(alert("first")); // reads the configuration
        var configuration = trial.configuration();
        var exchange = new Exchange(Shipped.HOUSE, configuration);
        var plans = new ArrayList<Plan>();
        for (var text : messages) {
            var message = Shipped.HOUSE.reader(false).read(text.getBytes(UTF_8));
            plans.add(exchange.plan(exchange.mark(Incoming.of("m-" + plans.size(), message, message.accepted().get(0), configuration.getPartner("sender"))), Past.unknown(), NOW));
        }
        return new RollUp(Shipped.HOUSE, configuration, exchange).draft(INCIDENT, partner, asker, plans, NOW);
    }

    private static List<String> threeSources() {
        return List.of(sar(), report(), alertOf("A"));
    }

    private static String alertOf(String id) {
        return alert(id).replaceFirst("<info>", "<incidents>" + INCIDENT + "</incidents><info>");
    }

    private static String reference(String id) {
        var alert = alert(id);
        return "<references>alerts@sender.example," + between(alert, "identifier") + "," + between(alert, "sent") + "</references>";
    }

    private static String between(String text, String element) {
        return text.replaceAll("(?s).*<" + element + ">([^<]*)</" + element + ">.*", "$1");
    }

    private static String report() {
        return sample("edxl-sitrep-1.0/samples/02-cs01-situation-information.xml");
    }

    private static String sar() {
        return sample("../samples/demo/messages/03-photography-report.xml");
    }

    private static String sample(String file) {
        try {
            return Files.readString(Path.of("../../xsd").resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> without(String... categories) {
        var kept = new java.util.HashSet<>(EVERYTHING);
        Arrays.asList(categories).forEach(kept::remove);
        return kept;
    }

    private static String text(Draft draft) {
        return new String(draft.bytes(), UTF_8);
    }
}
