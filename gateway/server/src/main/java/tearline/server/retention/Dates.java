package tearline.server.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Dates of a record, which may name a day, a month, a year or a moment (NIEM nc:DateType). */
final class Dates {

    private Dates() {}

    static Optional<Instant> first(String text) {
        return day(text, false);
    }

    static Optional<Instant> last(String text) {
        return day(text, true);
    }

    private static Optional<Instant> day(String text, boolean last) {
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}T.*[Z+-].*")) return Optional.of(OffsetDateTime.parse(text).toInstant());
            var date = text.matches("\\d{4}") ? last ? LocalDate.of(Integer.parseInt(text), 12, 31) : LocalDate.of(Integer.parseInt(text), 1, 1)
                    : text.matches("\\d{4}-\\d{2}") ? last ? YearMonth.parse(text).atEndOfMonth() : YearMonth.parse(text).atDay(1)
                    : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
            return Optional.of(date.atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
