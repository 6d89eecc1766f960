package tearline.engine.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the schema cannot see in an allow-list, be it an agreement's or a policy's. */
final class AllowListLint {

    /** To what each generalizable category can be coarsened: a place has no hour. */
    private static final Map<String, List<String>> GRAINS = Map.of(
        "place.exact", List.of("grid-0.01", "grid-0.1", "city", "county", "state"),
        "place.general", List.of("city", "county", "state"),
        "time", List.of("hour", "day", "year"),
        "person.birth", List.of("year", "decade"),
        "person.description", List.of("decade"));
    private static final Set<String> IDENTIFYING = Set.of("person.name", "person.identifier", "person.contact", "item.identifier", "organization.identifier");
    private static final Set<String> WORDS = Set.of("person.name", "person.identifier", "item.identifier", "organization.identifier",
        "title", "narrative", "instruction", "note", "item.text", "method", "follow-up", "need", "plan");
    /** On what an operation that writes another value can work: a time or a code would be none any more. */
    private static final Map<String, Set<String>> WORKS = Map.of("withhold", WORDS, "mask", WORDS, "pseudonymize", IDENTIFYING,
        "swap", Set.of("person.name", "item.identifier"), "aggregate", Set.of("casualties", "resources"));
    private static final Set<String> TELLING = Set.of("withhold", "mask");

    private final Lint lint;

    AllowListLint(Lint lint) { this.lint = lint; }

    void checkPolicy(Node policy, String fileName) {
        policy.attribute("name").filter(name -> !name.value().isBlank() && !name.value().equals(fileName)).ifPresent(name ->
            lint.wrong(name, "the policy's name is not the file's", "Write \"" + fileName + "\", or rename the file to " + name.value() + ".xml."));
        check(policy);
    }

    void check(Node owner) {
        Map<String, Node> before = new HashMap<>();
        List<Node> entries = owner.children(Operation.elements()).toList();
        boolean discloses = discloses(owner);
        for (Node entry : entries) {
            entry.attribute("category").ifPresent(category -> {
                lint.category(category);
                if (before.putIfAbsent(category.value(), entry) != null) lint.wrong(category, "two entries speak of " + category.value(), "Remove one of the two.");
                if (entry.name.equals("generalize")) grain(entry, category.value());
                else works(entry, category);
            });
            if (TELLING.contains(entry.name) && !discloses) lint.wrong(entry, entry.name + " tells that something was there, which nothing here allows",
                "Drop the category, or let the policy say discloses=\"presence\".");
        }
        if (entries.stream().allMatch(entry -> entry.name.equals("drop")) && !owner.has("policy")) {
            lint.wrong(owner, "nothing would ever be delivered: no category is kept", "Name with keep or generalize each information category that may leave.");
        }
    }

    private boolean discloses(Node owner) {
        Node policy = owner.name.equals("policy") ? owner : owner.child("policy").map(reference -> lint.policies.get(reference.value("ref"))).orElse(null);
        return policy != null && Set.of("presence", "categories").contains(policy.value("discloses"));
    }

    private void works(Node entry, Node.Attribute category) {
        Set<String> right = WORKS.get(entry.name);
        if (right == null || right.contains(category.value()) || !lint.vocabulary.categories().contains(category.value())) return;
        lint.wrong(category, entry.name + " does not work on " + category.value(), "Keep it or leave it out. It works on: " + String.join(", ", right.stream().sorted().toList()) + ".");
    }

    private void grain(Node entry, String category) {
        if (!lint.vocabulary.categories().contains(category)) return;
        List<String> grains = GRAINS.getOrDefault(category, List.of());
        if (grains.isEmpty()) {
            lint.wrong(entry.attribute("category").orElseThrow(), category + " cannot be generalized",
                "Keep it or leave it out. These can be: " + String.join(", ", GRAINS.keySet().stream().sorted().toList()) + ".");
        } else {
            entry.attribute("to").filter(to -> Operation.COARSER.contains(to.value()) && !grains.contains(to.value())).ifPresent(to ->
                lint.wrong(to, category + " has no " + to.value(), "Write one of " + String.join(", ", grains) + "."));
        }
    }
}
