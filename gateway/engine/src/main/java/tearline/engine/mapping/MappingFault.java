package tearline.engine.mapping;

import net.sf.saxon.s9api.SaxonApiException;

/** A stylesheet failed on a record: our fault, and told without a word of the record. */
public final class MappingFault extends RuntimeException {

    MappingFault(String stylesheet, SaxonApiException cause) {
        super(stylesheet + " failed at line " + cause.getLineNumber() + (cause.getErrorCode() == null ? "" : " with " + cause.getErrorCode().getLocalName()), null, false, true);
    }
}
