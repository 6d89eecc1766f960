package tearline.engine.exchange;

import java.util.List;
import tearline.engine.render.Rendered;
import tearline.engine.verify.Leaving;

/** What a door will write around a product beside its cover, as whoever runs the doors writes it: entries of lists, whom to ask. The verifier reads that, too. */
public interface Outside {

    /** Products that nobody puts into a list. */
    Outside NOTHING = made -> List.of();

    List<Leaving> of(Rendered.Made made);
}
