package tearline.engine.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import net.sf.saxon.event.ReceiverOption;
import net.sf.saxon.om.AttributeInfo;
import net.sf.saxon.om.AttributeMap;
import net.sf.saxon.om.EmptyAttributeMap;
import net.sf.saxon.om.FingerprintedQName;
import net.sf.saxon.om.NamespaceMap;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeName;
import net.sf.saxon.om.SequenceTool;
import net.sf.saxon.s9api.Location;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.str.StringTool;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.tree.tiny.Statistics;
import net.sf.saxon.tree.tiny.TinyBuilder;
import net.sf.saxon.type.BuiltInAtomicType;
import net.sf.saxon.type.Untyped;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Makes a tree that knows lines and columns from the events of a parser, as Saxon's own handler does, in half the time: names are looked up
 * once for a thread, the first arrays are as large as the document lets expect, and no layer stands between the events and the builder.
 */
public class TreeEvents extends DefaultHandler {

    /** Names come from documents of strangers. */
    private static final int MOST_NAMES = 4_096;
    private static final ThreadLocal<Names> NAMES = ThreadLocal.withInitial(Names::new);

    private final Names names = NAMES.get();
    private final TinyBuilder builder;
    private final Deque<NamespaceMap> outer = new ArrayDeque<>();
    private NamespaceMap namespaces = NamespaceMap.emptyMap();
    private Where here;
    private char[] text = new char[512];
    private int length;
    private boolean opened;

    /** A document of so many bytes is expected. */
    public TreeEvents(int bytes) {
        var configuration = Saxon.processor().getUnderlyingConfiguration();
        builder = new TinyBuilder(configuration.makePipelineConfiguration());
        builder.setLineNumbering(true);
        builder.setStatistics(new Statistics(Math.min(32 + bytes / 20, 4_000), 15, 7, 4_000));
        builder.open();
    }

    public final XdmNode document() {
        return new XdmNode(builder.getCurrentRoot());
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        here = new Where(locator);
    }

    @Override
    public void startDocument() throws SAXException {
        try {
            builder.startDocument(ReceiverOption.NONE);
        } catch (XPathException e) {
            throw new SAXException(e);
        }
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) {
        namespaces = namespaces.bind(prefix, NamespaceUri.of(uri));
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
        try {
            endText(true);
            builder.startElement(names.of(uri, local, name), Untyped.getInstance(), attributes.getLength() == 0 ? EmptyAttributeMap.getInstance() : attributes(attributes), namespaces, here,
                    ReceiverOption.NAMESPACE_OK | ReceiverOption.ALL_NAMESPACES);
            outer.push(namespaces);
            opened = true;
        } catch (XPathException e) {
            throw new SAXException(e);
        }
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
        try {
            endText(!opened); // blanks that are all of an element's text are kept as they are
            builder.endElement();
            opened = false;
            outer.pop();
            namespaces = outer.isEmpty() ? NamespaceMap.emptyMap() : outer.peek();
        } catch (XPathException e) {
            throw new SAXException(e);
        }
    }

    @Override
    public void characters(char[] characters, int start, int count) {
        if (length + count > text.length) text = Arrays.copyOf(text, Math.max(text.length * 2, length + count));
        System.arraycopy(characters, start, text, length, count);
        length += count;
    }

    /** What a schema calls ignorable is left out, as Saxon's own does. */
    @Override public void ignorableWhitespace(char[] characters, int start, int count) { }

    @Override
    public void endDocument() throws SAXException {
        try {
            endText(true);
            builder.endDocument();
            builder.close();
        } catch (XPathException e) {
            throw new SAXException(e);
        }
    }

    private void endText(boolean compress) throws XPathException {
        if (length == 0) return;
        builder.characters(StringTool.compress(text, 0, length, compress), here, ReceiverOption.WHOLE_TEXT_NODE);
        length = 0;
    }

    private AttributeMap attributes(Attributes attributes) {
        var list = new ArrayList<AttributeInfo>(attributes.getLength());
        for (int i = 0; i < attributes.getLength(); i++) {
            int is = switch (attributes.getType(i)) {
                case "ID" -> ReceiverOption.IS_ID;
                case "IDREF", "IDREFS" -> ReceiverOption.IS_IDREF;
                default -> ReceiverOption.NONE;
            };
            list.add(new AttributeInfo(names.of(attributes.getURI(i), attributes.getLocalName(i), attributes.getQName(i)), BuiltInAtomicType.UNTYPED_ATOMIC, attributes.getValue(i), here, ReceiverOption.NAMESPACE_OK | is));
        }
        return SequenceTool.attributeMapFromList(list);
    }

    /** The names that a thread has met, by namespace and as they are written. */
    private static final class Names {

        private final Map<String, Map<String, NodeName>> known = new HashMap<>();
        private int count;

        NodeName of(String uri, String local, String qualified) {
            var within = known.get(uri);
            var name = within == null ? null : within.get(qualified);
            return name == null ? add(uri, local, qualified) : name;
        }

        private NodeName add(String uri, String local, String qualified) {
            if (count++ >= MOST_NAMES) {
                known.clear();
                count = 0;
            }
            var name = new FingerprintedQName(qualified.length() == local.length() ? "" : qualified.substring(0, qualified.length() - local.length() - 1), NamespaceUri.of(uri), local,
                    Saxon.processor().getUnderlyingConfiguration().getNamePool());
            known.computeIfAbsent(uri, any -> new HashMap<>()).put(qualified, name);
            return name;
        }
    }

    /** Where the parser is. */
    private record Where(Locator locator) implements Location {
        @Override public int getLineNumber() { return locator.getLineNumber(); }
        @Override public int getColumnNumber() { return locator.getColumnNumber(); }
        @Override public String getSystemId() { return null; }
        @Override public String getPublicId() { return null; }
        @Override public Location saveLocation() { return this; }
    }
}
