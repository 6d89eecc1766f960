package tearline.engine.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The dated word lists of the sweep: short forms of given names, words of addresses, words too common to be looked for alone. */
final class Words {

    private static final Map<String, Set<String>> SHORT = groups();
    private static final Set<String> COMMON = common();

    private Words() {}

    /** What else people with this given name are called. */
    static Set<String> nicknames(String given) {
        return SHORT.getOrDefault(given, Set.of());
    }

    /** Alone it would be found everywhere, and point to nobody. */
    static boolean isCommon(String word) {
        return COMMON.contains(word);
    }

    /** A list of 'word short' lines, where several words may share the short form. */
    static Map<String, String> pairs(String list) {
        var pairs = new HashMap<String, String>();
        for (var line : lines(list)) {
            var words = line.split("\\s+");
            for (int i = 1; i < words.length; i++) pairs.put(words[i], words[0]);
        }
        return pairs;
    }

    /** Whoever bears one name of a line may be called by any other. */
    private static Map<String, Set<String>> groups() {
        var groups = new HashMap<String, Set<String>>();
        for (var line : lines("nicknames")) {
            var names = line.split("\\s+");
            for (int i = 0; i < names.length; i++) {
                var others = groups.computeIfAbsent(names[i], any -> new TreeSet<>());
                if (i == 0) others.addAll(List.of(names)); // a formal name has all of them
                else others.add(names[0]);                // a nickname may stand for several formal ones
                others.remove(names[i]);
            }
        }
        return groups;
    }

    private static Set<String> common() {
        var words = new HashSet<String>();
        for (var line : lines("common-words")) words.addAll(List.of(line.split("\\s+")));
        return words;
    }

    private static Iterable<String> lines(String list) {
        try (var in = Words.class.getResourceAsStream("/tearline/engine/words/" + list + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
