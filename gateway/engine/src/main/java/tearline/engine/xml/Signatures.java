package tearline.engine.xml;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.xml.security.Init;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Verifies enveloped XML signatures on the bytes as they came, one at a time (CAP 1.2 §3.3.4.1). */
public final class Signatures {

    /** What a signature came to; whether its key is trusted is not said here: no key is pinned yet. */
    public enum Status { VALID, VALID_AFTER_NORMALISATION, INVALID, UNVERIFIABLE }

    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final int MOST = 3; // more would be work for nothing, or for an attacker
    /** Any other transform could make the signed document another one than that which is read: wrapping. */
    private static final Set<String> TRANSFORMS = Set.of("http://www.w3.org/2000/09/xmldsig#enveloped-signature",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
            "http://www.w3.org/2001/10/xml-exc-c14n#", "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
            "http://www.w3.org/2006/12/xml-c14n11", "http://www.w3.org/2006/12/xml-c14n11#WithComments");

    static {
        Init.init();
    }

    private Signatures() {}

    /** What each signature that is a child of the root comes to, in order; at most the first few. */
    public static List<Status> of(byte[] bytes) {
        var statuses = new ArrayList<Status>();
        int signatures = Math.min(signaturesOf(parse(bytes)).size(), MOST);
        for (int i = 0; i < signatures; i++) statuses.add(verify(bytes, i));
        return statuses;
    }

    private static Status verify(byte[] bytes, int which) {
        var status = verify(parse(bytes), which);
        if (status != Status.INVALID) return status;
        var normal = parse(bytes);
        dropBlankText(normal.getDocumentElement());
        return verify(normal, which) == Status.VALID ? Status.VALID_AFTER_NORMALISATION : status;
    }

    private static Status verify(Document document, int which) {
        try {
            var all = signaturesOf(document);
            var chosen = all.get(which);
            // A second signature was put beside the first, which knew nothing of it.
            for (var other : all) if (other != chosen) other.getParentNode().removeChild(other);
            if (!isPlain(chosen)) return Status.UNVERIFIABLE;
            chosen.removeAttribute("Id"); // some are no names, and nothing points at them
            var signature = new XMLSignature(chosen, "", true);
            PublicKey key = signature.getKeyInfo() == null ? null : signature.getKeyInfo().getPublicKey();
            if (!signature.getSignedInfo().verify()) return Status.INVALID;
            if (key == null) return Status.UNVERIFIABLE;
            return signature.checkSignatureValue(key) ? Status.VALID : Status.INVALID;
        } catch (XMLSecurityException | RuntimeException e) { // hostile or odd beyond the schema: nothing can be said of it
            return Status.UNVERIFIABLE;
        }
    }

    /** One reference, to the whole document, by transforms that change nothing but the signature itself. */
    private static boolean isPlain(Element signature) {
        var references = signature.getElementsByTagNameNS(DSIG, "Reference");
        if (references.getLength() != 1) return false;
        var reference = (Element) references.item(0);
        if (!reference.getAttribute("URI").isEmpty()) return false;
        if (!reference.hasAttribute("URI")) reference.setAttribute("URI", ""); // absent: the application knows, and it is this document
        NodeList transforms = reference.getElementsByTagNameNS(DSIG, "Transform");
        for (int i = 0; i < transforms.getLength(); i++) {
            if (!TRANSFORMS.contains(((Element) transforms.item(i)).getAttribute("Algorithm"))) return false;
        }
        return true;
    }

    static List<Element> signaturesOf(Document document) {
        var found = new ArrayList<Element>();
        for (Node child = document.getDocumentElement().getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && DSIG.equals(element.getNamespaceURI()) && "Signature".equals(element.getLocalName())) found.add(element);
        }
        return found;
    }

    /** White space between elements; what stands alone in an element is its content. */
    private static void dropBlankText(Element element) {
        boolean holdsElements = element.getElementsByTagName("*").getLength() > 0;
        for (Node child = element.getFirstChild(); child != null;) {
            var next = child.getNextSibling();
            if (child instanceof Element inner) {
                dropBlankText(inner);
            } else if (holdsElements && child.getNodeType() == Node.TEXT_NODE && child.getNodeValue().isBlank()) {
                element.removeChild(child);
            }
            child = next;
        }
    }

    /** The bytes have passed the hardened reader already; this one refuses the same. */
    static Document parse(byte[] bytes) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            factory.setXIncludeAware(false);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (Exception e) {
            throw new IllegalStateException("A document that was read cannot be read again", e);
        }
    }
}
