package tearline.engine.marking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Evidence that a text carries classified content: it may not be kept. A lone letter is none; an alert must not be lost to it. */
public record Spill(String where, int start) {

    public static final String BANNER = "a classified banner line";
    public static final String MARK = "a classified mark";
    public static final String PORTIONS = "two classified portions";

    /** Whether a mark from a document's own metadata is a spill. */
    public static boolean ofMark(Mark mark) {
        return mark.label().classified();
    }

    /** The first evidence in a text, with the offset where it stands; never the text itself. */
    public static Optional<Spill> in(String text) {
        List<Portion> portions = new PortionScanner().scan(text);
        String view = PlainView.of(text);
        BracketedMark.Seen seen = new BracketedMark.Seen();
        for (Portion portion : portions) {
            if (portion.kind() == Portion.Kind.BANNER && portion.mark().filter(Spill::ofMark).isPresent()) {
                return Optional.of(new Spill(BANNER, portion.start()));
            }
            String seenAs = view.substring(portion.start(), portion.end());
            Optional<Integer> at = Stream.concat(BracketedMark.in(seenAs, seen).stream().filter(BracketedMark::spill).map(BracketedMark::start),
                    RunningMark.in(seenAs).stream().filter(RunningMark::spill).map(RunningMark::start)).findFirst();
            if (at.isPresent()) {
                return Optional.of(new Spill(MARK, portion.start() + at.get()));
            }
        }
        List<Portion> lone = portions.stream().filter(Portion::held).toList();
        return lone.size() < 2 ? Optional.empty() : Optional.of(new Spill(PORTIONS, lone.get(0).start()));
    }
}
