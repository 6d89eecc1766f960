package tearline.server.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies the store into one file, consistent in itself, while the gateway runs. */
@Command(name = "backup", description = "Copy the store into one new FILE, while the gateway runs.")
final class Backup implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "A configuration, or its store.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "FILE", description = "The copy, which is not there yet. To restore, put it into an empty store folder as tearline.db.")
    private Path file;

    Backup(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (Files.exists(file)) throw GaveUp.usedWrongly(file + " is there already");
        try (var store = StoreFolder.open(folder)) {
            store.backup(file);
        }
        terminal.out().println("Copied to " + file + ".");
        return Exit.FINE;
    }
}
