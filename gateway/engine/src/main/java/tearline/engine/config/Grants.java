package tearline.engine.config;

import java.util.Optional;
import java.util.TreeSet;

/** What may stand where grants are named: CTRL, marks one by one, an originator's consent, and the only wildcard there is. */
final class Grants {

    /** Every basic category of CUI that a grant can open; none of the specified ones, though they share a code. */
    static final String EVERY_BASIC = "CUI_BASIC:*";

    private Grants() { }

    static boolean known(Lint lint, String grant) {
        return grant.equals("CTRL") || grant.equals(EVERY_BASIC) || grant.startsWith("OWNER:") && grant.length() > 6
            || !grant.contains("*") && !grant.startsWith("!") && lint.vocabulary.understandsMark(grant);
    }

    static String advice(Lint lint, String grant) {
        if (grant.startsWith("!") || grant.startsWith("-")) return "There are no negative grants: what is not named is not granted.";
        Optional<String> near = Nearest.find(grant, new TreeSet<>(lint.vocabulary.grants()));
        return near.map(name -> "Nearest: " + name + ". ").orElse("") + "Grants are CTRL and single controls, such as FOUO LES LEI PRVCY. There is no grant of everything.";
    }
}
