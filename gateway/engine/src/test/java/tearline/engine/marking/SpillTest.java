package tearline.engine.marking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpillTest {

    @ParameterizedTest
    @ValueSource(strings = {"SECRET//NOFORN\nGate three.", "TOP SECRET", "Road open. (S//NF) Gate three.", "(TS//SI//XYZ) Gate three.", "(C//REL TO USA, GBR) Gate three.",
            "(S) Gate three.\n(C) Gate four.", "SECRET//NOFORN Gate three is open.", "Classification: SECRET//NOFORN", "Open (S&#47;&#47;NF) gate three", "(<b>S//NF</b>) Gate three.",
            "**SECRET//NOFORN**", "(S//NF Gate three."})
    void evidenceIsABannerAFullMarkOrTwoPortions(String text) {
        assertThat(Spill.in(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(S) Gate three.", "(C) Call the line.", "(A) One.\n(B) Two.\n(C) Three.\n(D) Four.", "SECRET SERVICE ON SCENE", "(C/O J ROE) 4 Elm", "suspect(s) and (c) 2026",
            "(U//LES) Two men.", "UNCLASSIFIED//FOUO Gate three.", "see https://s//nf.example", "SECRET - the recipe", "The word secret, and CONFIDENTIAL: nothing.", ""})
    void anAlertIsNotLostToALetter(String text) {
        assertThat(Spill.in(text)).isEmpty();
    }

    @Test
    void aClassifiedFieldIsASpillEvenWithoutALevel() {
        MarkParser parser = new MarkParser();
        assertThat(Spill.ofMark(parser.parse("Classified"))).isTrue();
        assertThat(Spill.ofMark(parser.parse("C"))).isTrue();
        assertThat(Spill.ofMark(parser.parse("UNCLASSIFIED"))).isFalse();
    }

    @Test
    void itSaysWhereAndNotWhat() {
        Spill spill = Spill.in("Road open.\nAbout (S//NF) Jane Roe.").orElseThrow();
        assertThat(spill.start()).isEqualTo(17);
        assertThat(spill.toString()).doesNotContain("Roe");
    }
}
