package tearline.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes a message, or all messages of a record, from a running gateway: for good, and with a reason. */
@Command(name = "purge", description = "Remove every byte of a message or record; who received it stays on record.")
final class Purge implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RunningGateway gateway;

    @Parameters(index = "0", paramLabel = "ID", description = "The message by the id of its receipt, or a record by its identifier.")
    private String id;

    @Option(names = "--reason", paramLabel = "REASON", required = true, description = "Why; it stands in the journal, so let it name nobody.")
    private String reason;

    Purge(Terminal terminal) {
        this.terminal = terminal;
        this.gateway = new RunningGateway(terminal);
    }

    @Override
    public Integer call() {
        var answer = gateway.post("/operate/purge/" + RunningGateway.segment(id) + "?reason=" + RunningGateway.segment(reason));
        int purged = answer.path("purged").asInt();
        terminal.out().println(id + ": " + purged + " of " + answer.path("messages").asInt() + (answer.path("messages").asInt() == 1 ? " message" : " messages") + " purged"
                + (purged == 0 ? "; there was nothing left." : "."));
        return Exit.FINE;
    }
}
