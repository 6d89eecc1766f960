package tearline.engine.message;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tearline.common.Envelope;
import tearline.common.Header;
import tearline.common.Kind;
import tearline.common.MessageType;
import tearline.common.Reference;
import tearline.common.Status;
import tearline.engine.model.Record;
import tearline.engine.standard.Facts;
import tearline.engine.standard.Instants;
import tearline.engine.standard.Standard;

/**
 * A distribution that takes back what an earlier one of the same sender carried, by naming that one (EDXL-DE 1.0 §3.2.1,
 * distributionReference). Each document that was carried is cancelled by a record of a header alone.
 */
public final class Withdrawal {

    /** What a distribution carried, by the names that its standard gives it. */
    public record Carried(String sender, String id, String sent) {}

    private static final String CANCEL = "Cancel";
    private final Message message;
    private final Envelope envelope;

    private Withdrawal(Message message, Envelope envelope) {
        this.message = message;
        this.envelope = envelope;
    }

    /** Not where a payload says itself that it is a cancellation: then the payload speaks. Any other is only repeated, and is no news. */
    public static Optional<Withdrawal> of(Message message) {
        return message.envelope().filter(envelope -> CANCEL.equals(envelope.getType()) && !envelope.getReference().isEmpty()
                && message.accepted().stream().noneMatch(part -> part.facts().type().equals(Optional.of(CANCEL)))).map(envelope -> new Withdrawal(message, envelope));
    }

    /** The ids of the sender's own earlier distributions; those of others are not its to take back. */
    public List<String> distributions() {
        return named(envelope);
    }

    /** The sender's own earlier distributions that a payload updates only because its envelope says so: what a payload says itself counts more. */
    public static List<String> updatedBy(Message message, Part part) {
        boolean silent = part.accepted() && part.facts().references().isEmpty() && part.facts().type().filter(type -> type.equals("Alert") || type.equals("Update")).isPresent();
        return message.envelope().filter(envelope -> silent && "Update".equals(envelope.getType())).map(Withdrawal::named).orElse(List.of());
    }

    private static List<String> named(Envelope envelope) {
        return envelope.getReference().stream().filter(one -> one.getSender().equals(envelope.getSender())).map(Reference::getId).distinct().toList();
    }

    public String sender() {
        return envelope.getSender();
    }

    /** The cancellation of one document, under a name made of the distribution's. */
    public Part part(int index, Standard standard, String shape, Carried document) {
        var sent = sent();
        var header = new Header();
        header.setId(envelope.getId().replaceAll("[\\s,<&]+", "-") + "-" + (index + 1));
        header.setKind(Kind.fromValue(standard.kind().word()));
        header.setStandard(message.standard());
        header.setStatus(Arrays.stream(Status.values()).filter(one -> one.value().equals(envelope.getStatus())).findFirst().orElse(Status.TEST));
        header.setType(MessageType.CANCEL);
        header.setSender(document.sender());
        header.setSent(sent);
        var reference = new Reference();
        reference.setSender(document.sender());
        reference.setId(document.id());
        reference.setSent(document.sent());
        header.getReference().add(reference);
        var facts = new Facts(List.of(document.sender(), header.getId(), Instants.normal(sent)), Optional.of(document.sender()), Optional.of(header.getId()), Optional.of(header.getStatus().value()),
                Optional.of(CANCEL), Optional.of(sent), Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());
        return new Part(index, Optional.of(standard), shape, Record.bare(header), facts, List.of(), Optional.empty(), false);
    }

    /** Whole seconds and a numeric offset, as all that is made of it wants them. */
    private String sent() {
        try {
            var at = OffsetDateTime.parse(envelope.getSent());
            return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").format(at) + (at.getOffset().equals(ZoneOffset.UTC) ? "-00:00" : at.getOffset().getId());
        } catch (DateTimeParseException e) {
            return envelope.getSent();
        }
    }
}
