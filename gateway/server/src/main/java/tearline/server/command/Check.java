package tearline.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
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
    private final XmlMapper xml = XmlMapper.builder().defaultUseWrapper(true).build();

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    /** How the reports are written; without any, as text. */
    private static final class Form {
        @Option(names = "--json", description = "A line of JSON for each file.")
        private boolean json;

        @Option(names = "--xml", description = "One XML document for all files.")
        private boolean xml;

        @Option(names = "--sarif", description = "One SARIF 2.1.0 log for all files, as code hosts read it.")
        private boolean sarif;
    }

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
        var reports = new ArrayList<CheckReport>();
        for (var file : files) {
            var report = inspection.of(file);
            exit = Math.max(exit, report.exit());
            if (form.xml || form.sarif) reports.add(report); // one document: it is written when all is known
            else print(form.json ? written(json, report) : report.text());
        }
        if (form.sarif) print(written(json, Sarif.of(reports)));
        if (form.xml) print(written(xml, new CheckReport.All(reports)));
        return exit;
    }

    private void print(String text) {
        terminal.out().println(text);
        terminal.out().flush();
    }

    private static String written(ObjectMapper mapper, Object report) {
        try {
            return mapper.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
