package tearline.server.feed;

import java.util.Map;
import tearline.server.door.Caller;

/** A reader's request: who asks, what for, and how the answer shall be written; absent headers are empty. */
public record Request(Caller caller, Map<String, String> query, String accept, String acceptProfile, String ifNoneMatch, String purpose, String acceptEncoding) {

    boolean has(String etag) {
        return Conditions.names(ifNoneMatch, etag);
    }

    boolean takesGzip() {
        return acceptEncoding.toLowerCase(java.util.Locale.ROOT).matches("(?s).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    }
}
