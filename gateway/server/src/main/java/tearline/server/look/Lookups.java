package tearline.server.look;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tearline.engine.config.Agreement;
import tearline.engine.config.Configuration;
import tearline.engine.config.Deadlines;
import tearline.engine.config.Disclosure;
import tearline.engine.exchange.Exchange;
import tearline.server.door.Caller;
import tearline.server.exchange.Parts;
import tearline.server.store.Store;
import tearline.server.store.StoredMessage;
import tearline.server.store.Verdict;

/** What an operator, a sender or a partner may learn afterwards: receipts, decisions with their reasons, and what needs attention. */
public final class Lookups {

    private static final Reply NOT_FOUND = Reply.problem(404, "There is no such message for you.", "Ask with the id of your receipt.");
    private final Configuration configuration;
    private final Store store;
    private final Parts parts;
    private final Exchange exchange;
    private final Clock clock;

    public Lookups(Configuration configuration, Store store, Parts parts, Exchange exchange, Clock clock) {
        this.configuration = configuration;
        this.store = store;
        this.parts = parts;
        this.exchange = exchange;
        this.clock = clock;
    }

    /** The receipt, for its sender and the operator. */
    public Reply message(String id, Caller caller) {
        return store.find(id).filter(message -> caller.operator() || isSender(caller, message)).map(message -> Reply.json(200, tree(message.receiptJson()))).orElse(NOT_FOUND);
    }

    /** Why each partner did or did not get each part: all of it for the operator, without names for the sender, its own for a partner. */
    public Reply explain(String id, Caller caller) {
        var message = store.find(id);
        if (message.isEmpty()) return NOT_FOUND;
        var verdicts = store.verdicts(id);
        boolean sender = isSender(caller, message.get());
        var own = caller.partner().map(one -> one.name()).orElse("");
        if (!caller.operator() && !sender && verdicts.stream().noneMatch(verdict -> isOwn(verdict, own))) return NOT_FOUND;
        var explained = new ArrayList<Map<String, Object>>();
        for (var part : store.parts(id)) {
            var agreements = new ArrayList<Map<String, Object>>();
            for (var verdict : verdicts) {
                if (verdict.part() != part.index()) continue;
                if (caller.operator()) agreements.add(named(verdict, tree(verdict.decisionJson())));
                else if (sender) agreements.add(decided(verdict, Words.ofSomebody(verdict.outcome().word(), tree(verdict.decisionJson()))));
                else if (isOwn(verdict, own)) agreements.add(named(verdict, OwnDecision.of(tree(verdict.decisionJson()), discloses(verdict))));
            }
            if (agreements.isEmpty() && !caller.operator() && !sender) continue;
            if (caller.operator() || sender) agreements.addAll(notCovered(id, part.index(), verdicts, caller.operator()));
            var row = new LinkedHashMap<String, Object>();
            row.put("part", part.index());
            row.put("standard", part.standard());
            row.put("status", part.status());
            row.put("agreements", agreements);
            explained.add(row);
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("message", id);
        if (caller.operator()) answer.put("from", message.get().partner());
        answer.put("received", message.get().receivedAt());
        answer.put("parts", explained);
        return Reply.json(200, answer);
    }

    /** Everything that an operator must know and has not settled. */
    public Reply attention(Caller caller) {
        if (!caller.operator()) return NOT_FOUND;
        var list = new ArrayList<Object>(store.attention());
        var today = clock.instant().atOffset(java.time.ZoneOffset.UTC).toLocalDate();
        Deadlines.on(configuration, today).forEach(one -> list.add(Map.of("kind", one.kind(), "subject", one.subject(), "text", one.text())));
        return Reply.json(200, Map.of("attention", list, "ledger", store.ledger()));
    }

    private boolean isOwn(Verdict verdict, String partner) {
        return verdict.partner().equals(partner) && OwnDecision.mayKnow(verdict, tree(verdict.decisionJson()), discloses(verdict));
    }

    /** Of an agreement that is no more, nothing is disclosed. */
    private Disclosure discloses(Verdict verdict) {
        return configuration.listAgreements().stream().filter(agreement -> agreement.id().equals(verdict.agreement())).findFirst().map(Agreement::discloses).orElse(Disclosure.NOTHING);
    }

    private static Map<String, Object> named(Verdict verdict, JsonNode decision) {
        var row = new LinkedHashMap<String, Object>();
        row.put("partner", verdict.partner());
        row.put("agreement", verdict.agreement());
        row.put("version", verdict.version());
        row.putAll(decided(verdict, Words.of(verdict.outcome().word(), decision, verdict.partner())));
        row.put("decision", decision);
        return row;
    }

    private static Map<String, Object> decided(Verdict verdict, String inWords) {
        var row = new LinkedHashMap<String, Object>();
        row.put("verdict", verdict.outcome().word());
        row.put("decidedAt", verdict.decidedAt());
        row.put("inWords", inWords);
        return row;
    }

    /** Not covered is no verdict: why not is computed anew from the message, while it is still there; its sender is told no name. */
    private List<Map<String, Object>> notCovered(String id, int part, List<Verdict> verdicts, boolean named) {
        var rows = new ArrayList<Map<String, Object>>();
        parts.find(id, part).ifPresent(incoming -> {
            if (!incoming.part().accepted()) return;
            for (var one : parts.plan(exchange.mark(incoming)).notCovered()) {
                if (verdicts.stream().anyMatch(verdict -> verdict.part() == part && verdict.agreement().equals(one.agreement()))) continue;
                var row = new LinkedHashMap<String, Object>();
                if (named) {
                    row.put("partner", one.partner());
                    row.put("agreement", one.agreement());
                    row.put("version", Integer.toString(one.version()));
                }
                row.put("verdict", "not-covered");
                row.put("inWords", (named ? one.partner() : "one partner") + " got nothing: " + one.reason() + ".");
                rows.add(row);
            }
        });
        return rows;
    }

    private static boolean isSender(Caller caller, StoredMessage message) {
        return caller.partner().map(partner -> partner.name().equals(message.partner())).orElse(false);
    }

    private static JsonNode tree(String json) {
        try {
            return Reply.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the store holds is no JSON", e);
        }
    }
}
