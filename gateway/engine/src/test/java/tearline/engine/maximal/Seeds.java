package tearline.engine.maximal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a schema cannot say and a rule demands: values by the end of a path, from a small table beside this class. A '$' takes the word of the place, '-' leaves the
 * place out, bars part the values of one that stands several times. A line in brackets begins another document with its own values on top of the first ones.
 */
final class Seeds {

    /** What the table says of a place. */
    record Seed(String value) {
        /** The first time, the second: values that follow one another stand with bars between them. */
        String value(int time) {
            var all = value.split("\\|");
            return all[time % all.length];
        }

        boolean isLeftOut() {
            return value.equals("-");
        }
    }

    private final String name;
    private final Map<String, Seed> values = new HashMap<>();

    private Seeds(String name) {
        this.name = name;
    }

    /** One for each document that the table asks for. */
    static List<Seeds> of(String standard) {
        var all = new ArrayList<Seeds>(List.of(new Seeds("first")));
        try (var table = Seeds.class.getResourceAsStream(standard + ".seeds")) {
            if (table == null) return all;
            for (var line : new String(table.readAllBytes(), UTF_8).lines().filter(one -> !one.isBlank() && !one.startsWith("#")).toList()) {
                if (line.startsWith("[")) {
                    var next = new Seeds(line.substring(1, line.length() - 1));
                    next.values.putAll(all.get(0).values);
                    all.add(next);
                } else {
                    int tab = line.indexOf(' ');
                    all.get(all.size() - 1).values.put(line.substring(0, tab), new Seed(line.substring(tab + 1).strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** A table may hold documents of one root only, named in front of theirs: 'Root: name'. */
    boolean isFor(String root) {
        return !name.contains(": ") || name.startsWith(root + ": ");
    }

    String name() {
        return name;
    }

    /** The longest end of the path that has a row. */
    Optional<Seed> find(String path) {
        for (int from = 1; from > 0; from = path.indexOf('/', from) + 1) {
            var seed = values.get(path.substring(from));
            if (seed != null) return Optional.of(seed);
        }
        return Optional.empty();
    }
}
