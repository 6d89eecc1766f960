package tearline.engine.release;

import java.util.Optional;
import java.util.regex.Pattern;

/** Counts as buckets: 1, 2–5, 6–20, >20, the only ones anywhere. None at all is in no bucket, and goes. */
final class Buckets {

    private static final Pattern COUNT = Pattern.compile("0*(\\d{1,18})");

    private Buckets() {}

    static Optional<String> of(String text) {
        var count = COUNT.matcher(text.strip());
        if (!count.matches()) return Optional.empty();
        long number = Long.parseLong(count.group(1));
        if (number < 1) return Optional.empty();
        return Optional.of(number == 1 ? "1" : number <= 5 ? "2–5" : number <= 20 ? "6–20" : ">20");
    }
}
