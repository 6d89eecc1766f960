package tearline.engine.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tearline.engine.model.HiddenValue;

/** How hidden values may be written, looked up by their first word. Its own rules, not the sweep's: one is to find what the other overlooks. */
final class Spellings {

    private static final int SHORTEST = 4;
    private static final Map<String, List<String>> NICKNAMES = new HashMap<>();
    private static final Set<String> COMMON = new HashSet<>();
    private static final Map<String, String> STREETS = new HashMap<>();
    private static final Map<String, List<String>> LONG = new HashMap<>();
    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
    private static final Pattern DAY = Pattern.compile("(?:19|20)[0-9]{6}");
    private static final String[] MONTHS = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};

    static {
        each("nicknames", names -> {
            for (var name : names) for (var other : names) if (!name.equals(other) && (name.equals(names[0]) || other.equals(names[0]))) NICKNAMES.computeIfAbsent(name, any -> new ArrayList<>()).add(other);
        });
        each("common-words", words -> COMMON.addAll(List.of(words)));
        each("streets", words -> { for (int i = 1; i < words.length; i++) STREETS.put(words[i], words[0]); });
        STREETS.forEach((written, word) -> LONG.computeIfAbsent(word, any -> new ArrayList<>(List.of(word))).add(written));
    }

    /** Sequences of words, by the first. */
    final Map<String, List<String[]>> sequences = new HashMap<>();
    /** Written as one or with blanks anywhere, by their first two characters. */
    final Map<String, Set<String>> joined = new HashMap<>();
    int skipped;
    private final Set<String> shown = new HashSet<>();
    private final String allShown;

    Spellings(Bounds bounds) {
        var all = new StringBuilder(" | ");
        for (var one : bounds.shown()) {
            var words = Folding.words(one);
            if (shown.add(words)) all.append(words).append(" | ");
        }
        allShown = all.toString();
        for (var one : bounds.hidden()) {
            var words = Folding.words(one.value());
            if (words.isEmpty() || shown.contains(words)) continue;
            spell(one, words);
        }
    }

    private void spell(HiddenValue hidden, String words) {
        switch (hidden.kind()) {
            case NAME -> {
                whole(words);
                person(hidden.value(), words);
            }
            case BIRTH -> {
                whole(words);
                birth(words);
            }
            case PHONE -> {
                var digits = words.replaceAll("[^0-9]", "");
                if (digits.length() < 7) whole(words);
                else for (int last : new int[] {digits.length(), 10, 7}) if (digits.length() >= last) join(digits.substring(digits.length() - last));
            }
            case EMAIL -> {
                whole(words);
                int at = hidden.value().indexOf('@');
                if (at > 0) derived(Folding.words(hidden.value().substring(0, at)));
            }
            case STREET -> street(words);
            case STREET_NAME -> { for (var type : List.of("st", "ave", "rd", "ln", "dr", "blvd", "ct", "hwy", "way", "pl")) sequence(streets(words) + " " + type); }
            case POSITION -> join(words.replace(" ", ""), 8);
            default -> whole(words);
        }
    }

    static String streets(String words) {
        var folded = new StringBuilder();
        for (var word : words.split(" ")) folded.append(folded.isEmpty() ? "" : " ").append(STREETS.getOrDefault(word, word));
        return folded.toString();
    }

    /** The words that stand for one, itself among them. */
    static List<String> written(String word) {
        return LONG.getOrDefault(word, List.of(word));
    }

    static String street(String word, boolean any) {
        return any ? STREETS.getOrDefault(word, word) : word;
    }

    private void whole(String words) {
        boolean year = YEAR.matcher(words).matches();
        if (length(words) < SHORTEST || COMMON.contains(words) || year) skipped++;
        else sequence(words);
        var packed = words.replace(" ", "");
        if (packed.chars().allMatch(c -> c == packed.charAt(0))) return;
        boolean number = packed.length() >= (packed.chars().allMatch(Character::isDigit) ? 7 : 6) && packed.chars().filter(Character::isDigit).count() >= 4 && !DAY.matcher(packed).matches();
        if (number || words.contains(" ") && packed.length() >= 8 && packed.chars().anyMatch(Character::isLetter)) join(packed);
    }

    private void person(String written, String words) {
        var parts = new ArrayList<>(List.of(words.split(" ")));
        parts.removeIf(Set.of("jr", "sr", "ii", "iii", "iv", "mr", "mrs", "ms", "dr")::contains);
        if (parts.size() < 2) return;
        if (written.contains(",") && Folding.words(written.substring(0, written.indexOf(','))).indexOf(' ') < 0) parts.add(parts.remove(0));
        var given = parts.get(0);
        var surname = parts.get(parts.size() - 1);
        var called = new ArrayList<>(NICKNAMES.getOrDefault(given, List.of()));
        called.add(given);
        called.add(given.substring(0, given.offsetByCodePoints(0, 1)));
        for (var one : called) {
            sequence(one + " " + surname);
            sequence(surname + " " + one);
        }
        derived(surname);
    }

    private void birth(String words) {
        var parts = words.split(" ");
        if (parts.length < 3 || !parts[0].matches("[0-9]{4}") || !parts[1].matches("0[1-9]|1[0-2]") || !parts[2].matches("[0-9]{2}.*")) return;
        int month = Integer.parseInt(parts[1]), day = Integer.parseInt(parts[2].substring(0, 2));
        var dd = parts[2].substring(0, 2);
        for (var year : List.of(parts[0], parts[0].substring(2))) {
            sequence(parts[1] + " " + dd + " " + year);
            sequence(month + " " + day + " " + year);
        }
        for (var name : List.of(MONTHS[month - 1], MONTHS[month - 1].substring(0, 3))) {
            sequence(name + " " + day + " " + parts[0]);
            sequence(day + " " + name + " " + parts[0]);
        }
        sequence(dd + " " + parts[1] + " " + parts[0]);
        sequence(parts[0] + " " + parts[1] + " " + dd);
    }

    private void street(String words) {
        var folded = streets(words);
        if (length(folded) >= SHORTEST) sequence(folded);
    }

    /** What was made of a value yields to what the reader sees anyway. */
    private void derived(String words) {
        if (length(words) >= SHORTEST && !COMMON.contains(words) && !allShown.contains(" " + words + " ")) sequence(words);
    }

    private void sequence(String words) {
        if (shown.contains(words)) return;
        var parts = words.split(" ");
        sequences.computeIfAbsent(parts[0], any -> new ArrayList<>()).add(parts);
    }

    private void join(String packed) {
        join(packed, 4);
    }

    private void join(String packed, int least) {
        if (packed.length() >= least) joined.computeIfAbsent(packed.substring(0, 2), any -> new HashSet<>()).add(packed);
    }

    private static int length(String words) {
        return words.length() + (int) words.codePoints().filter(Character::isIdeographic).count();
    }

    private static void each(String list, java.util.function.Consumer<String[]> line) {
        try (var lines = new BufferedReader(new InputStreamReader(Spellings.class.getResourceAsStream("/tearline/engine/words/" + list + ".txt"), StandardCharsets.UTF_8))) {
            lines.lines().filter(one -> !one.isBlank() && one.charAt(0) != '#').forEach(one -> line.accept(one.trim().split(" +")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
