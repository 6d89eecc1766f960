package tearline.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets a partner have what was held. */
@Command(name = "release", description = "Let PARTNER have what was held.")
final class Release implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RunningGateway gateway;

    @Parameters(index = "0", paramLabel = "PARTNER")
    private String partner;

    Release(Terminal terminal) {
        this.terminal = terminal;
        this.gateway = new RunningGateway(terminal);
    }

    @Override
    public Integer call() {
        gateway.post("/operate/release/" + RunningGateway.segment(partner));
        terminal.out().println(partner + " is released: what waited for it goes out.");
        return Exit.FINE;
    }
}
