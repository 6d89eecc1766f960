package tearline.server.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tearline.engine.Code;
import tearline.engine.Refusal;
import tearline.server.door.Arrival;
import tearline.server.store.Ids;
import tearline.server.store.JournalEntry;
import tearline.server.store.Store;

/** Declines a message: the journal gets an entry without content, the sender gets code, findings and advice. */
public final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private final Store store;
    private final Clock clock;

    public Refusals(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Answer refuse(Refusal refusal, Arrival arrival) {
        return refuse(refusal, arrival.door(), arrival.partner().name(), arrival.bytes().length, arrival.wantsXml());
    }

    public Answer refuse(Refusal refusal, String door, String partner, int size, HttpServletRequest request) {
        return refuse(refusal, door, partner, size, Answer.prefersXml(request.getHeader("Accept")));
    }

    private Answer refuse(Refusal refusal, String door, String partner, int size, boolean xml) {
        var code = refusal.code();
        var id = Ids.refusal(clock.instant());
        journal(code, id, door, partner, size, refusal);
        LOG.info("refused {} from {} at {}: {} {}", id, partner.isEmpty() ? "nobody known" : partner, door, code.id(), code.sentence());
        var answer = new Answer(code.status(), "urn:tearline:problem:" + code.id(), "The message " + code.sentence() + ".", code.id(), code.advice(), id, "", "",
                List.of(), refusal.findings(), 0, xml);
        return code == Code.CANNOT_STORE ? later(answer) : answer;
    }

    /** Nothing was kept: the store itself is the trouble, so there is no entry either. */
    public Answer cannotStore(int retryAfterSeconds, boolean xml) {
        var code = Code.CANNOT_STORE;
        return new Answer(code.status(), "urn:tearline:problem:" + code.id(), "The message " + code.sentence() + ".", code.id(), code.advice(), "", "", "", List.of(), List.of(), retryAfterSeconds, xml);
    }

    private static Answer later(Answer answer) {
        return new Answer(answer.status(), answer.type(), answer.title(), answer.code(), answer.detail(), answer.id(), "", "", List.of(), answer.findings(), 30, answer.xml());
    }

    private void journal(Code code, String id, String door, String partner, int size, Refusal refusal) {
        var where = refusal.findings().isEmpty() ? "" : ",\"line\":" + refusal.findings().get(0).line();
        var entry = JournalEntry.of(code == Code.SPILL ? "spill" : "refused", id,
                "{\"code\":\"" + code.id() + "\",\"door\":\"" + door + "\",\"partner\":\"" + partner + "\",\"bytes\":" + size + where + "}");
        if (code == Code.SPILL) entry = entry.withAttention("a message from " + partner + " was marked above UNCLASSIFIED and refused; its sender was told to recall it");
        store.journal(entry).exceptionally(e -> {
            LOG.error("the refusal {} could not be written to the journal: {}", id, e.getClass().getSimpleName());
            return null;
        });
    }
}
