package tearline.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A record, and the reason for what an operator does to it: mixed into every command that changes how long something is kept. */
final class ForAReason {

    @Parameters(index = "0", paramLabel = "ID", description = "The message by the id of its receipt, or a record by its identifier.")
    private String id;

    @Option(names = "--reason", paramLabel = "REASON", required = true, description = "Why; it stands in the journal, so let it name nobody of whom the record speaks.")
    private String reason;

    String id() {
        return id;
    }

    /** Asks for an act under a path; more is added to the query as it stands. */
    JsonNode post(RunningGateway gateway, String act, String more) {
        return gateway.post("/operate/" + act + "/" + RunningGateway.segment(id) + "?reason=" + RunningGateway.segment(reason) + more);
    }

    /** What was done, and to how many messages. */
    String said(String done, JsonNode answer) {
        int messages = answer.path("messages").asInt();
        return id + ": " + done + ", " + messages + (messages == 1 ? " message." : " messages.");
    }
}
