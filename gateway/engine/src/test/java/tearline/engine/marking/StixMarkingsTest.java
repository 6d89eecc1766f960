package tearline.engine.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the marking references of a STIX object say, as labels. */
class StixMarkingsTest {

    private static final String STRICT = "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003";
    private static final String WHITE = "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9";
    private static final String OWN = "marking-definition--11111111-2222-4333-8444-555555555555";

    @Test
    void severalReferencesAreAllMeant() {
        assertThat(new StixMarkings().find(List.of(WHITE, STRICT)).map(Banner::of)).contains("TLP:AMBER+STRICT");
    }

    @Test
    void noReferenceLeavesTheSendersDefault() {
        assertThat(new StixMarkings().find(List.of())).isEmpty();
    }

    @Test
    void aReferenceThatLeadsNowhereAdmitsNobody() {
        assertThat(new StixMarkings().find(List.of(WHITE, OWN)).map(Label::understood)).contains(false);
    }

    @Test
    void aBundleMayExplainItsOwnDefinitionsButNotTheWellKnownOnes() {
        StixMarkings markings = new StixMarkings(Map.of(OWN, "U//LES", STRICT, "TLP:CLEAR"));
        assertThat(markings.find(List.of(OWN)).map(Banner::of)).contains("UNCLASSIFIED//LES");
        assertThat(markings.find(List.of(STRICT)).map(Label::tlp)).contains(Tlp.AMBER_STRICT);
    }
}
