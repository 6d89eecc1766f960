package tearline.engine.xml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.xml.security.Init;
import org.apache.xml.security.algorithms.MessageDigestAlgorithm;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Puts the gateway's enveloped signature on a document: exclusive canonical form, SHA-256, RSA or ECDSA, the certificate with it (CAP 1.2 §3.3.4.1). */
public final class Signer {

    /** The place of a signature that is a child of the root; others are named by the local names of the elements on the way to it. */
    public static final String ROOT = ".";

    static {
        Init.init();
    }

    private final PrivateKey key;
    private final X509Certificate certificate;

    private Signer(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** The one key of a PKCS#12 keystore. */
    public static Signer open(Path keystore, char[] password) {
        try (var in = Files.newInputStream(keystore)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            for (var alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) return new Signer((PrivateKey) store.getKey(alias, password), (X509Certificate) store.getCertificate(alias));
            }
            throw new IllegalStateException("The keystore of the signing key holds no key");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The keystore of the signing key cannot be opened", e);
        }
    }

    /** By whoever, over the whole of it. */
    public static boolean isSigned(byte[] document) {
        return !Signatures.signaturesOf(Signatures.parse(document)).isEmpty();
    }

    /** Over the whole document, as the last child of its root. */
    public byte[] sign(byte[] bytes) {
        return sign(bytes, ROOT);
    }

    /** Over the whole document, wherever the signature stands in it; what signed it before is gone. */
    public byte[] sign(byte[] bytes, String place) {
        try {
            var document = Signatures.parse(bytes);
            remove(document, place);
            var method = key.getAlgorithm().equals("RSA") ? XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256 : XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA256;
            var signature = new XMLSignature(document, "", method, Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
            made(document, place).appendChild(signature.getElement());
            var transforms = new Transforms(document);
            transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
            transforms.addTransform(Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
            signature.addDocument("", transforms, MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA256);
            signature.addKeyInfo(certificate);
            signature.sign(key);
            withoutCarriageReturns(signature.getElement());
            return written(document);
        } catch (XMLSecurityException e) {
            throw new IllegalStateException("A product cannot be signed", e);
        }
    }

    /** Whether the bytes bear one signature, by this key, over all that they are. */
    public boolean signed(byte[] bytes, String place) {
        try {
            var signatures = at(Signatures.parse(bytes), place).map(Signatures::signaturesIn).orElse(List.of());
            return signatures.size() == 1 && new XMLSignature(signatures.get(0), "", true).checkSignatureValue(certificate);
        } catch (XMLSecurityException e) {
            return false;
        }
    }

    /** Whether two documents are the same but for the signatures on them. */
    public static boolean addsOnlySignature(byte[] before, byte[] after, String place) {
        try {
            return Arrays.equals(unsigned(before, place), unsigned(after, place));
        } catch (XMLSecurityException e) {
            return false;
        }
    }

    private static byte[] unsigned(byte[] bytes, String place) throws XMLSecurityException {
        var document = Signatures.parse(bytes);
        remove(document, place);
        return written(document);
    }

    /** With the element that was made for them alone. */
    private static void remove(Document document, String place) {
        var at = at(document, place);
        if (at.isEmpty()) return;
        for (var signature : Signatures.signaturesIn(at.get())) at.get().removeChild(signature);
        if (at.get() != document.getDocumentElement() && !at.get().hasChildNodes()) at.get().getParentNode().removeChild(at.get());
    }

    private static Optional<Element> at(Document document, String place) {
        var at = Optional.of(document.getDocumentElement());
        for (var name : steps(place)) at = at.flatMap(parent -> last(parent, name));
        return at;
    }

    /** What is not there is made, as the last child, under the name that its parent's namespace has for it. */
    private static Element made(Document document, String place) {
        var at = document.getDocumentElement();
        for (var name : steps(place)) {
            var parent = at;
            at = last(parent, name).orElseGet(() -> {
                var prefix = parent.getPrefix() == null ? "" : parent.getPrefix() + ":";
                return (Element) parent.appendChild(document.createElementNS(parent.getNamespaceURI(), prefix + name));
            });
        }
        return at;
    }

    private static List<String> steps(String place) {
        return place.equals(ROOT) ? List.of() : List.of(place.split("/"));
    }

    private static Optional<Element> last(Element parent, String name) {
        Optional<Element> found = Optional.empty();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) found = Optional.of(element);
        }
        return found;
    }

    /** Base64 is broken into lines with both characters, of which the first would be written as a reference; what is signed holds none. */
    private static void withoutCarriageReturns(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) withoutCarriageReturns(inner);
            else if (child.getNodeType() == Node.TEXT_NODE) child.setNodeValue(child.getNodeValue().replace("\r", ""));
        }
    }

    private static byte[] written(Document document) throws XMLSecurityException {
        var out = new ByteArrayOutputStream();
        out.writeBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.US_ASCII));
        Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_WITH_COMMENTS).canonicalizeSubtree(document, out);
        return out.toByteArray();
    }
}
