package tearline.server.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tearline.engine.config.RetentionRule;
import tearline.server.store.Kept;

/**
 * Until when a record is kept, and when somebody must look at it: the earliest of all rules that fit and of its own dates.
 *
 * @param messages every message of the record, the oldest first
 * @param purge    empty: nothing says so
 * @param strip    when it loses what identifies persons; empty: nothing says so, or it has
 */
record Term(List<Kept> messages, Optional<Instant> purge, Optional<Instant> strip, Optional<Instant> review, boolean held, int noticed) {

    /** Its time begins when its first document was created: an update makes nothing young again, a review does, and puts its own dates aside. */
    static Term of(List<Kept> messages, List<RetentionRule> rules) {
        var newest = messages.get(messages.size() - 1);
        var validated = messages.stream().flatMap(one -> one.validated().stream()).max(Comparator.naturalOrder());
        var begin = validated.orElseGet(() -> messages.stream().map(Kept::created).min(Comparator.naturalOrder()).orElseThrow());
        var fitting = rules.stream().filter(rule -> rule.fits(newest.kind(), newest.determination(), newest.contributor())).toList();
        var own = validated.isPresent() ? Stream.<Instant>empty() : messages.stream().flatMap(one -> one.purgeOn().stream()).skip(Math.max(0, messages.stream().filter(one -> one.purgeOn().isPresent()).count() - 1));
        var ownReview = validated.isPresent() ? Stream.<Instant>empty() : newest.reviewOn().stream();
        boolean stripped = newest.stripped();
        boolean strips = fitting.stream().anyMatch(RetentionRule::strips);
        var privacy = Stream.concat(stripped ? Stream.empty() : own, fitting.stream().filter(rule -> rule.strips() || rule == RetentionRule.FIVE_YEARS).map(rule -> begin.plus(Duration.ofDays(rule.maxDays())))).toList();
        var whole = fitting.stream().filter(rule -> !rule.strips() && rule != RetentionRule.FIVE_YEARS).map(rule -> begin.plus(Duration.ofDays(rule.maxDays())));
        return new Term(messages, earliest(strips ? whole : Stream.concat(privacy.stream(), whole)), strips && !stripped ? earliest(privacy.stream()) : Optional.empty(),
                earliest(Stream.concat(ownReview, fitting.stream().flatMap(rule -> rule.reviewDays().stream().mapToObj(days -> begin.plus(Duration.ofDays(days)))))),
                messages.stream().anyMatch(one -> one.held().isPresent()), newest.noticed());
    }

    private static Optional<Instant> earliest(Stream<Instant> times) {
        return times.min(Comparator.naturalOrder());
    }

    Kept newest() {
        return messages.get(messages.size() - 1);
    }

    /** The first thing that happens to it. */
    Optional<Instant> next() {
        return earliest(Stream.concat(purge.stream(), strip.stream()));
    }

    /** Which of the two that is; a purge leaves nothing to strip. */
    boolean isStrippedNext() {
        return strip.isPresent() && purge.filter(at -> !at.isAfter(strip.get())).isEmpty();
    }

    boolean isOver() {
        return messages.stream().allMatch(Kept::purged);
    }
}
