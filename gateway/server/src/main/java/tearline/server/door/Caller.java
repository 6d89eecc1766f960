package tearline.server.door;

import java.util.Optional;
import tearline.engine.config.Partner;

/** Who asks: a partner, an operator, or nobody in particular. */
public record Caller(Optional<Partner> partner, boolean operator) {

    /** Under this name the filter leaves it with the request. */
    public static final String ATTRIBUTE = "tearline.caller";

    static final Caller NOBODY = new Caller(Optional.empty(), false);

    public boolean isAnonymous() {
        return partner.isEmpty() && !operator;
    }
}
