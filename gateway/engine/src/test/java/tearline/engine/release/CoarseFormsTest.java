package tearline.engine.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** A coarse form tells its cell, band or bucket, and nothing else. */
class CoarseFormsTest {

    private final Grid tenth = new Grid(new BigDecimal("0.1"));
    private final Grid hundredth = new Grid(new BigDecimal("0.01"));
    private final Pseudonyms pseudonyms = new Pseudonyms("0123456789abcdef".getBytes(UTF_8));

    @Property(tries = 300)
    void aCountIsInOneOfTheFourBucketsAndThereWithAllOthersOfIt(@ForAll @LongRange(min = 1, max = 100_000) long count) {
        var bucket = Buckets.of(Long.toString(count)).orElseThrow();
        assertThat(bucket).isIn("1", "2–5", "6–20", ">20");
        assertThat(bucket).isEqualTo(count == 1 ? "1" : count < 6 ? "2–5" : count < 21 ? "6–20" : ">20");
    }

    @Test
    void whatIsNoCountHasNoBucket() {
        for (var text : new String[] {"", "0", "000", "-3", "2.5", "about 12", "12 dead", "1e3", "9999999999999999999"}) assertThat(Buckets.of(text)).as(text).isEmpty();
    }

    @Property(tries = 300)
    void allPointsOfOneCellAreTheSamePoint(@ForAll @IntRange(min = -900, max = 899) int row, @ForAll @IntRange(min = -1800, max = 1799) int column,
                                           @ForAll @IntRange(max = 999) int north, @ForAll @IntRange(max = 999) int east) {
        var corner = tenth.of("point", degrees(row * 1000) + "," + degrees(column * 1000));
        assertThat(tenth.of("point", degrees(row * 1000 + north) + "," + degrees(column * 1000 + east))).isEqualTo(corner).isPresent();
        assertThat(tenth.of("point", corner.orElseThrow())).as("again").isEqualTo(corner);
    }

    @Property(tries = 300)
    void theCentreIsNeverFartherThanHalfACell(@ForAll @DoubleRange(min = -90, max = 90) double latitude, @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
        var given = BigDecimal.valueOf(latitude).setScale(6, java.math.RoundingMode.DOWN).toPlainString() + "," + BigDecimal.valueOf(longitude).setScale(6, java.math.RoundingMode.DOWN).toPlainString();
        var centre = hundredth.of("point", given).orElseThrow().split(",");
        assertThat(Double.parseDouble(centre[0])).isCloseTo(latitude, within(0.00501)).isBetween(-90.0, 90.0);
        assertThat(Double.parseDouble(centre[1])).isCloseTo(longitude, within(0.00501)).isBetween(-180.0, 180.0);
    }

    @Test
    void aShapeIsCoveredOutwards() {
        assertThat(tenth.of("polygon", "38.52,-77.31 38.58,-77.31 38.58,-77.44 38.52,-77.31")).contains("38.5,-77.5 38.5,-77.3 38.6,-77.3 38.6,-77.5 38.5,-77.5");
        assertThat(tenth.of("box", "38.52,-77.31 38.71,-77.22")).contains("38.5,-77.4 38.8,-77.2");
        assertThat(tenth.of("circle", "38.52,-77.31 1")).contains("38.55,-77.35 11.2");
    }

    @Test
    void whatHoldsNoCoordinatesHasNoCell() {
        assertThat(tenth.of("point", "12 Elm Street")).isEmpty();
        assertThat(tenth.of("point", "91,0")).isEmpty();
        assertThat(tenth.of("point", "90.5,0")).isEmpty();
        assertThat(tenth.of("description", "38.52,-77.31")).isEmpty();
        assertThat(tenth.of("polygon", "38.52,-77.31 somewhere")).isEmpty();
    }

    @Test
    void aDateOfBirthBecomesADecade() {
        assertThat(Coarseness.of("decade", "1984-05-03")).contains("1980-01-01");
        assertThat(Coarseness.of("decade", "in May 1984")).isEmpty();
    }

    @Test
    void aPseudonymIsTheSameForOneValueAndForNothingElse() {
        assertThat(pseudonyms.of("urn:a 2026-01-01", "item.identifier", "TSX 4471")).matches("[A-Z2-7]{16}")
                .isEqualTo(pseudonyms.of("urn:a 2026-01-01", "item.identifier", "tsx-4471"))
                .isNotEqualTo(pseudonyms.of("urn:a 2026-01-01", "item.identifier", "TSX 4472"))
                .isNotEqualTo(pseudonyms.of("urn:b 2026-01-01", "item.identifier", "TSX 4471"))
                .isNotEqualTo(pseudonyms.of("urn:a 2026-01-01", "person.identifier", "TSX 4471"))
                .isNotEqualTo(new Pseudonyms("another key".getBytes(UTF_8)).of("urn:a 2026-01-01", "item.identifier", "TSX 4471"));
    }

    @Property(tries = 200)
    void aPseudonymHoldsNothingOfItsValue(@ForAll String value) {
        assertThat(Optional.of(pseudonyms.of("urn:a", "person.name", value))).get().asString().matches("[A-Z2-7]{16}");
    }

    private static String degrees(int tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, 4).toPlainString();
    }
}
