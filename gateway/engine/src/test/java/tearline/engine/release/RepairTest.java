package tearline.engine.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tearline.engine.mark.Outline;
import tearline.engine.mark.Outline.Association;
import tearline.engine.mark.Outline.End;
import tearline.engine.mark.Outline.Span;

/** What is left points at nothing that is gone. */
class RepairTest {

    private static final Map<String, Span> THREE = Map.of("a", new Span(0, 0), "b", new Span(1, 1), "c", new Span(2, 2), "r", new Span(3, 7));

    @Test
    void aRelationOfThreeOutlivesOneEndButNotTwo() {
        assertThat(repaired("a", "b", null, null, "", "", "", "words")).containsExactly("a", "b", null, null, "", "", null, "words");
        assertThat(repaired("a", null, null, null, "", "", "", "words")).containsExactly("a", null, null, null, null, null, null, null);
    }

    @Test
    void aRelationWhoseEndsWereHeldBackThemselvesGoes() {
        assertThat(repaired("a", "b", "c", null, "", null, null, "words")).containsExactly("a", "b", "c", null, null, null, null, null);
    }

    @Test
    void whatSpeaksOfARelationThatWentGoesToo() {
        var relation = new Association("relation", new Span(3, 7), ends());
        var provenance = new Association("provenance", new Span(8, 10), List.of(new End(9, "r")));
        String[] texts = {"a", null, null, null, "", "", "", "words", null, "", "whence"};
        new Repair(outline(11, List.of(provenance, relation)), texts).run();
        assertThat(texts).containsExactly("a", null, null, null, null, null, null, null, null, null, null);
    }

    @Test
    void anIdThatNobodyHasIsGone() {
        String[] texts = {null, "", "whence"};
        new Repair(new Outline(Collections.nCopies(3, null), List.of(2, 1, 2), Map.of(), List.of(new Association("provenance", new Span(0, 2), List.of(new End(1, "nobody")))), List.of()), texts).run();
        assertThat(texts).containsOnlyNulls();
    }

    /** Three things and a relation of them: number 3, its ends 4 to 6, and its text. */
    private static String[] repaired(String... texts) {
        new Repair(outline(8, List.of(new Association("relation", new Span(3, 7), ends()))), texts).run();
        return texts;
    }

    private static List<End> ends() {
        return List.of(new End(4, "a"), new End(5, "b"), new End(6, "c"));
    }

    private static Outline outline(int elements, List<Association> associations) {
        return new Outline(Collections.nCopies(elements, null), Collections.nCopies(elements, 0), THREE, associations, List.of());
    }
}
