package tearline.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tearline.server.store.JournalRow;

/** Prints the journal, oldest first: what happened, without a word of any message. */
@Command(name = "show", description = "Print what happened, oldest first.")
final class JournalShow implements Callable<Integer> {

    private final Terminal terminal;
    private final JsonMapper mapper = JsonMapper.builder().build();

    @Parameters(index = "0", paramLabel = "FOLDER", description = "A configuration, or its store.")
    private Path folder;

    @Option(names = "--json", description = "A line of JSON for each row.")
    private boolean json;

    JournalShow(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var store = StoreFolder.open(folder)) {
            store.journalRows().map(row -> json ? line(row) : row.sequence() + "  " + row.time() + "  " + row.kind() + "  " + row.subject() + "  " + row.dataJson()).forEach(terminal.out()::println);
        }
        terminal.out().flush();
        return Exit.FINE;
    }

    private String line(JournalRow row) {
        try {
            var line = new LinkedHashMap<String, Object>();
            line.put("sequence", row.sequence());
            line.put("time", row.time().toString());
            line.put("kind", row.kind());
            line.put("subject", row.subject());
            line.put("data", mapper.readTree(row.dataJson()));
            line.put("previous", row.previousHash());
            line.put("hash", row.hash());
            return mapper.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
