package tearline.server.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tearline.engine.xml.Saxon;
import tearline.server.store.FeedEntry;

/** Writes one page of a partner's view as Atom (RFC 4287, RFC 5005 §3): the record stands inside each entry. */
final class FeedPage {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private final Function<String, byte[]> products;

    FeedPage(Function<String, byte[]> products) {
        this.products = products;
    }

    byte[] write(String feed, String title, String self, Optional<String> next, String since, List<FeedEntry> entries, String emptyUpdated) {
        try {
            var out = new ByteArrayOutputStream();
            var writer = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement("feed");
            writer.writeDefaultNamespace(ATOM);
            element(writer, "id", "urn:tearline:feed:" + feed);
            element(writer, "title", title);
            element(writer, "updated", entries.isEmpty() ? emptyUpdated : entries.get(entries.size() - 1).updated().toString());
            writer.writeStartElement("author");
            element(writer, "name", title);
            writer.writeEndElement();
            link(writer, "self", self);
            if (next.isPresent()) link(writer, "next", next.get());
            else link(writer, "https://tearline.example/rel/since", since); // poll this next
            for (var entry : entries) entry(writer, entry);
            writer.writeEndElement();
            writer.writeEndDocument();
            writer.close();
            return out.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void entry(XMLStreamWriter writer, FeedEntry entry) throws XMLStreamException {
        writer.writeStartElement("entry");
        element(writer, "id", entry.entryId());
        element(writer, "title", entry.title());
        element(writer, "updated", entry.updated().toString());
        if (!entry.rights().isEmpty()) element(writer, "rights", entry.rights());
        writer.writeStartElement("content");
        writer.writeAttribute("type", entry.mediaType());
        var product = products.apply(entry.digest());
        if (entry.mediaType().endsWith("xml")) Saxon.copy(Saxon.root(Saxon.tree(product)), writer);
        else if (entry.mediaType().endsWith("json")) writer.writeCharacters(java.util.Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(product)); // RFC 4287 §4.1.3.3: not text, not XML
        else writer.writeCharacters(new String(product, StandardCharsets.UTF_8));
        writer.writeEndElement();
        writer.writeEndElement();
    }

    private static void element(XMLStreamWriter writer, String name, String text) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(text);
        writer.writeEndElement();
    }

    private static void link(XMLStreamWriter writer, String rel, String href) throws XMLStreamException {
        writer.writeEmptyElement("link");
        writer.writeAttribute("rel", rel);
        writer.writeAttribute("href", href);
    }
}
