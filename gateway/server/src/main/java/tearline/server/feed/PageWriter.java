package tearline.server.feed;

import java.util.List;
import tearline.server.store.FeedEntry;

/** Writes pages in one representation: entries each by itself, so that partners who see the same share them; then the page around them. */
interface PageWriter {

    /** The same for every reader whose view holds the same entry. */
    byte[] entry(FeedEntry entry, byte[] product);

    byte[] page(Page page, List<byte[]> entries);
}
