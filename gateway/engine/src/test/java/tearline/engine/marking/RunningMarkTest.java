package tearline.engine.marking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunningMarkTest {

    @ParameterizedTest(name = "{0} raises to {1}")
    @CsvSource(delimiter = ';', textBlock = """
            U//LES Two men were seen.                                     ; UNCLASSIFIED//LES
            UNCLASSIFIED//LAW ENFORCEMENT SENSITIVE Two men were seen.    ; UNCLASSIFIED//LES
            UNCLASSIFIED//REL TO USA, GBR The road is closed.             ; UNCLASSIFIED//REL TO USA, GBR
            UNCLASSIFIED - FOR OFFICIAL USE ONLY Pump two has failed.     ; UNCLASSIFIED//FOUO
            All of it is U//FOUO.                                         ; UNCLASSIFIED//FOUO
            U//LES: two men                                               ; UNCLASSIFIED//LES
            -U//LES two men                                               ; UNCLASSIFIED//LES
            TLP:AMBER+STRICT two men                                      ; TLP:AMBER+STRICT
            CUI//WIBBLE two men                                           ; UNKNOWN MARKING - HOLD
            TLP: RED two men                                              ; UNKNOWN MARKING - HOLD
            """)
    void aMarkWithoutBracketsIsAMark(String text, String banner) {
        assertThat(RunningMark.in(text)).extracting(mark -> mark.mark().banner()).containsExactly(banner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://U//x.example", "c//d and e//f", "UNCLASSIFIED - the road is closed", "C/O the desk, 4 U/S Main", "TLP: see there", "AC//DC plays", "The word secret", "24/7", ""})
    void wordsAndAddressesAreNone(String text) {
        assertThat(RunningMark.in(text)).isEmpty();
    }

    @Test
    void aTextOfNothingButMarksIsHeldAndNotReadForEver() {
        assertThat(RunningMark.in("U//NF ".repeat(100_000))).hasSize(1001).last().satisfies(mark -> assertThat(mark.mark().label().understood()).isFalse());
    }

    @Test
    void itRaisesAndNeverLowers() {
        Label inherited = new MarkParser().parse("U//LES").label();
        assertThat(new PortionScanner().scan("U//FOUO Pump two.")).singleElement()
                .satisfies(portion -> assertThat(inherited.isAtMost(portion.under(inherited))).isTrue());
    }
}
