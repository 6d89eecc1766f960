package tearline.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the draft of a situation report on an incident, from what one partner may see of it. */
@Command(name = "rollup", description = "Draft a situation report on an incident, from what one partner may see; nothing is sent.")
final class RollUp implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RunningGateway gateway;

    @Parameters(index = "0", paramLabel = "INCIDENT", description = "The incident, by the id that messages name.")
    private String incident;

    @Option(names = "--for", required = true, paramLabel = "PARTNER", description = "Whose draft it is.")
    private String partner;

    RollUp(Terminal terminal) {
        this.terminal = terminal;
        this.gateway = new RunningGateway(terminal);
    }

    @Override
    public Integer call() {
        var draft = gateway.document("/incidents/" + RunningGateway.segment(incident) + "/draft?for=" + RunningGateway.segment(partner));
        terminal.out().writeBytes(draft);
        terminal.out().println();
        return Exit.FINE;
    }
}
