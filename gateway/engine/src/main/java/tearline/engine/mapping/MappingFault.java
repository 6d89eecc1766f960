package tearline.engine.mapping;

import net.sf.saxon.s9api.SaxonApiException;

/** A stylesheet failed on a record: our fault, and told without a word of the record. */
public final class MappingFault extends RuntimeException {

    private static final String NOTHING_TO_TELL = "nothing-to-tell";
    private final boolean nothingToTell;

    MappingFault(String stylesheet, SaxonApiException cause) {
        super(stylesheet + " failed at line " + cause.getLineNumber() + (cause.getErrorCode() == null ? "" : " with " + cause.getErrorCode().getLocalName()), null, false, true);
        nothingToTell = cause.getErrorCode() != null && cause.getErrorCode().getLocalName().equals(NOTHING_TO_TELL);
    }

    /** No fault of ours: the stylesheet says that its format has no way to tell what is left of the record. */
    public boolean isNothingToTell() {
        return nothingToTell;
    }
}
