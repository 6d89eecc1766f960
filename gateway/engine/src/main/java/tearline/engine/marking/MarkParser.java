package tearline.engine.marking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a mark as people write them. It never throws: what it does not understand admits nobody. */
public final class MarkParser {

    private static final int LONGEST = 4000;

    private final Map<String, String> words = new LinkedHashMap<>();
    private final Audience lists;

    public MarkParser() {
        this(Map.of(), Map.of());
    }

    /**
     * @param words the sender's own words, each with the mark it means
     * @param lists the sender's list names and addresses, each with the partners it means, separated by blanks
     */
    public MarkParser(Map<String, String> words, Map<String, String> lists) {
        words.forEach((word, means) -> this.words.put(Normalizer.word(word), means));
        this.lists = new Audience(lists);
    }

    /** One mark, or several joined by {@code ' + '} or {@code ' | '}. */
    public Mark parse(String text) {
        if (text == null || text.length() > LONGEST) {
            return Mark.of(Label.unknown(text == null ? "NO-MARK" : "TOO-LONG"), List.of("no mark of this length is known"));
        }
        Set<String> warnings = new LinkedHashSet<>();
        Normalizer.Normal normal = Normalizer.characters(text);
        warnings.addAll(normal.warnings());
        Label plain = join(normal.text(), warnings);
        String meaning = plain.classified() ? null : words.get(Normalizer.word(text));      // no file maps a spill away
        return Mark.of(meaning == null ? plain : new MarkParser().parse(meaning).label(), List.copyOf(warnings));
    }

    /** Whether the text is exactly what we would print: what strict mode asks for. */
    public boolean isCanonical(String text) {
        Mark mark = parse(text);
        return mark.label().understood() && (mark.banner().equals(text) || mark.portion().equals(text));
    }

    private Label join(String text, Set<String> warnings) {
        List<Label> labels = new ArrayList<>();
        for (String one : text.split(" \\+ | ?\\| ?", -1)) {
            Normalizer.Normal mark = Normalizer.mark(one);
            warnings.addAll(mark.warnings());
            MarkReader reader = new MarkReader(this::meaning, lists, warnings);
            labels.add(reader.read(mark.text()));
        }
        return Label.rollUp(labels);
    }

    private Label meaning(String token) {
        String means = words.get(token);
        boolean spill = means != null && new MarkParser().parse(token).label().classified();
        return means == null || spill ? null : new MarkParser().parse(means).label();
    }
}
