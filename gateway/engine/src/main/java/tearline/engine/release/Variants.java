package tearline.engine.release;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tearline.engine.model.HiddenValue;

/** The ways in which people write hidden values (marking reference §4.4.1), by the form of the text in which each is looked for. */
final class Variants {

    /** Shorter values stand everywhere by chance. */
    private static final int SHORTEST = 4;
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d).*", Pattern.DOTALL);
    private static final Pattern DECIMAL = Pattern.compile("-?(\\d{1,3})\\.(\\d{3,})");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Set<String> PREFIXES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "rev", "hon", "officer", "ofc", "deputy", "sgt", "lt", "capt", "det");
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "esq", "md", "phd");
    private static final Set<String> PARTICLES = Set.of("van", "von", "de", "del", "della", "der", "den", "la", "le", "da", "di", "dos", "el", "al", "bin", "ibn", "st", "mac", "mc", "o");
    private static final List<String> STREET_TYPES = List.of("st", "ave", "rd", "blvd", "ln", "dr", "ct", "hwy", "pl", "ter", "pkwy", "sq", "cir", "trl", "way", "aly");
    private static final List<DateTimeFormatter> DATES = formats("yyyy MM dd", "MM dd yyyy", "M d yyyy", "dd MM yyyy", "d M yyyy", "MM dd yy", "M d yy", "MMMM d yyyy", "MMM d yyyy", "d MMMM yyyy", "d MMM yyyy", "ddMMMyyyy", "yyyyMMdd", "MMddyyyy");

    private static final List<DateTimeFormatter> MONTHS = formats("MMMM", "MMM");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final Pattern DAY = Pattern.compile("(?:19|20)\\d{6}");

    final Set<String> words = new HashSet<>();
    final Set<String> packed = new HashSet<>();
    final Set<String> confusable = new HashSet<>();
    final Set<String> streets = new HashSet<>();
    int skipped;

    /** What may stand, because the view sees it elsewhere: a variant is not looked for where it is part of that, a value where it is all of that. */
    private final Set<String> shown;
    private final String allShown;

    Variants(Iterable<HiddenValue> values, Set<String> shown) {
        this.shown = shown.stream().map(FoldedText::words).collect(Collectors.toSet());
        this.allShown = this.shown.stream().collect(Collectors.joining(" | ", " ", " "));
        for (var one : values) add(one);
    }

    private void add(HiddenValue hidden) {
        var value = FoldedText.words(hidden.value());
        switch (hidden.kind()) {
            case NAME -> name(hidden.value(), value);
            case GIVEN, SURNAME -> {
                alone(value);
                if (value.contains(" ")) for (var part : value.split(" ")) variant(part);
            }
            case BIRTH -> birth(hidden.value(), value);
            case PHONE -> phone(value);
            case EMAIL -> email(hidden.value(), value);
            case NUMBER -> number(value);
            case STREET -> street(value);
            case STREET_NAME -> streetName(value);
            case POSITION -> position(hidden.value(), value);
            case LINK -> link(hidden.value(), value);
            case OTHER -> other(value);
        }
    }

    private void other(String value) {
        if (YEAR.matcher(value).matches()) skipped++;
        else alone(value);
        pack(value);
    }

    /** Alone, between blanks; counted where it is too short or too common. */
    private void alone(String value) {
        if (shown.contains(value)) return;
        if (length(value) < SHORTEST || Words.isCommon(value)) skipped++;
        else words.add(" " + value + " ");
    }

    /** What we made of a value ourselves yields to what the view sees anyway; whether it is looked for. */
    private boolean variant(String value) {
        boolean sought = length(value) >= SHORTEST && !Words.isCommon(value) && !allShown.contains(" " + value + " ");
        if (sought) words.add(" " + value + " ");
        return sought;
    }

    /** An ideograph says as much as two letters. */
    private static int length(String value) {
        return value.length() + (int) value.codePoints().filter(Character::isIdeographic).count();
    }

    private void pack(String value) {
        var joined = value.replace(" ", "");
        if (joined.isEmpty() || joined.chars().allMatch(c -> c == joined.charAt(0))) return;
        // digits alone meet by chance in times and coordinates, where they are few
        boolean number = joined.chars().anyMatch(Character::isDigit) && joined.length() >= (joined.chars().allMatch(Character::isDigit) ? 7 : 5) && !DAY.matcher(joined).matches();
        if (number || value.contains(" ") && joined.length() >= 8 && joined.chars().anyMatch(Character::isLetter)) packed.add(joined);
    }

    private void name(String written, String value) {
        alone(value);
        pack(value);
        var parts = new ArrayList<>(Arrays.asList(value.split(" ")));
        parts.removeIf(SUFFIXES::contains);
        while (parts.size() > 1 && PREFIXES.contains(parts.get(0))) parts.remove(0);
        if (parts.size() < 2) return;
        if (written.indexOf(',') > 0) { // Exemplar, Morgan Q.
            int surname = FoldedText.words(written.substring(0, written.indexOf(','))).split(" ").length;
            java.util.Collections.rotate(parts, -Math.min(surname, parts.size()));
        }
        int from = parts.size() - 1;
        while (from > 1 && PARTICLES.contains(parts.get(from - 1))) from--;
        surname(String.join(" ", parts.subList(from, parts.size())), parts.subList(0, from));
    }

    /** Where a surname is looked for alone, whoever bears it is found with it. */
    private void surname(String surname, List<String> given) {
        var first = given.get(0);
        boolean alone = variant(surname);
        var called = new HashSet<>(Words.nicknames(first));
        called.add(first);
        called.add(first.substring(0, first.offsetByCodePoints(0, 1)));
        for (var one : called) {
            both(one, surname, alone);
            if (given.size() > 1) both(one + " " + given.get(1).substring(0, given.get(1).offsetByCodePoints(0, 1)), surname, alone);
        }
        if (given.size() > 1) both(String.join(" ", given), surname, alone);
        if (!alone) for (var title : PREFIXES) words.add(" " + title + " " + surname + " ");
        if (surname.contains(" ")) for (var part : surname.split(" ")) if (!PARTICLES.contains(part)) variant(part);
        if (!variant(first) && first.length() >= SHORTEST) words.add(" " + first + " " + surname.charAt(0) + " ");
    }

    private void both(String given, String surname, boolean alone) {
        for (var one : List.of(given + " " + surname, surname + " " + given)) {
            if (shown.contains(one)) continue;
            if (!alone) words.add(" " + one + " ");
            if (given.length() > 3) pack(one);
        }
    }

    private void birth(String written, String value) {
        alone(value);
        var date = DATE.matcher(written.strip());
        if (!date.matches()) return;
        try {
            var day = LocalDate.of(Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
            for (var form : DATES) words.add(" " + form.format(day).toLowerCase(Locale.ROOT) + " ");
            for (var month : MONTHS) {
                var name = month.format(day).toLowerCase(Locale.ROOT);
                for (var ending : List.of("st", "nd", "rd", "th")) {
                    words.add(" " + name + " " + day.getDayOfMonth() + ending + " " + day.getYear() + " ");
                    words.add(" " + day.getDayOfMonth() + ending + " of " + name + " " + day.getYear() + " ");
                    words.add(" " + day.getDayOfMonth() + ending + " " + name + " " + day.getYear() + " ");
                }
            }
        } catch (java.time.DateTimeException e) {
            skipped++; // no day of any calendar: only looked for as it stands
        }
    }

    private void phone(String value) {
        var digits = NO_DIGIT.matcher(value).replaceAll("");
        if (digits.length() < 7) {
            other(value);
            return;
        }
        packed.add(digits);
        packed.add(digits.substring(digits.length() - 7));
        if (digits.length() > 10) packed.add(digits.substring(digits.length() - 10));
    }

    private void email(String written, String value) {
        other(value);
        int at = written.indexOf('@');
        if (at < 1) return;
        var local = FoldedText.words(written.substring(0, at).replaceFirst("\\+.*", ""));
        variant(local);
        pack(local);
    }

    private void number(String value) {
        if (YEAR.matcher(value).matches()) {
            skipped++;
            return;
        }
        alone(value);
        pack(value);
        var joined = value.replace(" ", "");
        boolean mixed = joined.chars().anyMatch(Character::isDigit) && joined.chars().anyMatch(Character::isLetter);
        if (mixed && joined.length() >= 5) confusable.add(FoldedText.confusable(joined));
        var digits = NO_DIGIT.matcher(joined).replaceAll("");
        if (digits.length() >= 7 && digits.chars().anyMatch(c -> c != digits.charAt(0))) packed.add(digits);
    }

    private void street(String value) {
        var folded = FoldedText.streets(value);
        if (length(folded) < SHORTEST || shown.contains(value)) return;
        streets.add(" " + folded + " ");
        var parts = new ArrayList<>(Arrays.asList(folded.split(" ")));
        if (parts.size() < 3 || !parts.get(0).matches("\\d.*")) return;
        streets.add(" " + String.join(" ", parts.subList(0, parts.size() - 1)) + " ");   // 1200 reservoir
        streets.add(" " + String.join(" ", parts.subList(1, parts.size())) + " ");       // reservoir ln
        if (parts.get(1).matches("[nsew]{1,2}") && parts.size() > 3) {
            streets.add(" " + parts.get(0) + " " + String.join(" ", parts.subList(2, parts.size())) + " ");
            streets.add(" " + String.join(" ", parts.subList(2, parts.size())) + " ");
        }
    }

    /** A name such as Main or Reservoir is a street only beside a word that says so. */
    private void streetName(String value) {
        var folded = FoldedText.streets(value);
        if (folded.isEmpty() || shown.contains(value)) return;
        if (folded.contains(" ") || length(folded) >= SHORTEST && !Words.isCommon(folded) && folded.chars().anyMatch(Character::isDigit)) streets.add(" " + folded + " ");
        for (var type : STREET_TYPES) streets.add(" " + folded + " " + type + " ");
    }

    private void position(String written, String value) {
        if (value.replace(" ", "").length() >= 6) packed.add(value.replace(" ", ""));
        var numbers = DECIMAL.matcher(written);
        while (numbers.find()) {
            for (int places = 3; places <= numbers.group(2).length(); places++) words.add(" " + Integer.parseInt(numbers.group(1)) + " " + numbers.group(2).substring(0, places) + " ");
            for (int places = 3; places < numbers.group(2).length() && places < 9; places++) {
                var rounded = new java.math.BigDecimal(numbers.group(1) + "." + numbers.group(2)).setScale(places, java.math.RoundingMode.HALF_UP).toPlainString();
                words.add(" " + rounded.replace('.', ' ') + " ");
            }
        }
    }

    private void link(String written, String value) {
        other(value);
        var path = written.replaceFirst("[?#].*", "");
        var last = FoldedText.words(path.substring(path.lastIndexOf('/') + 1));
        if (last.matches(".*\\d.*") || last.contains(" ")) variant(last);
        var host = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://([^/?#]+)").matcher(written.strip());
        if (host.find()) variant(FoldedText.words(host.group(1)));
    }

    private static List<DateTimeFormatter> formats(String... patterns) {
        return Arrays.stream(patterns).map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.US)).toList();
    }
}
