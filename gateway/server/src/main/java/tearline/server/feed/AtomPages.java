package tearline.server.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tearline.engine.xml.Saxon;
import tearline.server.store.FeedEntry;

/** Pages as Atom: paged (RFC 5005 §3), with tombstones (RFC 6721); the record stands inside its entry. */
final class AtomPages implements PageWriter {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

    @Override
    public byte[] page(Page page, List<byte[]> entries) {
        var head = Xml.fragment(writer -> {
            Xml.element(writer, ATOM, "id", "urn:tearline:feed:" + page.feed());
            Xml.element(writer, ATOM, "title", page.title());
            Xml.element(writer, ATOM, "updated", page.updated());
            writer.writeStartElement(ATOM, "author");
            Xml.element(writer, ATOM, "name", page.title());
            writer.writeEndElement();
            link(writer, "self", page.self());
            link(writer, "first", page.first());
            if (page.next().isPresent()) link(writer, "next", page.next().get());
            else link(writer, "https://tearline.example/rel/since", page.since()); // poll this next
        }, ATOM);
        var out = new ByteArrayOutputStream();
        out.writeBytes(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"" + ATOM + "\">").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(head);
        entries.forEach(out::writeBytes);
        out.writeBytes("</feed>\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @Override
    public byte[] entry(FeedEntry entry, byte[] product) {
        return Xml.fragment(writer -> {
            if (entry.isTombstone()) deleted(writer, entry);
            else living(writer, entry, product);
        }, ATOM);
    }

    /** RFC 6721 §3, without a comment: what is gone is gone. */
    private static void deleted(XMLStreamWriter writer, FeedEntry entry) throws XMLStreamException {
        writer.setPrefix("at", TOMBSTONES);
        writer.writeStartElement(TOMBSTONES, "deleted-entry");
        writer.writeNamespace("at", TOMBSTONES);
        writer.writeAttribute("ref", entry.entryId());
        writer.writeAttribute("when", entry.updated().toString());
        writer.writeEndElement();
    }

    private static void living(XMLStreamWriter writer, FeedEntry entry, byte[] product) throws XMLStreamException {
        writer.writeStartElement(ATOM, "entry");
        Xml.element(writer, ATOM, "id", entry.entryId());
        Xml.element(writer, ATOM, "title", entry.title());
        Xml.element(writer, ATOM, "updated", entry.updated().toString());
        Xml.element(writer, ATOM, "published", entry.published().toString());
        if (!entry.rights().isEmpty()) Xml.element(writer, ATOM, "rights", entry.rights());
        for (var category : entry.categories()) category(writer, category);
        if (entry.kind() == FeedEntry.Kind.POINTER) pointer(writer, product);
        else content(writer, entry, product);
        writer.writeEndElement();
    }

    private static void content(XMLStreamWriter writer, FeedEntry entry, byte[] product) throws XMLStreamException {
        alternate(writer, entry);
        writer.writeStartElement(ATOM, "content");
        writer.writeAttribute("type", entry.mediaType());
        if (entry.mediaType().endsWith("xml")) Saxon.copy(Saxon.root(Saxon.tree(product)), writer);
        else if (entry.mediaType().endsWith("json")) writer.writeCharacters(Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(product)); // RFC 4287 §4.1.3.3: not text, not XML
        else writer.writeCharacters(new String(product, StandardCharsets.UTF_8));
        writer.writeEndElement();
    }

    /** Whom to ask, and no more (dissemination level YELLOW). */
    private static void pointer(XMLStreamWriter writer, byte[] product) throws XMLStreamException {
        var contact = Contact.of(product);
        writer.writeStartElement(ATOM, "author");
        Xml.element(writer, ATOM, "name", contact.organisation());
        writer.writeEndElement();
        if (!contact.address().isEmpty()) {
            writer.writeStartElement(ATOM, "contributor");
            Xml.element(writer, ATOM, "name", contact.address());
            writer.writeEndElement();
        }
        Xml.element(writer, ATOM, "summary", Contact.POINTER_ONLY);
    }

    private static void alternate(XMLStreamWriter writer, FeedEntry entry) throws XMLStreamException {
        writer.writeStartElement(ATOM, "link");
        writer.writeAttribute("rel", "alternate");
        writer.writeAttribute("type", entry.mediaType());
        writer.writeAttribute("href", Records.path(entry));
        writer.writeEndElement();
    }

    private static void category(XMLStreamWriter writer, String category) throws XMLStreamException {
        int blank = category.indexOf(' ');
        writer.writeStartElement(ATOM, "category");
        writer.writeAttribute("scheme", category.substring(0, blank));
        writer.writeAttribute("term", category.substring(blank + 1));
        writer.writeEndElement();
    }

    private static void link(XMLStreamWriter writer, String rel, String href) throws XMLStreamException {
        writer.writeStartElement(ATOM, "link");
        writer.writeAttribute("rel", rel);
        writer.writeAttribute("href", href);
        writer.writeEndElement();
    }
}
