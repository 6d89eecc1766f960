package tearline.engine.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random histories against two models that know nothing of ours: what a sender means, and what a reader makes of what it gets. */
class HistoryTest {

    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
    private static final Instant NOW = START.plusSeconds(1800);

    /** One document: its number is its time; what it names, by number; how long it holds, in minutes; who sent it. */
    record Line(int number, Type type, Set<Integer> names, int minutes, String sender, boolean seen, int arrives) {}

    // The first: states of the sender's own documents, computed by going through them in the order of their times.

    @Property(tries = 500)
    void whatIsInForceIsWhatTheSenderMeans(@ForAll("histories") List<Line> history, @ForAll("orders") java.util.Random order) {
        var known = new ArrayList<>(history.stream().map(HistoryTest::told).toList());
        java.util.Collections.shuffle(known, order);
        var lifecycle = new Lifecycle(known);
        var active = new TreeSet<String>();
        for (var one : known) if (lifecycle.standing(one, NOW) == Lifecycle.Standing.ACTIVE) active.add(one.key());

        assertThat(active).isEqualTo(meant(history));
    }

    private static Set<String> meant(List<Line> history) {
        var standing = new LinkedHashMap<Integer, Line>();
        for (var line : history) {
            if (line.type() == Type.UPDATE || line.type() == Type.CANCEL) {
                for (int named : line.names()) if (named < line.number() && history.get(named).sender().equals(line.sender())) standing.remove(named);
            }
            if (line.type() == Type.ALERT || line.type() == Type.UPDATE) standing.put(line.number(), line);
        }
        var active = new TreeSet<String>();
        standing.values().stream().filter(line -> START.plusSeconds(60L * (line.number() + line.minutes())).isAfter(NOW)).forEach(line -> active.add("d" + line.number()));
        return active;
    }

    // The second: one reader with a tool that does what each product says, and a gateway that knows only what was delivered.

    /** The tool: it shows alerts and updates; an update or a cancellation takes away what it names. It complains of names it never had. */
    private static final class Reader {

        private final Map<String, String> shows = new HashMap<>();
        private final Set<String> had = new HashSet<>();
        private final List<String> dangling = new ArrayList<>();

        void gets(String id, Type type, Set<String> names, String says) {
            names.stream().filter(name -> !had.contains(name)).forEach(dangling::add);
            if (type != Type.ERROR) names.forEach(shows::remove);
            if (type == Type.ALERT || type == Type.UPDATE) shows.put(id, says);
            had.add(id);
        }
    }

    /**
     * Chains of one sender that come in any order, each seen or not by a view. In the end the reader shows exactly what is in
     * force and may be seen, and never met a name that it never had.
     */
    @Property(tries = 500)
    void aReaderShowsWhatStandsAndNeverMeetsANameItNeverHad(@ForAll("chains") List<Line> sent, @ForAll("orders") java.util.Random order) {
        var numbers = new ArrayList<>(sent.stream().map(Line::number).toList());
        if (order.nextBoolean()) java.util.Collections.shuffle(numbers, order);
        var history = sent.stream().map(line -> new Line(line.number(), line.type(), line.names(), line.minutes(), line.sender(), line.seen(), numbers.get(line.number()))).toList();
        var reader = new Reader();
        var copies = new HashMap<String, Copy>();
        var arrived = new ArrayList<Told>();
        var before = new ArrayList<>(history);
        before.sort(java.util.Comparator.comparingInt(Line::arrives));
        for (var line : before) {
            var told = told(line);
            var known = new ArrayList<>(arrived);
            known.add(told);
            var lifecycle = new Lifecycle(known);
            arrived.add(told);
            boolean over = lifecycle.replaced(told).isPresent(); // it came late
            var holding = Holding.of(told, lifecycle, copies);
            var names = new TreeSet<String>();
            (over ? holding.shown() : holding.held()).values().forEach(all -> all.forEach(copy -> names.add(copy.documentId())));
            var says = line.seen() ? "says " + line.number() % 3 : "";
            boolean ends = over || line.type() == Type.CANCEL || !line.seen();
            if (ends && names.isEmpty()) continue;
            var content = ends ? "ends" : says;
            var same = holding.front().size() == 1 ? holding.front().stream().filter(copy -> copy.content().equals(content)).findFirst() : java.util.Optional.<Copy>empty();
            if (same.isPresent() && !over) {
                copies.put(told.key(), same.get());
                continue;
            }
            var type = ends ? Type.CANCEL : names.isEmpty() ? Type.ALERT : Type.UPDATE;
            reader.gets("c-" + told.key(), type, names, says);
            copies.put(told.key(), new Copy(told.key(), Copy.Presence.ARRIVED, false, ends, "c-" + told.key(), "gateway", told.sent(), content));
        }

        assertThat(reader.dangling).isEmpty();
        var lifecycle = new Lifecycle(arrived);
        var visible = new ArrayList<String>();
        for (var line : history) {
            var told = told(line);
            if (lifecycle.replaced(told).isEmpty() && told.type().tells() && line.seen()) visible.add("says " + line.number() % 3);
        }
        assertThat(reader.shows.values()).as(history.toString()).containsExactlyInAnyOrderElementsOf(visible);
    }

    /** Whatever the answers to its deliveries were: a copy that may be there is named by what takes it back. */
    @Property(tries = 500)
    void aCancellationNamesEverythingThatMayStillBeShown(@ForAll("chains") List<Line> history, @ForAll("presences") List<Copy.Presence> presences) {
        var known = new ArrayList<Told>();
        var copies = new HashMap<String, Copy>();
        for (var line : history) {
            var told = told(new Line(line.number(), line.number() == 0 ? Type.ALERT : Type.UPDATE, line.number() == 0 ? Set.of() : Set.of(line.number() - 1), 600, "metro", true, line.number()));
            known.add(told);
            var presence = presences.get(line.number() % presences.size());
            copies.put(told.key(), new Copy(told.key(), presence, presence.waits(), false, "c-" + told.key(), "gateway", told.sent(), "says " + line.number()));
        }
        var last = history.size();
        var cancel = told(new Line(last, Type.CANCEL, Set.of(last - 1), 600, "metro", true, last));
        known.add(cancel);
        var named = new TreeSet<String>();
        Holding.of(cancel, new Lifecycle(known), copies).held().values().forEach(all -> all.forEach(copy -> named.add(copy.documentId())));

        var expected = new TreeSet<String>();
        for (int number = last - 1; number >= 0; number--) { // back to the first that arrived for certain
            var presence = copies.get("d" + number).presence();
            if (presence == Copy.Presence.ARRIVED || presence == Copy.Presence.GONE_DOUBTFUL || presence == Copy.Presence.QUEUED_DOUBTFUL) expected.add("c-d" + number);
            if (presence == Copy.Presence.ARRIVED) break;
        }
        assertThat(named).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<Line>> histories() {
        return lines(Arbitraries.of(Type.values()), Arbitraries.of("metro", "metro", "metro", "stranger"), Arbitraries.integers().between(0, 11).set().ofMaxSize(3));
    }

    /** Each follows one that went before it; some update what does not exist here. */
    @Provide
    Arbitrary<List<Line>> chains() {
        return lines(Arbitraries.of(Type.ALERT, Type.UPDATE, Type.UPDATE, Type.CANCEL), Arbitraries.just("metro"), Arbitraries.integers().between(0, 11).set().ofMinSize(1).ofMaxSize(2))
                .map(lines -> lines.stream().map(line -> new Line(line.number(), line.type(), line.type() == Type.ALERT ? Set.of() : line.names(), 600, line.sender(), line.seen(), line.number())).toList());
    }

    @Provide
    Arbitrary<java.util.Random> orders() {
        return Arbitraries.longs().map(java.util.Random::new);
    }

    @Provide
    Arbitrary<List<Copy.Presence>> presences() {
        return Arbitraries.of(Copy.Presence.values()).list().ofMinSize(1).ofMaxSize(8);
    }

    private static Arbitrary<List<Line>> lines(Arbitrary<Type> types, Arbitrary<String> senders, Arbitrary<Set<Integer>> names) {
        var line = Combinators.combine(types, names, Arbitraries.integers().between(1, 60), senders, Arbitraries.of(true, true, false)).as((type, named, minutes, sender, seen) ->
                new Line(0, type, named, minutes, sender, seen, 0));
        return line.list().ofMinSize(1).ofMaxSize(12).map(HistoryTest::numbered);
    }

    private static List<Line> numbered(List<Line> lines) {
        var all = new ArrayList<Line>();
        for (var line : lines) {
            int number = all.size();
            var names = new TreeSet<>(line.names());
            names.removeIf(name -> name >= lines.size());
            all.add(new Line(number, line.type(), names, line.minutes(), line.sender(), line.seen(), number));
        }
        // Nobody names what is still to come, but for a circle now and then: an update of what was sent later changes nothing.
        return all.stream().map(line -> line.type() == Type.CANCEL ? new Line(line.number(), line.type(), before(line), line.minutes(), line.sender(), line.seen(), line.arrives()) : line).toList();
    }

    private static Set<Integer> before(Line line) {
        var names = new TreeSet<>(line.names());
        names.removeIf(name -> name >= line.number());
        return names;
    }

    private static Told told(Line line) {
        var names = line.names().stream().map(number -> new Named(line.sender(), "d" + number, sent(number))).toList();
        return new Told("d" + line.number(), "alert", line.sender(), "d" + line.number(), sent(line.number()), "Actual", 0, line.type(), names,
                Optional.of(START.plusSeconds(60L * (line.number() + line.minutes()))));
    }

    private static String sent(int number) {
        return START.plusSeconds(60L * number).toString();
    }
}
