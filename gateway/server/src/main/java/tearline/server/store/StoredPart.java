package tearline.server.store;

import java.util.List;

/** One payload inside a stored message; start and end are a byte range of the message, or -1. */
public record StoredPart(String messageId, int index, String standard, String shape, String kind, List<String> identityKeys,
                         int start, int end, String status, String findingsJson) {}
