package tearline.engine.marking;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a marking says about who may see a thing. Labels form a join semilattice with PUBLIC at the bottom.
 *
 * @param require restrictive atoms, all must be satisfied           (join: union)
 * @param release countries that may receive a copy; null = no rule, only below CONTROLLED   (join: intersection)
 * @param display countries that may be shown it, at least {@code release}                    (join: intersection)
 * @param list    partners it is addressed to; null = no rule, empty = nobody                 (join: intersection)
 * @param tlp     see {@link Tlp}                                     (join: maximum)
 * @param owners  originators each of whom must agree                (join: union)
 * @param inform  no effect on access: how it was marked             (join: union)
 * @param unknown what was not understood: nobody may see it         (join: union)
 */
public record Label(Level level, Set<String> require, Set<String> release, Set<String> display, Set<String> list,
                    int tlp, Set<String> owners, Set<String> inform, Set<String> unknown) {

    /** A controlled thing without a stated release is for this country alone. */
    static final Set<String> HOME = Set.of("USA");
    private static final Set<String> NONE = Set.of();
    private static final Set<String> PRIVACY = Set.of("PRVCY", "SP-PRVCY");

    public static final Label PUBLIC = new Label(Level.PUBLIC, NONE, null, null, null, Tlp.CLEAR, NONE, NONE, NONE);
    public static final Label UNCLASSIFIED = new Label(Level.U, NONE, null, null, null, Tlp.CLEAR, NONE, NONE, NONE);
    private static final Label NOBODY = unknown("NO-LABEL");

    /** Closure at labelling time: an absent release must not read as "no rule", or a join with REL TO would widen it. */
    public Label {
        boolean controlled = level.compareTo(Level.CONTROLLED) >= 0;
        require = sorted(require);
        release = sorted(controlled && release == null ? HOME : release);
        display = sorted(controlled && display == null ? release : display);
        list = sorted(list);
        tlp = Tlp.bounded(tlp);
        if (tlp == Tlp.RED && list == null) {
            list = sorted(NONE);               // RED is for named recipients; none named = nobody
        }
        owners = sorted(owners);
        inform = sorted(inform);
        unknown = sorted(unknown);
    }

    /** The label of what cannot be labelled. */
    public static Label nobody() {
        return NOBODY;
    }

    /** A label that admits nobody because of something not understood. */
    public static Label unknown(String what) {
        return new Label(Level.PUBLIC, NONE, null, null, null, Tlp.CLEAR, NONE, NONE, Set.of(what));
    }

    /** The high-water mark of many labels. Of none at all it is nobody: empty must never mean everybody. */
    public static Label rollUp(Collection<Label> labels) {
        return labels.stream().reduce(Label::join).orElse(NOBODY);
    }

    public Label join(Label other) {
        return new Label(level.max(other.level), union(require, other.require),
                meet(release, other.release), meet(display, other.display), meet(list, other.list),
                Math.max(tlp, other.tlp), union(owners, other.owners), union(inform, other.inform), union(unknown, other.unknown));
    }

    /** Whether the other is at least as restrictive in every dimension. */
    public boolean isAtMost(Label other) {
        return join(other).equals(other);
    }

    public boolean classified() {
        return level.classified();
    }

    /** Whether all of it was understood. */
    public boolean understood() {
        return unknown.isEmpty();
    }

    /** The same without these restrictive atoms: only for what a declared downgrade leaves over. It stays as controlled, and as closed, as it was. */
    public Label without(Set<String> atoms) {
        Set<String> rest = new TreeSet<>(require);
        rest.removeAll(atoms);
        return new Label(level, rest, release, display, list, tlp, owners, inform, unknown);
    }

    /** The same label for these partners alone; narrows a list that is already there. */
    public Label addressedTo(Set<String> partners) {
        return join(new Label(Level.PUBLIC, NONE, null, null, partners, Tlp.CLEAR, NONE, NONE, NONE));
    }

    /** After the declared downgrade: every field that identifies a person is gone or coarser (marking reference §2.4). */
    public Label withoutPrivacy() {
        return without(PRIVACY);
    }

    /** Whether it says of its content that it identifies a person. */
    public boolean concernsPrivacy() {
        return require.stream().anyMatch(PRIVACY::contains);
    }

    /** For a list that was said without its names: who stands on it is known now. A label that knows its list is narrowed. */
    public Label onList(Set<String> partners) {
        boolean unnamed = list != null && list.isEmpty() && inform.contains(LabelBuilder.LIST);
        return unnamed ? new Label(level, require, release, display, partners, tlp, owners, inform, unknown) : addressedTo(partners);
    }

    /** Without what was not understood: that is the source's text, and may not reach a log. */
    @Override
    public String toString() {
        return "Label[" + Banner.of(this) + "]";
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> all = new TreeSet<>(a);
        all.addAll(b);
        return all;
    }

    private static Set<String> meet(Set<String> a, Set<String> b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        Set<String> both = new TreeSet<>(a);
        both.retainAll(b);
        return both;
    }

    private static Set<String> sorted(Set<String> set) {
        return set == null ? null : Collections.unmodifiableSortedSet(new TreeSet<>(set));
    }
}
