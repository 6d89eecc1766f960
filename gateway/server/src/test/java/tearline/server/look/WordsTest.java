package tearline.server.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import tearline.engine.marking.Dominance;

/** Holds the plain words of the answers against the codes that decisions use. */
class WordsTest {

    private static final String DECISION = """
            {"products": [{"format": "cap-1.2", "form": "", "door": "county-desk"}], "banner": "UNCLASSIFIED//LES", "withheld": [{"category": "narrative", "reasons": ["JUVENILE"]}],
             "overlays": [{"kind": "%s", "name": "dam"}]}""";

    @Test
    void everyReasonCodeHasWords() {
        assertThat(Dominance.codes()).allMatch(Words::speaksOf);
    }

    @Test
    void whatMadeItDueIsSaidAndToTheSenderWithoutADoor() throws Exception {
        var emergency = new ObjectMapper().readTree(DECISION.formatted("emergency"));
        assertThat(Words.of("delivered", emergency, "county"))
                .isEqualTo("county got cap-1.2 by county-desk, marked UNCLASSIFIED//LES, as an emergency release; withheld: narrative (it is about a child).");
        assertThat(Words.ofSomebody("delivered", emergency)).startsWith("one partner got cap-1.2, marked").doesNotContain("county", "dam");
        assertThat(Words.of("pending", new ObjectMapper().readTree(DECISION.formatted("activation")), "county")).contains(", during an activation;");
    }
}
