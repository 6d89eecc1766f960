package tearline.server.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import tearline.engine.xml.Saxon;
import tearline.server.store.FeedEntry;

/** Pages as a NIEM collection of reports, pointers and EM messages; what is in no NIEM format is left to the other representations. */
final class NiemPages implements PageWriter {

    private static final String SARX = "https://tearline.example/niem/sar/1.0/";
    private static final String NC = "https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/";
    private static final String STRUCTURES = "https://docs.oasis-open.org/niemopen/ns/model/structures/6.0/";
    /** Attributes that name ids: unique in the record, and made so on the page. */
    private static final Set<String> IDS = Set.of("id", "ref", "metadataRef", "portionMarkingMetadataRef");

    static boolean carries(FeedEntry entry) {
        return entry.isTombstone() || entry.standard().equals("niem-sar-6.0");
    }

    @Override
    public byte[] page(Page page, List<byte[]> entries) {
        var head = Xml.fragment(writer -> {
            bind(writer);
            Xml.element(writer, SARX, "FeedID", page.feed());
            Xml.element(writer, SARX, "PolicyVersionID", page.policy());
            Xml.element(writer, SARX, "CursorText", page.cursor());
            Xml.element(writer, SARX, "CompleteIndicator", Boolean.toString(page.next().isEmpty()));
            if (page.next().isPresent()) Xml.element(writer, SARX, "NextPageURI", page.next().get());
        }, "");
        var pieces = new ArrayList<byte[]>(List.of(head));
        pieces.addAll(entries);
        return around(pieces);
    }

    /** The collection's own element, with the names that its pieces use. */
    static byte[] around(List<byte[]> pieces) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sarx:SuspiciousActivityReportCollection xmlns:sarx=\"" + SARX + "\" xmlns:nc=\"" + NC + "\">").getBytes(StandardCharsets.UTF_8));
        pieces.forEach(out::writeBytes);
        out.writeBytes("</sarx:SuspiciousActivityReportCollection>\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @Override
    public byte[] entry(FeedEntry entry, byte[] product) {
        return Xml.fragment(writer -> {
            bind(writer);
            writer.writeStartElement(SARX, "CollectionEntry");
            Xml.element(writer, SARX, "EntryID", entry.entryId());
            writer.writeStartElement(SARX, "EntryUpdatedDate");
            Xml.element(writer, NC, "DateTime", entry.updated().toString());
            writer.writeEndElement();
            if (entry.isTombstone()) Xml.element(writer, SARX, "EntryDeletedIndicator", "true");
            else copy(writer, Saxon.root(Saxon.tree(product)), "e" + entry.entryId().replaceAll("[^0-9a-f]", "") + "-");
            writer.writeEndElement();
        }, "");
    }

    private static void bind(XMLStreamWriter writer) throws XMLStreamException {
        writer.setPrefix("sarx", SARX);
        writer.setPrefix("nc", NC);
    }

    /** The record as it is, but for its ids. */
    private static void copy(XMLStreamWriter writer, XdmNode element, String prefix) throws XMLStreamException {
        var name = element.getNodeName();
        writer.writeStartElement(name.getPrefix(), name.getLocalName(), name.getNamespace());
        for (var one : element.axisIterator(Axis.NAMESPACE).stream().asList()) {
            if (one.getNodeName() != null && !one.getNodeName().getLocalName().equals("xml") && declaredHere(element, one)) writer.writeNamespace(one.getNodeName().getLocalName(), one.getStringValue());
        }
        for (var one : element.axisIterator(Axis.ATTRIBUTE).stream().asList()) {
            var attribute = one.getNodeName();
            var value = isId(attribute.getLocalName(), attribute.getNamespace()) ? prefixed(one.getStringValue(), prefix) : one.getStringValue();
            if (attribute.getNamespace().isEmpty()) writer.writeAttribute(attribute.getLocalName(), value);
            else writer.writeAttribute(attribute.getPrefix(), attribute.getNamespace(), attribute.getLocalName(), value);
        }
        for (var child : element.axisIterator(Axis.CHILD).stream().asList()) {
            if (child.getNodeKind() == XdmNodeKind.ELEMENT) copy(writer, child, prefix);
            else if (child.getNodeKind() == XdmNodeKind.TEXT) writer.writeCharacters(child.getStringValue());
        }
        writer.writeEndElement();
    }

    private static boolean isId(String name, String namespace) {
        return IDS.contains(name) && (namespace.equals(STRUCTURES) || name.endsWith("Ref"));
    }

    private static String prefixed(String ids, String prefix) {
        return prefix + ids.strip().replaceAll("\\s+", " " + prefix);
    }

    private static boolean declaredHere(XdmNode element, XdmNode namespace) {
        var parent = element.getParent();
        if (parent == null || parent.getNodeKind() != XdmNodeKind.ELEMENT) return true;
        return parent.axisIterator(Axis.NAMESPACE).stream().asList().stream().noneMatch(one -> one.getNodeName() != null
                && one.getNodeName().getLocalName().equals(namespace.getNodeName().getLocalName()) && one.getStringValue().equals(namespace.getStringValue()));
    }
}
