package tearline.engine.verify;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Goes once through the words of a product and looks each up among the spellings of what is hidden; then through what is encoded in it, one level deep. */
final class Search {

    private static final Pattern ESCAPED = Pattern.compile("&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));|\\\\u([0-9a-fA-F]{4})");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int LEAST = 16;
    /** A file, which begins where it begins. */
    private static final int LONG = 4000;
    private static final int MASK = (1 << 14) - 1;
    private final Spellings spellings;
    /** Bits for what a find may begin with: words as they are or with an address' word written out, and the first two letters. */
    private final BitSet firsts = new BitSet(MASK + 1);
    private final BitSet pairs = new BitSet(MASK + 1);

    Search(Spellings spellings) {
        this.spellings = spellings;
        for (var first : spellings.sequences.keySet()) for (var written : Spellings.written(first)) firsts.set(written.hashCode() & MASK);
        for (var two : spellings.joined.keySet()) pairs.set(two.hashCode() & MASK);
    }

    /** Whether something hidden stands in the texts: in each by itself, or from one into the next, as a name in two elements does. */
    boolean finds(List<Run> runs) {
        if (spellings.sequences.isEmpty() && spellings.joined.isEmpty()) return false;
        var words = new Words();
        for (var run : runs) words.add(run.text());
        if (found(words)) return true;
        for (var run : runs) if (encoded(run.text())) return true;
        return false;
    }

    /** Most words begin nothing: one bit says so. */
    private boolean found(Words words) {
        for (int i = 0; i < words.count(); i++) {
            if (words.ends(i)) continue;
            if (firsts.get(words.hash(i) & MASK) && sequence(words, i)) return true;
            if (pairs.get(words.pair(i) & MASK) && joined(words, i)) return true;
        }
        return false;
    }

    private boolean sequence(Words words, int at) {
        var word = words.word(at);
        for (int street = 0; street < 2; street++) {
            var candidates = spellings.sequences.get(Spellings.street(word, street == 1));
            if (candidates != null) for (var one : candidates) if (matches(words, at, one, street == 1)) return true;
        }
        return false;
    }

    private static boolean matches(Words words, int at, String[] wanted, boolean street) {
        int next = at;
        for (var one : wanted) {
            while (next < words.count() && words.ends(next)) next++;
            if (next >= words.count() || !Spellings.street(words.word(next), street).equals(one)) return false;
            next++;
        }
        return true;
    }

    private boolean joined(Words words, int at) {
        var candidates = words.pair(at) == 0 ? null : spellings.joined.get(words.pairText(at));
        if (candidates != null) for (var one : candidates) if (words.joined(at, one)) return true;
        return false;
    }

    private boolean encoded(String text) {
        if (text.indexOf('%') >= 0) {
            try {
                if (found(URLDecoder.decode(text, StandardCharsets.UTF_8))) return true;
            } catch (IllegalArgumentException e) {
                // a percent sign that encodes nothing
            }
        }
        if (text.indexOf("&#") >= 0 || text.indexOf("\\u") >= 0) { if (found(unescaped(text))) return true; }
        if (text.indexOf('<') >= 0 && found(text.replaceAll("<[^<>]{0,400}>", ""))) return true;
        return text.length() >= LEAST && base64(text.length() > 76 && text.indexOf('\n') > 0 && text.indexOf(". ") < 0 ? BLANKS.matcher(text).replaceAll("") : text);
    }

    /** What is long enough and has capital and small letters may be text in base 64. */
    private boolean base64(String text) {
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && isBase64(text.charAt(i))) continue;
            if (i - begin >= LEAST) {
                var token = text.substring(begin, i);
                if (token.chars().anyMatch(Character::isUpperCase) && token.chars().anyMatch(Character::isLowerCase) && decoded(token)) return true;
            }
            begin = i + 1;
        }
        return false;
    }

    /** Wherever it begins: a path may stand before it. */
    private boolean decoded(String letters) {
        for (int from = 0; from < (letters.length() > LONG ? 1 : 4); from++) {
            int whole = (letters.length() - from) / 4 * 4, rest = (letters.length() - from) % 4;
            if (found(new String(Base64.getDecoder().decode(letters.substring(from, from + whole + (rest == 1 ? 0 : rest))), StandardCharsets.ISO_8859_1))) return true;
        }
        return false;
    }

    private static boolean isBase64(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }

    private boolean found(String text) {
        return found(Words.of(text));
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll(found -> {
            int point = found.group(2) != null ? Integer.parseInt(found.group(2)) : Integer.parseInt(found.group(1) != null ? found.group(1) : found.group(3), 16);
            return Character.isValidCodePoint(point) ? java.util.regex.Matcher.quoteReplacement(Character.toString(point)) : " ";
        });
    }
}
