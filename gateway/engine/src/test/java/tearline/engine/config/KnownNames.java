package tearline.engine.config;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that a gateway with four standards would know. */
record KnownNames() implements Vocabulary {

    private static final Map<String, Set<String>> KINDS = Map.of(
        "cap-1.2", Set.of("alert"), "niem-sar-6.0", Set.of("sar"), "geojson", Set.of("alert", "situation", "sar"));

    @Override public boolean canBeSigned(String format) { return format.equals("cap-1.2"); }

    @Override public Set<String> profiles() { return Set.of("ipaws-1.0"); }

    @Override public Set<String> standards() { return Set.of("cap-1.2", "edxl-sitrep-1.0", "edxl-de-2.0", "niem-sar-6.0"); }

    @Override public Set<String> formats() { return KINDS.keySet(); }

    @Override public Set<String> kinds(String format) { return KINDS.getOrDefault(format, Set.of()); }

    @Override public List<String> forms(String format) { return format.equals("niem-sar-6.0") ? List.of("detailed", "summary") : List.of(); }

    @Override
    public Set<String> categories() {
        return Set.of("reference", "audience", "note", "code", "parameter", "title", "narrative", "instruction", "event", "time", "link", "contact",
            "place.area", "place.general", "place.exact", "person.name", "person.identifier", "person.birth", "person.contact", "person.description",
            "organization", "organization.identifier", "source.identity", "desk", "source.assessment", "method", "review", "follow-up", "behaviour",
            "target", "weather", "item.description", "item.text", "item.identifier", "relation", "related-report", "retention", "need", "report", "plan",
            "resources", "casualties", "management", "attachment", "provenance", "extension");
    }

    @Override public Set<String> grants() { return Set.of("CTRL", "FOUO", "LES", "LEI", "PRVCY", "CRIT"); }

    @Override
    public boolean understandsMark(String mark) {
        return List.of(mark.split("/+")).stream().allMatch(Set.of("U", "FOUO", "LES", "CUI", "LEI", "INV", "INTEL", "PRVCY", "CRIT", "PHYS", "EMGT", "PCII", "SSI", "CVI", "NOCON")::contains);
    }
}
