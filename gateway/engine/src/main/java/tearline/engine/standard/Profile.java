package tearline.engine.standard;

import java.util.List;
import java.util.Set;

/** A narrower reading of a standard by one community: more rules for the same documents, claimed by a code or asked for by a partner's file. */
public record Profile(String name, String title, String standard, Set<String> codes, Set<String> codePrefixes, List<String> ruleFiles) {

    /** Whether a document with these codes says that it keeps the profile. */
    public boolean claimedBy(List<String> itsCodes) {
        return itsCodes.stream().anyMatch(code -> codes.contains(code) || codePrefixes.stream().anyMatch(code::startsWith));
    }
}
