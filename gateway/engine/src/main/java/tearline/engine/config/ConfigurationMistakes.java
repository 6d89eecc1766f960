package tearline.engine.config;

import java.util.List;
import java.util.stream.Collectors;

/** Every mistake of a configuration at once; its message is the whole report. */
public final class ConfigurationMistakes extends RuntimeException {

    private final transient List<Problem> problems;

    ConfigurationMistakes(List<Problem> problems) {
        super(report(problems));
        this.problems = List.copyOf(problems);
    }

    /** At least one, gateway.xml first, then by file and place. */
    public List<Problem> problems() { return problems; }

    private static String report(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"))
            + "\n" + problems.size() + (problems.size() == 1 ? " problem" : " problems")
            + ". The gateway did not start; nothing was received or sent.";
    }
}
