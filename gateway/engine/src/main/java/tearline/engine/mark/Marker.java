package tearline.engine.mark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import tearline.common.Envelope;
import tearline.engine.config.Sends;
import tearline.engine.marking.CapAudience;
import tearline.engine.marking.Confidentiality;
import tearline.engine.marking.Label;
import tearline.engine.marking.Level;
import tearline.engine.marking.MarkParser;
import tearline.engine.marking.Portion;
import tearline.engine.marking.PortionScanner;
import tearline.engine.model.Categories.Category;
import tearline.engine.model.Binding;
import tearline.engine.model.Position;
import tearline.engine.model.Record;
import tearline.engine.model.RecordModel;
import tearline.engine.xml.Saxon;

/** Works out the effective marking of every portion of a record: its own marks, the envelope, marks in text, and the sender's file. */
public final class Marker {

    private static final QName MARK = new QName("mark");
    private static final QName KIND = new QName("kind");
    private static final QName ID = new QName("id");
    private static final QName REF = new QName("ref");

    private final RecordModel model;
    private final MarkParser parser = new MarkParser();
    private final PortionScanner scanner = new PortionScanner();
    private final Label privacy = parser.parse("CUI//PRVCY").label();

    public Marker(RecordModel model) {
        this.model = model;
    }

    public Marked mark(Incoming incoming, Record record) {
        var sends = incoming.sender().sends().orElseThrow(() -> new IllegalArgumentException("A partner that sends nothing sent something"));
        var envelope = incoming.envelope();
        var status = Realities.least(Optional.ofNullable(record.header().getStatus()).map(one -> one.value()),
                envelope.map(Envelope::getStatus), sends.defaultStatus());
        var labels = new LinkedHashMap<XdmNode, Marked.Labelled>();
        var walk = new Walk(sends, document(record, envelope, incoming.part().index(), sends), labels);
        walk.element(record.root(), Optional.of(model.root()), null, Optional.empty(), false);
        var banner = Label.rollUp(labels.values().stream().map(Marked.Labelled::label).toList());
        return new Marked(incoming, record, status, banner, Collections.unmodifiableMap(labels), walk.outline());
    }

    /** What the document says of itself as a whole, joined with what its envelope says of it. */
    private Label document(Record record, Optional<Envelope> envelope, int part, Sends sends) {
        var said = new ArrayList<Label>();
        var marking = record.marking();
        for (var banner : marking.getBanner()) said.add(listed(parser.parse(banner).label(), marking.getList(), sends));
        for (var words : marking.getSensitivity()) said.add(new MarkParser(sends.words(), lists(sends)).parse(words).label());
        var header = record.header();
        if (header.getScope() != null) said.add(new CapAudience(sends.words(), lists(sends)).label(header.getScope(), header.getRestriction(), header.getAddresses()));
        envelope.ifPresent(one -> confidentialities(one, part).forEach(text -> said.add(new Confidentiality(sends.words()).find(text).orElseThrow())));
        if (said.isEmpty()) sends.defaultMark().ifPresent(mark -> said.add(parser.parse(mark).label()));
        return said.isEmpty() ? Label.nobody() : Label.rollUp(said);
    }

    /** A DL ONLY banner is for the partners to whom the sender's file maps the list; an unmapped list is nobody. */
    private static Label listed(Label label, List<String> names, Sends sends) {
        if (names.isEmpty()) return label;
        var partners = new TreeSet<String>();
        names.forEach(name -> partners.addAll(sends.lists().getOrDefault(name, Set.of())));
        return label.onList(partners);
    }

    private static Map<String, String> lists(Sends sends) {
        var lists = new HashMap<String, String>();
        sends.lists().forEach((name, partners) -> lists.put(name, String.join(" ", partners)));
        return lists;
    }

    private static List<String> confidentialities(Envelope envelope, int part) {
        var texts = new ArrayList<String>();
        if (envelope.getConfidentiality() != null) texts.addAll(List.of(envelope.getConfidentiality().split(" \\+ ")));
        int from = 0;
        for (var object : envelope.getObject()) {
            boolean holdsPart = object.getParts() == 0 || (part >= from && part < from + object.getParts());
            if (holdsPart && object.getConfidentiality() != null) texts.add(object.getConfidentiality());
            from += object.getParts();
        }
        return texts;
    }

    /** One walk over one record; leaves get labels, containers live by what remains in them. */
    private final class Walk {

        private final Sends sends;
        private final Label document;
        private final Label documentWithoutPrivacy;
        private final Map<XdmNode, Marked.Labelled> labels;
        private final Map<String, Label> ofCategory = new HashMap<>();
        /** Equal labels are one object, so that each view decides on it once. */
        private final Map<Label, Label> known = new HashMap<>();
        private final Map<Label, Label> withPrivacy = new HashMap<>();
        private final Map<String, Label> parsed = new HashMap<>();
        private final Map<String, Outline.Span> ids = new HashMap<>();
        private final List<Outline.Association> associations = new ArrayList<>();
        private final List<Map<String, Integer>> files = new ArrayList<>();
        private final List<Position> positions = new ArrayList<>();
        private final List<Integer> last = new ArrayList<>();

        Walk(Sends sends, Label document, Map<XdmNode, Marked.Labelled> labels) {
            this.sends = sends;
            this.document = document;
            this.documentWithoutPrivacy = document.withoutPrivacy();
            this.labels = labels;
        }

        void element(XdmNode element, Optional<Position> position, Category inherited, Optional<Label> stated, boolean personal) {
            int number = positions.size();
            positions.add(position.orElse(null));
            last.add(number);
            var category = position.map(Position::category).orElse(inherited); // what the model does not know is no freer than what it stands in
            var mark = element.getAttributeValue(MARK);
            var own = mark == null ? stated : Optional.of(join(stated, parseAll(mark)));
            var children = element.getNodeName().getLocalName().equals("extension") ? List.<XdmNode>of() : Saxon.elements(element);
            if (children.isEmpty()) {
                if (category != null) labels.put(element, leaf(element, number, position, category, own, personal || category.privacy()));
            } else {
                boolean personalBelow = personal || children.stream().anyMatch(Marker::saysPrivate);
                var ends = new ArrayList<Outline.End>();
                var name = element.getNodeName().getLocalName();
                var file = new HashMap<String, Integer>();
                for (var child : children) {
                    if (name.equals("attachment")) file.put(child.getNodeName().getLocalName(), positions.size());
                    var ref = child.getAttributeValue(REF);
                    if (ref != null) ends.add(new Outline.End(positions.size(), ref));
                    element(child, position.flatMap(one -> below(one, child)), category, own, personalBelow);
                }
                if (!file.isEmpty()) files.add(file);
                if (!ends.isEmpty() || name.equals("relation")) {
                    associations.add(new Outline.Association(name, new Outline.Span(number, positions.size() - 1), ends));
                }
            }
            last.set(number, positions.size() - 1);
            var id = element.getAttributeValue(ID);
            if (id != null) ids.put(id, new Outline.Span(number, positions.size() - 1));
        }

        /** Named facts are told apart by their kind. */
        private Optional<Position> below(Position position, XdmNode child) {
            var name = child.getNodeName();
            if (!name.getNamespaceURI().equals(Binding.NAMESPACE)) return Optional.empty();
            return position.find(name.getLocalName(), child.getAttributeValue(KIND));
        }

        Outline outline() {
            return new Outline(positions, last, ids, associations, files);
        }

        private Marked.Labelled leaf(XdmNode element, int number, Optional<Position> position, Category category, Optional<Label> own, boolean personal) {
            var base = field(category, own, personal);
            var text = element.getStringValue();
            if (!category.text()) return new Marked.Labelled(number, position, text, category, base, base, List.of());
            var portions = scanner.scan(text);
            var spoken = scanner.rollUp(text);
            if (spoken.isEmpty()) return new Marked.Labelled(number, position, text, category, base, base, List.of());
            // Authoritative: marks in text can only raise. Boilerplate: they say what may be cut, unless nobody knows what the whole is marked with.
            if (!marksMayLower()) return new Marked.Labelled(number, position, text, category, base.join(spoken.get()), base, List.of());
            var inherited = PortionScanner.inherited(portions.stream().filter(portion -> portion.kind() == Portion.Kind.BANNER).toList(), Optional.of(base), base);
            var all = Label.rollUp(portions.stream().filter(Portion::content).map(portion -> portion.under(inherited)).toList());
            return new Marked.Labelled(number, position, text, category, all, inherited, own.isPresent() ? List.of() : portions);
        }

        /** A banner that is not understood closes the whole document until the sender's file maps it (marking reference §2.3). */
        private boolean marksMayLower() {
            return sends.boilerplate() && document.understood();
        }

        private Label field(Category category, Optional<Label> own, boolean personal) {
            var label = own.map(one -> marksMayLower() ? one : one.join(banner(category))).orElseGet(() -> unmarked(category));
            return personal ? withPrivacy.computeIfAbsent(label, one -> one.join(privacy)) : known.computeIfAbsent(label, one -> one);
        }

        private Label unmarked(Category category) {
            var listed = sends.categoryLabels().get(category.name());
            // The label says what a stamped, controlled banner means for a field; it never raises what is public.
            boolean stamped = document.level().compareTo(Level.CONTROLLED) >= 0;
            if (!sends.boilerplate() || !stamped || listed == null || category.text()) return banner(category);
            return ofCategory.computeIfAbsent(category.name(), any -> parser.parse(listed).label());
        }

        /** PRVCY in a banner speaks of the privacy fields and of free text that may name people: dropping both is the declared downgrade. */
        private Label banner(Category category) {
            return category.text() || category.privacy() || category.name().equals("extension") ? document : documentWithoutPrivacy;
        }

        private Label parseAll(String marks) {
            return parsed.computeIfAbsent(marks, all -> Label.rollUp(List.of(all.split(" \\+ ")).stream().map(mark -> parser.parse(mark).label()).toList()));
        }

        private Label join(Optional<Label> stated, Label own) {
            return stated.map(own::join).orElse(own);
        }
    }

    /** An attachment may declare the whole of itself a privacy field (ISE-SAR attachment privacy indicator). */
    private static boolean saysPrivate(XdmNode element) {
        return element.getNodeName().getLocalName().equals("private") && element.getStringValue().strip().matches("true|1");
    }
}
