package tearline.engine.marking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
    /** What ends a paragraph where a text is HTML: the tags of blocks, and a line break. */
    private static final Pattern BLOCK = Pattern.compile("(?i)</?(?:p|div|br|hr|li|ul|ol|dl|dt|dd|h[1-6]|table|tbody|thead|tr|td|th|blockquote|pre|section|article|header|footer)(?:[\\s/][^<>]*)?>");
    /** Tags inside a line, and what Markdown makes bold or a heading with. */
    private static final String DRESS = "(?:<[/a-zA-Z][^<>]*>|[*_]{1,3}(?=[(\\[<*_])|[\\s\\p{Z}\\p{Cf}])*+";
    private static final Pattern LEAD = Pattern.compile(
            DRESS + "(?:#{1,6}(?=\\s)|>{1,3}|[-*\\u2022\\u2013\\u2014\\u25AA\\u25CF]|\\d{1,3}[.)]|[a-zA-Z][.)])?+" + DRESS + "(?:(?i:SUBJECT|TITLE|HEADLINE)[\\s\\p{Z}]*+:)?+" + DRESS);
    private static final Pattern TEAR = Pattern.compile(
            "(?i)[\\s\\-=_*~<>]*+(?:(BEGIN|END) (?:OF )?)?TEAR[ -]?LINE(?: (BEGINS?|ENDS?))?:?[\\s\\-=_*~<>]*+");
    private static final Pattern NOTICE = Pattern.compile(
            "(?is)(?:warning: *)?(?:law enforcement sensitive|for official use only|sensitive security information|protected critical infrastructure information|this record contains|this document contains).{0,120}?"
                    + "(?:information marked|record contains|document contains|information contained|is the property of|exempt from|controlled under).*");
    private static final Pattern BANNER = Pattern.compile(
            "(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP SECRET|CUI|CONTROLLED(?=/)|FOUO|LES|U(?=/)|C(?=//)|S(?=//)|TS(?=//)|TLP:|FOR OFFICIAL USE ONLY|LAW ENFORCEMENT SENSITIVE|SENSITIVE SECURITY INFORMATION)(?:$|[/ A-Z+,:-].*)");
    /** Nobody writes this but as a mark: where it is not understood, it holds the whole. */
    private static final Pattern MEANT = Pattern.compile("(?:[A-Z]{1,4}|UNCLASSIFIED|CONTROLLED)//[^a-z]*|TLP: ?[A-Z+]+");
    private static final int LONGEST_BANNER = 300;

    private final MarkParser parser = new MarkParser();
    private final DesignationBlock designation = new DesignationBlock();

    public List<Portion> scan(String text) {
        List<Portion> portions = new ArrayList<>();
        if (text == null) {
            return portions;
        }
        Set<Integer> listLetters = ListLetters.in(text);
        BracketedMark.Seen seen = new BracketedMark.Seen();
        boolean tear = false;
        Matcher line = LINE.matcher(withoutBlocks(text));
        while (line.find()) {
            String paragraph = line.group();
            String bare = paragraph.length() > LONGEST_BANNER ? "" : Normalizer.characters(paragraph).text();
            Matcher mark = TEAR.matcher(bare);
            if (mark.matches()) {
                tear = opens(mark, tear);
            } else if (!bare.isEmpty() || paragraph.length() > LONGEST_BANNER && !paragraph.isBlank()) {
                portions.add(portion(paragraph, bare, line.start(), tear, listLetters, seen));
            }
        }
        return portions;
    }

    /** The same text, as long as before, in which every block of HTML stands on lines of its own. */
    private static String withoutBlocks(String text) {
        return text.indexOf('<') < 0 ? text : BLOCK.matcher(text).replaceAll(tag -> "\n".repeat(tag.group().length()));
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

    private Portion portion(String paragraph, String bare, int offset, boolean tear, Set<Integer> listLetters, BracketedMark.Seen seen) {
        int end = offset + paragraph.length();
        if (NOTICE.matcher(paragraph).matches()) {
            return new Portion(paragraph, paragraph, Optional.empty(), offset, end, Portion.Kind.NOTICE, Label.PUBLIC, false);
        }
        Optional<Mark> banner = banner(bare);
        if (banner.isPresent()) {
            return new Portion(paragraph, "", banner, offset, end, Portion.Kind.BANNER, Label.PUBLIC, false);
        }
        Matcher lead = LEAD.matcher(paragraph);
        int begin = lead.lookingAt() ? lead.end() : 0;
        Optional<Mark> first = Optional.empty();
        boolean held = false;
        Set<Label> raising = new LinkedHashSet<>();
        int words = begin;
        for (BracketedMark mark : BracketedMark.in(paragraph, seen)) {
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
        Portion.Kind kind = tear ? Portion.Kind.TEAR : Portion.Kind.BODY;
        return new Portion(paragraph, paragraph.substring(words).strip(), first, offset, end, kind,
                raising.stream().reduce(Label.PUBLIC, Label::join), held);
    }

    /** A line of its own that is nothing but a mark, in capitals; or one of a designation indicator. */
    private Optional<Mark> banner(String bare) {
        Optional<Mark> designated = designation.read(bare);
        if (designated.isPresent()) {
            return designated;
        }
        if (!BANNER.matcher(bare).matches()) {
            return Optional.empty();
        }
        Mark mark = parser.parse(bare);
        return mark.label().understood() || MEANT.matcher(bare).matches() ? Optional.of(mark) : Optional.empty();
    }

    private static boolean opens(Matcher mark, boolean open) {
        if (mark.group(1) == null && mark.group(2) == null) {
            return !open;
        }
        return "BEGIN".equalsIgnoreCase(mark.group(1)) || mark.group(2) != null && mark.group(2).toUpperCase(Locale.ROOT).startsWith("BEGIN");
    }

    private static boolean afterSentence(String paragraph, int at) {
        String before = paragraph.substring(Math.max(0, at - 4), at).strip();
        return !before.isEmpty() && ".!?".indexOf(before.charAt(before.length() - 1)) >= 0;
    }
}
