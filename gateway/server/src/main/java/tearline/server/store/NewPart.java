package tearline.server.store;

import java.util.List;

/**
 * One payload inside a new message. Each identity key is unique in the whole store, so the caller writes the standard's
 * fields into it; start and end are a byte range of the message, or -1. A part whose status is {@link #REFUSED} is kept
 * for the receipt only: it holds no identity and makes no work. References are identity keys of what it updates or cancels:
 * it belongs to their incidents too.
 */
public record NewPart(int index, String standard, String shape, String kind, List<String> identityKeys, int start, int end,
                      String status, String findingsJson, List<String> incidents, List<String> references, Life life) {
    public static final String ACCEPTED = "accepted";
    public static final String REFUSED = "refused";

    public NewPart {
        identityKeys = List.copyOf(identityKeys);
        incidents = List.copyOf(incidents);
        references = List.copyOf(references);
        if (identityKeys.stream().anyMatch(key -> key.isBlank() || key.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException("an identity key is one line that says something");
        }
    }

    /** A part that does nothing to other documents. */
    public NewPart(int index, String standard, String shape, String kind, List<String> identityKeys, int start, int end,
                   String status, String findingsJson, List<String> incidents, List<String> references) {
        this(index, standard, shape, kind, identityKeys, start, end, status, findingsJson, incidents, references, Life.UNKNOWN);
    }

    /** A part that names no incident. */
    public NewPart(int index, String standard, String shape, String kind, List<String> identityKeys, int start, int end,
                   String status, String findingsJson) {
        this(index, standard, shape, kind, identityKeys, start, end, status, findingsJson, List.of(), List.of());
    }
}
