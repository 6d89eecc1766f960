package tearline.engine.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.KeyPairGenerator;
import java.util.List;
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
import tearline.engine.Finding;
import tearline.engine.Severity;
import tearline.engine.kit.Shipped;
import tearline.engine.xml.Signatures;

/** Alerts signed here with a key made here, by another library than the one that verifies. */
class SignaturesTest {

    private static final String ALERT = """
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>S-1</identifier><sender>a@b.example</sender><sent>2026-11-24T18:05:00-05:00</sent>\
            <status>Actual</status><msgType>Alert</msgType><scope>Public</scope><info><category>Met</category><event>Flood</event><urgency>Immediate</urgency>\
            <severity>Severe</severity><certainty>Observed</certainty><headline>Water</headline></info></alert>""";

    @Test
    void aSignatureThatFitsIsSaidToFitAndNotToBeTrusted() throws Exception {
        assertThat(signatureRules(signed(""))).containsExactly("SIG-0");
        assertThat(Signatures.of(signed("").getBytes(UTF_8))).containsExactly(Signatures.Status.VALID);
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

    private static List<String> signatureRules(String alert) {
        var message = Shipped.HOUSE.inspector(false).read(alert.getBytes(UTF_8));
        return message.parts().get(0).findings().stream().filter(finding -> finding.rule().startsWith("SIG")).peek(finding -> assertThat(finding.severity()).isNotEqualTo(Severity.ERROR)).map(Finding::rule).toList();
    }

    private static String signed(String id) throws Exception {
        var document = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(new ByteArrayInputStream(ALERT.getBytes(UTF_8)));
        var keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        var pair = keys.generateKeyPair();
        var factory = XMLSignatureFactory.getInstance("DOM");
        var reference = factory.newReference(id, factory.newDigestMethod(DigestMethod.SHA256, null),
                List.of(factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null), factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)), null, null);
        var info = factory.newSignedInfo(factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", null), List.of(reference));
        var keyInfos = factory.getKeyInfoFactory();
        factory.newXMLSignature(info, keyInfos.newKeyInfo(List.of(keyInfos.newKeyValue(pair.getPublic())))).sign(new DOMSignContext(pair.getPrivate(), document.getDocumentElement()));
        var out = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
        return out.toString(UTF_8);
    }
}
