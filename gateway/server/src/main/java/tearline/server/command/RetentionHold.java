package tearline.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Keep a record whatever its time says: no purge takes it away. */
@Command(name = "hold", description = "Keep a record whatever its time says: no purge takes it away.")
final class RetentionHold implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RunningGateway gateway;

    @Mixin
    private ForAReason record = new ForAReason();

    RetentionHold(Terminal terminal) {
        this.terminal = terminal;
        this.gateway = new RunningGateway(terminal);
    }

    @Override
    public Integer call() {
        terminal.out().println(record.said("held", record.post(gateway, "retention/hold", "")));
        return Exit.FINE;
    }
}
