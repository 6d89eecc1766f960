package tearline.engine.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tearline.engine.Refusal;
import tearline.engine.kit.Shipped;

/** A sample with a token in every text, paragraph by paragraph, and every attribute that its schema lets take one, in CDATA, and in comments and processing instructions all over. */
final class CanaryDocument {

    private static final Pattern POSITION = Pattern.compile("(?<=>)[^<>]*[^<>\\s][^<>]*(?=</)|(?<=\\s(?!xmlns|xsi:|version|encoding)[\\w:.-]{1,60}=\")[^\"<>]*(?=\"[^<>]*>)");
    private static final Pattern CODED = Pattern.compile("\\s*(?:[A-Z0-9][A-Z0-9/_. -]*|true|false|-?[\\d.,: TZ+-]+|\\w+:[^ ]*)\\s*");
    private static final Pattern TAG_END = Pattern.compile("(?<=[a-zA-Z\"])>");
    /** A word more in a mark makes it one that nobody understands, and in an address somebody else's: nothing would leave at all. */
    private static final Pattern MARK = Pattern.compile("<(?:\\w+:)?(?:restriction|addresses|explicitAddress\\w+|\\w*[cC]onfidentiality|\\w*Marking\\w*|\\w*[sS]ensitiv\\w*|\\w*Disseminat\\w*)(?:\\s[^<>]*)?>([^<>]*)<");
    private static final int MOST_ATTEMPTS = 45;
    static final int UNPRINTED = 5000;

    private final String plain;
    private final List<String> values;
    private int attempts;
    private final Set<String> chosen = new LinkedHashSet<>();

    private CanaryDocument(String plain) {
        this.plain = plain;
        var marks = MARK.matcher(plain).results().map(found -> found.group(1)).toList();
        this.values = new ArrayList<>(new LinkedHashSet<>(POSITION.matcher(plain).results().map(found -> found.group()).filter(value -> !value.isBlank() && !value.contains("://") && !marks.contains(value)).toList()));
    }

    /** Of the largest sample of a standard that is accepted. */
    static String of(String standard) throws IOException {
        return ofText(largest(standard));
    }

    static String ofText(String sample) {
        return new CanaryDocument(sample.replaceAll("(?s)<!--.*?-->", "").replaceAll("(<(?:\\w+:)?expires>)[^<]*", "$12036-01-01T00:00:00-00:00")).text();
    }

    private static String largest(String standard) throws IOException {
        var best = "";
        try (var files = Files.list(Path.of("../../xsd", standard, "samples"))) {
            for (var file : files.filter(one -> one.toString().endsWith(".accepted.txt")).sorted().toList()) {
                var text = Files.readString(Path.of(file.toString().replace(".accepted.txt", ".xml")));
                if (text.length() > best.length() && accepts(text)) best = text;
            }
        }
        return best;
    }

    /** Codes and times are tried after the rest, and apart: most of them take no other word. */
    private String text() {
        choose(values.stream().filter(value -> !CODED.matcher(value).matches()).toList());
        choose(values.stream().filter(value -> CODED.matcher(value).matches()).toList());
        var full = with(chosen, true);
        if (!accepts(full)) full = with(chosen, false);
        int[] number = {UNPRINTED};
        var commented = TAG_END.matcher(full).replaceAll(found -> ">" + (number[0]++ % 3 == 0 ? "<!-- " + Tokens.of(number[0]++) + " --><?x " + Tokens.of(number[0]++) + "?>" : ""));
        return accepts(commented) ? commented : full;
    }

    private void choose(List<String> some) {
        if (some.isEmpty() || attempts++ > MOST_ATTEMPTS) return;
        var attempt = new LinkedHashSet<>(chosen);
        attempt.addAll(some);
        if (accepts(with(attempt, false))) {
            chosen.addAll(some);
        } else if (some.size() > 1) {
            choose(some.subList(0, some.size() / 2));
            choose(some.subList(some.size() / 2, some.size()));
        }
    }

    /** Equal values alike: a document may name one thing twice. */
    private String with(Set<String> tokened, boolean cdata) {
        return POSITION.matcher(plain).replaceAll(found -> {
            var value = found.group();
            if (!tokened.contains(value)) return Matcher.quoteReplacement(value);
            int number = values.indexOf(value);
            var text = new StringBuilder();
            var lines = value.strip().split("\n");
            for (int i = 0; i < lines.length; i++) text.append(i == 0 ? "" : "\n").append(lines[i]).append(lines[i].isBlank() ? "" : (lines[i].contains(" ") || lines.length > 1 ? " " : "") + Tokens.of(number + 1000 * Math.min(i, 4)));
            boolean element = found.start() > 0 && plain.charAt(found.start() - 1) == '>';
            return Matcher.quoteReplacement(cdata && element && number % 4 == 0 && !value.contains("&") ? "<![CDATA[" + text + "]]>" : text.toString());
        });
    }

    /** What is refused is refused without a word of it. */
    private static boolean accepts(String text) {
        try {
            return !Shipped.HOUSE.reader(false).read(text.getBytes(UTF_8)).accepted().isEmpty();
        } catch (Refusal refusal) {
            assertThat(Tokens.in(refusal + " " + refusal.getMessage() + " " + refusal.findings())).isEmpty();
            return false;
        }
    }
}
