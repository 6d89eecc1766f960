package tearline.engine.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tearline.common.Kind;
import tearline.common.MessageType;
import tearline.common.Reference;
import tearline.engine.config.Agreement;
import tearline.engine.config.Configuration;
import tearline.engine.config.Operation;
import tearline.engine.config.Overlay;
import tearline.engine.house.House;
import tearline.engine.mapping.MappingFault;
import tearline.engine.mapping.Mappings;
import tearline.engine.mark.Incoming;
import tearline.engine.mark.Marked;
import tearline.engine.mark.Marker;
import tearline.engine.marking.Banner;
import tearline.engine.message.Withdrawal;
import tearline.engine.model.Record;
import tearline.engine.plan.Past;
import tearline.engine.plan.Plan;
import tearline.engine.plan.Planner;
import tearline.engine.plan.View;
import tearline.engine.release.AllowList;
import tearline.engine.release.Contents;
import tearline.engine.release.Derivative;
import tearline.engine.release.Redactor;
import tearline.engine.release.Release;
import tearline.engine.render.Cover;
import tearline.engine.render.Rendered;
import tearline.engine.render.Renderer;
import tearline.engine.verify.Bounds;
import tearline.engine.verify.Leaving;
import tearline.engine.verify.Verifier;

/** The steps from an accepted part to a decision for each agreement, one method a step; routes and preview call the same ones. */
public final class Exchange {

    /** What became of a part: a decision with its products for every covered agreement, and why the others are not covered. */
    public record Outcome(Plan plan, List<Decided> decided) {}

    /** A decision, and the bytes it speaks of with what stands on them, by door. */
    public record Decided(Agreement agreement, Decision decision, Map<String, List<byte[]>> bytes, Map<String, List<Cover>> covers, Given given) {}

    /**
     * What a partner knows from now on. Not for anybody's eyes.
     *
     * @param ends    what it had was taken back
     * @param bare    and not a word more was said
     * @param sender  as it stands in its copy, like sent
     * @param content keyed digest of what it reads
     */
    public record Given(boolean ends, boolean bare, String sender, String sent, String content) {

        static final Given NOTHING = new Given(false, false, "", "", "");
    }

    private static final Set<MessageType> TAKES_BACK = Set.of(MessageType.ALERT, MessageType.UPDATE, MessageType.CANCEL);

    /** The reason code where a message says nothing that this partner does not know already. */
    public static final String UNCHANGED = "UNCHANGED";
    private final Mappings mappings;
    private final Marker marker;
    private final Planner planner;
    private final Redactor redactor;
    private final Renderer renderer;
    private final Verifier verifier;
    private final Seal seal;
    private final Contents contents;
    private final Outside outside;

    public Exchange(House house, Configuration configuration) {
        this(house, configuration, Outside.NOTHING);
    }

    public Exchange(House house, Configuration configuration, Outside outside) {
        this.outside = outside;
        mappings = house.mappings();
        marker = new Marker(house.model());
        planner = new Planner(configuration);
        var key = configuration.gateway().identifierKey().bytes();
        redactor = new Redactor(new Derivative(key, configuration.gateway().sender()), house.model());
        contents = new Contents(key);
        renderer = new Renderer(house.mappings(), house.checker(), configuration.gateway().sender());
        verifier = new Verifier(house.shelf(), house.categories());
        seal = new Seal(configuration.gateway().signingKey(), renderer, mappings);
    }

    public Marked mark(Incoming incoming) {
        return marker.mark(incoming, toCommon(incoming));
    }

    private Record toCommon(Incoming incoming) {
        if (incoming.part().isRecord()) return Record.of(incoming.part().document());
        var record = Record.of(mappings.toCommon(incoming.part().standard().orElseThrow().name(), incoming.part().document()));
        return incoming.updates().isEmpty() ? record : record.updating(incoming.updates().stream().map(Exchange::reference).toList());
    }

    private static Reference reference(Withdrawal.Carried earlier) {
        var reference = new Reference();
        reference.setSender(earlier.sender());
        reference.setId(earlier.id());
        reference.setSent(earlier.sent());
        return reference;
    }

    public Plan plan(Marked marked, Past past, Instant now) {
        return planner.plan(marked, past, now);
    }

    /** What a view lets through; compiled when it is first asked for. */
    public AllowList allowList(View view) {
        return redactor.lists().get(view);
    }

    /** Whoever holds what is updated or cancelled learns at least that it no longer stands (design §3.6). */
    public Release release(Plan.ViewGroup group) {
        var release = redactor.release(group);
        boolean silent = release.record().isEmpty() || group.marked().incoming().part().isRecord(); // nothing that its sender wrote
        return group.over() || isOurs(group) || silent && holds(group) ? redactor.takingBack(group, release) : release;
    }

    /** What nobody counts is ended in nobody else's name; a report is, or who holds it would not know it. */
    private static boolean isOurs(Plan.ViewGroup group) {
        return group.marked().incoming().from() == Incoming.From.ENDED && group.marked().record().header().getKind() != Kind.SAR;
    }

    private static boolean holds(Plan.ViewGroup group) {
        return group.held().filter(held -> !held.isEmpty()).isPresent() && TAKES_BACK.contains(group.marked().record().header().getType());
    }

    /** Where no format can say what is left, the copies that its readers hold are taken back like those of a message of which nothing is. */
    public Rendered render(Release release) {
        var rendered = renderer.render(release);
        return rendered.silent() && holds(release.group()) ? renderer.render(redactor.takingBack(release.group(), release)) : rendered;
    }

    /** Each product once more, with all that goes beside it, read as its receiver will; what holds a withheld value stops here. */
    public Rendered verify(Rendered rendered) {
        var bounds = bounds(rendered.release());
        var watch = verifier.watch(bounds); // how hidden values may be written is worked out once a release
        var verified = new ArrayList<Rendered.Made>();
        for (var made : rendered.made()) {
            var stop = made.stopped() ? Optional.<String>empty() : stop(watch, rendered.release(), made, bounds.kind());
            verified.add(stop.map(made::stoppedBecause).orElseGet(() -> seal.on(made)));
        }
        return new Rendered(rendered.release(), List.copyOf(verified));
    }

    private Optional<String> stop(Verifier.Watch watch, Release release, Rendered.Made made, String kind) {
        var stop = watch.stop(new Leaving(made.bytes(), made.mediaType(), mappings.grammars(made.format(), kind), beside(release, made), made.asWritten()));
        if (stop.isPresent()) return stop;
        try {
            return outside.of(made).stream().map(watch::stop).flatMap(Optional::stream).findFirst();
        } catch (MappingFault fault) {
            return Optional.of(Verifier.CANNOT_READ); // the list that should hold it cannot be written
        }
    }

    /** File name, headers, and its line in a list. */
    private static List<String> beside(Release release, Rendered.Made made) {
        return Stream.concat(Stream.of(made.fileName(), made.mediaType(), release.documentId(), release.banner()), made.cover().words()).toList();
    }

    private static Bounds bounds(Release release) {
        var view = release.group().view();
        var kind = release.group().marked().record().header().getKind();
        var keeps = view.keeps().entrySet().stream().filter(one -> !(one.getValue() instanceof Operation.Drop)).map(Map.Entry::getKey).collect(Collectors.toSet());
        return new Bounds(release.secrets(), release.shown(), Optional.of(view.clearance()), keeps, kind.value(), release.whole() ? "" : release.banner(), release.notices(), kind != Kind.ALERT,
                view.keeps().values().stream().anyMatch(Operation::lowersPrivacy));
    }

    /** The whole road at once, as preview and the agreements' own tests walk it: nobody holds an earlier message. */
    public Outcome run(Incoming incoming, Instant now) {
        var plan = plan(mark(incoming), Past.unknown(), now);
        return decide(plan, plan.views().stream().map(group -> verify(render(release(group)))).toList());
    }

    /** One decision for each agreement, from all of its views and products. */
    public Outcome decide(Plan plan, List<Rendered> rendered) {
        var building = new LinkedHashMap<String, DecisionBuilder>();
        for (var one : rendered) {
            for (var entry : one.release().group().entries()) {
                building.computeIfAbsent(entry.agreement().id(), any -> new DecisionBuilder(plan, entry.agreement())).add(one, entry);
            }
        }
        var decided = new ArrayList<Decided>();
        building.values().forEach(builder -> decided.add(builder.build()));
        for (var agreement : plan.expired()) decided.add(new DecisionBuilder(plan, agreement).over("expired", "EXPIRED-ON-ARRIVAL"));
        for (var agreement : plan.gaveWay()) decided.add(new DecisionBuilder(plan, agreement).over("superseded", plan.past().gaveWay().orElseThrow()));
        return new Outcome(plan, decided);
    }

    private final class DecisionBuilder {

        private final Plan plan;
        private final Agreement agreement;
        private final List<Decision.ProductMade> products = new ArrayList<>();
        private final Map<String, List<byte[]>> bytes = new LinkedHashMap<>();
        private final Map<String, List<Cover>> covers = new LinkedHashMap<>();
        private final Map<String, TreeSet<String>> withheld = new LinkedHashMap<>();
        private final Set<String> silent = new TreeSet<>();
        private final List<Release> releases = new ArrayList<>();
        private final Set<Overlay> overlays = new LinkedHashSet<>();
        private Release release;
        private Given given = Given.NOTHING;

        DecisionBuilder(Plan plan, Agreement agreement) {
            this.plan = plan;
            this.agreement = agreement;
        }

        void add(Rendered rendered, Plan.Entry entry) {
            release = rendered.release();
            if (!releases.contains(release) && release.record().isPresent()) releases.add(release);
            overlays.addAll(entry.overlays());
            release.withheld().forEach(one -> withheld.computeIfAbsent(one.category(), any -> new TreeSet<>()).addAll(one.reasons()));
            for (var made : rendered.made()) {
                if (!made.entries().contains(entry)) continue;
                if (made.silent()) {
                    silent.add(made.stop());
                    continue;
                }
                products.add(new Decision.ProductMade(entry.product().door(), made.format(), made.form(), made.mediaType(), made.fileName(), made.digest(), made.bytes().length, made.original(), made.fidelity().orElse(null), made.stop(),
                        made.stopped() ? List.of() : entry.product().profile().map(profile -> renderer.lacking(profile, made.bytes())).orElse(List.of())));
                bytes.computeIfAbsent(entry.product().door(), any -> new ArrayList<>()).add(made.bytes());
                covers.computeIfAbsent(entry.product().door(), any -> new ArrayList<>()).add(made.cover());
            }
        }

        Decided build() {
            var stops = products.stream().map(Decision.ProductMade::stop).filter(stop -> !stop.isEmpty()).distinct().toList();
            // Fail closed, for the agreement as a whole: an operator looks before anything of it leaves.
            if (!stops.isEmpty()) return decided("dead", List.copyOf(new TreeSet<>(stops)));
            if (products.isEmpty()) {
                var reasons = new TreeSet<>(silent);
                withheld.values().forEach(reasons::addAll);
                return decided("withheld", List.copyOf(reasons));
            }
            given = given();
            if (given.content().equals(plan.past().content(agreement.id())) && !takesThePlaceOfWhatWaits()) {
                products.clear();
                bytes.clear();
                covers.clear();
                return decided("withheld", List.of(UNCHANGED));
            }
            return decided("pending", List.of());
        }

        /** What waits is purged with the version that it was made of, so nothing can stand in for what is left of that. */
        private boolean takesThePlaceOfWhatWaits() {
            return plan.marked().incoming().from() == Incoming.From.STRIPPED && plan.past().of(agreement.id()).holding().filter(holding -> !holding.waiting().isEmpty()).isPresent();
        }

        /** The same doors and formats and the same words: no news. */
        private Given given() {
            var said = products.stream().map(one -> one.door() + " " + one.format() + " " + one.form()).sorted().toList();
            var content = contents.digest(said, releases);
            var header = Record.of(releases.get(0).record().orElseThrow()).header();
            return new Given(header.getType() == MessageType.CANCEL, releases.stream().allMatch(Contents::isBare), header.getSender(), header.getSent(), content);
        }

        Decided over(String outcome, String reason) {
            return decided(outcome, List.of(reason));
        }

        private Decided decided(String outcome, List<String> reasons) {
            var categories = withheld.entrySet().stream().map(one -> new Release.Withheld(one.getKey(), one.getValue())).toList();
            var decision = new Decision(agreement.partner(), agreement.id(), agreement.version(), agreement.sha256(), outcome, reasons, categories,
                    release == null ? "" : release.group().view().digest(), release == null ? "" : release.allowList(), Banner.of(plan.marked().banner()), release == null ? "" : release.banner(),
                    release == null ? "" : release.documentId(), List.copyOf(products), overlays.stream().map(Decision.Overlaid::of).toList());
            return new Decided(agreement, decision, bytes, covers, given);
        }
    }
}
