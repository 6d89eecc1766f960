package tearline.server.look;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tearline.engine.config.Configuration;
import tearline.engine.exchange.Exchange;
import tearline.engine.plan.Plan;
import tearline.engine.rollup.Draft;
import tearline.engine.rollup.DraftStopped;
import tearline.engine.rollup.RollUp;
import tearline.server.door.Caller;
import tearline.server.exchange.Parts;
import tearline.server.store.JournalEntry;
import tearline.server.store.Store;

/** Drafts of situation reports for one partner: made when somebody asks, neither stored nor sent; the journal notes who asked. */
public final class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
    private static final Reply NOT_FOUND = Reply.problem(404, "There is no such incident for that partner.", "Ask with an incident id that messages name, and for a partner who may see one of them.");
    private final Configuration configuration;
    private final Store store;
    private final Parts parts;
    private final Exchange exchange;
    private final RollUp rollUp;
    private final Clock clock;

    public Incidents(Configuration configuration, Store store, Parts parts, Exchange exchange, RollUp rollUp, Clock clock) {
        this.configuration = configuration;
        this.store = store;
        this.parts = parts;
        this.exchange = exchange;
        this.rollUp = rollUp;
        this.clock = clock;
    }

    /** For the operator, and for the partner itself; anybody else learns not even whether there is one. */
    Reply draft(String incident, String partner, Caller caller) {
        boolean itself = caller.partner().map(one -> one.name().equals(partner)).orElse(false);
        if (!caller.operator() && !itself || configuration.findPartner(partner).isEmpty()) return NOT_FOUND;
        try {
            var draft = rollUp.draft(incident, partner, caller.operator() ? RollUp.Asker.OPERATOR : RollUp.Asker.PARTNER, plans(incident), clock.instant());
            if (draft.isEmpty()) return NOT_FOUND;
            note(draft.get(), partner, caller);
            return new Reply(200, "application/xml", draft.get().bytes(), draft.get().banner().isEmpty() ? Map.of() : Map.of("Tearline-Marking", draft.get().banner()));
        } catch (DraftStopped stopped) {
            LOG.error("a draft for {} was stopped: {}", partner, stopped.getMessage());
            store.journal(JournalEntry.of("draft-stopped", partner, json(Map.of("reason", stopped.getMessage())))
                    .withAttention("a draft for " + partner + " was stopped: " + stopped.getMessage())).join();
            return Reply.problem(500, "The draft was stopped.", "It may not be shown as it is; an operator has been told.");
        }
    }

    private List<Plan> plans(String incident) {
        var plans = new ArrayList<Plan>();
        for (var part : store.partsOfIncident(incident)) {
            parts.find(part.messageId(), part.index()).ifPresent(incoming -> plans.add(parts.plan(exchange.mark(incoming))));
        }
        return plans;
    }

    /** Ids alone: what an incident is called is its sender's word. */
    private void note(Draft draft, String partner, Caller caller) {
        var sources = draft.sources().stream().map(one -> one.messageId() + "/" + one.part()).toList();
        store.journal(JournalEntry.of("draft", draft.documentId(), json(Map.of("for", partner, "by", caller.operator() ? "operator" : partner,
                "sources", sources, "leftOut", draft.leftOut(), "blanks", draft.blanks().size())))).join();
    }

    private static String json(Map<String, Object> data) {
        try {
            return Reply.JSON.writer().without(com.fasterxml.jackson.databind.SerializationFeature.INDENT_OUTPUT).writeValueAsString(new java.util.TreeMap<>(data));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
