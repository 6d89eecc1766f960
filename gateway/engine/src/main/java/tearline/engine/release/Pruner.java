package tearline.engine.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import tearline.common.Header;
import tearline.common.Marking;
import tearline.engine.model.Binding;
import tearline.engine.xml.Saxon;

/** Writes the tree of a release: containers that still hold something, leaves that were kept, fresh ids, and nothing that points at what is gone. */
final class Pruner {

    private static final Set<String> ATTRIBUTES = Set.of("mark", "lang", "kind", "scheme", "unit", "role", "path");
    /** Their kind and scheme are ids and names that the source gave a shape: of no use to a reader, and perhaps telling. */
    private static final Set<String> SHAPES = Set.of("point", "polygon", "circle", "line", "box");
    private static final QName ID = new QName("id");
    private static final QName REF = new QName("ref");

    private final Map<XdmNode, String> kept;
    private final Derivative.Identity identity;
    private final String banner;
    private final List<String> notices;
    private final boolean whole;
    private final Map<XdmNode, Boolean> alive = new HashMap<>();
    private final Set<String> livingIds = new HashSet<>();
    private final Map<String, String> fresh = new HashMap<>();

    Pruner(Map<XdmNode, String> kept, Derivative.Identity identity, String banner, List<String> notices, boolean whole) {
        this.kept = kept;
        this.identity = identity;
        this.banner = banner;
        this.notices = notices;
        this.whole = whole;
    }

    XdmNode prune(XdmNode root) {
        try {
            findLiving(root);
            var writer = Saxon.newWriter();
            writer.writeStartDocument();
            write(root, writer);
            writer.writeEndDocument();
            return writer.getDocumentNode();
        } catch (XMLStreamException | SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean findLiving(XdmNode element) {
        var children = isLeaf(element) ? List.<XdmNode>of() : Saxon.elements(element);
        boolean living = kept.containsKey(element) || element.getNodeName().getLocalName().equals("marking");
        for (var child : children) living |= findLiving(child);
        alive.put(element, living);
        var id = element.getAttributeValue(ID);
        if (living && id != null) livingIds.add(id);
        return living;
    }

    private void write(XdmNode element, XMLStreamWriter writer) throws XMLStreamException {
        var name = element.getNodeName().getLocalName();
        if (!alive.get(element) || dangles(element)) return;
        switch (name) {
            case "header" -> { if (element.getParent().getNodeName().getLocalName().equals("record")) { writeHeader(element, writer); return; } }
            case "marking" -> { copy(Saxon.root(Binding.write("marking", marking(element), Marking.class)), writer); return; }
            case "extension" -> { copy(element, writer); return; }
            default -> { }
        }
        start(element, writer);
        if (isLeaf(element)) writer.writeCharacters(kept.get(element));
        else for (var child : Saxon.elements(element)) write(child, writer);
        writer.writeEndElement();
    }

    /** An association with an end that is gone says that something was there. */
    private boolean dangles(XdmNode element) {
        var ref = element.getAttributeValue(REF);
        if (ref != null) return !livingIds.contains(ref);
        if (!element.getNodeName().getLocalName().equals("relation")) return false;
        return Saxon.elements(element).stream().map(end -> end.getAttributeValue(REF)).anyMatch(end -> end != null && !livingIds.contains(end));
    }

    private void writeHeader(XdmNode element, XMLStreamWriter writer) throws XMLStreamException {
        try {
            var own = Saxon.newWriter();
            own.writeStartDocument();
            start(element, own);
            for (var child : Saxon.elements(element)) write(child, own);
            own.writeEndElement();
            own.writeEndDocument();
            var header = identity.apply(Binding.header(Saxon.root(own.getDocumentNode())));
            copy(Saxon.root(Binding.write("header", header, Header.class)), writer);
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rolled up anew: what the source said of the whole no longer holds, but for who designated it. */
    private Marking marking(XdmNode source) {
        var old = Binding.marking(source);
        if (whole) {
            if (old.getBanner().isEmpty() && !banner.isEmpty()) old.getBanner().addAll(List.of(banner.split(" \\| "))); // marks in text count too
            old.getNotice().addAll(notices);
            return old;
        }
        var marking = new Marking();
        if (!banner.isEmpty()) marking.getBanner().addAll(List.of(banner.split(" \\| ")));
        marking.getDesignator().addAll(old.getDesignator());
        marking.setDissemination(old.getDissemination());
        marking.getNotice().addAll(notices);
        return marking;
    }

    private void start(XdmNode element, XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement("", element.getNodeName().getLocalName(), element.getNodeName().getNamespaceURI());
        if (element.getParent().getNodeKind() == XdmNodeKind.DOCUMENT || element.getNodeName().getLocalName().equals("header")) writer.writeDefaultNamespace(Binding.NAMESPACE);
        for (var attributes = element.axisIterator(Axis.ATTRIBUTE); attributes.hasNext();) {
            var attribute = attributes.next();
            var name = attribute.getNodeName().getLocalName();
            if (!attribute.getNodeName().getNamespaceURI().isEmpty()) continue;
            if (name.equals("id") || name.equals("ref")) writer.writeAttribute(name, freshId(attribute.getStringValue()));
            else if (ATTRIBUTES.contains(name) && (whole || !SHAPES.contains(element.getNodeName().getLocalName()) || name.equals("unit") || name.equals("mark"))) writer.writeAttribute(name, attribute.getStringValue());
        }
    }

    private String freshId(String id) {
        return fresh.computeIfAbsent(id, any -> "n" + (fresh.size() + 1));
    }

    private static void copy(XdmNode element, XMLStreamWriter writer) throws XMLStreamException {
        Saxon.copy(element, writer);
    }

    private static boolean isLeaf(XdmNode element) {
        return element.getNodeName().getLocalName().equals("extension") || Saxon.elements(element).isEmpty();
    }
}
