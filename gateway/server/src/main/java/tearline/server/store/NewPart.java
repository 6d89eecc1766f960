package tearline.server.store;

import java.util.List;

/**
 * One payload inside a new message. Each identity key is unique in the whole store, so the caller writes the standard's
 * fields into it; start and end are a byte range of the message, or -1. A part whose status is {@link #REFUSED} is kept
 * for the receipt only: it holds no identity and makes no work.
 */
public record NewPart(int index, String standard, String shape, String kind, List<String> identityKeys, int start, int end,
                      String status, String findingsJson) {
    public static final String ACCEPTED = "accepted";
    public static final String REFUSED = "refused";

    public NewPart {
        identityKeys = List.copyOf(identityKeys);
        if (identityKeys.stream().anyMatch(key -> key.isBlank() || key.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException("an identity key is one line that says something");
        }
    }
}
