package tearline.engine.model;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import tearline.common.Header;
import tearline.common.Marking;
import tearline.common.MessageType;
import tearline.common.Reference;
import tearline.engine.xml.Saxon;

/** The content of a part in the common model: a tree, and what Java reads of it. Never changed; a release is another record. */
public record Record(XdmNode document, Header header, Marking marking) {

    public static Record of(XdmNode document) {
        var root = Saxon.root(document);
        Header header = null;
        Marking marking = null;
        for (var child : Saxon.elements(root)) {
            var name = child.getNodeName().getLocalName();
            if (name.equals("header")) header = Binding.header(child);
            if (name.equals("marking")) marking = Binding.marking(child);
        }
        if (header == null || marking == null) throw new IllegalStateException("A mapping wrote a record without header or marking");
        return new Record(document, header, marking);
    }

    /** The same, as the update of what it does not name itself. */
    public Record updating(List<Reference> earlier) {
        var own = Binding.header(Saxon.elements(root()).stream().filter(child -> child.getNodeName().getLocalName().equals("header")).findFirst().orElseThrow());
        own.setType(MessageType.UPDATE);
        own.getReference().addAll(earlier);
        return of(tree(own, Saxon.elements(root()).stream().filter(child -> !child.getNodeName().getLocalName().equals("header")).toList()));
    }

    /** The tree of a record that says only what it does to others: a header, and not a word besides. */
    public static XdmNode bare(Header header) {
        return tree(header, List.of(Saxon.root(Binding.write("marking", new Marking(), Marking.class))));
    }

    private static XdmNode tree(Header header, List<XdmNode> rest) {
        try {
            var writer = Saxon.newWriter();
            writer.writeStartDocument();
            writer.writeStartElement("", "record", Binding.NAMESPACE);
            writer.writeDefaultNamespace(Binding.NAMESPACE);
            Saxon.copy(Saxon.root(Binding.write("header", header, Header.class)), writer);
            for (var child : rest) Saxon.copy(child, writer);
            writer.writeEndElement();
            writer.writeEndDocument();
            return writer.getDocumentNode();
        } catch (XMLStreamException | SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    public XdmNode root() {
        return Saxon.root(document);
    }
}
