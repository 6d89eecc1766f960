package tearline.engine.rollup;

/** A draft was made that may not be shown: our fault, told by a code and without a word of it. */
public final class DraftStopped extends RuntimeException {

    DraftStopped(String code) {
        super(code, null, false, false);
    }
}
