package tearline.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tearline.engine.house.House;
import tearline.engine.xml.Shelf;

/** Says of each file what it is, whether it is right, and what its sender would be told. */
@Command(name = "check", description = "Say what each FILE is, whether it is right, and what its sender would be told.")
final class Check implements Callable<Integer> {

    private final Terminal terminal;
    /** ASCII only: a pipe's reader may expect any encoding. */
    private final JsonMapper json = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Option(names = "--json", description = "A line of JSON for each file.")
    private boolean asJson;

    @Option(names = "--lenient", description = "Forgive what breaks a rule, as long as the schema is kept.")
    private boolean lenient;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A document; '-' reads standard input.")
    private List<String> files;

    Check(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var inspection = new Inspection(House.open(Shelf.shipped()), terminal, lenient);
        int exit = Exit.FINE;
        for (var file : files) {
            var report = inspection.of(file);
            terminal.out().println(asJson ? line(report) : report.text());
            terminal.out().flush();
            exit = Math.max(exit, report.exit());
        }
        return exit;
    }

    private String line(CheckReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
