package tearline.engine.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tearline.engine.marking.Label;
import tearline.engine.marking.PortionScanner;
import tearline.engine.model.HiddenValue;

/** Looks for hidden values in text that stays, as people write them and as machines encode them. The sentence goes, not the word. */
final class Sweep {

    private static final Pattern MARK = Pattern.compile("\\s*+(?:[-*\\u2022\\u2013\\u2014]|\\d{1,3}[.)]|[a-z][.)])?+\\s*+[(\\[][A-Z][A-Z0-9 /,:+-]{0,200}[)\\]]\\s*+");
    private final PortionScanner scanner = new PortionScanner();
    private final Finder words;
    private final Finder packed;
    private final Finder confusable;
    private final Finder streets;
    private final Patterns patterns;
    private final int skipped;

    /** @param shown what the view sees in structured fields, and may read in text, too */
    Sweep(Iterable<HiddenValue> secrets, Set<String> shown, Patterns patterns) {
        var variants = new Variants(secrets, shown);
        words = Finder.of(variants.words);
        packed = Finder.of(variants.packed);
        confusable = Finder.of(variants.confusable);
        streets = Finder.of(variants.streets);
        skipped = variants.skipped;
        this.patterns = patterns;
    }

    /** How many values were too short or too common to be looked for. */
    int skipped() { return skipped; }

    boolean finds(String text) {
        return !hits(text, List.of()).isEmpty();
    }

    /** What remains of a field that holds one value, or of one that is no free text: all or nothing. */
    boolean findsIn(String field, String category, Label label) {
        return !hits(field, patterns.fit(category, label)).isEmpty();
    }

    /** What remains of free text, without the sentences in which something was found; nothing where none is left. The same text where nothing was. */
    Optional<String> remaining(String text, String category, Label label) {
        var hits = hits(text, patterns.fit(category, label));
        if (hits.isEmpty()) return Optional.of(text);
        var left = new StringBuilder();
        boolean content = false;
        for (var portion : lines(text)) {
            var rest = new StringBuilder();
            boolean cut = false;
            for (var sentence : Sentences.of(text.substring(portion.start(), portion.end()))) {
                int start = portion.start() + sentence.start(), end = portion.start() + sentence.end();
                if (hits.stream().anyMatch(hit -> hit.start() < end && start < hit.end())) {
                    cut = true;
                    var mark = rest.isEmpty() ? MARK.matcher(text.substring(start, end)) : null;
                    if (mark != null && mark.lookingAt()) rest.append(mark.group()); // the mark speaks for what else the portion says
                } else {
                    rest.append(text, start, end);
                }
            }
            var said = rest.toString();
            if (cut && (said.isBlank() || MARK.matcher(said).matches())) continue;
            left.append(said);
            content |= says(said);
        }
        return content && hits(left.toString(), patterns.fit(category, label)).isEmpty() ? Optional.of(left.toString().strip()) : Optional.empty();
    }

    /** A banner or a tear line alone says nothing. */
    private boolean says(String line) {
        return scanner.scan(line).stream().anyMatch(portion -> portion.content() && !portion.words().isBlank());
    }

    private static List<Sentences.Range> lines(String text) {
        var lines = new ArrayList<Sentences.Range>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(new Sentences.Range(start, end + 1));
            start = end + 1;
        }
        if (start < text.length()) lines.add(new Sentences.Range(start, text.length()));
        return lines;
    }

    private List<Sentences.Range> hits(String text, Collection<Patterns.Kind> kinds) {
        var hits = new ArrayList<Sentences.Range>();
        find(text, hits, kinds);
        encoded(Encoded.base64(text), hits);
        encoded(Encoded.hex(text), hits);
        return hits;
    }

    private void find(String text, List<Sentences.Range> hits, Collection<Patterns.Kind> kinds) {
        if (words == null && packed == null && confusable == null && streets == null && kinds.isEmpty()) return;
        var folded = new FoldedText(text);
        find(words, folded.words(), hits);
        if (packed != null) find(packed, folded.packed(), hits);
        if (confusable != null) find(confusable, folded.confusable(), hits);
        if (streets != null) find(streets, folded.streets(), hits);
        if (kinds.isEmpty()) return;
        var plain = folded.plain();
        for (var found : Patterns.find(plain.text.toString(), kinds)) hits.add(new Sentences.Range(plain.from(found.start()), plain.to(found.end() - 1)));
    }

    private static void find(Finder finder, FoldedText.Form form, List<Sentences.Range> hits) {
        if (finder == null) return;
        finder.find(form.text(), (start, end, word) -> {
            if (word.chars().allMatch(Character::isDigit) && !form.whole(start, end)) return;
            while (start < end && form.text().charAt(start) == ' ') start++;
            while (end > start && form.text().charAt(end) == ' ') end--;
            hits.add(new Sentences.Range(form.from()[start], form.to()[end]));
        });
    }

    /** One level: what is encoded twice is no text of a message any more. */
    private void encoded(List<Encoded> tokens, List<Sentences.Range> hits) {
        if (words == null && packed == null) return;
        for (var token : tokens) {
            var inside = new ArrayList<Sentences.Range>();
            find(token.text(), inside, List.of());
            if (!inside.isEmpty()) hits.add(new Sentences.Range(token.start(), token.end()));
        }
    }
}
