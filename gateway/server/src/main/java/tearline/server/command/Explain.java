package tearline.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks a running gateway why each partner did or did not get a message. */
@Command(name = "explain", description = "Why each partner did, or did not, get a message.")
final class Explain implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RunningGateway gateway;

    @Parameters(index = "0", paramLabel = "ID", description = "The message, by the id of its receipt.")
    private String id;

    @Option(names = "--json", description = "The whole answer, as JSON.")
    private boolean json;

    Explain(Terminal terminal) {
        this.terminal = terminal;
        this.gateway = new RunningGateway(terminal);
    }

    @Override
    public Integer call() {
        var answer = gateway.get("/messages/" + RunningGateway.segment(id) + "/explain");
        if (json) {
            terminal.out().println(answer.toPrettyString());
            return Exit.FINE;
        }
        terminal.out().println(answer.path("message").asText() + " from " + answer.path("from").asText() + ", received " + answer.path("received").asText());
        for (var part : answer.path("parts")) {
            terminal.out().println("Part " + (part.path("part").asInt() + 1) + ": " + part.path("standard").asText() + ", " + part.path("status").asText());
            for (var agreement : part.path("agreements")) terminal.out().println("  " + agreement.path("inWords").asText());
        }
        return Exit.FINE;
    }
}
