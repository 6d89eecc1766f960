package tearline.engine.config;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a partner may send, and how its marks are read.
 *
 * @param standards         names of the standards it may send; any other is refused
 * @param identities        senders it may name in its messages; any other is refused
 * @param defaultMark       mark of a message that bears none; absent: such a message goes to nobody
 * @param defaultStatus     status (Actual, Exercise, System, Test, Draft) of a message whose standard has none; absent: it counts as Test
 * @param boilerplate       the banner is stamped on everything: an unmarked field takes the label of its category; otherwise it takes the banner
 * @param strict            refuse what breaks a rule; otherwise repair what can be repaired
 * @param signatureRequired refuse a message without a signature that one of the signers made
 * @param signers           certificates whose signatures count for this sender: its own, or that of its issuer
 * @param profiles          profiles that its messages must keep; one that they only claim is told and refuses nothing
 * @param categoryLabels    information category to the mark of its unmarked fields, under boilerplate; one not listed takes the banner
 * @param words             the partner's own confidentiality and restriction words to marks; one not listed is unknown, so nobody's
 * @param lists             the partner's own lists and addresses to names of partners; one not listed is nobody
 * @param polls             feeds of the partner that are fetched again and again
 */
public record Sends(Set<String> standards, Set<String> identities, Optional<String> defaultMark, Optional<String> defaultStatus,
                    boolean boilerplate, boolean strict, boolean signatureRequired, Set<X509Certificate> signers, Set<String> profiles,
                    Map<String, String> categoryLabels, Map<String, String> words, Map<String, Set<String>> lists, List<Poll> polls) {

    public Sends {
        standards = Set.copyOf(standards);
        identities = Set.copyOf(identities);
        profiles = Set.copyOf(profiles);
        signers = Set.copyOf(signers);
        categoryLabels = Map.copyOf(categoryLabels);
        words = Map.copyOf(words);
        lists = Map.copyOf(lists);
        polls = List.copyOf(polls);
    }
}
