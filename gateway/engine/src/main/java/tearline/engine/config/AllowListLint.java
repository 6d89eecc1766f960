package tearline.engine.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the schema cannot see in an allow-list, be it an agreement's or a policy's. */
final class AllowListLint {

    /** To what each generalizable category can be coarsened: a place has no hour. */
    private static final Map<String, List<String>> GRAINS = Map.of(
        "place.exact", List.of("city", "county", "state"),
        "place.general", List.of("city", "county", "state"),
        "time", List.of("hour", "day", "year"),
        "person.birth", List.of("year"));

    private final Lint lint;

    AllowListLint(Lint lint) { this.lint = lint; }

    void checkPolicy(Node policy, String fileName) {
        policy.attribute("name").filter(name -> !name.value().isBlank() && !name.value().equals(fileName)).ifPresent(name ->
            lint.wrong(name, "the policy's name is not the file's", "Write \"" + fileName + "\", or rename the file to " + name.value() + ".xml."));
        check(policy);
    }

    void check(Node owner) {
        Map<String, Node> before = new HashMap<>();
        List<Node> entries = owner.children("keep", "generalize").toList();
        for (Node entry : entries) {
            entry.attribute("category").ifPresent(category -> {
                lint.category(category);
                if (before.putIfAbsent(category.value(), entry) != null) lint.wrong(category, "two entries speak of " + category.value(), "Remove one of the two.");
                if (entry.name.equals("generalize")) grain(entry, category.value());
            });
        }
        if (entries.isEmpty() && !owner.has("policy")) {
            lint.wrong(owner, "nothing would ever be delivered: no category is kept", "Name with keep or generalize each information category that may leave.");
        }
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
