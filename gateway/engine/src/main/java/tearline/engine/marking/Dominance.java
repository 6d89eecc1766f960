package tearline.engine.marking;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides whether a clearance dominates a label. Every predicate is antitone and all must hold, so that
 * permit(a join b) implies permit(a) and permit(b); none may ever grant because a mark is present.
 */
public final class Dominance {

    public static final String UNKNOWN_MARK = "UNKNOWN-MARK";
    public static final String CLASSIFIED = "CLASSIFIED";
    public static final String NO_AGREEMENT = "NO-AGREEMENT";
    public static final String CONTROLLED = "CONTROLLED";
    public static final String FOREIGN_RELEASE = "FOREIGN-RELEASE";
    public static final String DISSEMINATION_LIST = "DISSEMINATION-LIST";
    public static final String TLP = "TLP";
    public static final String THIRD_AGENCY = "THIRD-AGENCY";

    /** The grant of every basic category that a grant can open; a specified one is another thing and asks for its own. */
    public static final String EVERY_BASIC = "CUI_BASIC:*";
    private static final String GRANT = "grant:";

    private final Vocabulary vocabulary = Vocabulary.shipped();

    /** The names of all grants that open something. */
    public static Set<String> grants() {
        Set<String> names = new TreeSet<>(Set.of("CTRL", EVERY_BASIC));
        Vocabulary.shipped().tokens().flatMap(token -> token.needs().stream()).filter(need -> need.startsWith(GRANT))
                .forEach(need -> names.addAll(Arrays.asList(need.substring(GRANT.length()).split("\\|"))));
        return names;
    }

    /** The public codes of all reasons that there are. */
    public static Set<String> codes() {
        Set<String> codes = new TreeSet<>(Set.of(UNKNOWN_MARK, CLASSIFIED, NO_AGREEMENT, CONTROLLED, FOREIGN_RELEASE, DISSEMINATION_LIST, TLP, THIRD_AGENCY));
        Vocabulary.shipped().tokens().map(Vocabulary.Token::reason).filter(reason -> !reason.isEmpty()).forEach(codes::add);
        return codes;
    }

    public boolean permits(Label label, Clearance clearance) {
        return reasons(label, clearance).isEmpty();
    }

    /** The public codes of all predicates that fail, sorted; empty means permitted. They never contain content. */
    public Set<String> reasons(Label label, Clearance clearance) {
        Set<String> failed = new TreeSet<>();
        fail(failed, UNKNOWN_MARK, !label.understood());
        fail(failed, CLASSIFIED, label.classified());
        boolean open = label.level() == Level.PUBLIC && label.tlp() == Tlp.CLEAR && label.list() == null;
        fail(failed, NO_AGREEMENT, !open && !clearance.inForce());
        fail(failed, CONTROLLED, label.level().compareTo(Level.CONTROLLED) >= 0 && !clearance.grants().contains("CTRL"));
        fail(failed, FOREIGN_RELEASE, label.release() != null && !contains(label.release(), clearance.country()));
        fail(failed, DISSEMINATION_LIST, label.list() != null && !contains(label.list(), clearance.partner()));
        fail(failed, TLP, clearance.maxTlp() < label.tlp());
        label.owners().forEach(owner -> fail(failed, THIRD_AGENCY, !clearance.grants().contains("OWNER:" + owner)));
        label.require().forEach(atom -> require(failed, atom, clearance));
        return Collections.unmodifiableSet(failed);
    }

    private void require(Set<String> failed, String atom, Clearance clearance) {
        vocabulary.atom(atom).ifPresentOrElse(
                token -> fail(failed, token.reason(), !token.needs().stream().allMatch(need -> every(token, need, clearance) || holds(need, clearance))),
                () -> failed.add(UNKNOWN_MARK));
    }

    private static boolean every(Vocabulary.Token token, String need, Clearance clearance) {
        return token.kind() == Vocabulary.Kind.BASIC && need.startsWith(GRANT) && clearance.grants().contains(EVERY_BASIC);
    }

    private static boolean holds(String need, Clearance clearance) {
        if (need.equals("nobody")) {
            return false;
        }
        int colon = need.indexOf(':');
        Map<String, Set<String>> has = Map.of("grant", clearance.grants(), "credential", clearance.credentials(),
                "organisation", one(clearance.organisation()), "operated", one(clearance.operatedBy()), "country", one(clearance.country()));
        Set<String> values = has.getOrDefault(need.substring(0, Math.max(colon, 0)), Set.of());
        return Arrays.stream(need.substring(colon + 1).split("\\|")).anyMatch(values::contains);
    }

    private static Set<String> one(String value) {
        return value == null ? Set.of() : Set.of(value);
    }

    private static boolean contains(Set<String> set, String value) {
        return value != null && set.contains(value);
    }

    private static void fail(Set<String> failed, String reason, boolean fails) {
        if (fails) {
            failed.add(reason);
        }
    }
}
