package tearline.server.feed;

import java.util.Map;
import tearline.server.door.Caller;

/** A reader's request: who asks, what for, and how the answer shall be written; absent headers are empty. */
public record Request(Caller caller, Map<String, String> query, String accept, String ifNoneMatch, String purpose, String acceptEncoding) {

    /** RFC 9110 §13.1.2: weakly, and in a list. */
    boolean has(String etag) {
        for (var one : ifNoneMatch.split(",")) {
            var tag = one.strip();
            if (tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(etag)) return true;
        }
        return false;
    }

    boolean takesGzip() {
        return acceptEncoding.toLowerCase(java.util.Locale.ROOT).matches("(?s).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    }
}
