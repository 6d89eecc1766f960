package tearline.engine.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tearline.engine.config.Disclosure;
import tearline.engine.marking.Label;

/** The handling notices that an agreement owes with what remains of a record (marking reference §1.2); never with a copy that keeps no such content. */
final class Notices {

    private static final Map<String, Set<String>> ATOMS = Map.of(
            "LES", Set.of("LES", "LES NOFORN"), "SSI", Set.of("SSI", "SP-SSI"), "PCII", Set.of("PCII", "SP-PCII"), "CVI", Set.of("CVI", "SP-CVI"));
    private static final Map<String, String> TEXTS = Map.of(
            "LES", "Law enforcement sensitive content of %s. Keep it within law enforcement and those who need it for public safety; no release to the public or the press without the owner's consent.",
            "SSI", "Sensitive security information of %s (49 CFR parts 15 and 1520). Only for persons with a need to know; unauthorised release can be penalised.",
            "PCII", "Protected critical infrastructure information of %s (6 CFR part 29). Only for authorised users; exempt from public disclosure.",
            "CVI", "Chemical-terrorism vulnerability information of %s (6 CFR part 27). Only for authorised users with a need to know.");

    private Notices() {}

    static List<String> owed(Set<String> agreed, Label remaining, List<String> designators) {
        var owner = designators.isEmpty() ? "its originator" : String.join(", ", designators);
        var notices = new ArrayList<String>();
        for (var name : List.of("LES", "SSI", "PCII", "CVI")) {
            if (agreed.contains(name) && remaining.require().stream().anyMatch(ATOMS.get(name)::contains)) notices.add(String.format(TEXTS.get(name), owner));
        }
        return notices;
    }

    /** What a product tells of its own redaction, as far as the policy discloses it: nothing, that something is missing, or which categories are. */
    static List<String> ofRedaction(Disclosure discloses, Set<String> withheld) {
        if (withheld.isEmpty()) return List.of();
        return switch (discloses) {
            case NOTHING -> List.of();
            case PRESENCE -> List.of("Portions are withheld.");
            case CATEGORIES -> List.of("Withheld: " + String.join(", ", withheld) + ".");
        };
    }
}
