package tearline.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Removes a message, or all messages of a record, from a running gateway: for good, and with a reason. */
@Command(name = "purge", description = "Remove every byte of a message or record; who received it stays on record.")
final class Purge implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RunningGateway gateway;

    @Mixin
    private ForAReason record = new ForAReason();

    Purge(Terminal terminal) {
        this.terminal = terminal;
        this.gateway = new RunningGateway(terminal);
    }

    @Override
    public Integer call() {
        var answer = record.post(gateway, "purge", "");
        int purged = answer.path("purged").asInt();
        terminal.out().println(record.id() + ": " + purged + " of " + answer.path("messages").asInt() + (answer.path("messages").asInt() == 1 ? " message" : " messages") + " purged"
                + (purged == 0 ? "; there was nothing left." : "."));
        return Exit.FINE;
    }
}
