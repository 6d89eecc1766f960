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

    @Test
    void aSelectorCoversWhatItNamesAndAllBelowIt() {
        StixMarkings markings = new StixMarkings();
        String green = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
        String amber = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421";
        List<StixMarkings.Granular> granular = List.of(new StixMarkings.Granular(amber, List.of("external_references")));
        assertThat(markings.find("external_references.[0].url", List.of(green), granular).map(Banner::of)).contains("TLP:AMBER");
        assertThat(markings.find("external_references", List.of(), granular).map(Banner::of)).contains("TLP:AMBER");
        assertThat(markings.find("external_references_count", List.of(green), granular).map(Banner::of)).as("another property").contains("TLP:GREEN");
        assertThat(markings.find("name", List.of(), granular)).as("nothing is said of it: the default").isEmpty();
        assertThat(markings.find("name", List.of(), List.of(new StixMarkings.Granular(amber, List.of()))).map(Banner::of)).contains("TLP:AMBER");
        assertThat(markings.find("name", List.of(), List.of(new StixMarkings.Granular("marking-definition--0", List.of("name")))).orElseThrow().understood()).isFalse();
    }
}
