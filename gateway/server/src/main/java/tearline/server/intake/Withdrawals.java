package tearline.server.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tearline.engine.lifecycle.Type;
import tearline.engine.message.Message;
import tearline.engine.message.Part;
import tearline.engine.message.Withdrawal;
import tearline.engine.standard.Standards;
import tearline.server.store.Store;
import tearline.server.store.StoredDocument;

/** Finds what a distribution takes back, and says it part by part; the same again whenever the message is read once more. */
public final class Withdrawals {

    private final Standards standards;
    private final Store store;

    public Withdrawals(Standards standards, Store store) {
        this.standards = standards;
        this.store = store;
    }

    /** What the named distributions of the same partner carried and can be in force. */
    List<StoredDocument> documents(String partner, Withdrawal withdrawal) {
        if (store == null) return List.of(); // a preview knows nothing of what went before
        return withdrawal.distributions().stream().flatMap(id -> store.carried(partner, withdrawal.sender(), id).stream())
                .filter(one -> !one.sender().isEmpty() && Type.of(one.life().type()).tells()).distinct().toList();
    }

    /** Of the part's own kind and sender: an envelope cannot replace an alert by a report, or the word of another. */
    List<StoredDocument> updatedBy(String partner, Message message, Part part) {
        if (store == null) return List.of();
        return Withdrawal.updatedBy(message, part).stream().flatMap(id -> store.carried(partner, message.envelope().orElseThrow().getSender(), id).stream())
                .filter(one -> part.standard().filter(standard -> standard.kind().word().equals(one.kind())).isPresent() && part.facts().sender().equals(Optional.of(one.sender())) && Type.of(one.life().type()).tells()).distinct().toList();
    }

    /** The same of a message that was accepted, as it was written down then. */
    public List<Withdrawal.Carried> updatedBy(Message message, Part part, String messageId) {
        if (Withdrawal.updatedBy(message, part).isEmpty()) return List.of();
        return store.document(messageId, part.index()).stream().flatMap(document -> document.life().names().stream()).map(name -> new Withdrawal.Carried(name.sender(), name.id(), name.sent())).toList();
    }

    List<Part> parts(Withdrawal withdrawal, List<StoredDocument> documents) {
        var parts = new ArrayList<Part>();
        for (var document : documents) parts.add(part(withdrawal, parts.size(), document.messageId(), document.part(), new Withdrawal.Carried(document.sender(), document.id(), document.life().sent())));
        return parts;
    }

    /** Of a message that was accepted: what it takes back was written down then, whatever came since. */
    public Part part(Withdrawal withdrawal, String messageId, int part) {
        var taken = store.document(messageId, part).orElseThrow().life().names().get(0);
        return part(withdrawal, part, messageId, part, new Withdrawal.Carried(taken.sender(), taken.id(), taken.sent()));
    }

    private Part part(Withdrawal withdrawal, int index, String likeMessage, int likePart, Withdrawal.Carried carried) {
        var like = store.parts(likeMessage).get(likePart);
        return withdrawal.part(index, standards.get(like.standard()), like.shape(), carried);
    }
}
