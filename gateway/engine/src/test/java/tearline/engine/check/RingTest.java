package tearline.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.valid.IsSimpleOp;

/** What is said of an outline, and how long it takes to say it. */
class RingTest {

    @Test
    void aPlainOutlineHasNoFault() {
        assertThat(Ring.faults("38.4,-92.1 38.4,-92.0 38.5,-92.0 38.5,-92.1 38.4,-92.1")).isEmpty();
        assertThat(Ring.faults("\n +1.,.5\t2,1 2,0\r\n1.0,0.50 ")).isEmpty();
    }

    @Test
    void whatIsNoPairOfDecimalsIsNoPoint() {
        for (var text : List.of("junk", "1;2 1;3 2;3 1;2", "1,2 1,3 2,3 1,2,0", "1 2 1 3", "1,2 1,3 2,3 1,2.", "1e1,2 1,3 2,3 1e1,2", "NaN,1 1,2 2,2 NaN,1", "1,,2", "- 1,2")) {
            if (text.endsWith("2.")) assertThat(Ring.faults(text)).isEmpty();
            else assertThat(Ring.faults(text)).as(text).containsExactly("syntax");
        }
    }

    @Test
    void anOpenOrShortOutlineIsSaidToBe() {
        assertThat(Ring.faults("1,1 1,2 1,1")).containsExactly("few");
        assertThat(Ring.faults("1,1 1,2 2,2 2,1")).containsExactly("open");
    }

    @Test
    void anOutlineThatCrossesOrTouchesItselfIsSaidTo() {
        assertThat(Ring.faults("0,0 2,2 0,2 2,0 0,0")).containsExactly("crosses");
        assertThat(Ring.faults("0,0 2,0 2,2 1,1 0,2 2,2 0,0")).contains("crosses");
        assertThat(Ring.faults("0,0 0,4 2,4 2,2 0,2 2,2 2,0 0,0")).contains("crosses");
    }

    @Test
    void longitudeFirstIsToldApartFromAPointThatIsNowhere() {
        assertThat(Ring.faults("-92.1,38.4 -92.0,38.4 -92.0,38.5 -92.1,38.4")).containsExactly("swapped");
        assertThat(Ring.faults("91,100 92,100 92,101 91,100")).containsExactly("range");
        assertThat(Ring.faults("10,181 10,182 11,182 10,181")).containsExactly("range");
    }

    @Test
    void anOutlineAcrossThe180thMeridianIsUnwoundBeforeItsShapeIsJudged() {
        assertThat(Ring.faults("-17,179 -17,-179 -16,-179 -16,179 -17,179")).containsExactly("meridian");
        assertThat(Ring.faults("-17,179 -16,-179 -17,-179 -16,179 -17,179")).containsExactly("meridian", "crosses");
    }

    @Test
    void anOutlineThatEnclosesNothingIsFlat() {
        assertThat(Ring.faults("1,1 1,1 1,1 1,1")).containsExactly("repeated", "flat");
        assertThat(Ring.faults("1,1 2,2 3,3 1,1")).containsExactly("flat");
    }

    /** Two ways to find a crossing, which must not differ. */
    @Test
    void theSweepOfSmallOutlinesSaysWhatTheLibrarySays() {
        var random = new Random(7);
        for (int trial = 0; trial < 2_000; trial++) {
            int count = 4 + random.nextInt(9);
            var points = new ArrayList<Coordinate>();
            for (int i = 0; i < count; i++) {
                var point = new Coordinate(random.nextInt(9), random.nextInt(9));
                if (points.isEmpty() || !points.get(points.size() - 1).equals2D(point)) points.add(point);
            }
            if (points.get(0).equals2D(points.get(points.size() - 1))) points.remove(points.size() - 1);
            if (points.size() < 3) continue;
            points.add(points.get(0));
            boolean simple = new IsSimpleOp(new GeometryFactory().createLineString(points.toArray(new Coordinate[0]))).isSimple();
            var text = points.stream().map(point -> (int) point.y + "," + (int) point.x).collect(Collectors.joining(" "));
            var faults = Ring.faults(text);
            if (!faults.contains("flat")) assertThat(faults.contains("crosses")).as(text).isEqualTo(!simple);
        }
    }

    /** 41,009 points is the largest outline that we know of; four times the points may take five times as long, not sixteen. */
    @Test
    void timeGrowsWithThePointsAndNotWithTheirSquare() {
        var quarter = star(10_252);
        var whole = star(41_009);
        for (int warm = 0; warm < 10; warm++) assertThat(Ring.faults(quarter)).containsExactly("many");
        double ratio = (double) best(whole) / best(quarter);
        assertThat(ratio).as("of the time for four times the points").isLessThan(8);
    }

    private static long best(String ring) {
        var clock = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 7; run++) {
            long began = clock.getCurrentThreadCpuTime();
            Ring.faults(ring);
            best = Math.min(best, clock.getCurrentThreadCpuTime() - began);
        }
        return best;
    }

    private static String star(int points) {
        var text = IntStream.range(0, points - 1).mapToObj(i -> {
            double angle = 2 * Math.PI * i / (points - 1), radius = 5 - i % 3 * 20.0 / points; // a ragged coast
            return String.format(Locale.ROOT, "%.8f,%.8f", 40 + radius * Math.sin(angle), 10 + radius * Math.cos(angle));
        }).collect(Collectors.toList());
        text.add(text.get(0));
        return String.join(" ", text);
    }
}
