package tearline.engine.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private final MarkParser parser = new MarkParser();

    @Test
    void everyPredicateOfALabelIsNamed() {
        assertThat(needs("CUI//SP-SSI//NOCON + TLP:GREEN")).contains("an agreement in force", "for SP-SSI: the grant SSI", "for SP-SSI: a valid credential SSI",
                "for NOCON: operated by its own staff", "its country among those released to: USA", "a TLP limit of TLP:GREEN or above");
    }

    @Test
    void whatAdmitsNobodySaysSoAndWhy() {
        assertThat(needs("U//WIBBLE")).singleElement().asString().startsWith("nobody");
        assertThat(needs("S//NF")).singleElement().asString().startsWith("nobody");
        assertThat(needs("CUI//DL ONLY")).contains("to be named on its list, which names nobody");
        assertThat(needs("CUI//JURY")).contains("for JURY: nobody, unless a person releases it");
    }

    @Test
    void onlyThePublicMarkIsForEverybody() {
        assertThat(needs("TLP:CLEAR")).containsExactly("everybody, the public too");
        assertThat(needs("U")).containsExactly("an agreement in force");
    }

    private List<String> needs(String mark) {
        return Explanation.needs(parser.parse(mark).label());
    }
}
