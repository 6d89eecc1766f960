package tearline.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** End the hold of a record: its time counts again. */
@Command(name = "free", description = "End the hold of a record: its time counts again.")
final class RetentionFree implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RunningGateway gateway;

    @Mixin
    private ForAReason record = new ForAReason();

    RetentionFree(Terminal terminal) {
        this.terminal = terminal;
        this.gateway = new RunningGateway(terminal);
    }

    @Override
    public Integer call() {
        terminal.out().println(record.said("free", record.post(gateway, "retention/free", "")));
        return Exit.FINE;
    }
}
