package tearline.engine.check;

import java.util.Optional;
import javax.xml.namespace.QName;
import net.sf.saxon.s9api.XdmNode;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import tearline.engine.Refusal;
import tearline.engine.standard.Standards;
import tearline.engine.xml.TreeEvents;
import tearline.engine.xml.XmlReader;

/**
 * Reads a document that keeps its schema with the validator inside the parser, which a validator behind it cannot match in speed.
 * It tells nothing: at the first complaint it gives up, and the {@link Checker} reads again the slow way, which says what is wrong and where.
 */
final class StraightReading extends TreeEvents {

    /** A document without a fault of its schema. */
    record Read(Standards.Match match, XdmNode document) {}

    private final QName root;
    private final int deepest;
    private int depth;

    private StraightReading(QName root, int deepest, int bytes) {
        super(bytes);
        this.root = root;
        this.deepest = deepest;
    }

    /** Empty where the document is not what its first bytes promise, or where anything at all is wrong with it. */
    static Optional<Read> of(byte[] bytes, int deepest, Standards standards, Schemas schemas) {
        var root = RootGuess.of(bytes);
        var match = root.flatMap(standards::matching);
        if (match.isEmpty()) return Optional.empty();
        var reading = new StraightReading(root.get(), deepest, bytes.length);
        try {
            XmlReader.read(bytes, schemas.reader(match.get().shape().schemaPath()), reading);
            return Optional.of(new Read(match.get(), reading.document()));
        } catch (Refusal somethingIsWrong) {
            return Optional.empty();
        }
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
        if (++depth > deepest || depth == 1 && !(local.equals(root.getLocalPart()) && uri.equals(root.getNamespaceURI()))) throw new SAXException("not straight");
        super.startElement(uri, local, name, attributes);
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
        depth--;
        super.endElement(uri, local, name);
    }

    @Override public void error(SAXParseException e) throws SAXException { throw e; }

    @Override public void fatalError(SAXParseException e) throws SAXException { throw e; }
}
