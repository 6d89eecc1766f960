package tearline.engine.release;

import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a value as coarse as an agreement asks. What has no coarse form is dropped: a place keeps its city, county and state by their own category. */
final class Coarseness {

    private static final Pattern DATE_TIME = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d):\\d\\d:\\d\\d(?:\\.\\d+)?(.*)", Pattern.DOTALL);
    private static final Pattern DATE = Pattern.compile("(\\d{4})-\\d\\d-\\d\\d");

    private Coarseness() {}

    static Optional<String> of(String to, String text) {
        var moment = DATE_TIME.matcher(text.strip());
        if (moment.matches()) {
            return switch (to) {
                case "hour" -> Optional.of(moment.replaceFirst("$1-$2-$3T$4:00:00$5"));
                case "day" -> Optional.of(moment.replaceFirst("$1-$2-$3T00:00:00$5"));
                case "year" -> Optional.of(moment.replaceFirst("$1-01-01T00:00:00$5"));
                case "decade" -> Optional.of(moment.group(1).substring(0, 3) + "0-01-01T00:00:00" + moment.group(5));
                default -> Optional.empty();
            };
        }
        var date = DATE.matcher(text.strip());
        if (date.matches()) {
            return switch (to) {
                case "hour", "day" -> Optional.of(text);
                case "year" -> Optional.of(date.group(1) + "-01-01");
                case "decade" -> Optional.of(date.group(1).substring(0, 3) + "0-01-01");
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }
}
