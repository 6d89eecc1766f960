package tearline.engine.check;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.valid.IsSimpleOp;

/** A polygon as CAP and DE 1.0 write it, {@code lat,lon lat,lon ...}, and what is wrong with it. Nothing here takes time that grows with the square of the points. */
final class Ring {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final int MANY = 10_000;
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
            else ring.points.add(new Coordinate(Double.parseDouble(text.substring(comma + 1, end)), Double.parseDouble(text.substring(at, comma))));
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
        if (turns != 0 || unwound.stream().anyMatch(point -> Math.abs(point.x) > 180)) faults.add("meridian");
        if (turns != 0) return; // it goes round a pole: no plane holds it
        var line = unwound.toArray(new Coordinate[0]);
        if (line.length < 4 || Area.ofRing(line) == 0) faults.add("flat");
        else if (isClosed() && !new IsSimpleOp(GEOMETRY.createLineString(line)).isSimple()) faults.add("crosses");
    }
}
