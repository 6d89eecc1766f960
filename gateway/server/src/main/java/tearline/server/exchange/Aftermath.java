package tearline.server.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tearline.engine.exchange.Exchange;
import tearline.engine.lifecycle.Copy;
import tearline.engine.lifecycle.Holding;
import tearline.engine.plan.Plan;
import tearline.engine.standard.Instants;
import tearline.server.store.GivesWay;
import tearline.server.store.NewCopy;
import tearline.server.store.PartName;

/** What the decisions about a part mean for what was given before: what leaves the queues, and what each partner knows it by. */
final class Aftermath {

    private static final List<String> STAYS = List.of("dead", "expired");
    private final Plan plan;
    private final Map<String, Exchange.Decided> decided = new HashMap<>();

    Aftermath(Plan plan, Exchange.Outcome outcome) {
        this.plan = plan;
        outcome.decided().forEach(one -> decided.put(one.agreement().id(), one));
    }

    List<GivesWay> givesWay() {
        var all = new ArrayList<GivesWay>();
        holdings().forEach((agreement, holding) -> holding.waiting().stream().filter(copy -> !isBase(agreement, holding, copy))
                .forEach(copy -> all.add(new GivesWay(agreement, PartName.of(copy.base()), copy.presence() == Copy.Presence.QUEUED))));
        return all;
    }

    Map<String, List<PartName>> replaced() {
        var all = new HashMap<String, List<PartName>>();
        holdings().forEach((agreement, holding) -> all.put(agreement, holding.all().stream().filter(key -> !isUnchanged(agreement) || !key.equals(holding.front().get(0).base())).map(PartName::of).toList()));
        return all;
    }

    /** Nothing is known by an acknowledgement or an error, and by what did not leave. */
    Optional<NewCopy> copy(Exchange.Decided one) {
        var header = plan.marked().record().header();
        var expires = Optional.ofNullable(header.getExpires()).flatMap(Instants::parse);
        if (!changesThings()) return Optional.empty();
        if (isUnchanged(one.agreement().id())) {
            var front = holding(one.agreement().id()).orElseThrow().front().get(0);
            return Optional.of(new NewCopy(front.documentId(), front.sender(), front.sent(), front.content(), front.ends(), Optional.of(PartName.of(front.base())), expires));
        }
        if (!one.decision().outcome().equals("pending")) return Optional.empty();
        return Optional.of(new NewCopy(one.decision().documentId(), one.given().sender(), one.given().sent(), one.given().content(), one.given().ends(), Optional.empty(), expires));
    }

    /** Where what was made did not leave, what was there stays. */
    private Map<String, Holding> holdings() {
        var all = new HashMap<String, Holding>();
        if (!changesThings()) return all;
        for (var agreement : plan.past().owns().keySet()) {
            var one = decided.get(agreement);
            if (one == null || !STAYS.contains(one.decision().outcome())) holding(agreement).ifPresent(holding -> all.put(agreement, holding));
        }
        return all;
    }

    private boolean changesThings() {
        return switch (plan.marked().record().header().getType()) {
            case ACK, ERROR -> false;
            case ALERT, UPDATE, CANCEL -> true;
        };
    }

    private boolean isBase(String agreement, Holding holding, Copy copy) {
        return isUnchanged(agreement) && copy.base().equals(holding.front().get(0).base());
    }

    private boolean isUnchanged(String agreement) {
        return Optional.ofNullable(decided.get(agreement)).map(one -> one.decision().reasons().contains(Exchange.UNCHANGED)).orElse(false);
    }

    private Optional<Holding> holding(String agreement) {
        return plan.past().of(agreement).holding();
    }
}
