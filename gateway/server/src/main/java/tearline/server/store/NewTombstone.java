package tearline.server.store;

/** Takes an entry out of one partner's view of a feed: its content goes, and who has read it is told that it is gone. */
public record NewTombstone(String feed, String entryId) {}
