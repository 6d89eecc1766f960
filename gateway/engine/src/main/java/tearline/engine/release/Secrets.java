package tearline.engine.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.marking.Label;
import tearline.engine.marking.Level;
import tearline.engine.model.Categories.Category;
import tearline.engine.model.HiddenValue;
import tearline.engine.model.HiddenValue.Kind;
import tearline.engine.xml.Saxon;

/** Gathers what one view loses of a record's structured fields, and puts together again what the model keeps apart: names, streets. */
final class Secrets {

    private static final QName KIND = new QName("kind");
    /** They say of what sort a thing is, or stand in a thousand records: nobody is found by them. */
    private static final Set<String> DETAILS = Set.of("prefix", "suffix", "category", "issuer", "jurisdiction", "issued", "effective", "expires", "expiresYear",
            "state", "county", "country", "predirectional", "postdirectional", "altitude", "ceiling", "unit", "mediaType", "size", "captured", "private", "floor", "role", "recordStatus", "documentStatus", "standard", "sent");
    /** Where these are controlled, not only persons' fields tell who or what it is about. */
    private static final Set<String> TELLING = Set.of("source.identity", "desk", "reference", "link", "organization", "attachment.link");
    private static final Set<String> TELLING_LEAVES = Set.of("name", "ori", "caseId", "recordId", "id", "incident", "senderName", "phone", "email", "uri", "web", "given", "middle", "surname", "full");

    private final Set<HiddenValue> hidden = new LinkedHashSet<>();
    private final Map<XdmNode, List<XdmNode>> names = new LinkedHashMap<>();
    private final Map<XdmNode, List<XdmNode>> streets = new LinkedHashMap<>();
    private final Set<String> shown = new HashSet<>();

    /** A leaf that the view loses, or sees only as something else. */
    void hide(XdmNode leaf, Category category, Label label) {
        boolean personal = category.privacy() || !category.text() && label.concernsPrivacy();
        boolean telling = TELLING.contains(category.name()) && label.level() != Level.PUBLIC && TELLING_LEAVES.contains(name(leaf));
        if (personal || telling) change(leaf);
    }

    /** A leaf that the view sees as something else: what it was is as secret as what is gone. */
    void change(XdmNode leaf) {
        var text = leaf.getStringValue().strip();
        var name = name(leaf);
        if (text.isEmpty() || DETAILS.contains(name)) return;
        var parent = leaf.getParent();
        var above = name(parent);
        if (Set.of("given", "middle", "surname", "full").contains(name)) {
            names.computeIfAbsent(parent, any -> new ArrayList<>()).add(leaf);
            hidden.add(new HiddenValue(name.equals("full") ? Kind.NAME : name.equals("surname") ? Kind.SURNAME : Kind.GIVEN, text));
        } else if (above.equals("street")) {
            streets.computeIfAbsent(parent, any -> new ArrayList<>()).add(leaf);
            if (name.equals("full")) hidden.add(new HiddenValue(Kind.STREET, text));
            if (name.equals("name")) hidden.add(new HiddenValue(Kind.STREET_NAME, text));
        } else {
            hidden.add(new HiddenValue(kind(name, above, leaf), text));
        }
    }

    private static Kind kind(String name, String above, XdmNode leaf) {
        return switch (name) {
            case "birthDate" -> Kind.BIRTH;
            case "phone" -> Kind.PHONE;
            case "email" -> Kind.EMAIL;
            case "point", "polygon", "circle", "line", "box" -> name.equals("line") && above.equals("address") ? Kind.STREET : Kind.POSITION;
            case "crossStreet", "highway" -> Kind.STREET_NAME;
            case "uri", "web" -> Kind.LINK;
            case "id", "caseId", "recordId", "ori", "taxId", "systemId", "identifier" -> Kind.NUMBER;
            case "value" -> above.equals("identifier") || above.equals("plate") || leaf.getParent().getAttributeValue(KIND) != null ? Kind.NUMBER : Kind.OTHER;
            default -> Kind.OTHER;
        };
    }

    /** A value that stands whole in a field the view sees is no secret. */
    void show(String text) {
        if (!text.isBlank()) shown.add(text.strip());
    }

    Set<String> shown() { return shown; }

    Set<HiddenValue> values() {
        var all = new LinkedHashSet<>(hidden);
        names.forEach((name, parts) -> whole(parts, "given", "middle", "surname").ifPresent(text -> all.add(new HiddenValue(Kind.NAME, text))));
        streets.forEach((street, parts) -> whole(parts, "number", "predirectional", "name", "category", "postdirectional").ifPresent(text -> all.add(new HiddenValue(Kind.STREET, text))));
        all.removeIf(one -> shown.contains(one.value()));
        return all;
    }

    private static java.util.Optional<String> whole(List<XdmNode> parts, String... order) {
        var children = Saxon.elements(parts.get(0).getParent());
        var words = new ArrayList<String>();
        for (var name : order) for (var child : children) if (name(child).equals(name) && !child.getStringValue().isBlank()) words.add(child.getStringValue().strip());
        return words.size() < 2 ? java.util.Optional.empty() : java.util.Optional.of(String.join(" ", words));
    }

    private static String name(XdmNode node) {
        return node.getNodeName() == null ? "" : node.getNodeName().getLocalName();
    }
}
