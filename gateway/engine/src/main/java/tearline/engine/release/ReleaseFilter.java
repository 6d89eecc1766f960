package tearline.engine.release;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import tearline.common.Marking;
import tearline.common.Reference;
import tearline.engine.model.Binding;
import tearline.engine.model.Position;

/**
 * Lets through what an allow-list names and what was decided for each leaf, while a record streams into a new tree. A container is held
 * back until something in it stays; comments, processing instructions, foreign attributes and text that is not listed have no way through.
 */
final class ReleaseFilter extends ProxyReceiver {

    private static final NamespaceUri OURS = NamespaceUri.of(Binding.NAMESPACE);
    private static final NamespaceMap NAMESPACES = NamespaceMap.of("", OURS);

    /** An open element of the source: where it stands (null: it goes), whether it was written, and how it would begin. */
    private static final class Open {
        private final Position position;
        private final NodeName name;
        private final AttributeMap attributes;
        private boolean written;
        private Reference reference;
        private boolean sawStatus;

        private Open(Position position, NodeName name, AttributeMap attributes) {
            this.position = position;
            this.name = name;
            this.attributes = attributes;
        }
    }

    private final AllowList list;
    private final Position root;
    private final String[] texts;
    private final Derivative.Identity identity;
    private final Marking marking;
    private final boolean whole;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, String> fresh = new HashMap<>();
    private int number = -1;
    private int depthOfExtension;
    private boolean extensionStays;

    /** @param texts what each element says in the release, by its number; null: it goes */
    ReleaseFilter(Receiver next, AllowList list, Position root, String[] texts, Derivative.Identity identity, Marking marking, boolean whole) {
        super(next);
        this.list = list;
        this.root = root;
        this.texts = texts;
        this.identity = identity;
        this.marking = marking;
        this.whole = whole;
    }

    @Override
    public void startElement(NodeName name, SchemaType type, AttributeMap attributes, NamespaceMap namespaces, Location location, int properties) throws XPathException {
        if (depthOfExtension > 0) {
            depthOfExtension++;
            if (extensionStays) nextReceiver.startElement(name, type, attributes, namespaces, location, properties);
            return;
        }
        number++;
        var parent = open.peek();
        var local = name.getLocalPart();
        var position = position(parent, name, attributes);
        var entry = position.flatMap(list::find);
        boolean extension = local.equals("extension");
        if (extension) depthOfExtension = 1;
        extensionStays = false;
        if (entry.isEmpty()) {
            open.push(new Open(null, name, attributes));
            return;
        }
        var here = new Open(position.get(), name.getPrefix().isEmpty() ? name : named(local), allowed(entry.get(), attributes));
        if (local.equals("marking") && open.size() == 1) {
            open.push(new Open(null, name, attributes));
            writeMarking();
        } else if (parent != null && parent.position != null && parent.position.name().equals("header")) {
            headerChild(parent, here, local);
        } else if (parent != null && parent.reference != null) {
            open.push(new Open(null, name, attributes));
            if (texts[number] != null) collect(parent.reference, local, texts[number]);
        } else if (texts[number] != null) {
            open.push(here);
            write(here);
            if (extension) extensionStays = true;
            else if (!texts[number].isEmpty()) nextReceiver.characters(StringView.of(texts[number]), Loc.NONE, 0);
        } else {
            open.push(here);
        }
    }

    private Optional<Position> position(Open parent, NodeName name, AttributeMap attributes) {
        if (!name.getNamespaceUri().equals(OURS)) return Optional.empty();
        if (open.isEmpty()) return name.getLocalPart().equals(root.name()) ? Optional.of(root) : Optional.empty();
        return parent.position == null ? Optional.empty() : parent.position.find(name.getLocalPart(), attributes.size() == 0 ? null : attributes.getValue("kind"));
    }

    private void headerChild(Open header, Open here, String local) throws XPathException {
        if (local.equals("reference") && !identity.original()) {
            here.reference = new Reference();
            open.push(here);
            return;
        }
        if (local.equals("status")) header.sawStatus = true;
        if (local.equals("type") && !header.sawStatus) {
            write(header);
            leaf("status", identity.status());
        }
        open.push(here);
        if (texts[number] == null) return;
        write(here);
        nextReceiver.characters(StringView.of(identity.told(local, texts[number])), Loc.NONE, 0);
    }

    private static void collect(Reference reference, String local, String text) {
        switch (local) {
            case "sender" -> reference.setSender(text);
            case "id" -> reference.setId(text);
            case "sent" -> reference.setSent(text);
            case "role" -> reference.setRole(text);
            default -> { } // a token that never split names the source
        }
    }

    @Override
    public void endElement() throws XPathException {
        if (depthOfExtension > 0 && --depthOfExtension > 0) {
            if (extensionStays) nextReceiver.endElement();
            return;
        }
        var here = open.pop();
        if (here.reference != null) {
            var mapped = identity.mapped(here.reference);
            if (mapped.isPresent()) {
                write(here);
                for (var one : parts(mapped.get()).entrySet()) leaf(one.getKey(), one.getValue());
            }
        }
        if (here.written) nextReceiver.endElement();
    }

    private static Map<String, String> parts(Reference reference) {
        var parts = new LinkedHashMap<String, String>();
        if (reference.getSender() != null) parts.put("sender", reference.getSender());
        parts.put("id", reference.getId());
        if (reference.getSent() != null) parts.put("sent", reference.getSent());
        if (reference.getRole() != null) parts.put("role", reference.getRole());
        return parts;
    }

    @Override
    public void characters(UnicodeString chars, Location location, int properties) throws XPathException {
        if (depthOfExtension > 0 && extensionStays) nextReceiver.characters(chars, location, properties);
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

    private void leaf(String name, String text) throws XPathException {
        nextReceiver.startElement(named(name), Untyped.getInstance(), EmptyAttributeMap.getInstance(), NAMESPACES, Loc.NONE, 0);
        if (!text.isEmpty()) nextReceiver.characters(StringView.of(text), Loc.NONE, 0);
        nextReceiver.endElement();
    }

    private void writeMarking() throws XPathException {
        var here = new Open(root, named("marking"), EmptyAttributeMap.getInstance());
        for (var above = open.descendingIterator(); above.hasNext();) {
            var one = above.next();
            if (one.position != null) begin(one);
        }
        begin(here);
        for (var text : marking.getBanner()) leaf("banner", text);
        for (var text : marking.getSensitivity()) leaf("sensitivity", text);
        for (var text : marking.getDesignator()) leaf("designator", text);
        for (var text : marking.getList()) leaf("list", text);
        if (marking.getDissemination() != null) leaf("dissemination", marking.getDissemination());
        for (var text : marking.getNotice()) leaf("notice", text);
        nextReceiver.endElement();
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
