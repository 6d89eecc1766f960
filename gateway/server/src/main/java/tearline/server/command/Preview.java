package tearline.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tearline.engine.Refusal;
import tearline.engine.config.Configuration;
import tearline.engine.config.Partner;
import tearline.engine.message.Message;

/** Makes every partner's product of one message, with the decision behind it, and sends nothing. */
@Command(name = "preview", description = "Every partner's product of a message, nothing sent: DIR/PARTNER/… and DIR/PARTNER/decision.json.")
final class Preview implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "A configuration.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "FILE", description = "A message; '-' reads standard input.")
    private String file;

    @Option(names = "--from", paramLabel = "PARTNER", description = "Who sends it; unless said, the partner whose file lists the sender that it names.")
    private String from;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the products go.")
    private Path out;

    @Option(names = "--as-of", paramLabel = "TIME", description = "As of this moment, such as 2026-11-01T12:00:00Z. Unless said: now, or when it was sent where it has expired by now.")
    private Instant asOf;

    Preview(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var open = OpenFolder.of(folder);
        var bytes = terminal.document(file);
        var rehearsal = new Rehearsal(open);
        try {
            var sender = sender(open.configuration(), rehearsal, bytes);
            var read = rehearsal.read(sender, bytes);
            rehearsal.unauthorised(read).ifPresent(this::warn);
            var message = read.message();
            for (var part : message.parts()) if (!part.accepted()) terminal.out().println("Part " + (part.index() + 1) + " would be refused, " + part.refusal().get().id() + ".");
            var at = moment(message);
            var walked = rehearsal.walk(read, at);
            for (var partner : open.configuration().partners()) {
                var preview = PartnerPreview.of(partner, sender, at, walked);
                preview.writeTo(out.resolve(partner.name()));
                preview.sentences().forEach(terminal.out()::println);
            }
            return Exit.FINE;
        } catch (Refusal refusal) {
            terminal.out().println(file + " would be refused: it " + refusal.code().sentence() + ", " + refusal.code().id());
            refusal.findings().forEach(finding -> terminal.out().println(finding.asText()));
            return Exit.NO;
        }
    }

    private Partner sender(Configuration configuration, Rehearsal rehearsal, byte[] bytes) {
        var candidates = configuration.partners().stream().filter(one -> one.sends().isPresent()).map(Partner::name).collect(Collectors.joining(", "));
        if (from == null) {
            return rehearsal.senderOf(bytes).orElseThrow(() -> GaveUp.usedWrongly("no partner's file lists the sender that the document names. Say who sends it with --from: " + candidates));
        }
        return configuration.findPartner(from).filter(one -> one.sends().isPresent())
                .orElseThrow(() -> GaveUp.usedWrongly(from + " is no partner that sends anything. These do: " + candidates));
    }

    /** What it would look like is still worth seeing. */
    private void warn(Refusal refusal) {
        terminal.err().println("tearline: the door would refuse it, " + refusal.code().id() + ": it " + refusal.code().sentence());
        refusal.findings().forEach(finding -> terminal.err().println("  " + finding.message()));
    }

    private Instant moment(Message message) {
        if (asOf != null) return asOf;
        var now = Instant.now();
        if (!Rehearsal.expired(message, now)) return now;
        var sent = Rehearsal.sent(message).orElse(now);
        terminal.out().println("It has expired by now, so this is what would have left when it was sent, at " + sent + ".");
        return sent;
    }
}
