package tearline.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists until when each record is kept, the most urgent first. */
@Command(name = "list", description = "Until when each record is kept, the most urgent first.")
final class RetentionList implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RunningGateway gateway;

    @Option(names = "--json", description = "The whole answer, as JSON.")
    private boolean json;

    RetentionList(Terminal terminal) {
        this.terminal = terminal;
        this.gateway = new RunningGateway(terminal);
    }

    @Override
    public Integer call() {
        var answer = gateway.get("/retention");
        if (json) {
            terminal.out().println(answer.toPrettyString());
            return Exit.FINE;
        }
        for (var record : answer.path("records")) {
            var messages = record.path("messages");
            var purge = record.path("purge").asText();
            var strip = record.path("strip").asText();
            var review = record.path("review").asText();
            terminal.out().println((purge.isEmpty() ? "no purge" : "purge " + purge) + (record.path("stripped").asBoolean() ? ", stripped" : strip.isEmpty() ? "" : ", strip privacy " + strip) + (review.isEmpty() ? "" : ", review " + review) + (record.path("held").asBoolean() ? ", HELD" : "")
                    + "  " + record.path("kind").asText() + " " + messages.path(messages.size() - 1).asText() + (messages.size() == 1 ? "" : " and " + (messages.size() - 1) + " before it"));
        }
        if (answer.path("records").isEmpty()) terminal.out().println("No record has a time.");
        return Exit.FINE;
    }
}
