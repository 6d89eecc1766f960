package tearline.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes what identifies persons out of a report on a running gateway: for good, and with a reason; what was seen stays. */
@Command(name = "strip-privacy", description = "Turn a report into a summary of itself, for good: whoever received more gets a correction.")
final class StripPrivacy implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RunningGateway gateway;

    @Mixin
    private ForAReason record = new ForAReason();

    StripPrivacy(Terminal terminal) {
        this.terminal = terminal;
        this.gateway = new RunningGateway(terminal);
    }

    @Override
    public Integer call() {
        var answer = record.post(gateway, "strip-privacy", "");
        var message = answer.path("message").asText();
        if (!answer.path("finished").asBoolean()) throw GaveUp.weFailed(record.id() + ": what is left of it is " + message + ", but the rest is still here; look at /attention, then say it again.");
        terminal.out().println(record.id() + ": stripped; what is left of it is " + message + ".");
        return Exit.FINE;
    }
}
