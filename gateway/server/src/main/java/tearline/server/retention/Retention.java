package tearline.server.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tearline.engine.config.RetentionRule;
import tearline.engine.model.Record;
import tearline.server.store.Kept;
import tearline.server.store.Store;

/** Keeps records as long as law and agreement allow: once an hour it tells the operator what comes due, and purges what is. */
public final class Retention implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int PAGE = 200;
    private static final int[] NOTICES = {30, 90};
    private static final int REVIEW = 91;
    private static final int OVERDUE = 0;
    private final Store store;
    private final List<RetentionRule> rules;
    private final BiFunction<String, Integer, Optional<Record>> records;
    private final BiConsumer<List<String>, String> purge;
    private final BiFunction<String, String, Optional<String>> strip;
    private final Clock clock;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "retention");
        thread.setDaemon(true);
        return thread;
    });

    /** Records are read by message and part; purge and strip take messages and a reason, and strip says why it could not. */
    public Retention(Store store, List<RetentionRule> rules, BiFunction<String, Integer, Optional<Record>> records, BiConsumer<List<String>, String> purge,
                     BiFunction<String, String, Optional<String>> strip, Clock clock) {
        this.store = store;
        this.rules = List.copyOf(rules);
        this.records = records;
        this.purge = purge;
        this.strip = strip;
        this.clock = clock;
    }

    public void start() {
        hourly.scheduleWithFixedDelay(this::pass, 1, 60, TimeUnit.MINUTES);
    }

    private void pass() {
        try {
            sweep();
        } catch (RuntimeException later) {
            LOG.warn("retention was not looked after, in an hour again: {}", later.getClass().getSimpleName());
        }
    }

    /** Everything that is due now. */
    public synchronized void sweep() {
        read();
        var now = clock.instant();
        for (var term : terms()) {
            if (!term.isOver()) look(term, now);
        }
    }

    List<Term> terms() {
        var byRecord = new LinkedHashMap<String, List<Kept>>();
        for (var kept : store.kept()) byRecord.computeIfAbsent(kept.record(), any -> new ArrayList<>()).add(kept);
        return byRecord.values().stream().map(messages -> Term.of(messages, rules)).toList();
    }

    /** Every message of the same record, the given one in any case. */
    public List<String> together(String message) {
        read();
        return terms().stream().filter(term -> term.messages().stream().anyMatch(one -> one.messageId().equals(message))).findFirst()
                .map(term -> term.messages().stream().map(Kept::messageId).toList()).orElse(List.of(message));
    }

    /** Each record that is still there and has a time, the most urgent first. */
    public List<Map<String, Object>> list() {
        read();
        return terms().stream().filter(term -> !term.isOver() && (term.next().isPresent() || term.review().isPresent() || term.held()))
                .sorted(Comparator.comparing(term -> term.next().orElse(Instant.MAX))).map(term -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("messages", term.messages().stream().map(Kept::messageId).toList());
                    row.put("kind", term.newest().kind());
                    row.put("purge", term.purge().map(Retention::day).orElse(""));
                    row.put("strip", term.strip().map(Retention::day).orElse(""));
                    row.put("stripped", term.newest().stripped());
                    row.put("review", term.review().map(Retention::day).orElse(""));
                    row.put("held", term.held());
                    row.put("validated", term.messages().stream().flatMap(one -> one.validated().stream()).max(Comparator.naturalOrder()).map(Retention::day).orElse(""));
                    return (Map<String, Object>) row;
                }).toList();
    }

    private void look(Term term, Instant now) {
        var due = term.next().filter(at -> !at.isAfter(now));
        var message = term.newest().messageId();
        if (due.isEmpty()) notice(term, message, now);
        else if (term.held()) overdue(term, "should be " + done(term) + " since " + day(due.get()) + ", and is held");
        else if (!term.isStrippedNext()) purge.accept(term.messages().stream().map(Kept::messageId).toList(), because(due.get()));
        else strip.apply(message, because(due.get())).ifPresent(why -> overdue(term, "should be stripped since " + day(due.get()) + ". " + why));
    }

    private static String because(Instant due) {
        return "retention: its time was over on " + day(due);
    }

    private static String done(Term term) {
        return term.isStrippedNext() ? "stripped of its privacy" : "purged";
    }

    private void overdue(Term term, String text) {
        if (term.noticed() > OVERDUE) store.noticeRetention(term.newest().messageId(), OVERDUE, text).join();
    }

    private void notice(Term term, String message, Instant now) {
        for (int days : NOTICES) {
            if (term.next().isEmpty() || term.next().get().isAfter(now.plus(Duration.ofDays(days)))) continue;
            if (term.noticed() > days) store.noticeRetention(message, days, "will be " + done(term) + " on " + day(term.next().get()) + " unless somebody validates it").join();
            return;
        }
        if (term.review().filter(at -> !at.isAfter(now)).isPresent() && term.noticed() > REVIEW) store.noticeRetention(message, REVIEW, "is to be reviewed since " + day(term.review().get())).join();
    }

    static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** Each message once: what it says of its time does not change. */
    synchronized void read() {
        List<String> page;
        do {
            page = store.unreadForRetention(PAGE);
            for (var message : page) store.rememberKept(read(message)).join();
        } while (page.size() == PAGE);
    }

    /** Of several records in one message the one with the shortest time speaks for all; where none can be read it is counted as a report from its receipt. */
    private Kept read(String message) {
        var received = store.find(message).orElseThrow().receivedAt();
        try {
            return store.parts(message).stream().filter(part -> !part.status().equals("refused")).flatMap(part -> records.apply(message, part.index()).stream())
                    .map(record -> RecordDates.of(message, received, record)).min((one, other) -> soonest(one).compareTo(soonest(other))).orElseGet(() -> unknown(message, received));
        } catch (RuntimeException fault) {
            LOG.warn("{} could not be read for its dates: {}", message, fault.getClass().getSimpleName());
            return unknown(message, received);
        }
    }

    private Instant soonest(Kept kept) {
        return Term.of(List.of(kept), rules).next().orElse(Instant.MAX);
    }

    private static Kept unknown(String message, Instant received) {
        return new Kept(message, "sar\n\n" + message, "sar", "", "", received, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Kept.NOBODY_TOLD, false, false);
    }

    @Override
    public void close() {
        hourly.shutdownNow();
    }
}
