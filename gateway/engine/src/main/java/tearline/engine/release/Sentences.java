package tearline.engine.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the sentences of a text begin and end. A line is an end; a full stop behind an abbreviation or an initial is none. */
final class Sentences {

    record Range(int start, int end) {}

    private static final Set<String> ABBREVIATIONS = Set.of("mr", "mrs", "ms", "mx", "dr", "prof", "st", "ave", "rd", "blvd", "hwy", "no", "nos", "vs", "lt", "sgt", "cpl", "capt", "col", "gen", "maj", "ofc", "det", "insp", "dep", "jr", "sr", "rev", "hon", "gov", "sen", "rep",
            "approx", "apt", "ste", "bldg", "ft", "mt", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "lic", "tel", "ext", "inc", "co", "corp", "ltd", "dept", "div", "u.s", "d.o.b", "a.k.a", "aka", "i.e", "e.g", "etc");

    private Sentences() {}

    static List<Range> of(String text) {
        var ranges = new ArrayList<Range>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean line = c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
            if (!line && !(isStop(c) && endsHere(text, at))) continue;
            int end = at + 1;
            if (!line) while (end < text.length() && (isStop(text.charAt(end)) || "\"')]\u201D\u2019\u00BB".indexOf(text.charAt(end)) >= 0)) end++;
            ranges.add(new Range(start, end));
            start = end;
            at = end - 1;
        }
        if (start < text.length()) ranges.add(new Range(start, text.length()));
        return ranges;
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\u2026' || c == '\u3002';
    }

    private static boolean endsHere(String text, int at) {
        int next = at + 1;
        while (next < text.length() && (isStop(text.charAt(next)) || "\"')]\u201D\u2019\u00BB".indexOf(text.charAt(next)) >= 0)) next++;
        if (next < text.length() && !Character.isWhitespace(text.charAt(next)) && text.charAt(at) != '\u3002') return false;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) next++;
        if (next < text.length() && Character.isLowerCase(text.codePointAt(next))) return false;
        if (text.charAt(at) != '.') return true;
        int from = at;
        while (from > 0 && (Character.isLetterOrDigit(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) from--;
        var word = text.substring(from, at).toLowerCase(Locale.ROOT);
        return !(word.length() == 1 && Character.isLetter(word.charAt(0))) && !ABBREVIATIONS.contains(word);
    }
}
