package tearline.server.store;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Whether every covered (part, agreement) came to exactly one verdict. Unfinished parts have no plan yet, so nothing is
 * covered there; a stranded verdict is pending with no delivery under way, and there must be none.
 */
public record Ledger(List<Line> lines, long unfinished, long stranded) {

    /** One agreement's account. */
    public record Line(String agreement, long covered, long delivered, long withheld, long expired, long superseded,
                       long pending, long dead) {
        public boolean balances() {
            return covered == delivered + withheld + expired + superseded + pending + dead;
        }
    }

    public boolean balances() {
        return stranded == 0 && lines.stream().allMatch(Line::balances);
    }

    public long covered() {
        return total(Line::covered);
    }

    public long delivered() {
        return total(Line::delivered);
    }

    public long withheld() {
        return total(Line::withheld);
    }

    public long expired() {
        return total(Line::expired);
    }

    public long superseded() {
        return total(Line::superseded);
    }

    public long pending() {
        return total(Line::pending);
    }

    public long dead() {
        return total(Line::dead);
    }

    private long total(ToLongFunction<Line> column) {
        return lines.stream().mapToLong(column).sum();
    }
}
