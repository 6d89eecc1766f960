package tearline.server.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** What a reader says it has already (RFC 9110 §13); a date counts only where no tag is given. Both may be null. */
public record Conditions(String ifNoneMatch, String ifModifiedSince) {

    /** Settled is a time after which the answer has not changed. */
    boolean has(String etag, boolean dated, Instant settled) {
        if (ifNoneMatch != null) return names(ifNoneMatch, etag);
        if (!dated || ifModifiedSince == null) return false;
        try {
            var known = DateTimeFormatter.RFC_1123_DATE_TIME.parse(ifModifiedSince, Instant::from);
            return !known.isBefore(settled);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** RFC 9110 §13.1.2: weakly, and in a list. */
    static boolean names(String ifNoneMatch, String etag) {
        for (var one : ifNoneMatch.split(",")) {
            var tag = one.strip();
            if (tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(etag)) return true;
        }
        return false;
    }

    static String date(Instant instant) {
        // cut off, not rounded: a date that is too early costs one more answer, one that is too late hides a change
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", java.util.Locale.ENGLISH).format(instant.atOffset(ZoneOffset.UTC));
    }
}
