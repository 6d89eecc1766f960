package tearline.engine.marking;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as a reader sees it, character for character as long as it was written: blocks of HTML on lines of their own, no tags in a line, and a
 * character reference as the character it means. Marks are looked for here, so that dress hides none; what was taken away is a word joiner.
 */
final class PlainView {

    private static final String NOTHING = "\u2060";
    /** What is left of the reference of an angle bracket: it belongs to the tag. */
    private static final String OF_A_TAG = "\u2061";
    /** What ends a paragraph where a text is HTML: the tags of blocks, and a line break. */
    private static final Pattern BLOCK = Pattern.compile("(?i)\u2061*</?(?:p|div|br|hr|li|ul|ol|dl|dt|dd|h[1-6]|table|tbody|thead|tr|td|th|blockquote|pre|section|article|header|footer)(?:[\\s/][^<>]*)?>\u2061*");
    /** No {@code <U//LES>}: somebody may take these for brackets. */
    private static final Pattern INLINE = Pattern.compile("\u2061*</?[a-zA-Z][a-zA-Z0-9]*+(?:\\s[^<>]*|/)?>\u2061*");
    private static final Pattern REFERENCE = Pattern.compile("&(?:#(\\d{1,6})|#[xX]([0-9a-fA-F]{1,5})|([a-zA-Z]{2,8}));");
    /** The names that stand in marks, or before them. */
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("nbsp", "\u00A0"), Map.entry("ensp", " "), Map.entry("emsp", " "), Map.entry("thinsp", " "),
            Map.entry("lt", "<"), Map.entry("gt", ">"), Map.entry("amp", "&"), Map.entry("quot", "\""), Map.entry("apos", "'"), Map.entry("sol", "/"), Map.entry("plus", "+"),
            Map.entry("lpar", "("), Map.entry("rpar", ")"), Map.entry("lsqb", "["), Map.entry("rsqb", "]"), Map.entry("lbrack", "["), Map.entry("rbrack", "]"),
            Map.entry("colon", ":"), Map.entry("comma", ","), Map.entry("ast", "*"), Map.entry("bull", "\u2022"), Map.entry("middot", "\u00B7"),
            Map.entry("dash", "-"), Map.entry("hyphen", "-"), Map.entry("ndash", "-"), Map.entry("mdash", "-"), Map.entry("minus", "-"),
            Map.entry("Tab", "\t"), Map.entry("NewLine", "\n"));

    private PlainView() {
    }

    static String of(String text) {
        String plain = text.indexOf('&') < 0 ? text : REFERENCE.matcher(text).replaceAll(PlainView::referred);
        if (plain.indexOf('<') < 0) {
            return plain;
        }
        String lines = BLOCK.matcher(plain).replaceAll(tag -> "\n".repeat(tag.group().length()));
        return INLINE.matcher(lines).replaceAll(tag -> NOTHING.repeat(tag.group().length()));
    }

    /** A less-than sign at the end of its reference and all else at the beginning, so that {@code &lt;p&gt;} is a tag again. */
    private static String referred(MatchResult reference) {
        String means = meaning(reference);
        if (means.isEmpty()) {
            return Matcher.quoteReplacement(reference.group());
        }
        int rest = reference.group().length() - means.length();
        return Matcher.quoteReplacement(means.equals("<") ? OF_A_TAG.repeat(rest) + means : means + (means.equals(">") ? OF_A_TAG : NOTHING).repeat(rest));
    }

    private static String meaning(MatchResult reference) {
        if (reference.group(3) != null) {
            return NAMES.getOrDefault(reference.group(3), "");
        }
        int code = reference.group(1) != null ? Integer.parseInt(reference.group(1)) : Integer.parseInt(reference.group(2), 16);
        boolean known = code > 0 && Character.isBmpCodePoint(code) && !Character.isSurrogate((char) code);
        return known ? String.valueOf((char) code) : "";
    }
}
