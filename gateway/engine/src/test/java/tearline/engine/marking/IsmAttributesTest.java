package tearline.engine.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What IC-ISM attributes say, as labels. */
class IsmAttributesTest {

    private final Dominance dominance = new Dominance();

    @Test
    void attributesSayWhatTheSameMarkSays() {
        assertThat(banner(Map.of("classification", "U", "ownerProducer", "USA", "disseminationControls", "FOUO"))).isEqualTo("UNCLASSIFIED//FOUO");
        assertThat(banner(Map.of("classification", "U", "ownerProducer", "USA", "nonICmarkings", "LES-NF"))).isEqualTo("UNCLASSIFIED//LES NOFORN");
        assertThat(banner(Map.of("ism:classification", "U", "ism:ownerProducer", "USA", "ism:cuiBasic", "LEI PRVCY", "ism:disseminationControls", "NF"))).isEqualTo("CUI//LEI/PRVCY//NOFORN");
        assertThat(banner(Map.of("cuiSpecified", "SSI", "cuiBasic", "CRIT"))).isEqualTo("CUI//SP-SSI/CRIT");
    }

    @Test
    void aClassifiedOneIsASpillHoweverMuchOfItIsStrange() {
        assertThat(Spill.ofMark(IsmAttributes.read(Map.of("classification", "TS", "ownerProducer", "USA", "SCIcontrols", "SI TK")))).isTrue();
        assertThat(Spill.ofMark(IsmAttributes.read(Map.of("classification", "R", "ownerProducer", "NATO")))).isTrue();
        assertThat(Spill.ofMark(IsmAttributes.read(Map.of("classification", "S//U", "odd", "x")))).isTrue();
    }

    @Test
    void aReleaseWithoutItsListAdmitsNobody() {
        assertThat(understood(Map.of("classification", "U", "ownerProducer", "USA", "disseminationControls", "REL"))).isFalse();
        assertThat(understood(Map.of("classification", "U", "ownerProducer", "USA", "releasableTo", " "))).isFalse();
    }

    @Test
    void whatIsNotKnownAdmitsNobody() {
        assertThat(understood(Map.of("classification", "U", "ownerProducer", "USA", "handleViaChannels", "SOMEWHERE"))).isFalse();
        assertThat(understood(Map.of("classification", "U", "ownerProducer", "USA", "nonICmarkings", "LES//U"))).isFalse();
        assertThat(understood(Map.of())).isFalse();
    }

    @Test
    void aJointOwnerHasToConsent() {
        assertThat(Partners.ALL).noneMatch(partner -> dominance.permits(
                IsmAttributes.read(Map.of("classification", "U", "ownerProducer", "USA CAN")).label(), partner));
    }

    @Test
    void onlyTheBannerOfTheWholeLeavesOutWhatIsExcluded() {
        Map<String, String> citation = Map.of("classification", "U", "ownerProducer", "USA", "nonICmarkings", "LES", "excludeFromRollup", "true");
        assertThat(IsmAttributes.excludedFromRollUp(citation)).isTrue();
        assertThat(dominance.permits(IsmAttributes.read(citation).label(), Partners.COUNTY)).isFalse();
    }

    @Property(tries = 200)
    void noValueMakesItThrowOrAdmitsWhoeverMayNotSeeTheRest(@ForAll String value) {
        Label plain = IsmAttributes.read(Map.of("classification", "U", "ownerProducer", "USA", "nonICmarkings", "LES")).label();
        Label more = IsmAttributes.read(Map.of("classification", "U", "ownerProducer", "USA", "nonICmarkings", "LES", "disseminationControls", value)).label();
        assertThat(Partners.ALL).allSatisfy(partner -> assertThat(!dominance.permits(more, partner) || dominance.permits(plain, partner)).isTrue());
    }

    private static String banner(Map<String, String> attributes) {
        return IsmAttributes.read(attributes).banner();
    }

    private static boolean understood(Map<String, String> attributes) {
        return IsmAttributes.read(attributes).label().understood();
    }

    @Test
    void whatIsLeftOutOfTheRollUpStillDecides() {
        Map<String, String> table = Map.of("classification", "U", "nonICmarkings", "LES", "excludeFromRollup", "true");
        Map<String, String> text = Map.of("classification", "U", "disseminationControls", "FOUO");
        assertThat(IsmAttributes.banner(List.of(table, text))).isEqualTo("UNCLASSIFIED//FOUO");
        assertThat(IsmAttributes.read(table).label().require()).contains("LES");
        assertThat(IsmAttributes.banner(List.of(table))).as("a roll-up of nothing").isEqualTo(Banner.HOLD);
    }
}
