package tearline.server.command;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine;
import tearline.engine.config.ConfigurationMistakes;
import tearline.server.door.PortTaken;
import tearline.server.store.StoreUnavailable;

/** Every command of the program, a line each. Exit codes: 0 fine, 1 the answer is no, 2 used wrongly, 3 we failed. */
public final class Commands {

    @Command(name = "tearline", description = "Carries emergency messages between agencies, and gives each what it may see.", synopsisSubcommandLabel = "COMMAND")
    private static final class Root {
        @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Show this help.")
        private boolean help;
    }

    private Commands() {}

    public static int run(String[] arguments) {
        var terminal = Terminal.system();
        try {
            return on(terminal).execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError e) { // picocli lets errors pass, and Java would exit with 1, which says "no"
            terminal.err().println("tearline: " + Fault.of(e));
            return Exit.WE_FAILED;
        } finally {
            terminal.out().flush();
        }
    }

    static CommandLine on(Terminal terminal) {
        var line = new CommandLine(new Root())
                .addSubcommand(new Demo())
                .addSubcommand(new Run())
                .addSubcommand(group("config", "A configuration.", new ConfigCheck(terminal), new ConfigAllowList(terminal)))
                .addSubcommand(new Check(terminal))
                .addSubcommand(new MapDocument(terminal))
                .addSubcommand(new Mark(terminal))
                .addSubcommand(new Preview(terminal))
                .addSubcommand(new Explain(terminal))
                .addSubcommand(new RollUp(terminal))
                .addSubcommand(new Hold(terminal))
                .addSubcommand(new Release(terminal))
                .addSubcommand(new Replay(terminal))
                .addSubcommand(new Purge(terminal))
                .addSubcommand(new StripPrivacy(terminal))
                .addSubcommand(new Accounting(terminal))
                .addSubcommand(group("retention", "How long records are kept.", new RetentionList(terminal), new RetentionHold(terminal), new RetentionFree(terminal), new RetentionValidate(terminal)))
                .addSubcommand(group("journal", "What happened, and the proof that nobody changed it.", new JournalShow(terminal), new JournalVerify(terminal)))
                .addSubcommand(new Backup(terminal));
        line.setExpandAtFiles(false); // a file may be called @something
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setExecutionExceptionHandler((fault, command, parsed) -> tell(terminal, fault));
        return line;
    }

    private static CommandLine group(String name, String description, Object... commands) {
        var spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description);
        var group = new CommandLine(spec);
        for (var command : commands) group.addSubcommand(command);
        return group;
    }

    /** A stack trace or a foreign message could quote what was read, so neither is printed. */
    private static int tell(Terminal terminal, Exception fault) {
        terminal.out().flush();
        if (fault instanceof GaveUp gaveUp) {
            terminal.err().println("tearline: " + gaveUp.getMessage());
            return gaveUp.exit();
        }
        if (fault instanceof ConfigurationMistakes) {
            terminal.err().println(fault.getMessage());
            return Exit.NO;
        }
        terminal.err().println("tearline: " + (fault instanceof StoreUnavailable || fault instanceof PortTaken ? fault.getMessage() : Fault.of(fault)));
        return Exit.WE_FAILED;
    }
}
