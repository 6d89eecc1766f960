package tearline.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tearline.server.look.Account;

/** Asks a running gateway, or a store that lies there, who received which form of a record, when and under which authority. */
@Command(name = "accounting", description = "Who received which form of a record, when, and under which authority.")
final class Accounting implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RunningGateway gateway;

    @Parameters(index = "0", paramLabel = "ID", description = "The message by the id of its receipt, a record by its identifier, or a feed entry.")
    private String id;

    @Option(names = "--store", paramLabel = "FOLDER", description = "Ask no gateway, but this store or the store of this configuration.")
    private Path folder;

    @Option(names = "--json", description = "The whole answer, as JSON.")
    private boolean json;

    Accounting(Terminal terminal) {
        this.terminal = terminal;
        this.gateway = new RunningGateway(terminal);
    }

    /** A broken journal proves nothing: then the answer is no. */
    @Override
    public Integer call() {
        var answer = folder == null ? gateway.get("/accounting/" + RunningGateway.segment(id)) : offline();
        boolean intact = answer.path("journal").path("intact").asBoolean();
        if (json) terminal.out().println(answer.toPrettyString());
        else print(answer, intact);
        return intact ? Exit.FINE : Exit.NO;
    }

    private JsonNode offline() {
        try (var store = StoreFolder.open(folder)) {
            var account = Account.of(store, id).orElseThrow(() -> GaveUp.no("There is no such record. Ask with the id of a receipt, an identifier of the record, or the id of a feed entry."));
            return JsonMapper.builder().build().readTree(Account.json(account));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(JsonNode answer, boolean intact) {
        for (var message : answer.path("messages")) {
            terminal.out().println(message.path("message").asText() + " from " + message.path("from").asText() + ", received " + message.path("received").asText() + (message.path("purged").asBoolean() ? ", purged" : ""));
            for (var one : message.path("disclosures")) terminal.out().println("  " + line(one));
            if (message.path("disclosures").isEmpty()) terminal.out().println("  nobody received it");
        }
        terminal.out().println(intact ? "The journal that says so is intact: " + answer.path("journal").path("rows").asLong() + " rows, last hash " + answer.path("journal").path("head").asText()
                : "The journal is broken: run tearline journal verify");
    }

    private static String line(JsonNode one) {
        var purpose = one.path("purpose").asText();
        var form = one.path("form").asText();
        return one.path("at").asText() + "  " + one.path("partner").asText() + " " + one.path("how").asText() + " a " + form + (one.path("standard").asText().isEmpty() ? "" : " (" + one.path("standard").asText() + ")")
                + " by " + one.path("by").asText() + (purpose.isEmpty() ? "" : " for " + purpose)
                + (one.path("agreement").asText().isEmpty() ? "" : ", under " + one.path("agreement").asText() + " version " + one.path("version").asText() + ": " + one.path("authority").asText()) + "  [journal " + one.path("journal").asLong() + "]";
    }
}
