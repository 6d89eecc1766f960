package tearline.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tearline.engine.config.Configuration;
import tearline.engine.config.ConfigurationMistakes;
import tearline.engine.config.Deadlines;
import tearline.engine.plan.Matrix;

/** Tells every mistake of a configuration at once, and then runs the test cases of its agreements. */
@Command(name = "check", description = "Every mistake in a configuration, at once; then the test cases of its agreements.")
final class ConfigCheck implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "A folder with gateway.xml and partners/.")
    private Path folder;

    ConfigCheck(Terminal terminal) {
        this.terminal = terminal;
    }

    @Option(names = "--matrix", description = "Which partner may see which mark, and why not; and what happens to each category.")
    private boolean matrix;

    @Option(names = "--against", paramLabel = "OTHER", description = "Who newly sees what, compared with the configuration in OTHER.")
    private Path against;

    @Option(names = "--annex", paramLabel = "PARTNER", description = "The partner's agreements in plain words, to be printed and signed.")
    private String annex;

    @Option(names = "--json", description = "The whole answer, as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        OpenFolder open;
        OpenFolder other;
        try {
            open = OpenFolder.of(folder);
            other = against == null ? null : OpenFolder.of(against);
        } catch (ConfigurationMistakes mistakes) {
            terminal.out().println(mistakes.getMessage());
            return Exit.NO;
        }
        if (annex != null) return annex(open.configuration());
        var now = Instant.now();
        var cases = new ArrayList<String>();
        var failures = failures(open, cases);
        var deadlines = Deadlines.on(open.configuration(), now.atOffset(ZoneOffset.UTC).toLocalDate());
        var report = new MatrixReport(matrix ? Optional.of(new Matrix(open.configuration(), now)) : Optional.empty(),
                Optional.ofNullable(other).map(older -> new Matrix(open.configuration(), now).since(new Matrix(older.configuration(), now))));
        if (json) terminal.out().println(report.json(open.configuration(), cases.size(), failures, deadlines));
        else print(open.configuration(), cases.size(), failures, deadlines, report);
        return failures.isEmpty() ? Exit.FINE : Exit.NO;
    }

    private Integer annex(Configuration configuration) {
        var partner = configuration.findPartner(annex).orElseThrow(() -> GaveUp.usedWrongly(annex + " is no partner"));
        terminal.out().print(Annex.of(partner));
        return Exit.FINE;
    }

    private static List<String> failures(OpenFolder open, List<String> cases) throws IOException {
        var trial = new CaseTrial(open);
        var failures = new ArrayList<String>();
        for (var agreement : open.configuration().listAgreements()) {
            for (var one : agreement.cases()) {
                cases.add(one.name());
                trial.failures(agreement, one).forEach(failure -> failures.add("partners/" + agreement.partner() + ".xml  case \"" + one.name() + "\": " + failure));
            }
        }
        return failures;
    }

    private void print(Configuration configuration, int cases, List<String> failures, List<Deadlines.Deadline> deadlines, MatrixReport report) {
        failures.forEach(terminal.out()::println);
        if (!failures.isEmpty()) terminal.out().println();
        report.lines().forEach(terminal.out()::println);
        deadlines.forEach(one -> terminal.out().println("warning: " + one.text()));
        terminal.out().println(count(configuration.partners().size(), "partner") + ", " + count(configuration.listAgreements().size(), "agreement")
                + ", no mistake; " + count(cases, "test case") + ", " + (failures.isEmpty() ? "none failed" : count(failures.size(), "failure")) + ".");
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
