package tearline.engine.verify;

import com.google.re2j.Pattern;

/** What numbers of persons look like in prose: the last line where a record about persons leaves for a reader who may not know them. */
final class PersonalData {

    private static final Pattern SOCIAL_SECURITY = Pattern.compile("(?:^|[^0-9A-Za-z-])[0-8]\\d{2}[- ]\\d{2}[- ]\\d{4}(?:$|[^0-9-])");
    private static final Pattern BIRTH = Pattern.compile("(?i)\\b(?:dob|d\\.o\\.b\\.|date of birth)[: ]{0,3}(?:was |is )?\\d{1,4}[-/. ]\\d{1,2}[-/. ]\\d{2,4}");
    private static final Pattern VEHICLE = Pattern.compile("\\b[A-HJ-NPR-Z0-9]{17}\\b");
    private static final Pattern PLATE = Pattern.compile("\\b(?i:licen[cs]e plate|plate)(?i: (?:no|number|is|was))?[.:# ]{1,3}[A-Z]{1,4}[ -]?[0-9]{2,5}\\b");
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final int[] LETTERS = {1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9};

    private PersonalData() {}

    /** @param keeps categories whose own numbers may stand there */
    static boolean stands(String text, java.util.Set<String> keeps) {
        int digits = 0, run = 0, longest = 0; // an expression is asked only where it could find something
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (digit) digits++;
            run = digit || c >= 'A' && c <= 'Z' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        if (text.length() < 11 || digits == 0) return false;
        if (digits >= 9 && !keeps.contains("person.identifier") && socialSecurity(text)) return true;
        if (digits >= 4 && !keeps.contains("person.birth") && (contains(text, "dob") || contains(text, "d.o.b") || contains(text, "birth")) && BIRTH.matcher(text).find()) return true;
        return !keeps.contains("item.identifier") && (digits >= 2 && contains(text, "plate") && PLATE.matcher(text).find() || longest >= 17 && vehicle(text));
    }

    private static boolean contains(String text, String word) {
        char first = word.charAt(0);
        for (int i = 0; i <= text.length() - word.length(); i++) if ((text.charAt(i) | 0x20) == first && text.regionMatches(true, i, word, 0, word.length())) return true;
        return false;
    }

    private static boolean socialSecurity(String text) {
        var found = SOCIAL_SECURITY.matcher(text);
        while (found.find()) {
            var digits = found.group().replaceAll("[^0-9]", "");
            if (!digits.startsWith("000") && !digits.startsWith("666") && !digits.startsWith("00", 3) && !digits.endsWith("0000")) return true;
        }
        return false;
    }

    private static boolean vehicle(String text) {
        var found = VEHICLE.matcher(text);
        while (found.find()) {
            var number = found.group();
            int sum = 0, letters = 0;
            for (int i = 0; i < 17; i++) {
                char c = number.charAt(i);
                if (c >= 'A') letters++;
                sum += WEIGHTS[i] * (c >= 'A' ? LETTERS[c - 'A'] : c - '0');
            }
            char check = sum % 11 == 10 ? 'X' : (char) ('0' + sum % 11);
            if (letters > 0 && letters < 17 && number.charAt(8) == check) return true;
        }
        return false;
    }
}
