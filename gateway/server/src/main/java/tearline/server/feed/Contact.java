package tearline.server.feed;

import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.xml.Saxon;

/** Whom an outsider may ask about a record: the submitting center and its desk, out of a pointer. */
record Contact(String organisation, String address) {

    static final String POINTER_ONLY = "Pointer only";

    static Contact of(byte[] pointer) {
        var root = Saxon.root(Saxon.tree(pointer));
        return new Contact(first(root, "//*:DocumentSubmitter//*:OrganizationName"), first(root, "//*:DocumentSubmitter//*:OrganizationPrimaryContactInformation//text()[normalize-space()]"));
    }

    private static String first(XdmNode root, String path) {
        try {
            var found = Saxon.newXPath().evaluateSingle("(" + path + ")[1]/normalize-space(.)", root);
            return found == null ? "" : found.getStringValue();
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }
}
