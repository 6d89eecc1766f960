package tearline.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keep a record whatever its time says: no purge takes it away. */
@Command(name = "hold", description = "Keep a record whatever its time says: no purge takes it away.")
final class RetentionHold implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RunningGateway gateway;

    @Parameters(index = "0", paramLabel = "ID", description = "The message by the id of its receipt, or a record by its identifier.")
    private String id;

    @Option(names = "--reason", paramLabel = "REASON", required = true, description = "Why; it stands in the journal, so let it name nobody of whom the record speaks.")
    private String reason;

    RetentionHold(Terminal terminal) {
        this.terminal = terminal;
        this.gateway = new RunningGateway(terminal);
    }

    @Override
    public Integer call() {
        var answer = gateway.post("/operate/retention/hold/" + RunningGateway.segment(id) + "?reason=" + RunningGateway.segment(reason));
        int messages = answer.path("messages").asInt();
        terminal.out().println(id + ": held, " + messages + (messages == 1 ? " message." : " messages."));
        return Exit.FINE;
    }
}
