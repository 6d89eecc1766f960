package tearline.server.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** What a reader says it has already (RFC 9110 §13); a date counts only where no tag is given. Both may be null. */
public record Conditions(String ifNoneMatch, String ifModifiedSince) {

    /** A date knows whole seconds: within them something may have happened that it cannot tell. */
    private static final Duration UNSURE = Duration.ofSeconds(2);

    boolean has(String etag, boolean dated, Instant changed, Instant now) {
        if (ifNoneMatch != null) return ifNoneMatch.contains(etag) || ifNoneMatch.strip().equals("*");
        if (!dated || ifModifiedSince == null || changed.plus(UNSURE).isAfter(now)) return false;
        try {
            var known = DateTimeFormatter.RFC_1123_DATE_TIME.parse(ifModifiedSince, Instant::from);
            return !known.isBefore(changed.truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    static String date(Instant instant) {
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", java.util.Locale.ENGLISH).format(instant.atOffset(ZoneOffset.UTC));
    }
}
