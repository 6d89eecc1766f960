package tearline.engine.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws on which every decision rests. */
class LabelLawsTest {

    private final Dominance dominance = new Dominance();

    @Property
    void joinIsAssociativeCommutativeAndIdempotent(@ForAll("labels") Label a, @ForAll("labels") Label b, @ForAll("labels") Label c) {
        assertThat(a.join(b).join(c)).isEqualTo(a.join(b.join(c)));
        assertThat(a.join(b)).isEqualTo(b.join(a));
        assertThat(a.join(a)).isEqualTo(a);
    }

    @Property
    void publicIsTheBottom(@ForAll("labels") Label a) {
        assertThat(a.join(Label.PUBLIC)).isEqualTo(a);
        assertThat(Label.PUBLIC.isAtMost(a)).isTrue();
    }

    @Property
    void aJoinIsAboveBothAndBelowEveryOtherUpperBound(@ForAll("labels") Label a, @ForAll("labels") Label b, @ForAll("labels") Label c) {
        assertThat(a.isAtMost(a.join(b))).isTrue();
        assertThat(b.isAtMost(a.join(b))).isTrue();
        assertThat(a.join(b).isAtMost(a.join(b).join(c))).isTrue();
    }

    @Property
    void whoMaySeeAJoinMaySeeEachOfItsParts(@ForAll("labels") Label a, @ForAll("labels") Label b, @ForAll("partners") Clearance partner) {
        if (dominance.permits(a.join(b), partner)) {
            assertThat(dominance.permits(a, partner)).isTrue();
            assertThat(dominance.permits(b, partner)).isTrue();
        }
    }

    @Property
    void moreGrantsNeverShowLess(@ForAll("labels") Label a, @ForAll("partners") Clearance partner) {
        Clearance less = new Clearance(partner.partner(), partner.organisation(), partner.country(), partner.operatedBy(),
                Set.of(), Set.of(), Tlp.CLEAR, partner.inForce());
        if (dominance.permits(a, less)) {
            assertThat(dominance.permits(a, partner)).isTrue();
        }
    }

    @Property
    void noControlledLabelLacksARelease(@ForAll("labels") Label a, @ForAll("labels") Label b) {
        Label joined = a.join(b);
        if (joined.level().compareTo(Level.CONTROLLED) >= 0) {
            assertThat(joined.release()).isNotNull();
            assertThat(joined.display()).containsAll(joined.release());
        }
    }

    @Property
    void theLastWordOnAnUnknownIsNobody(@ForAll("labels") Label a, @ForAll("partners") Clearance partner) {
        assertThat(dominance.reasons(a.join(Label.nobody()), partner)).contains(Dominance.UNKNOWN_MARK);
    }

    @Example
    void aControlledThingWithoutAReleaseIsForTheUsaOnly() {
        Label closed = new Label(Level.CONTROLLED, Set.of("FOUO"), null, null, null, 0, Set.of(), Set.of(), Set.of());
        assertThat(closed.release()).containsExactly("USA");
        assertThat(closed.display()).containsExactly("USA");
    }

    @Example
    void theRollUpOfNothingIsNobody() {
        assertThat(Label.rollUp(List.of())).isEqualTo(Label.nobody());
        assertThat(Partners.ALL).noneMatch(partner -> dominance.permits(Label.rollUp(List.of()), partner));
    }

    @Example
    void aLabelNeverPrintsWhatWasNotUnderstood() {
        assertThat(Label.unknown("JANE ROE")).asString().doesNotContain("ROE");
    }

    @Provide
    Arbitrary<Clearance> partners() {
        return Arbitraries.of(Partners.ALL);
    }

    @Provide
    Arbitrary<Label> labels() {
        Arbitrary<Set<String>> require = some("LES", "FOUO", "SSI", "LEI", "SP-PCII", "PRVCY", "NOCON", "FED ONLY", "CRIT");
        Arbitrary<Set<String>> release = some("USA", "GBR", "CAN").injectNull(0.4);
        Arbitrary<Set<String>> list = some("county-eoc", "fusion-center", "british-desk").injectNull(0.7);
        Arbitrary<Set<String>> rare = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, Arbitraries.just(Set.of())),
                net.jqwik.api.Tuple.of(1, some("A", "B")));
        Arbitrary<Level> level = Arbitraries.frequency(net.jqwik.api.Tuple.of(2, Level.PUBLIC), net.jqwik.api.Tuple.of(3, Level.U),
                net.jqwik.api.Tuple.of(6, Level.CONTROLLED), net.jqwik.api.Tuple.of(1, Level.SECRET));
        return Combinators.combine(level, require, release, list, Arbitraries.integers().between(0, 4), rare, rare)
                .as((of, atoms, to, only, tlp, owners, unknown) -> of.compareTo(Level.CONTROLLED) < 0
                        ? new Label(of, Set.of(), null, null, only, tlp, owners, Set.of(), unknown)
                        : new Label(of, atoms, to, null, only, tlp, owners, Set.of(), unknown));
    }

    private static Arbitrary<Set<String>> some(String... of) {
        return Arbitraries.of(of).set().ofMaxSize(3);
    }
}
