package tearline.server.store;

/** What an agreement was given of a part, and where that is by now: among the deliveries of its base. */
public record StoredCopy(String agreement, PartName of, PartName base, String document, String sender, String sent, String content, boolean ends,
                         boolean arrived, boolean waits, boolean doubtful) {}
