package tearline.engine.marking;

import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Brings the ways people write a mark to one; every step that changed something is a warning. Homoglyphs stay, and become unknown. */
final class Normalizer {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u034F\\u180B-\\u180D\\uFE00-\\uFE0F]");
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\u0085]+");
    private static final Pattern AROUND_SLASH = Pattern.compile(" ?/ ?");
    private static final Pattern DASH_BETWEEN_WORDS = Pattern.compile(" -{1,3} ");

    private final List<String> warnings = new ArrayList<>();
    private String text;

    private Normalizer(String text) {
        this.text = text;
    }

    record Normal(String text, List<String> warnings) {
    }

    /** Characters and blanks only: what must happen before a text is cut into marks. */
    static Normal characters(String raw) {
        Normalizer it = new Normalizer(raw);
        it.step("compatibility characters were replaced", text -> java.text.Normalizer.normalize(text, Form.NFKC));
        it.step("invisible characters were removed", text -> INVISIBLE.matcher(text).replaceAll(""));
        it.step("a dash was replaced", text -> DASH.matcher(text).replaceAll("-"));
        it.step("blanks were collapsed", text -> BLANKS.matcher(text).replaceAll(" ").strip());
        return new Normal(it.text, it.warnings);
    }

    /** The rest, for one mark. */
    static Normal mark(String characters) {
        Normalizer it = new Normalizer(characters);
        it.text = inside(characters, '(', ')');
        it.step("square brackets were removed", text -> inside(text, '[', ']'));
        it.step("lower case was raised", Normalizer::upper);
        it.step("blanks around a slash were removed", text -> AROUND_SLASH.matcher(text).replaceAll("/"));
        it.step("a dash was read as a double slash", text -> DASH_BETWEEN_WORDS.matcher(text).replaceAll("//"));
        return new Normal(it.text, it.warnings);
    }

    /** How words of the sender's file are compared. */
    static String word(String raw) {
        return upper(characters(raw).text());
    }

    private void step(String warning, UnaryOperator<String> change) {
        String changed = change.apply(text);
        if (!changed.equals(text)) {
            warnings.add(warning);
            text = changed;
        }
    }

    private static String inside(String text, char open, char close) {
        boolean bracketed = text.length() > 1 && text.charAt(0) == open && text.charAt(text.length() - 1) == close;
        return bracketed ? text.substring(1, text.length() - 1).strip() : text;
    }

    /** ASCII only: String.toUpperCase would fold a dotless i into a real one. */
    private static String upper(String text) {
        StringBuilder upper = new StringBuilder(text);
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            if (c >= 'a' && c <= 'z') {
                upper.setCharAt(i, (char) (c - 32));
            }
        }
        return upper.toString();
    }
}
