package tearline.engine.marking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bracketed mark in running text, told apart from the many brackets that are none. */
record BracketedMark(int start, int end, Mark mark, Kind kind) {

    /** What stood in brackets before in the same text, so that a text of nothing but brackets is not read a thousand times over. */
    static final class Seen {
        private static final int MOST = 1000;
        private final Map<String, Optional<BracketedMark>> read = new HashMap<>();

        private Optional<BracketedMark> read(String inside) {
            if (read.size() > MOST) {
                read.clear();
            }
            return read.computeIfAbsent(inside, BracketedMark::read);
        }
    }

    /** FULL is a mark as marked portions carry it; LETTER a lone C, S or TS; QUIET one in lower case, which can only raise. */
    enum Kind { FULL, LETTER, QUIET }

    private static final Pattern BRACKET = Pattern.compile("[(\\[\\uFF08\\uFF3B]([^()\\[\\]\\uFF08\\uFF09\\uFF3B\\uFF3D]{1,200})[)\\]\\uFF09\\uFF3D]");
    private static final Pattern FIRST = Pattern.compile(
            "(U|UNCLASSIFIED|C|CONFIDENTIAL|S|SECRET|TS|TOP SECRET|CUI|FOUO|LES|LES-NF|SBU|SBU-NF|SSI|PCII|CVI|TLP:[A-Z+]+|LES NOFORN|LAW ENFORCEMENT SENSITIVE|FOR OFFICIAL USE ONLY|SENSITIVE SECURITY INFORMATION)([/\\u2044\\u2215\\u2571\\u29F8].*)?");
    /** Shaped as a mark, though its letters are not ours. */
    private static final Pattern FOREIGN = Pattern.compile("[\\p{Lu}\\p{Lo} -]{1,20}//[^\\p{Ll}]+");
    /** What Markdown and quotation marks put around a mark inside its brackets. */
    private static final Pattern DRESS = Pattern.compile("^[*_`'\"\\s\\u2018-\\u201F]+|[*_`'\"\\s\\u2018-\\u201F]+$");
    private static final Pattern LETTER = Pattern.compile("C|S|TS");

    private static final MarkParser PARSER = new MarkParser();

    static List<BracketedMark> in(String text, Seen seen) {
        List<BracketedMark> marks = new ArrayList<>();
        Matcher bracket = BRACKET.matcher(text);
        while (bracket.find()) {
            int start = bracket.start();
            int end = bracket.end();
            seen.read(bracket.group(1)).ifPresent(found -> marks.add(new BracketedMark(start, end, found.mark, found.kind)));
        }
        return marks;
    }

    private static Optional<BracketedMark> read(String inside) {
        String characters = DRESS.matcher(Normalizer.characters(inside).text()).replaceAll("");
        String normal = Normalizer.mark(characters).text();
        Matcher first = FIRST.matcher(normal);
        boolean ours = first.matches();
        if (!ours && !FOREIGN.matcher(normal).matches()) {
            return Optional.empty();
        }
        int end = inside.length() + 2;
        Mark mark = PARSER.parse(characters);
        if (!ours) {
            return Optional.of(new BracketedMark(0, end, mark, Kind.FULL));
        }
        boolean quiet = characters.chars().anyMatch(c -> c >= 'a' && c <= 'z') && !characters.contains("Attorney");
        if (quiet) {
            boolean meant = (first.group(2) != null || normal.startsWith("TLP:")) && mark.label().understood();
            return meant ? Optional.of(new BracketedMark(0, end, mark, Kind.QUIET)) : Optional.empty();
        }
        if (LETTER.matcher(normal).matches()) {
            return Optional.of(new BracketedMark(0, end, mark, Kind.LETTER));
        }
        boolean abbreviation = LETTER.matcher(first.group(1)).matches() && !normal.contains("//") && !mark.label().understood();
        return abbreviation ? Optional.empty() : Optional.of(new BracketedMark(0, end, mark, Kind.FULL));       // (C/O …) is an address
    }

    /** Evidence of a spill by itself: a classification followed by a control that we know, such as (S//NF). */
    boolean spill() {
        String bare = mark.label().understood() ? mark.banner() : "";
        return kind != Kind.LETTER && mark.label().classified()
                && (bare.contains("//") || !mark.label().inform().isEmpty() || !mark.label().require().isEmpty() || spelledOut(bare));
    }

    private boolean spelledOut(String banner) {
        return !banner.isEmpty() && end - start > 4;
    }
}
