package tearline.engine.xml;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.xml.security.Init;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.keys.KeyInfo;
import org.apache.xml.security.signature.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Verifies enveloped XML signatures on the bytes as they came, one at a time (CAP 1.2 §3.3.4.1). */
public final class Signatures {

    /** What a signature came to. Only the first says who signed; untrusted means that anybody may have. */
    public enum Status { VALID_TRUSTED, VALID_UNTRUSTED, VALID_AFTER_NORMALISATION, WEAK_ALGORITHM, INVALID, UNVERIFIABLE }

    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final int MOST = 3; // more would be work for nothing, or for an attacker
    /** Any other transform could make the signed document another one than that which is read: wrapping. */
    private static final Set<String> TRANSFORMS = Set.of("http://www.w3.org/2000/09/xmldsig#enveloped-signature",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
            "http://www.w3.org/2001/10/xml-exc-c14n#", "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
            "http://www.w3.org/2006/12/xml-c14n11", "http://www.w3.org/2006/12/xml-c14n11#WithComments");

    private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-", ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-";
    /** Made with a private key; a message authentication code under a public key could be anybody's. */
    private static final Set<String> STRONG = Set.of(RSA + "sha256", RSA + "sha384", RSA + "sha512", ECDSA + "sha256", ECDSA + "sha384", ECDSA + "sha512",
            "http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2001/04/xmldsig-more#sha384", "http://www.w3.org/2001/04/xmlenc#sha512");
    private static final Set<String> WEAK = Set.of(DSIG + "rsa-sha1", DSIG + "dsa-sha1", ECDSA + "sha1", DSIG + "sha1");
    private static final Set<String> KEYS_AT_HAND = Set.of("X509Data", "KeyValue", "KeyName");

    static {
        Init.init();
    }

    private Signatures() {}

    /** What each signature that is a child of the root comes to, in order; nothing where there is none, and of a heap of them none is verified. */
    public static List<Status> of(byte[] bytes, Trust trust) {
        int signatures = signaturesOf(parse(bytes)).size();
        if (signatures > MOST) return List.of(Status.UNVERIFIABLE);
        var statuses = new ArrayList<Status>();
        for (int i = 0; i < signatures; i++) statuses.add(verify(bytes, i, trust));
        return statuses;
    }

    private static Status verify(byte[] bytes, int which, Trust trust) {
        var status = verify(parse(bytes), which, trust);
        if (status != Status.INVALID) return status;
        var normal = parse(bytes);
        dropBlankText(normal.getDocumentElement());
        return switch (verify(normal, which, trust)) {
            case VALID_TRUSTED, VALID_UNTRUSTED -> Status.VALID_AFTER_NORMALISATION;
            case WEAK_ALGORITHM -> Status.WEAK_ALGORITHM;
            default -> status;
        };
    }

    private static Status verify(Document document, int which, Trust trust) {
        try {
            var all = signaturesOf(document);
            var chosen = all.get(which);
            // A second signature was put beside the first, which knew nothing of it.
            for (var other : all) if (other != chosen) other.getParentNode().removeChild(other);
            if (!isPlain(chosen)) return Status.UNVERIFIABLE;
            chosen.removeAttribute("Id"); // some are no names, and nothing points at them
            var signature = new XMLSignature(chosen, "", true);
            var certificate = Optional.ofNullable(signature.getKeyInfo()).flatMap(Signatures::certificate);
            PublicKey shown = signature.getKeyInfo() == null ? null : signature.getKeyInfo().getPublicKey();
            if (!signature.getSignedInfo().verify()) return Status.INVALID;
            // Whoever shows no key can still be one of those that are pinned.
            var keys = shown != null ? List.of(shown) : trust.signers().stream().map(X509Certificate::getPublicKey).toList();
            if (keys.isEmpty()) return Status.UNVERIFIABLE;
            for (var key : keys) {
                if (!signature.checkSignatureValue(key)) continue;
                if (isWeak(chosen)) return Status.WEAK_ALGORITHM;
                return trust.covers(key, certificate) ? Status.VALID_TRUSTED : Status.VALID_UNTRUSTED;
            }
            return Status.INVALID;
        } catch (XMLSecurityException | RuntimeException e) { // hostile or odd beyond the schema: nothing can be said of it
            return Status.UNVERIFIABLE;
        }
    }

    private static Optional<X509Certificate> certificate(KeyInfo info) {
        try {
            return Optional.ofNullable(info.getX509Certificate());
        } catch (XMLSecurityException none) {
            return Optional.empty();
        }
    }

    private static boolean isWeak(Element signature) {
        return algorithms(signature).stream().anyMatch(WEAK::contains);
    }

    private static List<String> algorithms(Element signature) {
        var found = new ArrayList<String>();
        for (var name : List.of("SignatureMethod", "DigestMethod")) {
            var elements = signature.getElementsByTagNameNS(DSIG, name);
            for (int i = 0; i < elements.getLength(); i++) found.add(((Element) elements.item(i)).getAttribute("Algorithm"));
        }
        return found;
    }

    /** A key is taken from the document itself or not at all: a reference to one elsewhere is not followed. */
    private static boolean hasKeyAtHand(Element signature) {
        for (Node child = signature.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!(child instanceof Element info) || !"KeyInfo".equals(info.getLocalName())) continue;
            for (Node key = info.getFirstChild(); key != null; key = key.getNextSibling()) {
                if (key instanceof Element element && !(DSIG.equals(element.getNamespaceURI()) && KEYS_AT_HAND.contains(element.getLocalName()))) return false;
            }
        }
        return true;
    }

    /** One reference, to the whole document, by transforms that change nothing but the signature itself; algorithms that we know; a key at hand. */
    private static boolean isPlain(Element signature) {
        if (!hasKeyAtHand(signature) || !algorithms(signature).stream().allMatch(one -> STRONG.contains(one) || WEAK.contains(one))) return false;
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
        return signaturesIn(document.getDocumentElement());
    }

    static List<Element> signaturesIn(Element parent) {
        var found = new ArrayList<Element>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
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
