package tearline.engine.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What marks mean, a line each: input, banner, portion mark, and who of eight partners may see it. */
class VectorsTest {

    private final List<VectorTrial.Vector> vectors = VectorTrial.read(resource("vectors.tsv"));

    @Test
    void everyVectorHolds() {
        VectorTrial trial = new VectorTrial(PartnerTable.read(resource("partners.tsv")));
        List<String> failures = vectors.stream().filter(vector -> !vector.kind().equals(VectorTrial.LEAK))
                .flatMap(vector -> trial.failures(vector).stream().map(failure -> vector.id() + " " + vector.input() + ": " + failure)).toList();
        assertThat(failures).isEmpty();
    }

    @Test
    void everyKindIsThere() {
        assertThat(vectors).extracting(VectorTrial.Vector::kind).contains("parse", "rollup", "order", "cap", "edxl", "ism", "stix", "text", "leak").hasSizeGreaterThan(100);
    }

    @Test
    void aWrongExpectationIsNoticed() {
        VectorTrial trial = new VectorTrial(PartnerTable.read(resource("partners.tsv")));
        VectorTrial.Vector right = vectors.get(1);
        assertThat(trial.failures(new VectorTrial.Vector("x", right.kind(), right.input(), "", right.banner(), right.portion(), "PPPPPPPP"))).hasSize(1);
        assertThat(trial.failures(new VectorTrial.Vector("x", "riddle", "U", "", "", "", ""))).containsExactly("the vector cannot be read");
    }

    private static String resource(String name) {
        try (var in = VectorsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
