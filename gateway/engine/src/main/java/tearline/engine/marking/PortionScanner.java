package tearline.engine.marking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts free text into portions. A mark may raise anywhere, but lower only at the start of a paragraph:
 * this hides too much by design, and text cannot talk itself down.
 */
public final class PortionScanner {

    private static final Pattern LINE = Pattern.compile("[^\\r\\n\\u0085\\u2028\\u2029]+");
    /** What Markdown makes bold or a heading with, and what PlainView left of a tag. */
    private static final String DRESS = "(?:[*_]{1,3}(?=[(\\[*_])|[\\s\\p{Z}\\p{Cf}])*+";
    private static final String BULLET = "[-+*\\u00B7\\u2022\\u2023\\u2043\\u2013\\u2014\\u25A0\\u25AA\\u25AB\\u25B6\\u25B8\\u25BA\\u25CB\\u25CF\\u25E6\\u2756\\u27A2]|o(?=\\s)";
    private static final String NUMBER = "\\d{1,3}(?:\\.\\d{1,3}){1,4}(?=\\s)|\\d{1,3}(?:\\.\\d{1,3}){0,4}(?:\\.?\\)|\\.)|(?:[a-zA-Z]|[ivxIVX]{2,5})[.)]|\\((?:\\d{1,3}|[a-z]|[ivx]{2,5})\\)(?=\\s)";
    private static final Pattern LEAD = Pattern.compile(
            DRESS + "(?:#{1,6}(?=\\s)|>{1,3}|" + BULLET + "|" + NUMBER + ")?+" + DRESS + "(?:(?i:SUBJECT|TITLE|HEADLINE)[\\s\\p{Z}]*+:)?+" + DRESS);
    private static final String RULE = "[\\s\\-=_*~<>#+.|/\\\\\\[\\]():`]*+";
    private static final Pattern TEAR = Pattern.compile("(?i)(?:\\([A-Z/, -]{1,40}\\) ?)?" + RULE + "(?:(BEGIN|START|END|STOP)(?:NING)? (?:OF )?(?:THE )?)?TEAR[ -]?LINE(?: (BEGINS?|STARTS?|FOLLOWS|BELOW|ENDS?))?" + RULE);
    private static final Pattern NOTICE = Pattern.compile(
            "(?is)(?:warning: *)?(?:law enforcement sensitive|for official use only|sensitive security information|protected critical infrastructure information|this record contains|this document contains).{0,120}?"
                    + "(?:information marked|record contains|document contains|information contained|is the property of|exempt from|controlled under).*");
    private static final Pattern BANNER = Pattern.compile(
            "(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP SECRET|CUI|CONTROLLED(?=/)|FOUO|LES|U(?=/)|C(?=//)|S(?=//)|TS(?=//)|TLP:|FOR OFFICIAL USE ONLY|LAW ENFORCEMENT SENSITIVE|SENSITIVE SECURITY INFORMATION)(?:$|[/ A-Z+,:-].*)");
    /** Nobody writes this but as a mark: where it is not understood, it holds the whole. */
    private static final Pattern MEANT = Pattern.compile("(?:[A-Z]{1,4}|UNCLASSIFIED|CONTROLLED)//[^a-z]*|TLP: ?[A-Z+]+");
    /** A banner may be dressed up, and may be introduced. */
    private static final Pattern AROUND_BANNER = Pattern.compile("^[*_#=~<>|`\\s-]+|[*_#=~<>|`\\s-]+$");
    private static final Pattern INTRODUCED = Pattern.compile("(?i)(?:(?:overall|document|report|bulletin)? ?(?:classification|marking|handling(?: instructions| caveats?)?|sensitivity)) ?[:=] ?(.+)");
    private static final Pattern ANY_CASE = Pattern.compile("(?i)(?:UNCLASSIFIED|UNCLASS|CUI|CONTROLLED|CONFIDENTIAL|SECRET|TOP SECRET|U|C|S|TS) ?//.+|TLP:[A-Z+]+");
    private static final int LONGEST_BANNER = 300;

    private final MarkParser parser = new MarkParser();
    private final DesignationBlock designation = new DesignationBlock();

    public List<Portion> scan(String text) {
        List<Portion> portions = new ArrayList<>();
        if (text == null) {
            return portions;
        }
        String view = PlainView.of(text);
        Set<Integer> listLetters = ListLetters.in(view);
        BracketedMark.Seen seen = new BracketedMark.Seen();
        boolean tear = false;
        Matcher line = LINE.matcher(view);
        while (line.find()) {
            String paragraph = line.group();
            String bare = paragraph.length() > LONGEST_BANNER ? "" : Normalizer.characters(paragraph).text();
            Matcher mark = TEAR.matcher(bare);
            if (mark.matches()) {
                tear = opens(mark, tear);
            } else if (!bare.isEmpty() || paragraph.length() > LONGEST_BANNER && !paragraph.isBlank()) {
                portions.add(portion(text.substring(line.start(), line.end()), paragraph, bare, line.start(), tear, listLetters, seen));
            }
        }
        return portions;
    }

    /** What an unmarked portion of this text inherits: banner and marks joined, or the sender's default if there is neither. */
    public static Label inherited(Collection<Portion> portions, Optional<Label> banner, Label byDefault) {
        List<Label> said = new ArrayList<>(banner.stream().toList());
        portions.stream().filter(portion -> portion.speaks() && !portion.held()).map(Portion::own).forEach(said::add);
        return said.isEmpty() ? byDefault : Label.rollUp(said);
    }

    /** The high-water mark of all that the text says of itself; empty if it carries no mark. */
    public Optional<Label> rollUp(String text) {
        List<Label> said = scan(text).stream().filter(Portion::speaks).map(Portion::own).toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(Label.rollUp(said));
    }

    private Portion portion(String written, String paragraph, String bare, int offset, boolean tear, Set<Integer> listLetters, BracketedMark.Seen seen) {
        int end = offset + paragraph.length();
        if (NOTICE.matcher(paragraph).matches()) {
            return new Portion(written, written, Optional.empty(), offset, end, Portion.Kind.NOTICE, Label.PUBLIC, false);
        }
        Optional<Mark> banner = banner(bare);
        if (banner.isPresent()) {
            return new Portion(written, "", banner, offset, end, Portion.Kind.BANNER, Label.PUBLIC, false);
        }
        Matcher lead = LEAD.matcher(paragraph);
        int begin = lead.lookingAt() ? lead.end() : 0;
        Optional<Mark> first = Optional.empty();
        boolean held = false;
        Set<Label> raising = new LinkedHashSet<>();
        int words = begin;
        List<BracketedMark> bracketed = BracketedMark.in(paragraph, seen);
        for (BracketedMark mark : bracketed) {
            boolean atStart = mark.start() == begin && first.isEmpty();
            boolean letter = mark.kind() == BracketedMark.Kind.LETTER;
            if (letter && (listLetters.contains(offset + mark.start()) || !atStart && !afterSentence(paragraph, mark.start()))) {
                continue;
            }
            held |= letter;
            Label label = letter ? Label.unknown("HELD-LETTER") : mark.mark().label();
            if (atStart && mark.kind() != BracketedMark.Kind.QUIET) {
                first = Optional.of(letter ? Mark.of(label, List.of("a lone letter is no full mark")) : mark.mark());
                words = mark.end();
            } else {
                raising.add(label);
            }
        }
        RunningMark.in(paragraph).stream().filter(mark -> bracketed.stream().noneMatch(one -> one.start() <= mark.start() && mark.start() < one.end()))
                .forEach(mark -> raising.add(mark.mark().label()));
        Portion.Kind kind = tear ? Portion.Kind.TEAR : Portion.Kind.BODY;
        return new Portion(written, written.substring(words).strip(), first, offset, end, kind,
                raising.stream().reduce(Label.PUBLIC, Label::join), held);
    }

    /** A line of its own that is nothing but a mark, in capitals; or one of a designation indicator. */
    private Optional<Mark> banner(String bare) {
        Optional<Mark> designated = designation.read(bare);
        if (designated.isPresent()) {
            return designated;
        }
        Matcher introduced = INTRODUCED.matcher(bare);
        String line = AROUND_BANNER.matcher(introduced.matches() ? introduced.group(1) : bare).replaceAll("");
        if (!BANNER.matcher(line).matches() && !ANY_CASE.matcher(line).matches()) {
            return Optional.empty();
        }
        Mark mark = parser.parse(line);
        return mark.label().understood() || MEANT.matcher(line).matches() ? Optional.of(mark) : Optional.empty();
    }

    private static boolean opens(Matcher mark, boolean open) {
        if (mark.group(1) == null && mark.group(2) == null) {
            return !open;
        }
        boolean ends = mark.group(1) != null ? mark.group(1).matches("(?i)END|STOP") : mark.group(2).matches("(?i)ENDS?");
        return !ends;
    }

    private static boolean afterSentence(String paragraph, int at) {
        String before = paragraph.substring(Math.max(0, at - 4), at).strip();
        return !before.isEmpty() && ".!?".indexOf(before.charAt(before.length() - 1)) >= 0;
    }
}
