package tearline.server.poll;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.Digests;
import tearline.engine.Refusal;
import tearline.engine.mapping.Mappings;
import tearline.engine.xml.Saxon;

/** What a feed holds: alerts that stand in it, and addresses of alerts that do not. */
final class Items {

    /**
     * One alert.
     *
     * @param name  by which it is known again: a digest, so that no address with a token in it is kept
     * @param stamp changes when the alert does
     */
    record Item(String name, String stamp, Optional<URI> link, byte[] content) {}

    private static final Set<String> FEEDS = Set.of("feed", "rss", "RDF");
    private static final String STYLESHEET = "mappings/polled-feed/items.xsl";
    private final Mappings mappings;

    Items(Mappings mappings) {
        this.mappings = mappings;
    }

    /** Throws a refusal where the bytes are no XML, and says so where they are a page for people. Each item once, however often the feed lists it. */
    List<Item> of(byte[] feed, URI at) throws IOException {
        var document = Saxon.tree(fromItsFirstSign(feed));
        if (Saxon.root(document).getNodeName().getLocalName().equalsIgnoreCase("html")) throw new IOException("it is a web page");
        var items = new LinkedHashMap<String, Item>();
        for (var element : Saxon.elements(Saxon.root(mappings.compose(STYLESHEET, document)))) {
            item(element, at).ifPresent(item -> items.put(item.name(), item));
        }
        return new ArrayList<>(items.values());
    }

    /** "There are no active watches": what an entry links to is a feed once more, and holds nothing. */
    boolean isEmptyFeed(byte[] linked, URI at) {
        try {
            return FEEDS.contains(Saxon.root(Saxon.tree(linked)).getNodeName().getLocalName()) && of(linked, at).stream().allMatch(item -> item.link().isPresent());
        } catch (Refusal | IOException noFeed) {
            return false;
        }
    }

    /** Empty lines before the XML declaration are common, and would make it none. */
    private static byte[] fromItsFirstSign(byte[] feed) {
        int from = 0;
        while (from < feed.length && feed[from] > 0 && feed[from] <= ' ') from++;
        return from == 0 ? feed : Arrays.copyOfRange(feed, from, feed.length);
    }

    private static Optional<Item> item(XdmNode element, URI at) {
        var href = element.getAttributeValue(new QName("href"));
        if (href == null) {
            var content = element.getAttributeValue(new QName("escaped")) != null ? element.getStringValue().getBytes(StandardCharsets.UTF_8) : Saxon.serialize(Saxon.elements(element).get(0));
            return Optional.of(new Item(Digests.sha256(content), "", Optional.empty(), content));
        }
        try {
            var link = based(at, element).resolve(href);
            if (link.equals(at)) return Optional.empty(); // "there are no active watches": the feed names itself
            return Optional.of(new Item(digest(link.toString()), digest(String.valueOf(element.getAttributeValue(new QName("stamp")))), Optional.of(link), new byte[0]));
        } catch (IllegalArgumentException noAddress) {
            return Optional.of(new Item(digest(href), "", Optional.of(URI.create("none:none")), new byte[0]));
        }
    }

    private static URI based(URI at, XdmNode element) {
        var from = at;
        for (var base : String.valueOf(element.getAttributeValue(new QName("base"))).split(" ")) from = from.resolve(base);
        return from;
    }

    private static String digest(String text) {
        return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
