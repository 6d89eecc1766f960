package tearline.engine.marking;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What one reader keeps of a text: whole portions, or the originator's tear line text where the body is not for them. */
public record Cut(Outcome outcome, List<Portion> kept, Optional<Label> label) {

    public enum Outcome { FULL, REDACTED, TEARLINE, WITHHELD }

    /** @param inherited the label of a portion without a mark, see {@link PortionScanner#inherited} */
    public static Cut of(List<Portion> portions, Label inherited, Predicate<Label> permits) {
        List<Portion> content = portions.stream().filter(Portion::content).toList();
        List<Portion> kept = content.stream().filter(portion -> permits.test(portion.under(inherited))).toList();
        List<Portion> tear = kept.stream().filter(portion -> portion.kind() == Portion.Kind.TEAR).toList();
        if (kept.isEmpty()) {
            return new Cut(Outcome.WITHHELD, kept, Optional.empty());
        }
        if (kept.size() == content.size()) {
            return cut(Outcome.FULL, kept, inherited);
        }
        long body = content.stream().filter(portion -> portion.kind() == Portion.Kind.BODY).count();
        boolean bodyWhole = kept.size() - tear.size() == body;
        // a text its originator wrote for this purpose is better than what a machine leaves over
        return bodyWhole || tear.isEmpty() ? cut(Outcome.REDACTED, kept, inherited) : cut(Outcome.TEARLINE, tear, inherited);
    }

    private static Cut cut(Outcome outcome, List<Portion> kept, Label inherited) {
        return new Cut(outcome, kept, Optional.of(Label.rollUp(kept.stream().map(portion -> portion.under(inherited)).toList())));
    }
}
