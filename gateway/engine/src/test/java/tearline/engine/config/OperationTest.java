package tearline.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Of two allow-lists that speak of one category, the one that tells less holds, in whatever order they are read. */
class OperationTest {

    @Property(tries = 300)
    void theStricterOfTwoDoesNotDependOnTheirOrderAndNothingUndoesIt(@ForAll("operations") Operation one, @ForAll("operations") Operation other, @ForAll("operations") Operation third) {
        assertThat(Operation.stricter(one, other)).isEqualTo(Operation.stricter(other, one)).isIn(one, other);
        assertThat(Operation.stricter(Operation.stricter(one, other), third)).isEqualTo(Operation.stricter(one, Operation.stricter(other, third)));
        assertThat(Operation.stricter(one, Operation.KEEP)).isEqualTo(one);
        assertThat(Operation.stricter(one, new Operation.Drop())).isEqualTo(new Operation.Drop());
    }

    @Test
    void onlyADeclaredDowngradeTakesOutWhatIsPrivate() {
        assertThat(Operation.named("pseudonymize", "").lowersPrivacy()).isTrue();
        assertThat(Operation.named("aggregate", "").lowersPrivacy()).isTrue();
        assertThat(Operation.named("generalize", "county").lowersPrivacy()).isTrue();
        assertThat(Operation.named("generalize", "decade").lowersPrivacy()).isTrue();
        for (var operation : new String[] {"keep", "withhold", "mask", "swap", "drop"}) assertThat(Operation.named(operation, "").lowersPrivacy()).as(operation).isFalse();
        for (var grain : new String[] {"grid-0.01", "grid-0.1", "hour", "day", "year", "city"}) assertThat(Operation.named("generalize", grain).lowersPrivacy()).as(grain).isFalse();
    }

    @Test
    void anElementThatIsNoOperationDrops() {
        assertThat(Operation.named("kepe", "")).isEqualTo(new Operation.Drop());
    }

    @Provide
    Arbitrary<Operation> operations() {
        return Arbitraries.of(Operation.elements()).flatMap(element -> Arbitraries.of(Operation.COARSER).map(to -> Operation.named(element, to)));
    }
}
