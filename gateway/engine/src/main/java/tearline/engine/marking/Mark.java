package tearline.engine.marking;

import java.util.List;

/** A mark as it was understood: its label, how it should be written, and what the writer should know. Warnings quote nothing. */
public record Mark(Label label, String banner, String portion, List<String> warnings) {

    public Mark {
        warnings = List.copyOf(warnings);
    }

    public static Mark of(Label label, List<String> warnings) {
        return new Mark(label, Banner.of(label), Banner.portion(label), warnings);
    }

    public static Mark of(Label label) {
        return of(label, List.of());
    }
}
