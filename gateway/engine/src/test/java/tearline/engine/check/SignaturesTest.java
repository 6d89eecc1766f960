package tearline.engine.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.Severity;
import tearline.engine.kit.Shipped;
import tearline.engine.xml.Signatures;
import tearline.engine.xml.Trust;

/** Alerts signed here with a key made here, by another library than the one that verifies. */
class SignaturesTest {

    @TempDir Path folder;

    private static final String ALERT = """
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>S-1</identifier><sender>a@b.example</sender><sent>2026-11-24T18:05:00-05:00</sent>\
            <status>Actual</status><msgType>Alert</msgType><scope>Public</scope><info><category>Met</category><event>Flood</event><urgency>Immediate</urgency>\
            <severity>Severe</severity><certainty>Observed</certainty><headline>Water</headline></info></alert>""";

    @Test
    void aSignatureThatFitsIsSaidToFitAndNotToBeTrusted() throws Exception {
        assertThat(signatureRules(signed(""))).containsExactly("SIG-0");
        assertThat(Signatures.of(signed("").getBytes(UTF_8), Trust.NOBODY)).containsExactly(Signatures.Status.VALID_UNTRUSTED);
    }

    @Test
    void aWordChangedAfterwardsIsToldAsAWarningAndTheAlertIsStillTaken() throws Exception {
        var changed = signed("").replace("Water", "Wine");
        assertThat(signatureRules(changed)).containsExactly("SIG-2");
        assertThat(Shipped.HOUSE.inspector(false).read(changed.getBytes(UTF_8)).accepted()).hasSize(1);
    }

    @Test
    void formattingAfterSigningIsSeenForWhatItIs() throws Exception {
        assertThat(signatureRules(signed("").replace("<status>", "\n  <status>"))).containsExactly("SIG-1");
    }

    @Test
    void aTransformThatCouldSignAnotherDocumentIsNotFollowed() throws Exception {
        var wrapped = signed("").replace("http://www.w3.org/2001/10/xml-exc-c14n#\"/></Transforms>", "http://www.w3.org/TR/1999/REC-xpath-19991116\"/></Transforms>");
        assertThat(wrapped).contains("REC-xpath");
        assertThat(signatureRules(wrapped)).containsExactly("SIG-3");
    }

    @Test
    void aReferenceToAPartOfTheDocumentIsNotFollowed() throws Exception {
        assertThat(signatureRules(signed("").replace("URI=\"\"", "URI=\"#other\""))).containsExactly("SIG-3");
    }

    @Test
    void aSignatureByAPinnedKeyIsTrustedAndByAnyOtherIsNot() throws Exception {
        var ours = pair("ours");
        var alert = signed("", ours);
        assertThat(Signatures.of(alert.getBytes(UTF_8), new Trust(Set.of(ours.certificate()), true))).containsExactly(Signatures.Status.VALID_TRUSTED);
        assertThat(Signatures.of(alert.getBytes(UTF_8), new Trust(Set.of(pair("other").certificate()), true))).containsExactly(Signatures.Status.VALID_UNTRUSTED);
        assertThat(Signatures.of(alert.replace("Water", "Wine").getBytes(UTF_8), new Trust(Set.of(ours.certificate()), true))).containsExactly(Signatures.Status.INVALID);
    }

    @Test
    void whereASignatureIsRequiredNoLeniencyForgivesThatItIsMissing() throws Exception {
        var ours = pair("ours");
        var demands = new Demands(new Trust(Set.of(ours.certificate()), true), Set.of());
        var reader = Shipped.HOUSE.reader(true);
        assertThat(reader.read(signed("", ours).getBytes(UTF_8), demands).accepted()).hasSize(1);
        for (var alert : List.of(ALERT, signed(""), signed("", ours).replace("Water", "Wine"))) {
            assertThatThrownBy(() -> reader.read(alert.getBytes(UTF_8), demands)).isInstanceOfSatisfying(Refusal.class,
                    refusal -> assertThat(refusal.findings()).extracting(Finding::rule).contains("SIG-6"));
        }
    }

    @Test
    void aHeapOfSignaturesIsNotWorkedThrough() throws Exception {
        var alert = signed("");
        var signature = alert.substring(alert.indexOf("<Signature"), alert.indexOf("</alert>"));
        assertThat(signatureRules(alert.replace("</alert>", signature.repeat(3) + "</alert>"))).containsExactly("SIG-3");
    }

    @Test
    void aKeyElsewhereIsNotFetched() throws Exception {
        var alert = signed("").replaceFirst("(?s)<KeyInfo>.*</KeyInfo>", "<KeyInfo><RetrievalMethod URI=\"http://127.0.0.1:9/key\"/></KeyInfo>");
        assertThat(alert).contains("RetrievalMethod");
        assertThat(signatureRules(alert)).containsExactly("SIG-3");
    }

    /** The document that was signed is moved below one that was not: what is read is not what was signed. */
    @Test
    void aSignedAlertInsideAnotherLendsItNothing() throws Exception {
        var alert = signed("", pair("ours"));
        var signature = alert.substring(alert.indexOf("<Signature"), alert.indexOf("</alert>"));
        var forged = ALERT.replace("Water", "Wine").replace("</alert>", signature.replace("</Signature>", "<Object>" + ALERT + "</Object></Signature>") + "</alert>");
        assertThat(signatureRules(forged)).containsExactly("SIG-2");
    }

    /** The other way round stands in SignedProductsTest: what we sign, xmlsec1 verifies. */
    @ParameterizedTest
    @ValueSource(strings = {"http://www.w3.org/2001/10/xml-exc-c14n#", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "http://www.w3.org/2006/12/xml-c14n11"})
    void whatAnotherProgramSignedIsVerified(String canonical) throws Exception {
        var xmlsec = Stream.of(System.getenv("PATH").split(":")).map(path -> Path.of(path, "xmlsec1")).filter(Files::isExecutable).findFirst();
        if (xmlsec.isEmpty()) {
            System.out.println("xmlsec1 is not on the PATH: only signatures made with the JDK are verified. CI installs it.");
            return;
        }
        var ours = pair("ours");
        var template = ALERT.replace("</alert>", """
                <Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><CanonicalizationMethod Algorithm="%s"/>\
                <SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><Reference URI=""><Transforms>\
                <Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><Transform Algorithm="%s"/></Transforms>\
                <DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue/></Reference></SignedInfo>\
                <SignatureValue/><KeyInfo><X509Data><X509Certificate/></X509Data></KeyInfo></Signature></alert>""".formatted(canonical, canonical));
        Path source = Files.writeString(folder.resolve("template.xml"), template), signed = folder.resolve("signed.xml");
        var process = new ProcessBuilder(xmlsec.get().toString(), "--sign", "--pkcs12", folder.resolve("ours.p12").toString(), "--pwd", "changeit", "--output", signed.toString(), source.toString())
                .redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();

        var trust = new Trust(Set.of(ours.certificate()), true);
        var alert = Files.readString(signed);
        assertThat(Signatures.of(alert.getBytes(UTF_8), trust)).containsExactly(Signatures.Status.VALID_TRUSTED);
        assertThat(Signatures.of(alert.replace("Water", "Wine").getBytes(UTF_8), trust)).containsExactly(Signatures.Status.INVALID);
    }

    private record Signer(PrivateKey key, X509Certificate certificate) {}

    /** The JDK makes certificates only by its tool. */
    private Signer pair(String name) throws Exception {
        var store = folder.resolve(name + ".p12");
        var tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "key", "-keyalg", "RSA", "-keysize", "2048",
                "-dname", "CN=" + name, "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", "changeit").redirectErrorStream(true).start();
        tool.getInputStream().readAllBytes();
        assertThat(tool.waitFor()).isZero();
        var keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        return new Signer((PrivateKey) keys.getKey("key", "changeit".toCharArray()), (X509Certificate) keys.getCertificate("key"));
    }

    private static List<String> signatureRules(String alert) {
        var message = Shipped.HOUSE.inspector(false).read(alert.getBytes(UTF_8));
        return message.parts().get(0).findings().stream().filter(finding -> finding.rule().startsWith("SIG")).peek(finding -> assertThat(finding.severity()).isNotEqualTo(Severity.ERROR)).map(Finding::rule).toList();
    }

    private static String signed(String id) throws Exception {
        var keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        var pair = keys.generateKeyPair();
        var infos = XMLSignatureFactory.getInstance("DOM").getKeyInfoFactory();
        return signed(id, pair.getPrivate(), infos.newKeyInfo(List.of(infos.newKeyValue(pair.getPublic()))));
    }

    private static String signed(String id, Signer signer) throws Exception {
        var infos = XMLSignatureFactory.getInstance("DOM").getKeyInfoFactory();
        return signed(id, signer.key(), infos.newKeyInfo(List.of(infos.newX509Data(List.of(signer.certificate())))));
    }

    private static String signed(String id, PrivateKey key, KeyInfo keyInfo) throws Exception {
        var document = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(new ByteArrayInputStream(ALERT.getBytes(UTF_8)));
        var factory = XMLSignatureFactory.getInstance("DOM");
        var reference = factory.newReference(id, factory.newDigestMethod(DigestMethod.SHA256, null),
                List.of(factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null), factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)), null, null);
        var info = factory.newSignedInfo(factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", null), List.of(reference));
        factory.newXMLSignature(info, keyInfo).sign(new DOMSignContext(key, document.getDocumentElement()));
        var out = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
        return out.toString(UTF_8);
    }
}
