package tearline.server.feed;

import java.util.Locale;

/** How an active feed is written. */
enum FeedFormat {
    ATOM("application/atom+xml", "mappings/active-feed/atom.xsl"),
    RSS("application/rss+xml", "mappings/active-feed/rss.xsl");

    private final String mediaType;
    private final String stylesheet;

    FeedFormat(String mediaType, String stylesheet) {
        this.mediaType = mediaType;
        this.stylesheet = stylesheet;
    }

    /** The ending of the address decides, then what the reader accepts; a reader that accepts both or neither gets Atom. */
    static FeedFormat of(String ending, String accept) {
        if (!ending.isEmpty()) return ending.equals(".rss") ? RSS : ATOM;
        var wanted = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        int rss = wanted.indexOf(RSS.mediaType);
        int atom = wanted.indexOf(ATOM.mediaType);
        return rss >= 0 && (atom < 0 || rss < atom) ? RSS : ATOM;
    }

    String mediaType() { return mediaType; }

    String stylesheet() { return stylesheet; }

    String ending() { return "." + name().toLowerCase(Locale.ROOT); }
}
