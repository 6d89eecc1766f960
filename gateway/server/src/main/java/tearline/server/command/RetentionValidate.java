package tearline.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Say that somebody reviewed a record and keeps it: its time starts anew. */
@Command(name = "validate", description = "Say that somebody reviewed a record and keeps it: its time starts anew.")
final class RetentionValidate implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RunningGateway gateway;

    @Mixin
    private ForAReason record = new ForAReason();

    @Option(names = "--reviewer", paramLabel = "NAME", required = true, description = "Who looked at it.")
    private String reviewer;

    RetentionValidate(Terminal terminal) {
        this.terminal = terminal;
        this.gateway = new RunningGateway(terminal);
    }

    @Override
    public Integer call() {
        terminal.out().println(record.said("validated", record.post(gateway, "retention/validate", "&reviewer=" + RunningGateway.segment(reviewer))));
        return Exit.FINE;
    }
}
