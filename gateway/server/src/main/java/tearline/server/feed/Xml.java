package tearline.server.feed;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Pieces of an XML page: no declaration, and the page's default namespace is taken for granted. */
final class Xml {

    interface Piece {
        void write(XMLStreamWriter writer) throws XMLStreamException;
    }

    private static final XMLOutputFactory FACTORY = factory();

    private Xml() {}

    /** A piece may have several roots, or none. */
    private static XMLOutputFactory factory() {
        var factory = XMLOutputFactory.newInstance();
        factory.setProperty("com.ctc.wstx.outputValidateStructure", false);
        return factory;
    }

    static byte[] fragment(Piece piece, String defaultNamespace) {
        try {
            var out = new ByteArrayOutputStream();
            var writer = FACTORY.createXMLStreamWriter(out, "UTF-8");
            writer.setDefaultNamespace(defaultNamespace);
            piece.write(writer);
            writer.close();
            return out.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    static void element(XMLStreamWriter writer, String namespace, String name, String text) throws XMLStreamException {
        writer.writeStartElement(namespace, name);
        writer.writeCharacters(text);
        writer.writeEndElement();
    }
}
