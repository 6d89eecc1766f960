package tearline.server.delivery;

import java.time.Duration;

/** How long we wait for a partner, how often we try, and how far apart. */
public record Patience(Duration connect, Duration request, int attempts, Duration firstDelay, Duration longestDelay) {}
