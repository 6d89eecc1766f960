package tearline.engine.marking;

import java.util.Optional;

/**
 * A paragraph of free text, with the mark it begins with.
 *
 * @param text   the paragraph as it stands, its mark included
 * @param words  the paragraph without bullet and mark
 * @param mark   the mark at its start; without one it inherits
 * @param start  offset of its first character in the whole text
 * @param end    offset behind its last
 * @param kind   what role it has
 * @param raised the join of the marks inside it, which raise but never lower
 * @param held   a lone (C) or (S): nobody gets it, an operator sees it, and it says nothing about its neighbours
 */
public record Portion(String text, String words, Optional<Mark> mark, int start, int end, Kind kind, Label raised, boolean held) {

    /** BODY and TEAR are content; a BANNER line speaks for the whole text; a NOTICE is added anew to what leaves. */
    public enum Kind { BODY, TEAR, BANNER, NOTICE }

    public boolean content() {
        return kind == Kind.BODY || kind == Kind.TEAR;
    }

    /** Its label where an unmarked portion inherits this one. */
    public Label under(Label inherited) {
        return mark.map(Mark::label).orElse(inherited).join(raised);
    }

    /** What it says of itself; PUBLIC if nothing. */
    Label own() {
        return under(Label.PUBLIC);
    }

    boolean speaks() {
        return mark.isPresent() || !raised.equals(Label.PUBLIC);
    }
}
