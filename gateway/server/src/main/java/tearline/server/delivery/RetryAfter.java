package tearline.server.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads what a partner asks for in Retry-After: seconds or a date (RFC 9110 §10.2.3). */
final class RetryAfter {

    /** A slip of a partner's clock must not silence it for years. */
    private static final Duration MOST = Duration.ofDays(1);

    private RetryAfter() {}

    static Optional<Instant> read(Optional<String> header, Instant now) {
        return header.map(String::strip).flatMap(text -> parse(text, now))
                .map(asked -> asked.isBefore(now) ? now : asked)
                .map(asked -> asked.isAfter(now.plus(MOST)) ? now.plus(MOST) : asked);
    }

    private static Optional<Instant> parse(String text, Instant now) {
        if (text.matches("[0-9]+")) {
            return Optional.of(now.plusSeconds(text.length() > 6 ? MOST.toSeconds() : Long.parseLong(text)));
        }
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
