package tearline.engine.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mark that stands in running text without brackets, such as a banner with the first sentence behind it. Since it may be a mention as well, it
 * can only raise; nobody writes a double slash behind a classification but as a mark, so one that is not understood admits nobody.
 */
record RunningMark(int start, Mark mark, boolean capitals) {

    private static final int MOST_WORDS = 12;
    private static final int MOST_MARKS = 1000;
    private static final Pattern HEAD = Pattern.compile("(?<![\\p{L}\\p{N}/_@])(?:"
            + "(?<sure>UNCLASSIFIED|UNCLASS|CONFIDENTIAL|SECRET|TOP SECRET|CUI|CONTROLLED|FOUO|LES|U|C|S|TS)[\\s\\p{Z}\\p{Cf}]?[/\\uFF0F][\\p{Cf}]*[/\\uFF0F]"
            + "|(?i:UNCLASSIFIED|CONFIDENTIAL|SECRET|CUI|U|C|S|TS)//"
            + "|(?:UNCLASSIFIED|UNCLASS|CONFIDENTIAL|SECRET|TOP SECRET|CUI|U)(?:[/\\uFF0F]| [-\\u2013\\u2014]{1,3} )"
            + "|(?<blank>TLP: (?=(?:RED|AMBER|GREEN|CLEAR|WHITE)\\b))|(?i:TLP):)");
    private static final Pattern WORD = Pattern.compile("[\\s\\p{Z}]*+[^\\s\\p{Z}()\\[\\]{}<>\"]+");
    /** What ends a sentence, not a mark. */
    private static final Pattern STOPS = Pattern.compile("[.:;,!?*_'\\u2019\\u201D]+$");

    private static final MarkParser PARSER = new MarkParser();
    private static final Mark UNKNOWN = Mark.of(Label.unknown("RUNNING-MARK"), List.of("a token is not known"));

    static List<RunningMark> in(String text) {
        List<RunningMark> marks = new ArrayList<>();
        if (text.indexOf('/') < 0 && text.indexOf('\uFF0F') < 0 && text.indexOf(':') < 0 && text.indexOf(" - ") < 0) {
            return marks;
        }
        Matcher head = HEAD.matcher(text);
        while (head.find()) {
            if (marks.size() == MOST_MARKS) {
                marks.add(new RunningMark(head.start(), UNKNOWN, true));          // nobody writes so many: do not read on, and do not guess
                break;
            }
            longest(text, head).or(() -> unknown(text, head)).ifPresent(mark -> marks.add(new RunningMark(head.start(), mark, head.group().equals(head.group().toUpperCase(Locale.ROOT)))));
        }
        return marks;
    }

    /** As many words behind the head as make one mark that is understood. */
    private static Optional<Mark> longest(String text, Matcher head) {
        List<Integer> ends = new ArrayList<>();
        Matcher word = WORD.matcher(text).region(head.end(), text.length());
        while (ends.size() < MOST_WORDS && word.lookingAt()) {
            ends.add(word.end());
            word.region(word.end(), text.length());
        }
        for (int i = ends.size() - 1; i >= 0; i--) {
            Mark mark = PARSER.parse(STOPS.matcher(text.substring(head.start(), ends.get(i))).replaceFirst(""));
            if (mark.label().understood()) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }

    private static Optional<Mark> unknown(String text, Matcher head) {
        boolean sure = head.group("sure") != null && head.end() < text.length() && !Character.isWhitespace(text.charAt(head.end()));
        return sure || head.group("blank") != null ? Optional.of(UNKNOWN) : Optional.empty();
    }

    /** Evidence of a spill by itself: a classification in capitals with a control that we know. */
    boolean spill() {
        Label label = mark.label();
        return capitals && label.understood() && label.classified() && mark.banner().contains("//");
    }
}
