package tearline.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** End the hold of a record: its time counts again. */
@Command(name = "free", description = "End the hold of a record: its time counts again.")
final class RetentionFree implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RunningGateway gateway;

    @Parameters(index = "0", paramLabel = "ID", description = "The message by the id of its receipt, or a record by its identifier.")
    private String id;

    @Option(names = "--reason", paramLabel = "REASON", required = true, description = "Why; it stands in the journal, so let it name nobody of whom the record speaks.")
    private String reason;

    RetentionFree(Terminal terminal) {
        this.terminal = terminal;
        this.gateway = new RunningGateway(terminal);
    }

    @Override
    public Integer call() {
        var answer = gateway.post("/operate/retention/free/" + RunningGateway.segment(id) + "?reason=" + RunningGateway.segment(reason));
        int messages = answer.path("messages").asInt();
        terminal.out().println(id + ": free, " + messages + (messages == 1 ? " message." : " messages."));
        return Exit.FINE;
    }
}
