package tearline.server.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Recomputes the journal's hash chain and says whether anybody changed it. */
@Command(name = "verify", description = "Recompute the hash chain: was anything changed, removed or put in?")
final class JournalVerify implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "A configuration, or its store.")
    private Path folder;

    JournalVerify(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var store = StoreFolder.open(folder)) {
            var check = store.verifyJournal();
            if (check.intact()) {
                // Who keeps the last hash elsewhere can tell later that nothing before it was changed.
                terminal.out().println("The journal is intact: " + check.rows() + (check.rows() == 1 ? " row" : " rows") + ", last hash " + check.head());
                return Exit.FINE;
            }
            terminal.out().println("The journal is broken at row " + check.brokenAt().getAsLong() + ": " + check.why() + ". The " + check.rows() + " before it are intact.");
            return Exit.NO;
        }
    }
}
