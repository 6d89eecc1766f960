package tearline.engine.release;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import tearline.common.Header;
import tearline.common.Kind;
import tearline.common.Marking;
import tearline.common.MessageType;
import tearline.common.Reference;
import tearline.engine.Digests;
import tearline.engine.marking.Banner;
import tearline.engine.marking.Label;
import tearline.engine.marking.Level;
import tearline.engine.model.Binding;
import tearline.engine.model.Record;
import tearline.engine.xml.Saxon;

/** What releases say to their reader, apart from what makes each of them a document of its own: name, time, place in a chain. */
public final class Contents {

    /** Of the header; 'expires' repeats what the events say where the view keeps that. */
    private static final Set<String> OWN = Set.of("id", "sender", "sent", "created", "posted", "expires", "reference", "sequence", "type", "version", "standard", "shape", "form");
    /** What documents of other kinds repeat of it further down. */
    private static final Set<String> REPEATED = Set.of("submission/action", "submission/modified", "report/version");
    private static final Set<String> BARE = Set.of("header", "marking", "submission");
    private final byte[] key;

    /** The digest is keyed: of few possible contents it would tell which. */
    public Contents(byte[] key) {
        this.key = key.clone();
    }

    /** Of the doors and formats they go to, and of every word in them; a cancellation is never the same as what it cancels. */
    public String digest(List<String> doors, List<Release> releases) {
        var said = new ArrayList<String>();
        said.add("content");
        said.addAll(doors);
        // What goes whole bears its sender's own name for it, which its reader sees: a newer one is news.
        releases.stream().filter(Release::whole).map(Release::documentId).forEach(said::add);
        for (var one : new TreeSet<>(releases.stream().map(release -> text(Saxon.root(release.record().orElseThrow()))).toList())) said.add(one);
        return Digests.keyed(key, said.toArray(String[]::new));
    }

    /** Whether it says only what it does to another document; why a report is purged is no content. */
    public static boolean isBare(Release release) {
        return Saxon.elements(Saxon.root(release.record().orElseThrow())).stream().allMatch(child -> BARE.contains(child.getNodeName().getLocalName()));
    }

    private static String text(XdmNode root) {
        var text = new StringBuilder();
        write(root, text);
        return text.toString();
    }

    private static void write(XdmNode element, StringBuilder text) {
        var name = element.getNodeName().getLocalName();
        if (name.equals("extension")) {
            text.append(new String(Saxon.serialize(element), StandardCharsets.UTF_8));
            return;
        }
        if (isOwn(element, name)) {
            if (element.getStringValue().matches("Final|Cancel|Error")) text.append('<').append(element.getStringValue()).append('>');
            return;
        }
        text.append('<').append(name);
        for (var attributes = element.axisIterator(Axis.ATTRIBUTE); attributes.hasNext(); ) {
            var attribute = attributes.next();
            text.append(' ').append(attribute.getNodeName().getClarkName()).append("='").append(attribute.getStringValue()).append('\'');
        }
        text.append('>');
        if (Saxon.elements(element).isEmpty()) text.append(element.getStringValue());
        else Saxon.elements(element).forEach(child -> write(child, text));
        text.append("</>");
    }

    private static boolean isOwn(XdmNode element, String name) {
        var parent = element.getParent() == null || element.getParent().getNodeName() == null ? "" : element.getParent().getNodeName().getLocalName();
        return parent.equals("header") && OWN.contains(name) || REPEATED.contains(parent + "/" + name);
    }

    /** Of a record nothing but its name, its submitter, and that it has ended; a report keeps its name, and what is not counted gets another one. */
    public static XdmNode end(Record record, Label label, String id, String sent) {
        var source = record.header();
        boolean counted = source.getKind() == Kind.SAR;
        var header = new Header();
        header.setId(counted ? source.getId() : id);
        header.setKind(source.getKind());
        header.setStandard(source.getStandard());
        header.setStatus(source.getStatus());
        header.setType(MessageType.CANCEL);
        header.setSender(source.getSender());
        header.setSent(source.getKind() == Kind.ALERT ? sent.replace("Z", "-00:00") : sent); // CAP 1.2 §3.2.1 knows no Z
        header.setSequence(source.getSequence());
        header.setScope(source.getScope());
        header.setRestriction(source.getRestriction());
        header.setAddresses(source.getAddresses());
        var reference = new Reference();
        reference.setSender(source.getSender());
        reference.setId(source.getId());
        reference.setSent(counted ? null : source.getSent());
        header.getReference().add(reference);
        var marking = new Marking();
        if (label.level() != Level.PUBLIC) marking.getBanner().addAll(List.of(Banner.of(label).split(" \\| ")));
        return record(header, marking, counted ? Saxon.elements(record.root()).stream().filter(one -> named(one, "submission")).flatMap(one -> Saxon.elements(one).stream()).filter(one -> named(one, "submitter")).findFirst() : Optional.empty());
    }

    private static boolean named(XdmNode element, String name) {
        return element.getNodeName().getLocalName().equals(name);
    }

    private static XdmNode record(Header header, Marking marking, Optional<XdmNode> submitter) {
        try {
            var writer = Saxon.newWriter();
            writer.writeStartDocument();
            writer.writeStartElement("", "record", Binding.NAMESPACE);
            writer.writeDefaultNamespace(Binding.NAMESPACE);
            Saxon.copy(Saxon.root(Binding.write("header", header, Header.class)), writer);
            Saxon.copy(Saxon.root(Binding.write("marking", marking, Marking.class)), writer);
            if (submitter.isPresent()) {
                writer.writeStartElement("", "submission", Binding.NAMESPACE);
                writer.writeStartElement("", "submitter", Binding.NAMESPACE);
                for (var child : Saxon.elements(submitter.get())) if (named(child, "name") || named(child, "ori")) Saxon.copy(child, writer);
                writer.writeEndElement();
                writer.writeEndElement();
            }
            writer.writeEndElement();
            writer.writeEndDocument();
            return writer.getDocumentNode();
        } catch (XMLStreamException | SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }
}
