package tearline.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Delivers a message once more, under the same idempotency keys. */
@Command(name = "replay", description = "Deliver a message once more, under the same idempotency keys.")
final class Replay implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RunningGateway gateway;

    @Parameters(index = "0", paramLabel = "ID", description = "The message, by the id of its receipt.")
    private String id;

    @Option(names = "--partner", paramLabel = "PARTNER", description = "To this partner only.")
    private String partner;

    Replay(Terminal terminal) {
        this.terminal = terminal;
        this.gateway = new RunningGateway(terminal);
    }

    @Override
    public Integer call() {
        var answer = gateway.post("/operate/replay/" + RunningGateway.segment(id) + (partner == null ? "" : "?partner=" + RunningGateway.segment(partner)));
        terminal.out().println(id + ": " + answer.path("deliveries").asInt() + " once more under way.");
        return Exit.FINE;
    }
}
