package tearline.engine.standard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the moments that documents write, tolerantly, and never prints them back. */
public final class Instants {

    private Instants() {}

    /** The moment, where the text is a date-time with an offset, or a date (its first moment in UTC). */
    public static Optional<Instant> parse(String text) {
        var value = text.strip();
        try {
            return Optional.of(value.length() == 10 ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant() : OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The moment in UTC, so that equal moments are equal texts; what is no moment stays as it is. */
    public static String normal(String text) {
        return parse(text).map(Instant::toString).orElse(text.strip());
    }
}
