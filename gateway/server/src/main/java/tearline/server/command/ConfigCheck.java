package tearline.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tearline.engine.config.ConfigurationMistakes;

/** Tells every mistake of a configuration at once, and then runs the test cases of its agreements. */
@Command(name = "check", description = "Every mistake in a configuration, at once; then the test cases of its agreements.")
final class ConfigCheck implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "A folder with gateway.xml and partners/.")
    private Path folder;

    ConfigCheck(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        OpenFolder open;
        try {
            open = OpenFolder.of(folder);
        } catch (ConfigurationMistakes mistakes) {
            terminal.out().println(mistakes.getMessage());
            return Exit.NO;
        }
        var trial = new CaseTrial(open);
        var failures = new ArrayList<String>();
        int cases = 0;
        for (var agreement : open.configuration().listAgreements()) {
            for (var one : agreement.cases()) {
                cases++;
                trial.failures(agreement, one).forEach(failure -> failures.add("partners/" + agreement.partner() + ".xml  case \"" + one.name() + "\": " + failure));
            }
        }
        failures.forEach(terminal.out()::println);
        if (!failures.isEmpty()) terminal.out().println();
        terminal.out().println(count(open.configuration().partners().size(), "partner") + ", " + count(open.configuration().listAgreements().size(), "agreement")
                + ", no mistake; " + count(cases, "test case") + ", " + (failures.isEmpty() ? "none failed" : count(failures.size(), "failure")) + ".");
        return failures.isEmpty() ? Exit.FINE : Exit.NO;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
