package tearline.server.feed;

import java.util.Base64;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.xml.Saxon;

/** The attachments that stand inside a released report or alert, in their order. */
final class Attachments {

    record Content(String mediaType, byte[] bytes) {}

    /** Of a report, and of an alert (CAP 1.2 §3.2.3). */
    private static final String ALL = "//*[local-name() = 'Attachment' or local-name() = 'resource' and *[local-name() = 'derefUri']]";

    private Attachments() {}

    /** Null where the product has no such attachment; its own name for it is not repeated. */
    static Content of(byte[] product, String mediaType, int number) {
        if (!mediaType.endsWith("xml")) return null;
        var root = Saxon.root(Saxon.tree(product));
        var attachment = "(" + ALL + ")[" + number + "]/";
        var data = first(root, attachment + "descendant::*[local-name() = ('Base64BinaryObject', 'derefUri')]");
        if (data == null) return null;
        var type = first(root, attachment + "descendant::*[local-name() = ('BinaryFormatText', 'mimeType')]");
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
