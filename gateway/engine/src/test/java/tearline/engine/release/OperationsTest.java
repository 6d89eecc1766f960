package tearline.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static tearline.engine.exchange.Trial.EVERYTHING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.exchange.Trial;

/** What an agreement says of a category happens to its fields, and the values that were there before are nowhere any more. */
class OperationsTest {

    private static final String RECORD = "<product kind='sar' format='common-1.0'/><product kind='situation' format='common-1.0'/>";
    private static final String CLEARED = "CTRL FOUO LES LEI INV INTEL PRVCY CRIT PHYS EMGT PCII SSI CVI";
    private static final String PLAIN = "CTRL FOUO LES LEI INV INTEL CRIT PHYS EMGT PCII SSI CVI";

    @TempDir Path folder;
    private Trial trial;
    private String report;
    private String casualties;

    @BeforeEach
    void aSender() throws IOException {
        report = Files.readString(Path.of("../../samples/demo/messages/03-photography-report.xml"));
        casualties = Files.readString(Path.of("../../mappings/edxl-sitrep-1.0/samples/04-cs01-casualties.in.xml"));
        trial = new Trial(folder);
    }

    @Test
    void aDroppedCategoryIsAsIfItWereNotNamed() {
        receiver("named", CLEARED, "<drop category='person.name'/>", Set.of("person.name"));
        receiver("unnamed", CLEARED, "", Set.of("person.name"));
        assertThat(product(report, "named")).doesNotContain("Morgan").isEqualTo(product(report, "unnamed"));
        assertThat(trial.configuration().getPartner("named").agreements().get(0).keeps()).isEqualTo(trial.configuration().getPartner("unnamed").agreements().get(0).keeps());
    }

    @Test
    void threatsOfAManagementSummaryGoWhereTheirCategoryIsNotKept() throws IOException {
        var summary = Files.readString(Path.of("../../mappings/edxl-sitrep-1.0/samples/13-cs01-cyber-incident.in.xml"));
        receiver("told", CLEARED, "", Set.of("none"));
        receiver("untold", CLEARED, "", Set.of("threat"));
        assertThat(product(summary, "told")).contains("incidentThreatSummaryAndRisk").contains("terrorismNexus");
        assertThat(product(summary, "untold")).contains("managementSummary").doesNotContain("incidentThreatSummaryAndRisk").doesNotContain("terrorismNexus").doesNotContain("two water utilities");
    }

    @Test
    void aPseudonymStandsForAPlateAlsoWherePrivateThingsAreNotGranted() {
        receiver("one", PLAIN, "<pseudonymize category='item.identifier'/>", Set.of("item.identifier"));
        receiver("two", PLAIN, "<pseudonymize category='item.identifier'/>", Set.of("item.identifier"));
        var one = product(report, "one");
        assertThat(one).doesNotContain("4471").containsPattern(">[A-Z2-7]{16}<");
        assertThat(product(report, "one")).isEqualTo(one);
        assertThat(product(report, "two")).doesNotContain("4471").doesNotContain(one.replaceAll("(?s).*>([A-Z2-7]{16})<.*", "$1"));
        assertThat(trial.send(report).decision("one").banner()).doesNotContain("PRVCY");
    }

    @Test
    void aSwappedNameIsNeutralAndStaysPrivate() {
        receiver("cleared", CLEARED, "<swap category='person.name'/><swap category='item.identifier'/>", Set.of("person.name", "item.identifier"));
        receiver("plain", PLAIN, "<swap category='person.name'/><swap category='item.identifier'/>", Set.of("person.name", "item.identifier"));
        assertThat(product(report, "cleared")).contains(">a subject<").contains(">vehicle 1<").doesNotContain("Morgan").doesNotContain("4471");
        assertThat(product(report, "plain")).doesNotContain("a subject").doesNotContain("vehicle 1").doesNotContain("Morgan");
        assertThat(trial.send(report).decision("cleared").products().get(0).original()).isFalse();
    }

    @Test
    void aValueThatWasChangedIsSweptFromTheWordsBesideIt() {
        receiver("cleared", CLEARED, "<swap category='person.name'/>", Set.of("person.name"));
        var told = report.replace("Photography of cameras and gates at a water plant", "Photography by Morgan Exemplar");
        assertThat(product(told, "cleared")).contains(">a subject<").doesNotContain("Photography by").doesNotContain("Morgan");
        assertThat(trial.send(told).decision("cleared").codes()).contains("SWEPT");
    }

    @Test
    void aMaskHasOneLengthForAll() throws IOException {
        policy("<mask category='person.name'/><withhold category='item.identifier'/><keep category='event'/>");
        receiver("masked", CLEARED, "", Set.of("person.name", "item.identifier"), "<policy ref='telling'/>");
        assertThat(product(report, "masked")).contains(">[REDACTED]<").contains(">withheld<").doesNotContain("Morgan").doesNotContain("4471");
    }

    @Test
    void casualtiesLeaveAsBuckets() {
        receiver("bucketed", CLEARED, "<aggregate category='casualties'/>", Set.of("casualties"));
        var product = product(casualties, "bucketed");
        assertThat(product).contains("Evacuated").contains(">&gt;20<").doesNotContain(">140<").doesNotContain(">412<");
        assertThat(product.replaceAll("(?s).*<casualties>(.*)</casualties>.*", "$1").replaceAll("<[^>]*>", " ").replaceAll("2–5|6–20|&gt;20", "").split("\\s+"))
                .allMatch(word -> word.equals("1") || word.chars().noneMatch(Character::isDigit));
    }

    @Test
    void whatOnlyMovesInsideItsBucketIsNotTold() {
        receiver("bucketed", CLEARED, "<aggregate category='casualties'/>", Set.of("casualties"));
        assertThat(product(casualties.replace(">140<", ">147<"), "bucketed")).isEqualTo(product(casualties, "bucketed"));
    }

    @Test
    void aPlaceAndAnAgeAreToldAsCellAndBandAndWhatMovesInsideThemIsNot() throws IOException {
        receiver("coarse", CLEARED + " WATER", "<generalize category='place.exact' to='grid-0.1'/><generalize category='person.description' to='decade'/><generalize category='person.birth' to='decade'/>",
                Set.of("place.exact", "person.description", "person.birth", "narrative", "item.text", "title", "place.area", "attachment", "follow-up", "method"));
        var skiff = Files.readString(Path.of("../../mappings/niem-sar-6.0/samples/01-skiff-at-the-intake-with-every-class.in.xml"))
                .replace(">DL ONLY<", ">NOFORN<").replace(">YELLOW<", ">GREEN<").replaceAll("<cui:LDC-DLONLYText>[^<]*</cui:LDC-DLONLYText>", "");
        var product = product(skiff, "coarse");
        assertThat(product).contains(">44.15,-68.35<").contains("<minimum>20</minimum>").contains("<maximum>39</maximum>").contains(">1990-01-01<")
                .doesNotContain("44.17").doesNotContain("1996");
        var moved = skiff.replace(">12.5<", ">13.5<").replace(">1996-07-08<", ">1994-01-02<").replace("<nc:RangeMaximumIntegerValue>35<", "<nc:RangeMaximumIntegerValue>38<");
        assertThat(moved).isNotEqualTo(skiff);
        assertThat(product(moved, "coarse")).isEqualTo(product);
    }

    @Test
    void anAgeInMonthsHasNoBandOfYears() throws IOException {
        receiver("coarse", CLEARED, "<generalize category='person.description' to='decade'/>", Set.of("person.description"));
        assertThat(product(report, "coarse")).containsPattern("<age><minimum>\\d0</minimum>");
        assertThat(product(report.replaceAll("(<nc:PersonAgeMeasure>(?s:.*?)<nc:MeasureUnitText>)years", "$1months"), "coarse")).doesNotContain("<minimum>");
    }

    private void receiver(String name, String grants, String operations, Set<String> without) {
        receiver(name, grants, operations, without, "");
    }

    private void receiver(String name, String grants, String operations, Set<String> without, String policy) {
        var keeps = new StringBuilder(operations);
        EVERYTHING.stream().filter(category -> !Set.of("header", "marking").contains(category) && !without.contains(category)).sorted()
                .forEach(category -> keeps.append("<keep category='").append(category).append("'/>"));
        trial.receiver(name, "organisation='slt' country='USA' operatedBy='staff'", "maxTlp='RED'", RECORD, grants, "<credentials>28CFR23 CJIS CVI PCII SSI</credentials>" + keeps + policy);
    }

    private void policy(String entries) throws IOException {
        Files.createDirectories(folder.resolve("policies"));
        Files.writeString(folder.resolve("policies/telling.xml"), "<policy xmlns='https://tearline.example/configuration/1.0' name='telling' title='Telling' discloses='presence'>" + entries + "</policy>");
    }

    private String product(String message, String partner) {
        return trial.send(message).product(partner);
    }
}
