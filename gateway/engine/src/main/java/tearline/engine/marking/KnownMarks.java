package tearline.engine.marking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A mark for every control and category there is, each alone, so that one can see who may see what. */
public final class KnownMarks {

    private static final Set<Vocabulary.Kind> LEGACY = Set.of(Vocabulary.Kind.DISSEM, Vocabulary.Kind.LEGACY, Vocabulary.Kind.RELEASE);
    private static final Set<Vocabulary.Kind> CUI = Set.of(Vocabulary.Kind.LDC, Vocabulary.Kind.SPECIFIED, Vocabulary.Kind.BASIC);

    private KnownMarks() {
    }

    /** From open to closed: the public, U, TLP, CUI, then controls and categories in the order in which banners print them. */
    public static Map<String, Label> each() {
        Map<String, Label> marks = new LinkedHashMap<>();
        MarkParser parser = new MarkParser();
        marks.put("public", Label.PUBLIC);
        for (String mark : new String[] {"U", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "CUI"}) {
            marks.put(mark, parser.parse(mark).label());
        }
        Vocabulary.shipped().tokens().filter(token -> LEGACY.contains(token.kind()) || CUI.contains(token.kind())).forEach(token -> {
            String mark = (CUI.contains(token.kind()) ? "CUI//" : "U//") + token.name();
            marks.put(mark, parser.parse(mark).label());
        });
        return marks;
    }

    /** The date of the table behind them. */
    public static String date() {
        return Vocabulary.shipped().date();
    }
}
