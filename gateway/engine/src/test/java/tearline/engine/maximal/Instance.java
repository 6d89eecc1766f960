package tearline.engine.maximal;

import java.util.ArrayList;
import java.util.Map;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;
import tearline.engine.maximal.Model.Attribute;
import tearline.engine.maximal.Model.Choice;
import tearline.engine.maximal.Model.Kind;
import tearline.engine.maximal.Model.Place;
import tearline.engine.maximal.Model.Sequence;
import tearline.engine.maximal.Model.Wildcard;

/** Writes one document that stands in as many places of its schema as one document can, a word of its own in each that takes one. */
final class Instance {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private static final Pattern POINTER = Pattern.compile("&(\\w+);(?<!&(?:lt|gt|amp|quot);)");

    private final NavigableSet<String> all;
    private final NavigableSet<String> wanted;
    private final Seeds seeds;
    private final SchemaModel schema;
    private final Values values;
    private final Map<String, String> prefixes = new TreeMap<>();
    private final StringBuilder out = new StringBuilder();
    private final Map<String, String> words = new HashMap<>();
    private final Set<String> places = new TreeSet<>();
    private final List<String> open = new ArrayList<>();
    private int elements;
    private int numbered;
    private final Map<String, Integer> times = new HashMap<>();

    private Instance(SchemaModel schema, NavigableSet<String> all, NavigableSet<String> wanted, Seeds seeds) {
        this.schema = schema;
        this.values = new Values(schema);
        this.all = all;
        this.wanted = new TreeSet<>(wanted);
        this.seeds = seeds;
        this.wanted.removeIf(this::isLeftOutWithWhatItStandsIn);
    }

    static Maximal.Document of(SchemaModel schema, Place root, NavigableSet<String> all, NavigableSet<String> wanted, Seeds seeds, String documentName) {
        var instance = new Instance(schema, all, wanted, seeds);
        instance.place(root, "");
        var declared = new StringBuilder();
        instance.prefixes.forEach((namespace, prefix) -> declared.append(" xmlns:").append(prefix).append("=\"").append(namespace).append('"'));
        var text = instance.resolved().replaceFirst("^<[\\w:.-]+", "$0" + java.util.regex.Matcher.quoteReplacement(declared.toString()));
        return new Maximal.Document(documentName, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text, instance.words, instance.places);
    }

    /** The id of the first element of a name, where the table asks for it; of any where a type does. */
    private String resolved() {
        return POINTER.matcher(out).replaceAll(pointer -> {
            var id = Pattern.compile("<(?:[\\w.-]+:)?" + pointer.group(1).replace("REF", "[\\w.-]+") + "(?: [^>]*)? (?:[\\w.-]+:)?id=\"([^\"]+)\"").matcher(out);
            return id.find() ? id.group(1) : "nothing";
        });
    }

    private void stand(String path) {
        places.add(path);
        wanted.remove(path);
    }

    private boolean isLeftOutWithWhatItStandsIn(String path) {
        for (int to = path.length(); to > 0; to = path.lastIndexOf('/', to - 1)) if (leftOut(path.substring(0, to))) return true;
        return false;
    }

    private boolean leftOut(String path) {
        return seeds.find(path).map(Seeds.Seed::isLeftOut).orElse(false);
    }

    private String word(String path) {
        var word = Words.of(++numbered);
        words.put(word, path);
        return word;
    }

    private boolean place(Place place, String parent) {
        var kind = pick(place, parent);
        if (kind == null) return false;
        var path = place.path(parent, kind);
        if (leftOut(path)) return false;
        stand(path);
        var name = name(place.name());
        out.append('<').append(name);
        if (place.named()) out.append(' ').append(name(new QName(XSI, "type"))).append("=\"").append(name(kind.name().orElseThrow())).append('"');
        kind.attributes().forEach(one -> attribute(one, path));
        if (kind.others().isPresent()) others(path);
        out.append('>');
        if (++elements % 3 == 1) out.append("<!-- ").append(word(path + "/comment()")).append(" --><?x ").append(word(path + "/processing-instruction()")).append("?>");
        open.add(kind.key());
        if (kind.text().isPresent()) text(path, kind.text().get());
        else if (kind.content().get().isEmpty() && kind.mixed()) text(path, values.string());
        else if (kind.content().get().isPresent()) model(kind.content().get().get(), path);
        open.remove(open.size() - 1);
        out.append("</").append(name).append('>');
        return true;
    }

    /** The type that has most that is wanted; its own where none has. */
    private Kind pick(Place place, String parent) {
        Kind best = null;
        int most = -1;
        for (var kind : place.types()) {
            if (open.contains(kind.key())) continue;
            int count = wanted(place.path(parent, kind));
            if (count > most) {
                best = kind;
                most = count;
            }
        }
        return best == null && place.required() && !place.types().isEmpty() ? place.types().get(0) : best;
    }

    private int wanted(String path) {
        return wanted.subSet(path + "/", true, path + "0", false).size() + (wanted.contains(path) ? 1 : 0);
    }

    private void text(String path, XmlSchemaSimpleType type) {
        var value = value(path, type);
        boolean cdata = value.contains("Cnry") && elements % 4 == 0;
        out.append(cdata ? "<![CDATA[" + value + "]]>" : value.replace("<", "&lt;"));
    }

    /** What the table says, else what the type takes; a word that does not stand in it is not one. */
    private String value(String path, XmlSchemaSimpleType type) {
        var word = word(path);
        int time = times.merge(path, 1, Integer::sum) - 1;
        var value = seeds.find(path).map(one -> Values.filled(one.value(time), word)).orElseGet(() -> values.of(type, word));
        if (!value.free()) words.remove(word);
        return value.text();
    }

    private void attribute(Attribute attribute, String parent) {
        var path = parent + "/@" + attribute.name().getLocalPart();
        var seed = seeds.find(path);
        if (!attribute.required() && (!all.contains(path) || leftOut(path))) return;
        attribute(attribute.name(), attribute.type(), path);
    }

    private void attribute(QName name, XmlSchemaSimpleType type, String path) {
        stand(path);
        out.append(' ').append(name(name)).append("=\"").append(value(path, type)).append('"');
    }

    /** Where attributes of others may stand: one that the table asks for, or a foreign one. */
    private void others(String parent) {
        var path = parent + "/@*";
        if (!all.contains(path) || leftOut(path)) return;
        stand(path);
        var seed = seeds.find(path).map(Seeds.Seed::value).orElse("");
        if (seed.isEmpty()) {
            prefixes.putIfAbsent("urn:foreign.example", "foreign");
            out.append(" foreign:note=\"").append(word(path)).append('"');
        } else out.append(' ').append(Values.filled(seed, word(path)).text());
    }

    /** Whether anything was written. */
    private boolean model(Model model, String path) {
        if (model instanceof Place one) return places(one, path);
        if (model instanceof Sequence one) {
            boolean any = false;
            for (var part : one.parts()) any |= model(part, path);
            return any;
        }
        if (model instanceof Choice one) return choice(one, path);
        return wildcard((Wildcard) model, path);
    }

    /** As often as it must stand, and where it may stand more than once, as long as something new stands in it. */
    private boolean places(Place place, String path) {
        if (!place.required() && place.types().stream().noneMatch(kind -> all.contains(place.path(path, kind)))) return false;
        int written = 0;
        for (int before = -1, now = wanted(place, path); written < place.least() || place.many() && now > 0 && now != before || written == 0 && now >= 0; now = wanted(place, path)) {
            before = now;
            if (!place(place, path)) break;
            written++;
        }
        return written > 0;
    }

    private boolean choice(Choice choice, String path) {
        if (choice.many()) {
            boolean any = false;
            for (var branch : choice.branches()) any |= model(branch, path);
            return any;
        }
        Model best = null;
        int most = -1;
        for (var branch : choice.branches()) {
            int count = wanted(branch, path);
            if (count > most) {
                best = branch;
                most = count;
            }
        }
        return best != null && model(best, path);
    }

    /** How much of what is wanted stands in it; -1 where it cannot stand here at all. */
    private int wanted(Model model, String path) {
        if (model instanceof Place one) {
            var open = one.types().stream().filter(kind -> !this.open.contains(kind.key())).map(kind -> one.path(path, kind)).filter(each -> !leftOut(each)).toList();
            return open.isEmpty() ? -1 : open.stream().mapToInt(this::wanted).sum();
        }
        if (model instanceof Sequence one) return one.parts().stream().mapToInt(part -> Math.max(0, wanted(part, path))).sum();
        if (model instanceof Choice one) return one.branches().stream().mapToInt(branch -> Math.max(0, wanted(branch, path))).sum();
        return wanted.contains(path + "/*") ? 1 : 0;
    }

    private boolean wildcard(Wildcard wildcard, String parent) {
        var path = parent + "/*";
        var seed = seeds.find(path);
        if (!wildcard.required() && (!all.contains(path) || leftOut(path))) return false;
        stand(path);
        if (seed.isPresent()) {
            out.append(Values.filled(seed.get().value(), word(path)).text());
            return true;
        }
        var namespace = wildcard.namespaces().startsWith("##") ? "urn:foreign.example" : wildcard.namespaces().split("\\s+")[0];
        out.append("<f:thing xmlns:f=\"").append(namespace).append("\" note=\"").append(word(path + "/@note")).append("\"><f:part>").append(word(path)).append("</f:part></f:thing>");
        return true;
    }

    private String name(QName name) {
        if (name.getNamespaceURI().isEmpty()) return name.getLocalPart();
        if (name.getNamespaceURI().equals("http://www.w3.org/XML/1998/namespace")) return "xml:" + name.getLocalPart();
        if (name.getNamespaceURI().equals(SchemaModel.XSD)) prefixes.putIfAbsent(SchemaModel.XSD, "xs");
        return prefixes.computeIfAbsent(name.getNamespaceURI(), any -> name.getNamespaceURI().equals(XSI) ? "xsi" : "n" + (prefixes.size() + 1)) + ":" + name.getLocalPart();
    }
}
