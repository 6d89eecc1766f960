package tearline.engine.release;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many words in a text at once: four letters in a row are one number, and one bit says whether any word begins with them. Made in the time that it
 * takes to write the words down, where an automaton takes longer to build than the few texts of a record take to be read.
 */
final class Finder {

    private static final int MASK = (1 << 14) - 1;
    private static final int LEAD = 4;

    interface Hit {
        void at(int start, int end, String word);
    }

    private final BitSet leads = new BitSet(MASK + 1);
    private final Map<Integer, List<String>> byLead = new HashMap<>();
    private final List<String> shorter = new ArrayList<>();

    /** Nothing where there is nothing to look for. */
    static Finder of(Collection<String> words) {
        return words.isEmpty() ? null : new Finder(words);
    }

    private Finder(Collection<String> words) {
        for (var word : words) {
            if (word.length() < LEAD) {
                shorter.add(word);
                continue;
            }
            int lead = lead(word, 0);
            leads.set(mixed(lead));
            byLead.computeIfAbsent(lead, any -> new ArrayList<>(2)).add(word);
        }
    }

    /** Every word wherever it stands, also within another; the end is its last letter. */
    void find(String text, Hit hit) {
        for (var word : shorter) for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) hit.at(at, at + word.length() - 1, word);
        for (int at = 0; at + LEAD <= text.length(); at++) {
            int lead = lead(text, at);
            if (!leads.get(mixed(lead))) continue;
            var words = byLead.get(lead);
            if (words != null) for (var word : words) if (text.startsWith(word, at)) hit.at(at, at + word.length() - 1, word);
        }
    }

    private static int lead(String text, int at) {
        return ((text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2)) * 31 + text.charAt(at + 3);
    }

    private static int mixed(int lead) {
        return (lead ^ lead >>> 14) & MASK;
    }
}
