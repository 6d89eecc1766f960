package tearline.engine.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The right name that a wrong one was probably meant to be. */
final class Nearest {

    /** Longer lists help nobody. */
    private static final int LISTED = 12;

    private Nearest() { }

    /** "Nearest: X." or, where nothing is near, what there is. */
    static String advice(String wrong, Collection<String> right) {
        return find(wrong, right).map(name -> "Nearest: " + name + ".").orElseGet(() -> listed(right));
    }

    private static String listed(Collection<String> right) {
        if (right.isEmpty()) return "There is none.";
        if (right.size() > LISTED) return "None of the " + right.size() + " known names is near.";
        return "Known: " + right.stream().sorted().collect(Collectors.joining(", ")) + ".";
    }

    static Optional<String> find(String wrong, Collection<String> right) {
        int far = Math.max(2, wrong.length() / 3);
        // A name cut short, such as one without its version, is further away than many a wrong one.
        var longer = right.stream().filter(name -> wrong.length() > 2 && name.startsWith(wrong + "-")).max(Comparator.naturalOrder());
        if (longer.isPresent()) return longer;
        return right.stream()
            .filter(name -> distance(wrong, name) <= far && distance(wrong, name) < Math.max(wrong.length(), name.length()))
            .min(Comparator.comparingInt((String name) -> distance(wrong, name)).thenComparing(Comparator.naturalOrder()));
    }

    /** Insertions, deletions, replacements and swaps of neighbours, whatever the case. */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
