package tearline.server.store;

/** How far a partner's view of a feed has come, and up to where its tombstones are no longer kept. */
public record FeedHead(long position, long forgotten) {}
