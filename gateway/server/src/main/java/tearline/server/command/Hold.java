package tearline.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Keeps back everything that would go to a partner. */
@Command(name = "hold", description = "Keep back everything for PARTNER until it is released.")
final class Hold implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RunningGateway gateway;

    @Parameters(index = "0", paramLabel = "PARTNER")
    private String partner;

    Hold(Terminal terminal) {
        this.terminal = terminal;
        this.gateway = new RunningGateway(terminal);
    }

    @Override
    public Integer call() {
        gateway.post("/operate/hold/" + RunningGateway.segment(partner));
        terminal.out().println(partner + " is held: deliveries to it wait until it is released.");
        return Exit.FINE;
    }
}
