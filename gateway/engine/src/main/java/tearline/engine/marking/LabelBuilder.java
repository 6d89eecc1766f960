package tearline.engine.marking;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Collects what one mark says and closes it into a label. */
final class LabelBuilder {

    /** inform: printed as a CUI line. */
    static final String CUI = "CUI";
    /** inform: foreign disclosure and release were spoken of, not merely implied; one word for all, so that NOFORN stays above REL TO. */
    static final String DISCLOSURE = "FD&R";
    /** inform: a list was written as DL ONLY, not as addresses. */
    static final String LIST = "DL ONLY";
    private static final int LONGEST = 60;

    private Level level = Level.PUBLIC;
    private final Set<String> require = new TreeSet<>();
    private final Set<String> display = new TreeSet<>();
    private final Set<String> owners = new TreeSet<>();
    private final Set<String> inform = new TreeSet<>();
    private final Set<String> unknown = new TreeSet<>();
    private Set<String> release;
    private Set<String> list;
    private int tlp;
    private boolean closed;

    void raise(Level to) {
        level = level.max(to);
    }

    void require(String atom) {
        raise(Level.CONTROLLED);
        require.add(atom);
    }

    void inform(String how) {
        inform.add(how);
    }

    void owner(String country) {
        owners.add(country);
    }

    void tlp(int of) {
        tlp = Math.max(tlp, of);
    }

    /** Several statements in one mark are all meant: the intersection. */
    void release(Set<String> countries) {
        raise(Level.CONTROLLED);
        release = meet(release, countries);
    }

    /** For the USA alone, whatever else the mark says of release and display. */
    void noforn() {
        release(Label.HOME);
        closed = true;
    }

    void display(Set<String> countries) {
        raise(Level.CONTROLLED);
        display.addAll(countries);
        inform(DISCLOSURE);
    }

    void list(Set<String> partners) {
        raise(Level.CONTROLLED);
        list = meet(list, partners);
        inform(LIST);
    }

    void unknown(String token) {
        unknown.add(token.isEmpty() ? "EMPTY" : token.substring(0, Math.min(LONGEST, token.length())));
    }

    boolean understood() {
        return unknown.isEmpty();
    }

    Label build() {
        Set<String> shown = null;
        if (level.compareTo(Level.CONTROLLED) >= 0) {
            release = release == null ? Label.HOME : release;
            shown = new TreeSet<>(release);
            if (!closed) {
                shown.addAll(display);
            }
        }
        return new Label(level, require, release, shown, list, tlp, owners, inform, unknown);
    }

    private static Set<String> meet(Set<String> before, Set<String> now) {
        Set<String> both = new HashSet<>(now);
        if (before != null) {
            both.retainAll(before);
        }
        return both;
    }
}
