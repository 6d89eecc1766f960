package tearline.engine.release;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as its reader will see it: markup gone, escapes and entities decoded. Each character remembers from where in the text it came. */
final class PlainText {

    private static final Pattern MARKUP = Pattern.compile("<!--.{0,4000}?-->|<!\\[CDATA\\[|]]>|<\\?[^>]{0,400}>|</?([a-zA-Z][a-zA-Z0-9:]{0,30})(?:\\s[^<>]{0,400})?/?>", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("&(?:amp;){0,3}(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));");
    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u\\{?([0-9a-fA-F]{4,6})}?|x([0-9a-fA-F]{2}))");
    /** Nobody reads their two sides as one word. */
    private static final Set<String> BLOCKS = Set.of("br", "p", "div", "li", "ul", "ol", "td", "th", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "blockquote");
    private static final Map<String, String> ENTITIES = Map.ofEntries(Map.entry("amp", "&"), Map.entry("lt", "<"), Map.entry("gt", ">"), Map.entry("quot", "\""), Map.entry("apos", "'"),
            Map.entry("nbsp", " "), Map.entry("ensp", " "), Map.entry("emsp", " "), Map.entry("shy", ""), Map.entry("zwj", ""), Map.entry("zwnj", ""), Map.entry("lrm", ""), Map.entry("rlm", ""),
            Map.entry("ndash", "-"), Map.entry("mdash", "-"), Map.entry("hyphen", "-"), Map.entry("period", "."), Map.entry("comma", ","), Map.entry("commat", "@"), Map.entry("lowbar", "_"), Map.entry("sol", "/"), Map.entry("NewLine", " "), Map.entry("Tab", " "));

    final StringBuilder text = new StringBuilder();
    private int[] from;
    private int[] to;

    PlainText(String source) {
        from = new int[source.length() + 16];
        to = new int[source.length() + 16];
        text.ensureCapacity(source.length());
        int at = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c > 127 || c == '<' || c == ']' || c == '&' || c == '%' || c == '\\') at = step(source, at);
            else at = add(c, at, at + 1);
        }
    }

    int from(int index) { return from[index]; }

    int to(int index) { return to[index]; }

    private int step(String source, int at) {
        switch (source.charAt(at)) {
            case '<', ']' -> {
                var markup = match(MARKUP, source, at);
                if (markup != null) return add(markup.group(1) != null && BLOCKS.contains(markup.group(1).toLowerCase(Locale.ROOT)) ? " " : "", at, markup.end());
            }
            case '&' -> {
                var entity = match(ENTITY, source, at);
                var decoded = entity == null ? null : decoded(entity);
                if (decoded != null) return add(decoded.isEmpty() ? "" : shown(decoded), at, entity.end());
            }
            case '%' -> {
                var percent = match(PERCENT, source, at);
                if (percent != null) return add(bytes(percent.group().replace("%", "")), at, percent.end());
            }
            case '\\' -> {
                var escape = match(ESCAPE, source, at);
                if (escape != null) return add(character(escape.group(1) == null ? escape.group(2) : escape.group(1), 16), at, escape.end());
            }
            default -> { }
        }
        int end = at + Character.charCount(source.codePointAt(at));
        var read = source.substring(at, end);
        if (source.charAt(at) > 127) read = shown(read);
        return add(read, at, end);
    }

    /** Wide letters and digits as plain ones; what nobody sees is not there. */
    private static String shown(String character) {
        int type = Character.getType(character.codePointAt(0));
        return type == Character.FORMAT ? "" : Normalizer.normalize(character, Normalizer.Form.NFKC);
    }

    private int add(String decoded, int start, int end) {
        for (int i = 0; i < decoded.length(); i++) add(decoded.charAt(i), start, end);
        return end;
    }

    private int add(char c, int start, int end) {
        int index = text.length();
        if (index == from.length) {
            from = java.util.Arrays.copyOf(from, index * 2);
            to = java.util.Arrays.copyOf(to, index * 2);
        }
        from[index] = start;
        to[index] = end;
        text.append(c);
        return end;
    }

    private static Matcher match(Pattern pattern, String source, int at) {
        var matcher = pattern.matcher(source).region(at, source.length());
        return matcher.lookingAt() ? matcher : null;
    }

    private static String decoded(Matcher entity) {
        if (entity.group(1) != null) return character(entity.group(1), 10);
        return entity.group(2) != null ? character(entity.group(2), 16) : ENTITIES.get(entity.group(3));
    }

    private static String character(String digits, int radix) {
        int point = Integer.parseInt(digits, radix);
        return Character.isValidCodePoint(point) ? Character.toString(point) : " ";
    }

    static String bytes(String hex) {
        var bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
