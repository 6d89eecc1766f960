package tearline.engine.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tearline.engine.config.Agreement;
import tearline.engine.config.Configuration;
import tearline.engine.config.Operation;
import tearline.engine.config.Overlay;
import tearline.engine.config.Partner;
import tearline.engine.marking.Clearance;
import tearline.engine.marking.Dominance;
import tearline.engine.marking.KnownMarks;
import tearline.engine.marking.Label;

/** Who may see what by a configuration, mark by mark and category by category; and who newly sees what by another one. */
public final class Matrix {

    /**
     * What one agreement gives at a time.
     *
     * @param when       empty; or the activation or emergency in which it gives this
     * @param marks      every known mark, with the reasons why not; none where it may be seen
     * @param categories what happens to each category that may leave
     */
    public record Column(String partner, String agreement, String when, Map<String, Set<String>> marks, Map<String, String> categories) {

        public String name() {
            return when.isEmpty() ? partner : partner + " (" + when + ")";
        }

        Set<String> seen() {
            var seen = new TreeSet<String>();
            marks.forEach((mark, reasons) -> { if (reasons.isEmpty()) seen.add(mark); });
            return seen;
        }
    }

    /** What changed for one column. */
    public record Change(String name, Set<String> newlySeen, Set<String> noLongerSeen, Set<String> newlyKept, Set<String> noLongerKept) {

        public boolean nothing() {
            return newlySeen.isEmpty() && noLongerSeen.isEmpty() && newlyKept.isEmpty() && noLongerKept.isEmpty();
        }
    }

    private final Dominance dominance = new Dominance();
    private final Map<String, Label> marks = KnownMarks.each();
    private final List<Column> columns = new ArrayList<>();

    public Matrix(Configuration configuration, Instant now) {
        for (var partner : configuration.partners()) {
            for (var agreement : partner.agreements()) add(configuration, partner, agreement, now);
        }
    }

    public List<Column> columns() {
        return List.copyOf(columns);
    }

    /** What the other, older one did not give, or gave and this one does not; only what changed. */
    public List<Change> since(Matrix older) {
        var names = new TreeSet<String>();
        columns.forEach(one -> names.add(one.name()));
        older.columns.forEach(one -> names.add(one.name()));
        return names.stream().map(name -> change(name, columns, older.columns)).filter(change -> !change.nothing()).toList();
    }

    private static Change change(String name, List<Column> now, List<Column> before) {
        Set<String> sees = new TreeSet<>(), saw = new TreeSet<>(), keeps = new TreeSet<>(), kept = new TreeSet<>();
        now.stream().filter(one -> one.name().equals(name)).forEach(one -> { sees.addAll(one.seen()); one.categories().forEach((category, how) -> keeps.add(category + " (" + how + ")")); });
        before.stream().filter(one -> one.name().equals(name)).forEach(one -> { saw.addAll(one.seen()); one.categories().forEach((category, how) -> kept.add(category + " (" + how + ")")); });
        return new Change(name, without(sees, saw), without(saw, sees), without(keeps, kept), without(kept, keeps));
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private void add(Configuration configuration, Partner partner, Agreement agreement, Instant now) {
        columns.add(column(partner, agreement, "", View.clearance(partner, agreement, agreement.suspended() ? Set.of() : agreement.grants(), now)));
        for (var product : agreement.products()) {
            var when = (product.when().mode() + " " + product.when().purpose()).strip();
            if (product.when().grants().isEmpty() || columns.stream().anyMatch(one -> one.agreement().equals(agreement.id()) && one.when().equals(when))) continue;
            columns.add(column(partner, agreement, when, View.clearance(partner, agreement, product.when().grants().get(), now)));
        }
        for (var emergency : configuration.overlays()) {
            if (!emergency.emergency() || !emergency.partners().contains(partner.name()) || !now.isBefore(emergency.until())) continue;
            columns.add(column(partner, agreement, "emergency " + emergency.name(), View.clearance(partner, agreement, with(agreement, emergency), now)));
        }
    }

    private static Set<String> with(Agreement agreement, Overlay emergency) {
        var grants = new TreeSet<>(agreement.grants());
        grants.addAll(emergency.adds());
        return grants;
    }

    private Column column(Partner partner, Agreement agreement, String when, Clearance clearance) {
        var reasons = new LinkedHashMap<String, Set<String>>();
        marks.forEach((mark, label) -> reasons.put(mark, agreement.suspended() ? Set.of("SUSPENDED") : dominance.reasons(label, clearance)));
        var categories = new TreeMap<String, String>();
        agreement.keeps().forEach((category, operation) -> categories.put(category, operation instanceof Operation.Generalize coarse ? "generalize to " + coarse.to()
                : operation.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT)));
        return new Column(partner.name(), agreement.id(), when, reasons, categories);
    }
}
