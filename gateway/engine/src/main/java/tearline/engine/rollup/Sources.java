package tearline.engine.rollup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tearline.engine.exchange.Exchange;
import tearline.engine.marking.Label;
import tearline.engine.marking.MarkParser;
import tearline.engine.model.HiddenValue;
import tearline.engine.model.Record;
import tearline.engine.plan.Plan;
import tearline.engine.release.Release;
import tearline.engine.verify.Bounds;
import tearline.engine.verify.Leaving;
import tearline.engine.verify.Verifier;
import tearline.engine.xml.Saxon;

/** The releases that a draft for one partner may use. */
final class Sources {

    /** A release, and what it is marked with. */
    record Source(Release release, Label label) {

        Record record() {
            return Record.of(release.record().orElseThrow());
        }

        /** Those that the partner may know it belongs to; quotation marks that were not needed are no part of an id. */
        List<String> incidents() {
            return record().header().getIncident().stream().map(one -> one.replace("\"", "").strip()).toList();
        }
    }

    private final Exchange exchange;
    private final Verifier verifier;

    Sources(Exchange exchange, Verifier verifier) {
        this.exchange = exchange;
        this.verifier = verifier;
    }

    /** Of the partner's own agreements; nothing where it is not covered, may see nothing, or nobody can read the mark. */
    List<Source> releases(String partner, List<Plan> plans) {
        var sources = new ArrayList<Source>();
        for (var plan : plans) of(partner, plan).ifPresent(sources::add);
        return sources;
    }

    private Optional<Source> of(String partner, Plan plan) {
        for (var group : plan.views()) {
            var own = group.entries().stream().filter(entry -> entry.partner().equals(partner)).toList();
            if (own.isEmpty()) continue;
            var release = exchange.release(new Plan.ViewGroup(group.marked(), group.view(), group.held(), group.over(), own));
            var label = release.banner().isEmpty() ? Label.PUBLIC : new MarkParser().parse(release.banner()).label();
            if (release.record().isPresent() && label.understood()) return Optional.of(new Source(release, label));
        }
        return Optional.empty();
    }

    /** What one source withholds, another may not bring back: next to each other they would tell what each alone does not. */
    List<Source> keepingSecrets(List<Source> sources) {
        var kept = new ArrayList<Source>();
        for (var source : sources) {
            var others = new HashSet<HiddenValue>();
            for (var other : sources) if (other != source) others.addAll(other.release().secrets());
            var bytes = Saxon.serialize(source.release().record().orElseThrow());
            if (verifier.stop(new Leaving(bytes, "application/xml", "", List.of(), false), Bounds.of(others)).isEmpty()) kept.add(source);
        }
        return kept;
    }
}
