package tearline.engine.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bracketed mark in running text, told apart from the many brackets that are none. */
record BracketedMark(int start, int end, Mark mark, Kind kind) {

    /** FULL is a mark as marked portions carry it; LETTER a lone C, S or TS; QUIET one in lower case, which can only raise. */
    enum Kind { FULL, LETTER, QUIET }

    private static final Pattern BRACKET = Pattern.compile("[(\\[\\uFF08\\uFF3B]([^()\\[\\]\\uFF08\\uFF09\\uFF3B\\uFF3D]{1,200})[)\\]\\uFF09\\uFF3D]");
    private static final Pattern FIRST = Pattern.compile(
            "(U|UNCLASSIFIED|C|CONFIDENTIAL|S|SECRET|TS|TOP SECRET|CUI|FOUO|LES|LES-NF|SBU|SBU-NF|SSI|PCII|CVI|TLP:[A-Z+]+|LES NOFORN|LAW ENFORCEMENT SENSITIVE|FOR OFFICIAL USE ONLY|SENSITIVE SECURITY INFORMATION)(/.*)?");
    private static final Pattern LETTER = Pattern.compile("C|S|TS");

    private static final MarkParser PARSER = new MarkParser();

    static List<BracketedMark> in(String text) {
        List<BracketedMark> marks = new ArrayList<>();
        Matcher bracket = BRACKET.matcher(text);
        while (bracket.find()) {
            BracketedMark found = read(bracket.group(1), bracket.start(), bracket.end());
            if (found != null) {
                marks.add(found);
            }
        }
        return marks;
    }

    private static BracketedMark read(String inside, int start, int end) {
        String characters = Normalizer.characters(inside).text();
        String normal = Normalizer.mark(characters).text();
        Matcher first = FIRST.matcher(normal);
        if (!first.matches()) {
            return null;
        }
        Mark mark = PARSER.parse(inside);
        boolean quiet = characters.chars().anyMatch(c -> c >= 'a' && c <= 'z') && !characters.contains("Attorney");
        if (quiet) {
            boolean meant = first.group(2) != null && mark.label().understood();
            return meant ? new BracketedMark(start, end, mark, Kind.QUIET) : null;
        }
        if (LETTER.matcher(normal).matches()) {
            return new BracketedMark(start, end, mark, Kind.LETTER);
        }
        boolean abbreviation = LETTER.matcher(first.group(1)).matches() && !normal.contains("//") && !mark.label().understood();
        return abbreviation ? null : new BracketedMark(start, end, mark, Kind.FULL);       // (C/O …) is an address
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
