package tearline.engine.verify;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tearline.engine.marking.Clearance;
import tearline.engine.model.HiddenValue;

/**
 * What one product may hold, and must.
 *
 * @param hidden    values that were withheld from it
 * @param shown     values its reader sees in fields: what is part of one is no find
 * @param clearance whose marks must dominate; nothing where many readers share it
 * @param keeps     categories that the agreement lets through
 * @param kind      of the record
 * @param banner    what must stand on it; empty for public content, and where the source's own marking stays
 * @param notices   what is owed with it
 * @param persons   whether it is made from a record about persons that its reader is kept from
 * @param lowersPrivacy whether the agreement declares an operation after which a mark of privacy no longer holds (marking reference §2.4)
 */
public record Bounds(Collection<HiddenValue> hidden, Set<String> shown, Optional<Clearance> clearance, Set<String> keeps, String kind,
                     String banner, List<String> notices, boolean persons, boolean lowersPrivacy) {

    /** Only values are looked for. */
    public static Bounds of(Collection<HiddenValue> hidden) {
        return new Bounds(hidden, Set.of(), Optional.empty(), Set.of(), "", "", List.of(), false, false);
    }

    @Override
    public String toString() {
        return "Bounds[" + kind + "]"; // never the values
    }
}
