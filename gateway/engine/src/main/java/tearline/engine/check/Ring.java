package tearline.engine.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** A polygon as CAP and DE 1.0 write it, {@code lat,lon lat,lon ...}, and what is wrong with it. Nothing here takes time that grows with the square of the points. */
final class Ring {

    private static final int MANY = 10_000;
    private static final int SMALL = 1_024;
    private final List<Coordinate> points = new ArrayList<>(); // x = longitude, y = latitude
    private boolean readable = true;

    private Ring() {}

    /**
     * What is wrong, in words that rules test for: syntax, or any of few, open, range, swapped, flat, crosses, repeated, meridian, many.
     * Range and swapped exclude each other, and nothing is said of the shape of a ring whose points are wrong.
     */
    static List<String> faults(String text) {
        var ring = read(text);
        if (!ring.readable) return List.of("syntax");
        var faults = new ArrayList<String>();
        int count = ring.points.size();
        if (count < 4) faults.add("few");
        if (!ring.isClosed()) faults.add("open");
        if (count > MANY) faults.add("many");
        if (ring.repeats()) faults.add("repeated");
        var wrong = ring.outside();
        if (!wrong.isEmpty()) faults.add(wrong);
        else if (count >= 4) ring.shape(faults);
        return faults;
    }

    private static Ring read(String text) {
        var ring = new Ring();
        int at = 0, length = text.length();
        while (at < length && ring.readable) {
            if (Numbers.isBlank(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at;
            while (end < length && !Numbers.isBlank(text.charAt(end))) end++;
            int comma = text.indexOf(',', at);
            if (comma < 0 || comma >= end || !Numbers.isDecimal(text, at, comma) || !Numbers.isDecimal(text, comma + 1, end)) ring.readable = false;
            else ring.points.add(new Coordinate(Numbers.decimal(text, comma + 1, end), Numbers.decimal(text, at, comma)));
            at = end;
        }
        return ring;
    }

    private boolean isClosed() {
        return !points.isEmpty() && points.get(0).equals2D(points.get(points.size() - 1));
    }

    private boolean repeats() {
        for (int i = 1; i < points.size(); i++) if (points.get(i).equals2D(points.get(i - 1))) return true;
        return false;
    }

    private String outside() {
        double latitude = 0, longitude = 0;
        for (var point : points) {
            latitude = Math.max(latitude, Math.abs(point.y));
            longitude = Math.max(longitude, Math.abs(point.x));
        }
        if (latitude > 90 && latitude <= 180 && longitude <= 90) return "swapped";
        return latitude > 90 || longitude > 180 ? "range" : "";
    }

    private void shape(List<String> faults) {
        var unwound = new ArrayList<Coordinate>();
        double turns = 0;
        Coordinate before = null;
        for (var point : points) {
            if (before != null && point.equals2D(before)) continue;
            if (before != null && Math.abs(point.x - before.x) > 180) turns += point.x < before.x ? 360 : -360;
            unwound.add(turns == 0 ? point : new Coordinate(point.x + turns, point.y));
            before = point;
        }
        if (turns != 0 || isBeyondTheMeridian(unwound)) faults.add("meridian");
        if (turns != 0) return; // it goes round a pole: no plane holds it
        var line = unwound.toArray(new Coordinate[0]);
        if (isFlat(line)) faults.add("flat");
        else if (isClosed() && (line.length > SMALL ? crossesIndexed(line) : crosses(line))) faults.add("crosses");
    }

    /** Sides in the order of their western ends, each against those that begin before it ends: for the outlines of most alerts many times faster than an index. */
    private static boolean crosses(Coordinate[] line) {
        int sides = line.length - 1;
        var order = new long[sides]; // the western end, rounded down, and behind it the number of the side: that sorts without objects
        for (int i = 0; i < sides; i++) order[i] = rounded(Math.min(line[i].x, line[i + 1].x)) << 10 | i;
        Arrays.sort(order);
        var intersector = new RobustLineIntersector();
        for (int i = 0; i < sides; i++) {
            int one = (int) order[i] & SMALL - 1;
            long end = rounded(Math.max(line[one].x, line[one + 1].x));
            double low = Math.min(line[one].y, line[one + 1].y), high = Math.max(line[one].y, line[one + 1].y);
            for (int j = i + 1; j < sides; j++) {
                if (order[j] >> 10 > end) break;
                int other = (int) order[j] & SMALL - 1;
                if (line[other].y > high && line[other + 1].y > high || line[other].y < low && line[other + 1].y < low) continue;
                if (meet(line, one, other, intersector)) return true;
            }
        }
        return false;
    }

    /** The same for large outlines, by a tree of the sides. */
    private static boolean crossesIndexed(Coordinate[] line) {
        var tree = new STRtree();
        int sides = line.length - 1;
        for (int i = 0; i < sides; i++) tree.insert(new Envelope(line[i], line[i + 1]), i);
        var intersector = new RobustLineIntersector();
        var found = new boolean[1];
        for (int i = 0; i < sides && !found[0]; i++) {
            int one = i;
            tree.query(new Envelope(line[i], line[i + 1]), other -> found[0] |= (int) other > one && meet(line, one, (int) other, intersector));
        }
        return found[0];
    }

    /** Never smaller for the larger longitude: what lies apart here lies apart. */
    private static long rounded(double longitude) {
        return (long) Math.floor(longitude * 1e6);
    }

    /** Neighbours share a point, and may share no more. */
    private static boolean meet(Coordinate[] line, int one, int other, RobustLineIntersector intersector) {
        int apart = Math.abs(one - other), last = line.length - 2;
        if (apart == 1) return turnsBack(line[Math.min(one, other)], line[Math.max(one, other)], line[Math.max(one, other) + 1]);
        if (apart == last) return turnsBack(line[last], line[0], line[1]);
        intersector.computeIntersection(line[one], line[one + 1], line[other], line[other + 1]);
        return intersector.hasIntersection();
    }

    /** Whether the way from a point leads back along the way to it. */
    private static boolean turnsBack(Coordinate from, Coordinate at, Coordinate to) {
        return (from.x - at.x) * (to.x - at.x) + (from.y - at.y) * (to.y - at.y) > 0 && Orientation.index(from, at, to) == Orientation.COLLINEAR;
    }

    private static boolean isBeyondTheMeridian(List<Coordinate> unwound) {
        for (var point : unwound) if (Math.abs(point.x) > 180) return true;
        return false;
    }

    /** All points on one line. */
    private static boolean isFlat(Coordinate[] line) {
        if (line.length < 4) return true;
        for (int i = 2; i < line.length; i++) if (Orientation.index(line[0], line[1], line[i]) != Orientation.COLLINEAR) return false;
        return true;
    }
}
