package tearline.engine.marking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The label behind the marking definitions that a STIX object refers to: those of TLP 1.0 and 2.0, and those that the bundle or the sender's file explains. */
public final class StixMarkings {

    private static final String PREFIX = "marking-definition--";
    private static final Map<String, String> TLP = Map.of(
            "613f2e26-407d-48c7-9eca-b8e91df99dc9", "TLP:CLEAR",            // 1.0, there WHITE
            "34098fce-860f-48ae-8e50-ebd3cc5e41da", "TLP:GREEN",
            "f88d31f6-486f-44da-b317-01333bde0b82", "TLP:AMBER",
            "5e57c739-391a-4eb3-b6be-7d15ca92d5ed", "TLP:RED",
            "94868c89-83c2-464b-929b-a1a8aa3c8487", "TLP:CLEAR",            // 2.0
            "bab4a63c-aed9-4cf5-a766-dfca5abac2bb", "TLP:GREEN",
            "55d920b0-5e8b-4f79-9ee9-91f868d9b421", "TLP:AMBER",
            "939a9414-2ddd-4d32-a0cd-375ea402b003", "TLP:AMBER+STRICT",
            "e828b379-4e03-4974-9ac4-e53a884c97c1", "TLP:RED");

    private final MarkParser marks = new MarkParser();
    private final Map<String, String> definitions = new HashMap<>(TLP);

    public StixMarkings() {
        this(Map.of());
    }

    /** @param definitions further marking definitions, by id, each with the mark it means; the well-known ones stay what they are */
    public StixMarkings(Map<String, String> definitions) {
        definitions.forEach((id, mark) -> this.definitions.putIfAbsent(bare(id), mark));
    }

    /** Empty if nothing is referred to: then the sender's default holds. All that is referred to is meant; what cannot be resolved admits nobody. */
    public Optional<Label> find(Collection<String> references) {
        return references.stream().map(this::label).reduce(Label::join);
    }

    /** A granular marking: what it refers to, and the parts of the object that it covers, each with all below it (STIX 2.1 §7.2.3). */
    public record Granular(String reference, Collection<String> selectors) { }

    /**
     * The label of one property of an object, such as {@code pattern} or {@code labels.[1]}: the object's own markings, and those of every
     * granular one whose selector names the property or what contains it. A marking that selects nothing is meant for the whole.
     */
    public Optional<Label> find(String property, Collection<String> references, Collection<Granular> granular) {
        List<String> all = new ArrayList<>(references);
        granular.stream().filter(one -> one.selectors().isEmpty() || one.selectors().stream().anyMatch(selector -> covers(selector.strip(), property)))
                .forEach(one -> all.add(one.reference()));
        return find(all);
    }

    private static boolean covers(String selector, String property) {
        return property.equals(selector) || property.startsWith(selector + ".");
    }

    private Label label(String reference) {
        String mark = definitions.get(bare(reference));
        return mark == null ? Label.unknown("STIX-REFERENCE") : marks.parse(mark).label();
    }

    private static String bare(String id) {
        String plain = id.strip().toLowerCase(Locale.ROOT);
        return plain.startsWith(PREFIX) ? plain.substring(PREFIX.length()) : plain;
    }
}
