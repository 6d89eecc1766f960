package tearline.engine.release;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Coordinates as cells of a grid: a point becomes the centre of its cell, a shape is covered outwards. Snapped, never jittered: repetition tells nothing. */
final class Grid {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d{1,20})?");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final double KILOMETRES_A_DEGREE = 111.4;

    private final BigDecimal cell;

    /** @param cell width in degrees, such as 0.1 */
    Grid(BigDecimal cell) {
        this.cell = cell;
    }

    private record Point(BigDecimal latitude, BigDecimal longitude) {}

    /** The coarse form of what an element holds, or nothing where it holds no coordinates. */
    Optional<String> of(String element, String text) {
        var words = text.strip().split("\\s+");
        return switch (element) {
            case "point" -> words.length == 1 ? point(words[0]).map(this::centre) : Optional.empty();
            case "circle" -> words.length == 2 ? point(words[0]).flatMap(centre -> number(words[1]).map(radius -> centre(centre) + " " + outward(radius))) : Optional.empty();
            case "box", "polygon" -> points(words).map(points -> cover(points, element.equals("box")));
            default -> Optional.empty();
        };
    }

    private String centre(Point point) {
        return middle(point.latitude(), 90) + "," + middle(point.longitude(), 180);
    }

    private String middle(BigDecimal degrees, int most) {
        return index(degrees, most).add(HALF).multiply(cell).toPlainString();
    }

    /** The highest degree belongs to the cell below it. */
    private BigDecimal index(BigDecimal degrees, int most) {
        return degrees.divide(cell, 0, RoundingMode.FLOOR).min(BigDecimal.valueOf(most).divide(cell, 0, RoundingMode.FLOOR).subtract(BigDecimal.ONE));
    }

    /** From the centre of the cell it still reaches all that the source reached, in whole cells. */
    private String outward(BigDecimal radius) {
        double width = cell.doubleValue() * KILOMETRES_A_DEGREE;
        return BigDecimal.valueOf(Math.ceil((radius.doubleValue() + width * Math.sqrt(2) / 2) / width) * width).setScale(1, RoundingMode.CEILING).toPlainString();
    }

    private String cover(List<Point> points, boolean box) {
        var south = edge(points.stream().map(Point::latitude).min(BigDecimal::compareTo).orElseThrow(), 90, 0);
        var north = edge(points.stream().map(Point::latitude).max(BigDecimal::compareTo).orElseThrow(), 90, 1);
        var west = edge(points.stream().map(Point::longitude).min(BigDecimal::compareTo).orElseThrow(), 180, 0);
        var east = edge(points.stream().map(Point::longitude).max(BigDecimal::compareTo).orElseThrow(), 180, 1);
        var corners = box ? List.of(south + "," + west, north + "," + east)
                : List.of(south + "," + west, south + "," + east, north + "," + east, north + "," + west, south + "," + west);
        return String.join(" ", corners);
    }

    private String edge(BigDecimal degrees, int most, int cells) {
        return index(degrees, most).add(BigDecimal.valueOf(cells)).multiply(cell).toPlainString();
    }

    private static Optional<List<Point>> points(String[] words) {
        var points = new ArrayList<Point>();
        Arrays.stream(words).map(Grid::point).forEach(point -> point.ifPresent(points::add));
        return points.size() == words.length ? Optional.of(points) : Optional.empty();
    }

    private static Optional<Point> point(String pair) {
        var parts = pair.split(",", -1);
        if (parts.length != 2 || !NUMBER.matcher(parts[0]).matches() || !NUMBER.matcher(parts[1]).matches()) return Optional.empty();
        var point = new Point(new BigDecimal(parts[0]), new BigDecimal(parts[1]));
        boolean onEarth = point.latitude().abs().compareTo(BigDecimal.valueOf(90)) <= 0 && point.longitude().abs().compareTo(BigDecimal.valueOf(180)) <= 0;
        return onEarth ? Optional.of(point) : Optional.empty();
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("\\d{1,6}(?:\\.\\d{1,20})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
