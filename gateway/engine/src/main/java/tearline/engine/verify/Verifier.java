package tearline.engine.verify;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tearline.engine.model.Categories;
import tearline.engine.xml.Shelf;

/**
 * Reads a finished product as its receiver will, and stops it where something stands in it that may not, or something is missing that must be
 * there. It shares no code with the redactor, and what it cannot read does not leave.
 */
public final class Verifier {

    public static final String CANNOT_READ = "VERIFIER-CANNOT-READ";
    public static final String FOUND_WITHHELD = "VERIFIER-FOUND-WITHHELD";
    public static final String OUTSIDE_AGREEMENT = "VERIFIER-OUTSIDE-AGREEMENT";
    public static final String FORBIDDEN_MARK = "VERIFIER-FORBIDDEN-MARK";
    public static final String MISSING_MARK = "VERIFIER-MISSING-MARK";
    public static final String MISSING_NOTICE = "VERIFIER-MISSING-NOTICE";
    public static final String PERSONAL_DATA = "VERIFIER-PERSONAL-DATA";

    /** The category of what has no home in the common model: names that no schema of ours knows. */
    private static final String STRANGERS = "extension";
    private final Shelf shelf;
    private final Categories categories;
    private final Marks marks = new Marks();
    private final Owed owed = new Owed();
    private final Map<String, Grammar> grammars = new ConcurrentHashMap<>();

    public Verifier(Shelf shelf, Categories categories) {
        this.shelf = shelf;
        this.categories = categories;
    }

    /** One product alone. */
    public Optional<String> stop(Leaving leaving, Bounds bounds) {
        return watch(bounds).stop(leaving);
    }

    /** For all products of one release. */
    public Watch watch(Bounds bounds) {
        return new Watch(bounds);
    }

    /** Knows what may not stand in any product of a release. */
    public final class Watch {

        private final Bounds bounds;
        private final Search search;

        private Watch(Bounds bounds) {
            this.bounds = bounds;
            this.search = new Search(new Spellings(bounds));
        }

        /** The reason for which the product must stop, or nothing. */
        public Optional<String> stop(Leaving leaving) {
            try {
                boolean ours = !leaving.format().isEmpty() && !leaving.original();
                var grammar = ours && leaving.mediaType().contains("xml") ? grammars.computeIfAbsent(leaving.format(), format -> Grammar.of(shelf, format)) : null;
                var allowance = ours ? Allowance.of(categories, leaving.format(), bounds) : null;
                var reading = Reading.of(leaving.bytes(), leaving.mediaType(), grammar, allowance, allowance == null && bounds.keeps().contains(STRANGERS));
                if (reading.outside) return Optional.of(OUTSIDE_AGREEMENT);
                var runs = new ArrayList<>(reading.runs);
                for (var one : leaving.beside()) runs.add(new Run(one, "", false));
                if (search.finds(runs)) return Optional.of(FOUND_WITHHELD);
                if (bounds.clearance().isPresent() && runs.stream().anyMatch(run -> marks.forbidden(run, bounds.clearance().get(), bounds.lowersPrivacy()))) return Optional.of(FORBIDDEN_MARK);
                if (leaving.original()) return Optional.empty();
                if (bounds.persons() && runs.stream().anyMatch(run -> PersonalData.stands(run.text(), bounds.keeps()))) return Optional.of(PERSONAL_DATA);
                return leaving.format().isEmpty() ? Optional.empty() : owed.missing(reading, bounds);
            } catch (Reading.Unreadable e) {
                return Optional.of(CANNOT_READ);
            }
        }
    }
}
