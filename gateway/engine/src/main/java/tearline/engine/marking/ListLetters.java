package tearline.engine.marking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the letters (A) (B) (C) that count a list, so that its C is no classification. */
final class ListLetters {

    private static final Pattern LETTER = Pattern.compile("\\(([A-Z])\\)");

    private ListLetters() {
    }

    /** The offsets of bracketed letters that stand in a run: after their predecessor or before their successor. */
    static Set<Integer> in(String text) {
        List<Integer> at = new ArrayList<>();
        List<Character> letters = new ArrayList<>();
        Matcher matcher = LETTER.matcher(text);
        while (matcher.find()) {
            at.add(matcher.start());
            letters.add(matcher.group(1).charAt(0));
        }
        Set<Integer> inRun = new HashSet<>();
        for (int i = 1; i < at.size(); i++) {
            if (letters.get(i) - letters.get(i - 1) == 1) {
                inRun.add(at.get(i - 1));
                inRun.add(at.get(i));
            }
        }
        return inRun;
    }
}
