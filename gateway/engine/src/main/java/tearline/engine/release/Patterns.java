package tearline.engine.release;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tearline.engine.marking.Label;
import tearline.engine.marking.Level;

/**
 * The second line behind the values themselves (marking reference §4.4.2): what a number or date of a person looks like, for views that
 * do not get such things. Linear in the length of the text. What its sender published is never touched.
 */
final class Patterns {

    /** What a pattern stands for. A LOOSE one also fits what belongs to nobody, and is for records that speak of persons. */
    enum Kind {
        SSN("person.identifier", false), DOB("person.birth", false), LICENCE("person.identifier", false), VIN("item.identifier", false), PLATE("item.identifier", false),
        PHONE("person.contact", true), EMAIL("person.contact", true), COORDINATES("place.exact", true);

        private final String category;
        private final boolean loose;

        Kind(String category, boolean loose) {
            this.category = category;
            this.loose = loose;
        }
    }

    /** Those that patterns stand for. */
    static final Set<String> CATEGORIES = Set.of("person.identifier", "person.birth", "item.identifier", "person.contact", "place.exact");

    record Found(int start, int end) {}

    /** Where an alert says how to reach its issuer, a number to call is what it is for. */
    private static final Set<String> REACHABLE = Set.of("instruction", "contact", "desk", "source.identity", "link");
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final Map<Kind, List<Pattern>> SHAPES = new EnumMap<>(Kind.class);

    static {
        SHAPES.put(Kind.SSN, List.of(shape("(?:^|[^0-9A-Za-z-])(\\d{3}([- .\\x{2010}-\\x{2015}])\\d{2}[- .\\x{2010}-\\x{2015}]\\d{4})(?:$|[^0-9-])"), shape("(?i)\\b(?:ssn|soc(?:ial)?\\.? ?sec(?:urity)?)[^0-9\\n]{0,20}(\\d{3}[- ]?\\d{2}[- ]?\\d{4})\\b")));
        SHAPES.put(Kind.DOB, List.of(shape("(?i)\\b(?:dob|d\\.o\\.b\\.?|born|birth ?date|date of birth)\\b.{0,12}?(\\d{1,4}[-/. ]\\d{1,2}[-/. ]\\d{2,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{2,4}|\\d{1,2} ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? ?\\d{2,4})")));
        SHAPES.put(Kind.LICENCE, List.of(shape("(?i)\\b(?:driver'?s? licen[cs]e|licen[cs]e no\\.?|OLN|D\\.?L\\.? ?(?:no\\.?|number|#)|state id|passport)[^A-Za-z0-9\\n]{0,4}(?:(?:no|number|num|is)\\b\\.?[^A-Za-z0-9\\n]{0,4})?([A-Z]{0,3}[0-9][A-Z0-9-]{4,18})\\b")));
        SHAPES.put(Kind.VIN, List.of(shape("\\b([A-HJ-NPR-Za-hj-npr-z0-9]{17})\\b")));
        SHAPES.put(Kind.PLATE, List.of(shape("(?i)\\b(?:licen[cs]e plate|plate|tag|lic|LP|reg(?:istration)?)\\b(?: (?:no|number|is|was|read|reading))?[.:# ]{0,3}((?-i)[A-Z0-9][A-Z0-9 -]{2,6}[A-Z0-9])\\b")));
        SHAPES.put(Kind.PHONE, List.of(shape("(?:^|[^0-9A-Za-z.-])((?:\\+?1[-. ]?)?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[-. ])[2-9]\\d{2}[-. ]\\d{4})(?:$|[^0-9-])"), shape("(?:^|[^0-9A-Za-z])(\\+[1-9](?:[-. ]?\\(?\\d{1,4}\\)?){2,5})(?:$|[^0-9])")));
        SHAPES.put(Kind.EMAIL, List.of(shape("([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+)")));
        SHAPES.put(Kind.COORDINATES, List.of(shape("(?:^|[^0-9.])([-+]?\\d{1,2}\\.\\d{3,}\\x{00B0}? ?[NSns]?[,; /]{1,3}[-+]?\\d{1,3}\\.\\d{3,}\\x{00B0}? ?[EWew]?)"), shape("(\\d{1,3} ?\\x{00B0} ?\\d{1,2} ?['\\x{2032}\\x{2019}] ?(?:\\d{1,2}(?:\\.\\d+)? ?[\"\\x{2033}\\x{201D}] ?)?[NSEW])"),
                shape("\\b(\\d{1,2}[C-HJ-NP-X] ?[A-HJ-NP-Z]{2} ?\\d{2,5} ?\\d{2,5})\\b")));
    }

    private final Set<Kind> kinds;
    private final Map<String, Set<Kind>> fits = new HashMap<>();

    private Patterns(Set<Kind> kinds) {
        this.kinds = kinds;
    }

    static Patterns none() {
        return new Patterns(Set.of());
    }

    /**
     * @param unseen  categories that the view does not get as they are
     * @param persons whether the record speaks of persons that somebody has to be kept from
     */
    static Patterns forViewWithout(Set<String> unseen, boolean persons) {
        var kinds = EnumSet.noneOf(Kind.class);
        for (var kind : Kind.values()) if (unseen.contains(kind.category) && (persons || !kind.loose)) kinds.add(kind);
        return new Patterns(kinds);
    }

    /** Those that are looked for in a field of this category with this label. */
    Set<Kind> fit(String category, Label label) {
        return kinds.isEmpty() || label.level() == Level.PUBLIC ? Set.of() : fits.computeIfAbsent(category, this::fit);
    }

    private Set<Kind> fit(String category) {
        var fit = EnumSet.copyOf(kinds);
        if (REACHABLE.contains(category)) fit.removeIf(kind -> kind.category.equals("person.contact"));
        if (category.startsWith("place.") || category.equals("time")) fit.remove(Kind.COORDINATES);
        fit.removeIf(kind -> kind.category.equals(category));
        return fit;
    }

    static List<Found> find(String text, Collection<Kind> kinds) {
        var found = new ArrayList<Found>();
        int digits = 0, capitals = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') digits++;
            else if (c >= 'A' && c <= 'Z') capitals++;
        }
        if (digits == 0 && text.indexOf('@') < 0) return found;
        var small = text.toLowerCase(java.util.Locale.ROOT);
        for (var kind : kinds) {
            if (!mayStand(kind, small, digits, capitals)) continue;
            for (var shape : SHAPES.get(kind)) {
                var matcher = shape.matcher(text);
                for (int from = 0; from < text.length() && matcher.find(from); from = Math.max(matcher.end(1), matcher.start() + 1)) {
                    if (holds(kind, matcher)) found.add(new Found(matcher.start(1), matcher.end(1)));
                }
            }
        }
        return found;
    }

    /** What each shape needs at least: an expression costs more than all else, and most texts hold none of it. */
    private static boolean mayStand(Kind kind, String small, int digits, int capitals) {
        return switch (kind) {
            case SSN -> digits >= 9;
            case DOB -> digits >= 3 && holdsOne(small, "dob", "d.o.b", "born", "birth");
            case LICENCE -> digits >= 2 && holdsOne(small, "licen", "oln", "dl", "d.l", "state id", "passport");
            case VIN -> digits >= 1 && small.length() >= 17;
            case PLATE -> digits >= 1 && holdsOne(small, "plate", "tag", "lic", "lp", "reg");
            case PHONE -> digits >= 10 || digits >= 3 && small.indexOf('+') >= 0;
            case EMAIL -> small.indexOf('@') >= 0;
            case COORDINATES -> digits >= 8 || small.indexOf('\u00B0') >= 0 || digits >= 5 && capitals >= 3;
        };
    }

    private static boolean holdsOne(String small, String... words) {
        for (var word : words) if (small.contains(word)) return true;
        return false;
    }

    /** What RE2 cannot say: it has no look-around and cannot count. */
    private static boolean holds(Kind kind, Matcher matcher) {
        var text = matcher.group(1);
        return switch (kind) {
            case SSN -> isSsn(text.replaceAll("\\D", ""));
            case VIN -> isVin(text.toUpperCase(java.util.Locale.ROOT));
            case PLATE -> text.chars().anyMatch(Character::isDigit);
            case LICENCE -> text.chars().filter(Character::isDigit).count() >= 4;
            default -> true;
        };
    }

    private static boolean isSsn(String digits) {
        return !digits.startsWith("000") && !digits.startsWith("666") && digits.charAt(0) != '9' && !digits.startsWith("00", 3) && !digits.endsWith("0000");
    }

    /** 49 CFR 565.15: the ninth character checks the others. */
    private static boolean isVin(String vin) {
        if (vin.chars().noneMatch(Character::isDigit) || vin.chars().noneMatch(Character::isLetter)) return false;
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += value(vin.charAt(i)) * WEIGHTS[i];
        return vin.charAt(8) == "0123456789X".charAt(sum % 11);
    }

    private static int value(char c) {
        return "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ".indexOf(c) % 10;
    }

    private static Pattern shape(String regex) {
        return Pattern.compile(regex);
    }
}
