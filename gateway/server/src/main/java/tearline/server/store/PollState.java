package tearline.server.store;

import java.time.Instant;

/** When a feed is looked at next, what it said of its version the last time, and how often in a row it could not be read. */
public record PollState(String etag, String modified, Instant due, int failures) {}
