package tearline.engine.release;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Looks for withheld values in text that stays: case, accents, blanks and punctuation make no difference. */
final class Sweep {

    private static final int SHORTEST = 4;
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private final List<String> values = new ArrayList<>();
    private final List<String> packed = new ArrayList<>();

    Sweep(Collection<String> secrets) {
        for (var secret : secrets) {
            var words = words(secret);
            if (words.length() < SHORTEST) continue;
            values.add(" " + words + " ");
            var joined = words.replace(" ", "");
            boolean number = joined.chars().anyMatch(Character::isDigit) && joined.length() >= 5;
            if (number || words.contains(" ") && joined.length() >= 8) packed.add(joined); // written with blanks, without, or with some that nobody sees
        }
    }

    boolean finds(String text) {
        if (values.isEmpty()) return false;
        var words = " " + words(text) + " ";
        if (values.stream().anyMatch(words::contains)) return true;
        var joined = words.replace(" ", "");
        return packed.stream().anyMatch(joined::contains);
    }

    private static String words(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT);
        return OTHER.matcher(plain).replaceAll(" ").strip();
    }
}
