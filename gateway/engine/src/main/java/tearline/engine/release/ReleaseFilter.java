package tearline.engine.release;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.event.ProxyReceiver;
import net.sf.saxon.event.Receiver;
import net.sf.saxon.expr.parser.Loc;
import net.sf.saxon.om.AttributeInfo;
import net.sf.saxon.om.AttributeMap;
import net.sf.saxon.om.EmptyAttributeMap;
import net.sf.saxon.om.FingerprintedQName;
import net.sf.saxon.om.NamespaceMap;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeName;
import net.sf.saxon.om.SequenceTool;
import net.sf.saxon.s9api.Location;
import net.sf.saxon.str.StringView;
import net.sf.saxon.str.UnicodeString;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.type.SchemaType;
import net.sf.saxon.type.Untyped;
import tearline.common.Header;
import tearline.common.Marking;
import tearline.common.Redaction;
import tearline.common.Reference;
import tearline.engine.mark.Outline;
import tearline.engine.model.Binding;
import tearline.engine.model.HeaderFields;
import tearline.engine.model.Position;

/**
 * Lets through what an allow-list names and what was decided for each leaf, while a record streams into a new tree. A container is held
 * back until something in it stays; comments, processing instructions, foreign attributes and text that is not listed have no way through.
 */
final class ReleaseFilter extends ProxyReceiver {

    private static final NamespaceUri OURS = NamespaceUri.of(Binding.NAMESPACE);
    private static final NamespaceMap NAMESPACES = NamespaceMap.of("", OURS);

    /** An open element of the source that holds others, whether it was written, and how it would begin. */
    private static final class Open {
        private final Position position;
        private final NodeName name;
        private final AttributeMap attributes;
        private boolean written;
        private Header header;
        private Reference reference;

        private Open(Position position, NodeName name, AttributeMap attributes) {
            this.position = position;
            this.name = name;
            this.attributes = attributes;
        }
    }

    private final AllowList list;
    private final Outline outline;
    private final String[] texts;
    private final Derivative.Identity identity;
    private final Marking marking;
    private final boolean whole;
    private final ArrayDeque<Open> open = new ArrayDeque<>();
    private final Map<String, String> fresh = new HashMap<>();
    private int number;
    /** How deep we are in what passes verbatim, and in what does not pass but for the text already written. */
    private int verbatim;
    private int passedOver;
    private boolean ends;

    /** @param texts what each element says in the release, by its number; null: it goes, or holds others */
    ReleaseFilter(Receiver next, AllowList list, Outline outline, String[] texts, Derivative.Identity identity, Marking marking, boolean whole) {
        super(next);
        this.list = list;
        this.outline = outline;
        this.texts = texts;
        this.identity = identity;
        this.marking = marking;
        this.whole = whole;
    }

    @Override
    public void startElement(NodeName name, SchemaType type, AttributeMap attributes, NamespaceMap namespaces, Location location, int properties) throws XPathException {
        if (verbatim > 0) {
            verbatim++;
            nextReceiver.startElement(name, type, attributes, namespaces, location, properties);
            return;
        }
        if (passedOver > 0) {
            passedOver++;
            return;
        }
        int own = number++;
        var position = outline.positions().get(own);
        var entry = list.entry(position);
        var text = texts[own];
        if (entry == null || position.leaf() && text == null) {
            passOver(own, false);
            return;
        }
        var here = new Open(position, name.getPrefix().isEmpty() ? name : named(position.name()), allowed(entry, attributes));
        var parent = open.peek();
        if (parent != null && parent.reference != null) {
            HeaderFields.set(parent.reference, position.name(), text);
            passOver(own, false);
        } else if (parent != null && parent.header != null && text != null) {
            HeaderFields.set(parent.header, position.name(), text);
            passOver(own, false);
        } else if (position.name().equals("marking") && open.size() == 1) {
            writeMarking(here);
            passOver(own, false);
        } else if (text == null) {
            if (position.name().equals("header") && open.size() == 1) here.header = new Header();
            if (parent != null && parent.header != null) here.reference = new Reference();
            open.push(here);
        } else if (position.open()) {
            write(here);
            verbatim = 1;
        } else {
            write(here);
            if (!text.isEmpty()) nextReceiver.characters(StringView.of(text), Loc.NONE, 0);
            passOver(own, true);
        }
    }

    private void passOver(int element, boolean written) {
        passedOver = 1;
        ends = written;
        number = outline.last().get(element) + 1;
    }

    @Override
    public void endElement() throws XPathException {
        if (verbatim > 0) {
            verbatim--;
            nextReceiver.endElement();
            return;
        }
        if (passedOver > 0) {
            if (--passedOver == 0 && ends) nextReceiver.endElement();
            return;
        }
        var here = open.pop();
        if (here.reference != null) open.peek().header.getReference().add(here.reference);
        if (here.header != null) writeHeader(here, identity.apply(here.header));
        if (here.written) nextReceiver.endElement();
    }

    /** What remained of it, as the release says it. */
    private void writeHeader(Open here, Header header) throws XPathException {
        write(here);
        var fields = new ArrayList<String[]>(); // a lambda may not throw what a receiver throws
        HeaderFields.tell(header, (name, text) -> fields.add(new String[] {name, text}), reference -> {
            fields.add(new String[] {"reference", null});
            HeaderFields.tell(reference, (name, text) -> fields.add(new String[] {name, text}));
            fields.add(new String[] {null, null});
        });
        for (var field : fields) {
            if (field[0] == null) nextReceiver.endElement();
            else if (field[1] == null) begin(field[0]);
            else leaf(field[0], field[1]);
        }
    }

    @Override
    public void characters(UnicodeString chars, Location location, int properties) throws XPathException {
        if (verbatim > 0) nextReceiver.characters(chars, location, properties);
    }

    @Override
    public void comment(UnicodeString content, Location location, int properties) {}

    @Override
    public void processingInstruction(String target, UnicodeString data, Location location, int properties) {}

    /** With all that it stands in, where that was held back. */
    private void write(Open element) throws XPathException {
        if (element.written) return;
        for (var above = open.descendingIterator(); above.hasNext();) begin(above.next());
        begin(element);
    }

    private void begin(Open element) throws XPathException {
        if (element.written) return;
        element.written = true;
        nextReceiver.startElement(element.name, Untyped.getInstance(), renamed(element.attributes), NAMESPACES, Loc.NONE, 0);
    }

    private void begin(String name) throws XPathException {
        nextReceiver.startElement(named(name), Untyped.getInstance(), EmptyAttributeMap.getInstance(), NAMESPACES, Loc.NONE, 0);
    }

    private void leaf(String name, String text) throws XPathException {
        begin(name);
        if (!text.isEmpty()) nextReceiver.characters(StringView.of(text), Loc.NONE, 0);
        nextReceiver.endElement();
    }

    private void writeMarking(Open here) throws XPathException {
        write(here);
        for (var text : marking.getBanner()) leaf("banner", text);
        for (var text : marking.getSensitivity()) leaf("sensitivity", text);
        for (var text : marking.getDesignator()) leaf("designator", text);
        for (var text : marking.getList()) leaf("list", text);
        if (marking.getDissemination() != null) leaf("dissemination", marking.getDissemination());
        for (var text : marking.getNotice()) leaf("notice", text);
        for (var redaction : marking.getRedaction()) writeRedaction(redaction);
        nextReceiver.endElement();
    }

    private void writeRedaction(Redaction redaction) throws XPathException {
        begin("redaction");
        field("category", redaction.getCategory());
        field("property", redaction.getProperty());
        field("quantity", redaction.getQuantity());
        field("reason", redaction.getReason());
        field("policy", redaction.getPolicy());
        field("at", redaction.getAt());
        nextReceiver.endElement();
    }

    private void field(String name, String text) throws XPathException {
        if (text != null) leaf(name, text);
    }

    private static NodeName named(String local) {
        return new FingerprintedQName("", OURS, local);
    }

    private AttributeMap allowed(AllowList.Entry entry, AttributeMap attributes) {
        if (attributes.size() == 0) return attributes;
        List<AttributeInfo> kept = new ArrayList<>(attributes.size());
        for (var attribute : attributes) {
            var name = attribute.getNodeName();
            if (!name.getNamespaceUri().isEmpty()) continue;
            boolean listed = entry.attributes().contains(name.getLocalPart()) || whole && entry.wholeOnly().contains(name.getLocalPart());
            if (listed) kept.add(attribute);
        }
        return SequenceTool.attributeMapFromList(kept);
    }

    /** The first of what is left is the first: a gap in the count would tell of what is gone. */
    private AttributeMap renamed(AttributeMap attributes) {
        boolean named = false;
        for (var attribute : attributes) named |= isName(attribute);
        if (!named) return attributes;
        List<AttributeInfo> kept = new ArrayList<>(attributes.size());
        for (var attribute : attributes) {
            kept.add(isName(attribute) ? new AttributeInfo(attribute.getNodeName(), attribute.getType(), freshId(attribute.getValue()), Loc.NONE, 0) : attribute);
        }
        return SequenceTool.attributeMapFromList(kept);
    }

    private String freshId(String id) {
        return fresh.computeIfAbsent(id, any -> "n" + (fresh.size() + 1));
    }

    private static boolean isName(AttributeInfo attribute) {
        var name = attribute.getNodeName().getLocalPart();
        return name.equals("id") || name.equals("ref");
    }
}
