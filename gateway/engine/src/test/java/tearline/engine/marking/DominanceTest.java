package tearline.engine.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DominanceTest {

    private final MarkParser parser = new MarkParser();
    private final Dominance dominance = new Dominance();

    @Test
    void unclassifiedIsNotPublic() {
        assertThat(reasons("U", Partners.PUBLIC)).containsExactly(Dominance.NO_AGREEMENT);
        assertThat(reasons("U", Partners.VOLUNTEERS)).isEmpty();
        assertThat(dominance.reasons(Label.PUBLIC, Partners.PUBLIC)).isEmpty();
    }

    @Test
    void noconAdmitsCountyStaffButNotTheContractorsPlatform() {
        assertThat(reasons("CUI//NOCON", Partners.COUNTY)).isEmpty();
        assertThat(reasons("CUI//NOCON", Partners.PLATFORM)).containsExactly("DISSEMINATION-CONTROL");
        assertThat(reasons("CUI", Partners.PLATFORM)).isEmpty();
    }

    @Test
    void fedOnlyAndFedconAdmitNoCounty() {
        assertThat(permitted("CUI//FED ONLY")).containsExactly(Partners.REGION);
        assertThat(permitted("CUI//FEDCON")).containsExactly(Partners.REGION, Partners.INTEGRATOR);
    }

    @Test
    void fouoWithLesPrintsLesAndStillNeedsBothGrants() {
        Label label = parser.parse("UNCLASSIFIED//FOR OFFICIAL USE ONLY//LAW ENFORCEMENT SENSITIVE").label();
        assertThat(Banner.of(label)).isEqualTo("UNCLASSIFIED//LES");
        Clearance withoutFouo = new Clearance("p", "slt", "USA", "staff", Set.of("CTRL", "LES"), Set.of(), Tlp.RED);
        assertThat(dominance.reasons(label, withoutFouo)).containsExactly("FOUO");
        assertThat(dominance.reasons(label, Partners.FUSION_CENTER)).isEmpty();
    }

    @Test
    void lesGoesAbroadOnlyWhereItsOriginatorReleasedIt() {
        assertThat(reasons("U//LES", Partners.BRITISH)).containsExactly(Dominance.FOREIGN_RELEASE);
        assertThat(reasons("U//REL TO USA, GBR//LES", Partners.BRITISH)).isEmpty();
        assertThat(reasons("U//DISPLAY ONLY GBR//LES", Partners.BRITISH)).containsExactly(Dominance.FOREIGN_RELEASE);
    }

    @Test
    void aReleaseJoinedWithAClosedLabelReleasesNothing() {
        assertThat(reasons("U//FOUO + U//REL TO USA, GBR", Partners.BRITISH)).contains(Dominance.FOREIGN_RELEASE);
        assertThat(reasons("U + U//REL TO USA, GBR", Partners.BRITISH)).isEmpty();
    }

    @Test
    void aGrantWithoutItsCredentialIsNotEnough() {
        assertThat(reasons("U//PCII", Partners.REGION)).isEmpty();
        Clearance granted = new Clearance("p", "federal", "USA", "staff", Set.of("CTRL", "PCII"), Set.of(), Tlp.RED);
        assertThat(reasons("U//PCII", granted)).containsExactly("INFRASTRUCTURE");
        assertThat(reasons("CUI//SP-PCII", granted)).containsExactly("INFRASTRUCTURE");
    }

    @Test
    void whoInformedIsToldOnlyToWhomItIsGranted() {
        Clearance ungranted = new Clearance("p", "slt", "USA", "staff", Set.of("CTRL", "LES"), Set.of("CJIS"), Tlp.RED);
        for (var mark : new String[] {"CUI//INF", "CUI//SP-INF", "CUI//WHSTL"}) assertThat(reasons(mark, ungranted)).as(mark).containsExactly("INFORMANT");
    }

    @Test
    void someMarksNoClearanceOpens() {
        assertThat(permitted("U//ORCON")).isEmpty();
        assertThat(permitted("CUI//FSEC")).isEmpty();
        assertThat(permitted("SECRET")).isEmpty();
        assertThat(permitted("TLP:RED")).isEmpty();
        assertThat(permitted("CUI//DL ONLY")).isEmpty();
    }

    @Test
    void theLightIsCappedByTheAgreement() {
        assertThat(reasons("TLP:AMBER", Partners.UTILITY)).containsExactly(Dominance.TLP);
        assertThat(reasons("TLP:AMBER+STRICT", Partners.PLATFORM)).containsExactly(Dominance.TLP);
        assertThat(reasons("TLP:GREEN", Partners.PUBLIC)).contains(Dominance.NO_AGREEMENT);
    }

    @Test
    void anExpiredAgreementLeavesWhatIsPublic() {
        Clearance expired = new Clearance("p", "slt", "USA", "staff", Set.of("CTRL", "FOUO"), Set.of(), Tlp.RED, false);
        assertThat(reasons("U", expired)).containsExactly(Dominance.NO_AGREEMENT);
        assertThat(reasons("TLP:CLEAR", expired)).isEmpty();
    }

    @Test
    void anOwnerMustHaveAgreed() {
        Label british = new Label(Level.U, Set.of(), null, null, null, 0, Set.of("GBR"), Set.of(), Set.of());
        assertThat(dominance.reasons(british, Partners.COUNTY)).containsExactly(Dominance.THIRD_AGENCY);
        Clearance agreed = new Clearance("p", "slt", "USA", "staff", Set.of("OWNER:GBR"), Set.of(), Tlp.RED);
        assertThat(dominance.reasons(british, agreed)).isEmpty();
    }

    @Test
    void anAtomOutsideTheVocabularyAdmitsNobody() {
        Label strange = new Label(Level.CONTROLLED, Set.of("STRANGE"), null, null, null, 0, Set.of(), Set.of(), Set.of());
        Clearance granted = new Clearance("p", "slt", "USA", "staff", Set.of("CTRL", "STRANGE"), Set.of(), Tlp.RED);
        assertThat(dominance.reasons(strange, granted)).containsExactly(Dominance.UNKNOWN_MARK);
    }

    private Set<String> reasons(String mark, Clearance partner) {
        return dominance.reasons(parser.parse(mark).label(), partner);
    }

    private List<Clearance> permitted(String mark) {
        return Partners.ALL.stream().filter(partner -> reasons(mark, partner).isEmpty()).toList();
    }
}
