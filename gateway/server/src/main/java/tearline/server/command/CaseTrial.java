package tearline.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.config.Agreement;
import tearline.engine.config.TestCase;
import tearline.engine.exchange.Exchange;

/** Holds a test case of an agreement against what the real road makes of its message. */
final class CaseTrial {

    private final Rehearsal rehearsal;

    CaseTrial(OpenFolder open) {
        rehearsal = new Rehearsal(open);
    }

    /** Sentences; none where the case holds. */
    List<String> failures(Agreement agreement, TestCase test) throws IOException {
        try {
            var bytes = Files.readAllBytes(test.given());
            var sender = rehearsal.senderOf(bytes);
            if (sender.isEmpty()) return List.of("no partner's file lists the sender that the message names");
            var read = rehearsal.read(sender.get(), bytes);
            var unauthorised = rehearsal.unauthorised(read);
            if (unauthorised.isPresent()) throw unauthorised.get();
            return failures(agreement, test, rehearsal.walk(read, moment(agreement, Rehearsal.sent(read.message()).orElseGet(Instant::now))));
        } catch (Refusal refusal) {
            return List.of("its message is refused: it " + refusal.code().sentence() + ", " + refusal.code().id()
                    + refusal.findings().stream().map(Finding::asText).map(text -> "\n    " + text).collect(Collectors.joining()));
        }
    }

    /** When the message was sent, so that a case does not fail one day by the calendar alone; and while the agreement is in force. */
    private static Instant moment(Agreement agreement, Instant sent) {
        var day = sent.atOffset(ZoneOffset.UTC).toLocalDate();
        if (day.isBefore(agreement.validFrom())) return agreement.validFrom().atStartOfDay(ZoneOffset.UTC).toInstant();
        if (day.isAfter(agreement.validUntil())) return agreement.validUntil().atStartOfDay(ZoneOffset.UTC).toInstant();
        return sent;
    }

    private static List<String> failures(Agreement agreement, TestCase test, List<Rehearsal.Walked> walked) {
        var decided = walked.stream().flatMap(one -> one.outcome().decided().stream()).filter(one -> one.agreement().id().equals(agreement.id())).toList();
        var failures = new ArrayList<String>();
        var verdict = verdict(decided);
        if (!verdict.equals(test.expects())) failures.add("expected " + test.expects() + ", but it is " + verdict + why(agreement, walked, decided));
        var products = Products.of(decided);
        for (var words : test.never()) products.holding(words).forEach(name -> failures.add("\"" + words + "\" stands in " + name));
        for (var words : test.contains()) if (!products.contain(words)) failures.add("\"" + words + "\" stands in no product");
        return failures;
    }

    /** Of a message with several parts, what the partner gets of any of them counts. */
    private static String verdict(List<Exchange.Decided> decided) {
        var outcomes = decided.stream().map(one -> one.decision().outcome()).toList();
        if (outcomes.contains("dead")) return "stopped";
        if (outcomes.contains("pending")) return "delivered";
        return outcomes.isEmpty() ? "not-covered" : outcomes.get(0);
    }

    private static String why(Agreement agreement, List<Rehearsal.Walked> walked, List<Exchange.Decided> decided) {
        var reasons = decided.stream().flatMap(one -> one.decision().reasons().stream()).distinct().toList();
        if (decided.isEmpty()) {
            reasons = walked.stream().flatMap(one -> one.outcome().plan().notCovered().stream()).filter(one -> one.agreement().equals(agreement.id())).map(one -> one.reason()).distinct().toList();
        }
        return reasons.isEmpty() ? "" : ": " + String.join(", ", reasons);
    }
}
