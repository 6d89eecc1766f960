package tearline.engine.verify;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Goes once through the words of a product and looks each up among the spellings of what is hidden; then through what is encoded in it, one level deep. */
final class Search {

    private static final Pattern ESCAPED = Pattern.compile("&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));|\\\\u([0-9a-fA-F]{4})");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private final Spellings spellings;

    Search(Spellings spellings) {
        this.spellings = spellings;
    }

    /** A file, which begins where it begins. */
    private static final int LONG = 4000;

    /** Whether something hidden stands in the texts: in each by itself, or from one into the next, as a name in two elements does. */
    boolean finds(List<Run> runs) {
        if (spellings.sequences.isEmpty() && spellings.joined.isEmpty()) return false;
        var all = new ArrayList<String>();
        for (var run : runs) {
            var words = words(run.text());
            if (joined(words)) return true;
            all.addAll(words);
            all.add(""); // an end that nothing is joined over
        }
        if (sequences(all)) return true;
        for (var run : runs) if (encoded(run.text())) return true;
        return false;
    }

    private static List<String> words(String text) {
        var folded = Folding.words(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    private boolean sequences(List<String> words) {
        for (int street = 0; street < 2; street++) {
            for (int i = 0; i < words.size(); i++) {
                var candidates = spellings.sequences.get(Spellings.street(words.get(i), street == 1));
                if (candidates != null) for (var one : candidates) if (matches(words, i, one, street == 1)) return true;
            }
        }
        return false;
    }

    private static boolean matches(List<String> words, int at, String[] wanted, boolean street) {
        int next = at;
        for (var one : wanted) {
            while (next < words.size() && words.get(next).isEmpty()) next++;
            if (next >= words.size() || !Spellings.street(words.get(next), street).equals(one)) return false;
            next++;
        }
        return true;
    }

    private boolean joined(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            var start = words.get(i).length() > 1 ? words.get(i) : words.get(i) + (i + 1 < words.size() ? words.get(i + 1) : "");
            if (start.length() < 2) continue;
            var candidates = spellings.joined.get(start.substring(0, 2));
            if (candidates == null) continue;
            for (var one : candidates) if (joined(words, i, one)) return true;
        }
        return false;
    }

    private static boolean joined(List<String> words, int at, String wanted) {
        int from = 0;
        for (int i = at; i < words.size() && from < wanted.length(); i++) {
            if (!wanted.startsWith(words.get(i), from)) return false;
            from += words.get(i).length();
        }
        return from == wanted.length();
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
        if (text.length() < 16) return false;
        var tokens = BASE64.matcher(text.length() > 76 && text.indexOf('\n') > 0 && text.indexOf(". ") < 0 ? BLANKS.matcher(text).replaceAll("") : text);
        while (tokens.find()) {
            var token = tokens.group();
            if (token.chars().noneMatch(Character::isUpperCase) || token.chars().noneMatch(Character::isLowerCase)) continue;
            if (decoded(token.replace("=", ""))) return true;
        }
        return false;
    }

    /** Wherever it begins: a path may stand before it, and '=' after letters that encode nothing. */
    private boolean decoded(String letters) {
        for (int from = 0; from < (letters.length() > LONG ? 1 : 4); from++) {
            int whole = (letters.length() - from) / 4 * 4, rest = (letters.length() - from) % 4;
            if (found(new String(Base64.getDecoder().decode(letters.substring(from, from + whole + (rest == 1 ? 0 : rest))), StandardCharsets.ISO_8859_1))) return true;
        }
        return false;
    }

    private boolean found(String text) {
        var words = words(text);
        return joined(words) || sequences(words);
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll(found -> {
            int point = found.group(2) != null ? Integer.parseInt(found.group(2)) : Integer.parseInt(found.group(1) != null ? found.group(1) : found.group(3), 16);
            return Character.isValidCodePoint(point) ? java.util.regex.Matcher.quoteReplacement(Character.toString(point)) : " ";
        });
    }
}
