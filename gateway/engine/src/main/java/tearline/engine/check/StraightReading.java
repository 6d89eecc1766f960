package tearline.engine.check;

import java.util.Optional;
import javax.xml.namespace.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.XMLFilterImpl;
import tearline.engine.Refusal;
import tearline.engine.standard.Standards;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.XmlReader;

/**
 * Reads a document that keeps its schema with the validator inside the parser, which a validator behind it cannot match in speed.
 * It tells nothing: at the first complaint it gives up, and the {@link Checker} reads again the slow way, which says what is wrong and where.
 */
final class StraightReading extends XMLFilterImpl {

    /** A document without a fault of its schema. */
    record Read(Standards.Match match, XdmNode document) {}

    private final QName root;
    private final int deepest;
    private int depth;

    private StraightReading(QName root, int deepest, ContentHandler tree) {
        this.root = root;
        this.deepest = deepest;
        setContentHandler(tree);
    }

    /** Empty where the document is not what its first bytes promise, or where anything at all is wrong with it. */
    static Optional<Read> of(byte[] bytes, int deepest, Standards standards, Schemas schemas) {
        var root = RootGuess.of(bytes);
        var match = root.flatMap(standards::matching);
        if (match.isEmpty()) return Optional.empty();
        var tree = Saxon.newTree();
        try {
            XmlReader.read(bytes, schemas.reader(match.get().shape().schemaPath()), new StraightReading(root.get(), deepest, tree));
            return Optional.of(new Read(match.get(), tree.getDocumentNode()));
        } catch (Refusal | SaxonApiException somethingIsWrong) {
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

    /** No part of a message, here as on the slow way. */
    @Override public void processingInstruction(String target, String data) { }

    @Override public void error(SAXParseException e) throws SAXException { throw e; }

    @Override public void fatalError(SAXParseException e) throws SAXException { throw e; }
}
