package tearline.engine.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What CAP and EDXL say about their audience, as labels. */
class CarriersTest {

    private final CapAudience cap = new CapAudience(Map.of("Hospital desks", "CUI"), Map.of("duty@county.example", "county-eoc", "Night Desk", "fusion-center"));
    private final Confidentiality edxl = new Confidentiality(Map.of("Agency internal", "U//FOUO"));
    private final Dominance dominance = new Dominance();

    @Test
    void aPublicAlertIsForEverybody() {
        assertThat(dominance.permits(cap.label("Public", null, null), Partners.PUBLIC)).isTrue();
        assertThat(dominance.permits(cap.label("Public", " ", ""), Partners.PUBLIC)).isTrue();
    }

    @Test
    void scopePublicLaundersNoMarkInTheText() {
        Label text = new PortionScanner().rollUp("Water rising.\n(U//LES) A man at the levee.").orElseThrow();
        assertThat(Banner.of(cap.label("Public", null, null).join(text))).isEqualTo("UNCLASSIFIED//LES");
    }

    @Test
    void aRestrictionMeansWhatTheSendersFileSays() {
        assertThat(Banner.of(cap.label("Restricted", "hospital  desks", null))).isEqualTo("CUI");
        assertThat(Banner.of(cap.label("Restricted", "U//LES", null))).isEqualTo("UNCLASSIFIED//LES");
        assertThat(cap.label("Restricted", "Somebody", null).understood()).isFalse();
        assertThat(cap.label("Restricted", null, null).understood()).isFalse();
        assertThat(cap.label("Public", "Somebody", null).understood()).isFalse();
    }

    @Test
    void aPrivateAlertIsForThoseToWhomItsAddressesAreMapped() {
        assertThat(cap.label("Private", null, "duty@county.example \"Night Desk\" x@y").list()).containsExactly("county-eoc", "fusion-center");
        assertThat(cap.label("Private", null, "x@y").list()).isEmpty();
        assertThat(cap.label("Private", null, null).list()).isEmpty();
        assertThat(Partners.ALL).noneMatch(partner -> dominance.permits(cap.label("Private", null, ""), partner));
    }

    @Test
    void aMissingScopeIsNotPublic() {
        assertThat(cap.label(null, null, null).understood()).isFalse();
        assertThat(cap.label("Everyone", null, null).understood()).isFalse();
    }

    @Test
    void confidentialityWordsAreBuiltInOrMappedOrUnknown() {
        assertThat(edxl.find("Unclassified and not sensitive")).contains(Label.UNCLASSIFIED);
        assertThat(edxl.find("unclassified")).contains(Label.UNCLASSIFIED);
        assertThat(edxl.find("agency internal").map(Banner::of)).contains("UNCLASSIFIED//FOUO");
        assertThat(edxl.find("quite secret").map(Label::understood)).contains(false);
        assertThat(edxl.find("Classified").map(Label::classified)).contains(true);
        assertThat(edxl.find(null)).isEmpty();
    }
}
