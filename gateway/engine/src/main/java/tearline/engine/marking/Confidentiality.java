package tearline.engine.marking;

import java.util.Map;
import java.util.Optional;

/** The label behind the confidentiality words of an EDXL distribution; it joins into every content object. */
public final class Confidentiality {

    private static final String NOT_SENSITIVE = "UNCLASSIFIED AND NOT SENSITIVE";

    private final MarkParser marks;

    /** @param words the sender's own phrases, each with the mark it means */
    public Confidentiality(Map<String, String> words) {
        this.marks = new MarkParser(words, Map.of());
    }

    /** Empty if the element is absent: then the sender's default holds. A phrase that nobody mapped is unknown. */
    public Optional<Label> find(String phrase) {
        return phrase == null ? Optional.empty() : Optional.of(label(phrase));
    }

    private Label label(String phrase) {
        Label mapped = marks.parse(phrase).label();
        return !mapped.understood() && Normalizer.word(phrase).equals(NOT_SENSITIVE) ? Label.UNCLASSIFIED : mapped;
    }
}
