package tearline.server.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import tearline.engine.Code;
import tearline.engine.Digests;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.Severity;
import tearline.engine.check.Demands;
import tearline.engine.config.Sends;
import tearline.engine.house.House;
import tearline.engine.message.Limits;
import tearline.engine.message.Message;
import tearline.engine.message.MessageReader;
import tearline.engine.message.Part;
import tearline.engine.message.Sameness;
import tearline.engine.message.Withdrawal;
import tearline.engine.xml.Trust;
import tearline.server.door.Arrival;
import tearline.server.store.Acceptance;
import tearline.server.store.Ids;
import tearline.server.store.NewMessage;
import tearline.server.store.NewPart;
import tearline.server.store.Store;
import tearline.server.store.StoreUnavailable;
import tearline.server.store.StoredDocument;
import tearline.server.store.StoredMessage;

/** The steps from bytes at a door to a receipt: read, authorise, accept. */
public final class Intake {

    /**
     * A message that was read for the partner who brought it.
     *
     * @param takenBack by part: what the distribution takes back by naming the one that carried it; empty for any other message
     */
    public record Read(Arrival arrival, Message message, List<StoredDocument> takenBack) {}

    private final MessageReader strict;
    private final MessageReader lenient;
    private final House house;
    private final Store store;
    private final Withdrawals withdrawals;
    private final Runnable accepted;
    private final JsonMapper json = JsonMapper.builder().build();

    /** The last argument is told of each message that was accepted: something is due. */
    public Intake(House house, Limits limits, Store store, Runnable accepted) {
        this.house = house;
        this.strict = house.reader(false, limits);
        this.lenient = house.reader(true, limits);
        this.store = store;
        this.withdrawals = new Withdrawals(house.standards(), store);
        this.accepted = accepted;
    }

    /** Unwrap, recognise, check. */
    public Read read(Arrival arrival) {
        var message = readerFor(arrival).read(arrival.bytes(), demands(arrival));
        return Withdrawal.of(message).map(withdrawal -> takingBack(arrival, message, withdrawal)).orElseGet(() -> new Read(arrival, message, List.of()));
    }

    private Read takingBack(Arrival arrival, Message message, Withdrawal withdrawal) {
        var documents = withdrawals.documents(arrival.partner().name(), withdrawal);
        if (documents.isEmpty()) throw new Refusal(Code.UNKNOWN_RECORD, List.of(new Finding(Code.UNKNOWN_RECORD.id(), Severity.ERROR, -1, -1, "/distributionReference", "this sender has sent no distribution of that id that carried anything", "", Code.UNKNOWN_RECORD.advice())));
        return new Read(arrival, message.with(withdrawals.parts(withdrawal, documents)), documents);
    }

    private MessageReader readerFor(Arrival arrival) {
        return sends(arrival).strict() ? strict : lenient;
    }

    private static Demands demands(Arrival arrival) {
        var sends = sends(arrival);
        return new Demands(new Trust(sends.signers(), sends.signatureRequired()), sends.profiles(), Optional.of(arrival.at()));
    }

    private static Sends sends(Arrival arrival) {
        return arrival.partner().sends().orElseThrow(() -> new Refusal(Code.NOT_SENT_BY_YOU));
    }

    /** A partner may send only the standards and identities that its file lists. */
    public Read authorise(Read read) {
        var sends = sends(read.arrival());
        for (var part : read.message().accepted()) {
            var standard = part.standard().orElseThrow().name();
            if (!sends.standards().contains(standard)) throw notYours(part, "the partner file does not list " + standard);
            var sender = part.facts().sender();
            if (sender.isEmpty() || !sends.identities().contains(sender.get())) throw notYours(part, "the partner file does not list the sender that the document names");
        }
        return read;
    }

    private static Refusal notYours(Part part, String why) {
        return new Refusal(Code.NOT_SENT_BY_YOU, List.of(new Finding(Code.NOT_SENT_BY_YOU.id(), Severity.ERROR, -1, -1, "/part[" + (part.index() + 1) + "]", why, "", "")));
    }

    /** Durable first, then the receipt. The same again gets the first receipt; other content under the same identity is a conflict. */
    public Answer accept(Read read) {
        var arrival = read.arrival();
        var id = Ids.message(arrival.at());
        var receipt = receipt(id, read);
        var acceptance = join(new NewMessage(id, arrival.at(), arrival.door(), arrival.partner().name(), arrival.mediaType(), arrival.bytes(),
                Digests.sha256(arrival.bytes()), read.message().parts().stream().map(part -> newPart(read, part, sends(arrival))).toList(), receipt, distribution(read.message())));
        if (acceptance.accepted()) {
            accepted.run();
            return Answer.receipt(acceptance.receiptJson(), 202, arrival.wantsXml());
        }
        if (acceptance.outcome() != Acceptance.Outcome.DUPLICATE_KEY) throw outOfOrder(read, acceptance);
        return again(read, acceptance);
    }

    /** A record of which nothing is known, or no more, cannot be updated or purged, and one that is further on cannot be set back (SAR-06). */
    private static Refusal outOfOrder(Read read, Acceptance acceptance) {
        var part = read.message().parts().get(acceptance.clashes().get(0).part());
        var code = acceptance.outcome() == Acceptance.Outcome.OUT_OF_SEQUENCE ? Code.OUT_OF_SEQUENCE : Code.UNKNOWN_RECORD;
        var why = switch (acceptance.outcome()) {
            case RECORD_ENDED -> "the record was purged";
            case OUT_OF_SEQUENCE -> "the record is at this number already, or further on";
            default -> "this submitter has sent no record of that id";
        };
        var rule = part.standard().flatMap(one -> one.facts().memoryRule()).orElse(code.id());
        return new Refusal(code, List.of(new Finding(rule, Severity.ERROR, -1, -1, "/part[" + (part.index() + 1) + "]", why, "", code.advice())));
    }

    private Acceptance join(NewMessage message) {
        try {
            return store.accept(message).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreUnavailable unavailable) throw unavailable;
            throw e;
        }
    }

    private Answer again(Read read, Acceptance acceptance) {
        var first = new AtomicReference<StoredMessage>();
        for (var clash : acceptance.clashes()) {
            var stored = store.find(clash.existingMessageId()).orElseThrow();
            first.compareAndSet(null, stored);
            if (stored.bytes().isEmpty() || !(read.takenBack().isEmpty() ? same(read, clash, stored) : Arrays.equals(read.arrival().bytes(), stored.bytes().get()))) throw new Refusal(Code.OTHER_CONTENT);
        }
        return Answer.receipt(first.get().receiptJson(), 200, read.arrival().wantsXml());
    }

    /** Canonical forms are made only here: an identity clashes seldom. */
    private boolean same(Read read, Acceptance.Clash clash, StoredMessage stored) {
        var before = readerFor(read.arrival()).read(stored.bytes().orElseThrow());
        return Sameness.same(read.message(), read.message().parts().get(clash.part()), before, before.parts().get(clash.existingPart()));
    }

    private static Optional<NewMessage.Distribution> distribution(Message message) {
        return message.envelope().filter(envelope -> envelope.getId() != null && envelope.getSender() != null).map(envelope -> new NewMessage.Distribution(envelope.getSender(), envelope.getId()));
    }

    private NewPart newPart(Read read, Part part, Sends sends) {
        var message = read.message();
        var updated = read.takenBack().isEmpty() ? withdrawals.updatedBy(read.arrival().partner().name(), message, part) : List.<StoredDocument>of();
        var life = !updated.isEmpty() ? Lives.updating(updated, message, part, sends) : read.takenBack().isEmpty() ? Lives.of(message, part, sends) : Lives.takingBack(read.takenBack().get(part.index()), message, part, sends);
        return new NewPart(part.index(), part.standard().map(one -> one.name()).orElse(""), part.shape(), part.standard().map(one -> one.kind().word()).orElse(""),
                part.accepted() ? part.identityKey().map(List::of).orElse(List.of()) : List.of(), -1, -1,
                part.accepted() ? NewPart.ACCEPTED : NewPart.REFUSED, text(part.findings()), Incidents.of(message, part), Incidents.references(part), life);
    }

    private String receipt(String id, Read read) {
        var parts = read.message().parts().stream().map(part -> new Answer.PartAnswer(part.index(), part.standard().map(one -> one.name()).orElse(""), part.shape(),
                part.accepted() ? "accepted" : "refused", part.refusal().map(Code::id).orElse(""), part.findings())).toList();
        return text(new Answer(202, "", "Accepted: the message is durable and on its way.", "", "", id, read.message().standard(), read.arrival().at().toString(),
                parts, read.message().findings(), 0, false));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
