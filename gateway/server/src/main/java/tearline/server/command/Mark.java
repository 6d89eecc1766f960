package tearline.server.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tearline.engine.marking.Dominance;
import tearline.engine.marking.Explanation;
import tearline.engine.marking.MarkParser;
import tearline.engine.marking.PartnerTable;
import tearline.engine.marking.VectorTrial;

/** Explains marks: how each is understood and printed, and who may see what carries it. With a file of vectors, tells which of them do not hold. */
@Command(name = "mark", description = "How each MARK is understood, and who may see what carries it; or how a file of marking vectors comes out.")
final class Mark implements Callable<Integer> {

    private final Terminal terminal;
    private final Dominance dominance = new Dominance();

    @Option(names = "--vectors", paramLabel = "FILE", description = "Marking vectors, tab-separated; needs --partners.")
    private String vectors;

    @Option(names = "--partners", paramLabel = "FILE", description = "Partners to decide for, tab-separated.")
    private String partners;

    @Parameters(paramLabel = "MARK", description = "A mark, such as U//FOUO; several that are joined by ' + ' are rolled up.")
    private List<String> marks = List.of();

    Mark(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (marks.isEmpty() && vectors == null) throw GaveUp.usedWrongly("name a mark, or --vectors FILE --partners FILE");
        if (vectors != null && partners == null) throw GaveUp.usedWrongly("--vectors needs --partners");
        var table = Optional.ofNullable(partners).map(this::table);
        marks.forEach(mark -> explain(mark, table));
        return vectors == null ? Exit.FINE : tryAll(table.orElseThrow());
    }

    private void explain(String text, Optional<PartnerTable> table) {
        var mark = new MarkParser().parse(text);
        line(text.replaceAll("\\p{C}", "?"));
        line("  understood   " + Explanation.understood(mark.label()));
        line("  banner       " + mark.banner());
        line("  portion      " + mark.portion());
        mark.warnings().forEach(warning -> line("  warning      " + warning));
        table.ifPresentOrElse(known -> decide(mark, known), () -> Explanation.needs(mark.label()).forEach(need -> line("  who sees it  " + need)));
    }

    private void decide(tearline.engine.marking.Mark mark, PartnerTable table) {
        table.rows().forEach((id, row) -> {
            var reasons = dominance.reasons(mark.label(), row.clearance());
            line("  " + (reasons.isEmpty() ? "may see it   " : "may not      ") + id + ", " + row.who() + (reasons.isEmpty() ? "" : ": " + String.join(", ", reasons)));
        });
    }

    private int tryAll(PartnerTable table) {
        var trial = trial(table);
        var all = VectorTrial.read(text(vectors)).stream().collect(Collectors.partitioningBy(vector -> vector.kind().equals(VectorTrial.LEAK)));
        var failed = new ArrayList<String>();
        for (var vector : all.get(false)) {
            var failures = trial.failures(vector);
            failures.forEach(failure -> line(vector.id() + "  " + vector.kind() + "  " + failure));
            if (!failures.isEmpty()) failed.add(vector.id());
        }
        if (!all.get(true).isEmpty()) line(all.get(true).size() + " leak vectors speak of whole products and are not tried here");
        line(all.get(false).size() - failed.size() + " passed, " + failed.size() + " failed");
        return failed.isEmpty() ? Exit.FINE : Exit.NO;
    }

    private PartnerTable table(String file) {
        try {
            return PartnerTable.read(text(file));
        } catch (IllegalArgumentException wrong) {
            throw GaveUp.usedWrongly(file + ": " + wrong.getMessage());
        }
    }

    private VectorTrial trial(PartnerTable table) {
        try {
            return new VectorTrial(table);
        } catch (IllegalArgumentException wrong) {
            throw GaveUp.usedWrongly(partners + ": " + wrong.getMessage());
        }
    }

    private String text(String file) {
        return new String(terminal.document(file), StandardCharsets.UTF_8);
    }

    private void line(String text) {
        terminal.out().println(text);
    }
}
