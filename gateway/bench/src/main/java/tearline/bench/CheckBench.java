package tearline.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import tearline.engine.check.Schemas;
import tearline.engine.house.House;
import tearline.engine.xml.Shelf;

/** Times our reading (parse, validate, tree, rules) beside a bare validating parse of the same files in the same process. */
public final class CheckBench {

    /** Both columns for one group of files, microseconds for each document, and how the bare parse compares. */
    record Line(Subject.Group group, int documents, long bytes, double bare, double ours) {

        double ratio() {
            return bare / ours;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-15s %5d %9d %12.1f %12.1f %8.2f", group.name().toLowerCase(Locale.ROOT).replace('_', ' '), documents, bytes, bare, ours, ratio());
        }
    }

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private final House house = House.open(Shelf.shipped());
    private final Schemas schemas = new Schemas(house.shelf());
    private final Map<String, Validator> validators = new HashMap<>();

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println("Say which folders hold the documents: bench FOLDER...");
            System.exit(2);
        }
        new CheckBench().run(Arrays.stream(arguments).map(Path::of).toList(), 2_000, 15, System.out);
    }

    /** Each round runs both sides in turn for as many milliseconds; the median round counts. */
    List<Line> run(List<Path> folders, int milliseconds, int rounds, PrintStream out) {
        out.println("group           files     bytes   bare µs/doc  ours µs/doc    ratio");
        var all = Subject.under(folders, house);
        var lines = new ArrayList<Line>();
        for (var group : Subject.Group.values()) {
            var subjects = all.stream().filter(one -> one.group() == group).toList();
            if (subjects.isEmpty()) continue;
            var line = measure(group, subjects, milliseconds / 4, rounds);
            out.println(line);
            lines.add(line);
        }
        return lines;
    }

    private Line measure(Subject.Group group, List<Subject> subjects, int milliseconds, int rounds) {
        time(() -> subjects.forEach(this::bare), milliseconds * 6L);
        time(() -> subjects.forEach(this::ours), milliseconds * 6L);
        var bare = new double[rounds];
        var ours = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            bare[round] = time(() -> subjects.forEach(this::bare), milliseconds);
            ours[round] = time(() -> subjects.forEach(this::ours), milliseconds);
        }
        return new Line(group, subjects.size(), subjects.stream().mapToLong(one -> one.bytes().length).sum(), median(bare) / subjects.size(), median(ours) / subjects.size());
    }

    /** A validator of one schema, reused, and nothing else: no tree, no rules. */
    private void bare(Subject subject) {
        try {
            validators.computeIfAbsent(subject.schema(), this::validator).validate(new StreamSource(new ByteArrayInputStream(subject.bytes())));
        } catch (SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Validator validator(String schema) {
        var validator = schemas.get(schema).newValidator();
        validator.setErrorHandler(new DefaultHandler());
        return validator;
    }

    private void ours(Subject subject) {
        house.checker().check(subject.bytes());
    }

    /** Microseconds of this thread's processor for one run, on average over the time: what else the machine does counts for neither side. */
    private static double time(Runnable work, long milliseconds) {
        long began = CLOCK.getCurrentThreadCpuTime(), until = began + milliseconds * 1_000_000L, now;
        int runs = 0;
        do {
            work.run();
            runs++;
            now = CLOCK.getCurrentThreadCpuTime();
        } while (now < until);
        return (now - began) / 1_000.0 / runs;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
