package tearline.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Say that somebody reviewed a record and keeps it: its time starts anew. */
@Command(name = "validate", description = "Say that somebody reviewed a record and keeps it: its time starts anew.")
final class RetentionValidate implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RunningGateway gateway;

    @Parameters(index = "0", paramLabel = "ID", description = "The message by the id of its receipt, or a record by its identifier.")
    private String id;

    @Option(names = "--reviewer", paramLabel = "NAME", required = true, description = "Who looked at it.")
    private String reviewer;

    @Option(names = "--reason", paramLabel = "REASON", required = true, description = "Why; it stands in the journal, so let it name nobody of whom the record speaks.")
    private String reason;

    RetentionValidate(Terminal terminal) {
        this.terminal = terminal;
        this.gateway = new RunningGateway(terminal);
    }

    @Override
    public Integer call() {
        var answer = gateway.post("/operate/retention/validate/" + RunningGateway.segment(id) + "?reason=" + RunningGateway.segment(reason) + "&reviewer=" + RunningGateway.segment(reviewer));
        int messages = answer.path("messages").asInt();
        terminal.out().println(id + ": validated, " + messages + (messages == 1 ? " message." : " messages."));
        return Exit.FINE;
    }
}
