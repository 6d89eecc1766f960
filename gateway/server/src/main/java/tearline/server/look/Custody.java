package tearline.server.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tearline.engine.config.Configuration;
import tearline.server.door.Caller;
import tearline.server.intake.Purging;
import tearline.server.intake.Stripping;
import tearline.server.store.Store;

/** What the law asks of who keeps a record: say who received it, remove it, or what it says of persons. For operators alone. */
public final class Custody {

    private final Configuration configuration;
    private final Store store;
    private final Purging purging;
    private final Stripping stripping;

    public Custody(Configuration configuration, Store store, Purging purging, Stripping stripping) {
        this.configuration = configuration;
        this.store = store;
        this.purging = purging;
        this.stripping = stripping;
    }

    /** Under which authority each agreement stands today, so that the accounting can say it when the agreement is no more. */
    public void open() {
        var known = new ArrayList<CompletableFuture<Void>>();
        for (var agreement : configuration.listAgreements()) {
            known.add(store.knowAuthority(agreement.id(), Integer.toString(agreement.version()), agreement.partner(), agreement.sha256(), agreement.authority()));
        }
        known.forEach(CompletableFuture::join); // they share a sync
    }

    /** Every disclosure of a message or of all messages of a record, and whether the journal that proves it is intact. */
    Reply account(String id, Caller caller) {
        if (!caller.operator()) return Reply.OPERATORS_ONLY;
        return Account.of(store, id).map(answer -> Reply.json(200, answer)).orElse(NamedRecord.NOT_FOUND);
    }

    Reply purge(String id, String reason, Caller caller) {
        if (!caller.operator()) return Reply.OPERATORS_ONLY;
        if (reason.isBlank() || reason.length() > 200) return Reply.problem(400, "A purge needs a reason.", "Give one of at most 200 characters; it stands in the journal, so let it name nobody.");
        return NamedRecord.of(store, id, messages -> purge(id, reason, messages));
    }

    private Reply purge(String id, String reason, List<String> messages) {
        if (messages.stream().anyMatch(store::isHeld)) return Reply.problem(409, "The record is held.", "Free it first: tearline retention free ID --reason REASON.");
        return Reply.json(200, Map.of("record", id, "messages", messages.size(), "purged", purging.purge(messages, reason.strip())));
    }

    Reply strip(String id, String reason, Caller caller) {
        if (!caller.operator()) return Reply.OPERATORS_ONLY;
        if (reason.isBlank() || reason.length() > 200) return Reply.problem(400, "This needs a reason.", "Give one of at most 200 characters; it stands in the journal, so let it name nobody.");
        return NamedRecord.of(store, id, messages -> {
            var result = stripping.strip(messages, reason.strip());
            return result.why().map(why -> Reply.problem(409, "It was not stripped.", why))
                    .orElseGet(() -> Reply.json(200, Map.of("record", id, "message", result.by().orElseThrow(), "finished", result.finished())));
        });
    }
}
