package tearline.engine.check;

import net.sf.saxon.s9api.XdmNode;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;
import tearline.engine.xml.Saxon;

/** Lets an element pass with one of its children of a name, and without the others of that name. */
final class OnlyChild extends XMLFilterImpl {

    private final String namespace;
    private final String name;
    private final int wanted;
    private int seen;
    private int depth;
    private int skipped;

    OnlyChild(XdmNode child, ContentHandler next) {
        namespace = child.getNodeName().getNamespaceURI();
        name = child.getNodeName().getLocalName();
        wanted = Saxon.elements(child.getParent()).stream().filter(one -> one.getNodeName().equals(child.getNodeName())).toList().indexOf(child);
        setContentHandler(next);
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        boolean another = depth++ == 1 && uri.equals(namespace) && local.equals(name) && seen++ != wanted;
        if (another || skipped > 0) skipped++;
        else super.startElement(uri, local, qualified, attributes);
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
        depth--;
        if (skipped > 0) skipped--;
        else super.endElement(uri, local, qualified);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (skipped == 0) super.characters(text, start, length);
    }
}
