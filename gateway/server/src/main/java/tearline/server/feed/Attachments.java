package tearline.server.feed;

import java.util.Base64;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.xml.Saxon;

/** The attachments that stand inside a released report, in their order. */
final class Attachments {

    record Content(String mediaType, byte[] bytes) {}

    private Attachments() {}

    /** Null where the product has no such attachment; its own name for it is not repeated. */
    static Content of(byte[] product, String mediaType, int number) {
        if (!mediaType.endsWith("xml")) return null;
        var root = Saxon.root(Saxon.tree(product));
        var data = first(root, "(//*[local-name() = 'Attachment'])[" + number + "]//*[local-name() = 'Base64BinaryObject']");
        if (data == null) return null;
        var type = first(root, "(//*[local-name() = 'Attachment'])[" + number + "]//*[local-name() = 'BinaryFormatText']");
        var named = type == null ? "" : type.getStringValue().strip();
        try {
            return new Content(named.matches("image/(png|jpeg|gif)") ? named : "application/octet-stream", Base64.getMimeDecoder().decode(data.getStringValue()));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static XdmNode first(XdmNode root, String path) {
        try {
            return (XdmNode) Saxon.newXPath().evaluateSingle("(" + path + ")[1]", root);
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }
}
