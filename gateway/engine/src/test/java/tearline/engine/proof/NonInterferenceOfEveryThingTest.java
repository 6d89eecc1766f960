package tearline.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.exchange.Exchange;

/**
 * One thing of a document is changed: a value, its presence, its number, its order, a remark, a paragraph with a mark. Whoever
 * may see the same of both gets the same of both, byte for byte: in every format, under the same name, with the same banner.
 */
class NonInterferenceOfEveryThingTest {

    private static final int TRIES_A_SAMPLE = Integer.getInteger("tearline.proof.tries", 4);
    /** Another start, other variations: a longer search has both. */
    private static final long FIRST = Long.getLong("tearline.proof.first", 0);

    @TempDir static Path folder;
    private final Map<String, Integer> same = new TreeMap<>();

    @Test
    void whoMaySeeTheSameOfTwoDocumentsGetsTheSame() throws Exception {
        var receivers = Receivers.ofEverySort(folder);
        int compared = 0, refused = 0;
        var failures = new ArrayList<String>();
        for (var sample : Receivers.samples()) {
            var bytes = Files.readAllBytes(sample);
            var now = Receivers.sent(bytes);
            var before = new HashMap<String, List<Exchange.Outcome>>();
            for (int turn = 0; turn < TRIES_A_SAMPLE; turn++) {
                long seed = turn + FIRST + 31L * sample.getFileName().toString().hashCode();
                var pair = Variation.of(bytes, seed);
                var after = receivers.send(pair.other(), now);
                if (!before.containsKey(pair.one())) before.put(pair.one(), receivers.send(pair.one(), now).orElseThrow(() -> new AssertionError(sample + " is refused")));
                var first = before.get(pair.one());
                if (after.isEmpty() || after.get().size() != first.size()) {
                    refused++;
                    continue;
                }
                if (mended(first) != mended(after.get())) { // what was made good is written anew: another document to all, whatever they may see
                    refused++;
                    continue;
                }
                for (int part = 0; part < first.size(); part++) compared += compare(sample + " seed " + seed, first.get(part), after.get().get(part), failures);
            }
        }
        System.out.println("non-interference: " + compared + " times a receiver saw the same of two documents that differ and got the same " + same + ", " + refused + " variations were refused or made good");
        assertThat(failures).isEmpty();
        assertThat(same.keySet()).contains("anybody", "civil", "coarse", "hosted", "nobody-named", "police", "summary");
        assertThat(same.get("civil")).isGreaterThan(TRIES_A_SAMPLE);
    }

    private static boolean mended(List<Exchange.Outcome> outcomes) {
        return outcomes.stream().anyMatch(one -> one.plan().marked().incoming().part().mended());
    }

    /** How many receivers could be compared. */
    private int compare(String what, Exchange.Outcome one, Exchange.Outcome other, List<String> failures) {
        var sights = sights(other);
        int compared = 0;
        for (var sight : sights(one).entrySet()) {
            if (!sight.getValue().equals(sights.get(sight.getKey()))) continue;
            compared++;
            var partner = sight.getKey();
            var first = told(one, partner);
            var second = told(other, partner);
            if (first.equals(second)) same.merge(partner, 1, Integer::sum);
            else failures.add(what + ": " + partner + " learns of the difference\n  " + difference(first, second));
        }
        return compared;
    }

    /** What each receiver may see, over all of its views. */
    private static Map<String, String> sights(Exchange.Outcome outcome) {
        var sights = new LinkedHashMap<String, String>();
        for (var group : outcome.plan().views()) {
            var sight = Visible.of(outcome.plan().marked(), group.view());
            for (var entry : group.entries()) sights.merge(entry.partner(), entry.product().format() + "\n" + sight, (a, b) -> a.contains(b) ? a : a + b);
        }
        return sights;
    }

    /** All that reaches a receiver: bytes, names, media types, banner and identifier. */
    private static String told(Exchange.Outcome outcome, String partner) {
        return decided(outcome, partner).map(one -> {
            var told = new StringBuilder(one.decision().outcome() + " " + one.decision().banner() + " " + one.decision().documentId());
            one.decision().products().forEach(product -> told.append('\n').append(product.format()).append(' ').append(product.form()).append(' ').append(product.fileName()).append(' ').append(product.mediaType()).append(' ').append(product.stop()));
            one.bytes().values().forEach(all -> all.forEach(bytes -> told.append('\n').append(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))));
            return told.toString();
        }).orElse("nothing");
    }

    private static Optional<Exchange.Decided> decided(Exchange.Outcome outcome, String partner) {
        return outcome.decided().stream().filter(one -> one.agreement().partner().equals(partner)).findFirst();
    }

    private static String difference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) at++;
        int from = Math.max(0, at - 200);
        return one.substring(from, Math.min(one.length(), at + 120)) + "\n  ---\n  " + other.substring(from, Math.min(other.length(), at + 120));
    }
}
