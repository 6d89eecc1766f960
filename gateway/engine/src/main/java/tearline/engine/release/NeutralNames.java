package tearline.engine.release;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;

/** Gives each person and thing of one document a neutral name, in the order in which they stand. Its first name is replaced; the parts and further ones go. */
final class NeutralNames {

    private static final QName ROLE = new QName("role");
    private static final Set<String> BEARERS = Set.of("person", "item", "organization");
    private static final Set<String> THINGS = Set.of("vehicle", "vessel", "aircraft");

    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<XdmNode, XdmNode> named = new HashMap<>();

    Optional<String> of(XdmNode leaf) {
        var bearer = leaf;
        while (bearer.getParent() != null && bearer.getParent().getNodeName() != null && !BEARERS.contains(bearer.getNodeName().getLocalName())) bearer = bearer.getParent();
        if (named.putIfAbsent(bearer, leaf) != null) return Optional.empty();
        var role = Optional.ofNullable(bearer.getAttributeValue(ROLE)).orElse("");
        return Optional.of(switch (bearer.getNodeName().getLocalName()) {
            case "person" -> next(Set.of("subject", "observer").contains(role) ? role : "person", true);
            case "item" -> next(THINGS.contains(role) ? role : "item", false);
            default -> next("name", false);
        });
    }

    private String next(String word, boolean article) {
        int number = counts.merge(word, 1, Integer::sum);
        return article && number == 1 ? (word.startsWith("o") ? "an " : "a ") + word : word + " " + number;
    }
}
