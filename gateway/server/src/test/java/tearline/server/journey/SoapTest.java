package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SOAP door is only an envelope: same receipt, same codes, same duplicates as over plain HTTP. */
class SoapTest {

    private static final String NAMESPACE = "https://tearline.example/submit/1.0";
    @TempDir
    static Path folder;
    private static RunningGateway gateway;
    private static PushedPartner state;

    @BeforeAll
    static void start() throws Exception {
        state = new PushedPartner();
        gateway = RunningGateway.start(ConfigurationFolder.in(folder).messageBytes(20_000).sender("metro", Alert.SENDER).getsByHttp("state", state.uri()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        state.close();
    }

    @Test
    void theWsdlIsServedAndNamesTheOperation() {
        var wsdl = gateway.asAnybody().get("/soap/submit?wsdl");

        assertThat(wsdl.status()).isEqualTo(200);
        assertThat(wsdl.body()).contains("name=\"submit\"").contains(":" + gateway.port() + "/soap/submit");
    }

    @Test
    void aClientMadeFromTheWsdlGetsAReceiptAndTheAlertTravelsOn() throws Exception {
        var receipt = submit("metro", Alert.numbered("soap-1").headline("Soap flood").element());

        assertThat(receipt).contains("<status>202</status>").contains("<id>m-").contains("<standard>");
        assertThat(state.await("Soap flood").body()).startsWith("<?xml").doesNotContain("Envelope");
        var id = receipt.replaceAll("(?s).*<id>([^<]+)</id>.*", "$1");
        assertThat(gateway.as("metro").get("/messages/" + id).status()).isEqualTo(200);
    }

    @Test
    void aRefusalIsAFaultWithTheSameCode() {
        var invalid = Alert.numbered("soap-2").status("Perhaps");
        var fault = fault("metro", invalid.element());

        assertThat(codeOf(fault)).isEqualTo(gateway.as("metro").post(invalid.text()).json().path("code").asText()).isEqualTo("TL-V002");
        assertThat(fault.getFault().getFaultCodeAsQName().getLocalPart()).isEqualTo("Client");
        assertThat(detail(fault, "finding")).contains("status").doesNotContain("Perhaps");
        assertThat(codeOf(fault("metro", Alert.numbered("soap-3").from("somebody@else.example").element()))).isEqualTo("TL-A003");
        assertThat(codeOf(fault("metro", "<order xmlns=\"https://shop.example/1\"/>"))).isEqualTo("TL-U001");
    }

    @Test
    void theSameBySoapAndHttpIsADuplicateBothWays() throws Exception {
        var first = gateway.as("metro").post(Alert.numbered("soap-4").text());
        assertThat(submit("metro", Alert.numbered("soap-4").element())).contains("<status>200</status>").contains("<id>" + first.id() + "</id>");

        var receipt = submit("metro", Alert.numbered("soap-5").element());
        var second = gateway.as("metro").post(Alert.numbered("soap-5").text());
        assertThat(second.status()).isEqualTo(200);
        assertThat(receipt).contains("<id>" + second.id() + "</id>");
        assertThat(codeOf(fault("metro", Alert.numbered("soap-5").headline("Another").element()))).isEqualTo("TL-D001");
    }

    @Test
    void anEnvelopeInsideTheEnvelopeIsUnwrappedToo() throws Exception {
        var inner = Alert.numbered("soap-6").headline("Twice wrapped").inEnvelope("SOAP-6");
        assertThat(submit("metro", inner.substring(inner.indexOf("<edxl")))).contains("<status>202</status>");
        state.await("Twice wrapped");
    }

    @Test
    void withoutCredentialsOrWithTooMuchNoSoapIsEvenRead() {
        assertThat(gateway.asAnybody().post("/soap/submit", envelope(Alert.numbered("soap-7").element())).status()).isEqualTo(401);
        assertThat(gateway.as("metro").post("/soap/submit", envelope(Alert.numbered("soap-8").description("x".repeat(30_000)).element())).status()).isEqualTo(413);
    }

    /** What CXF itself would choke on comes back as a fault that quotes nothing. */
    @Test
    void brokenSoapIsAFaultThatQuotesNothing() {
        var whole = envelope(Alert.numbered("soap-9").headline("canary-soap").element());
        for (var broken : new String[] {whole.replace("</headline>", "</canary-soap>"), whole.substring(0, whole.length() / 2), "canary-soap", "",
                "<!DOCTYPE x [<!ENTITY canary-soap 'y'>]>" + whole, whole.replace("canary-soap</headline>", "canary-soap&#0;</headline>")}) {
            var answer = gateway.as("metro").with("Content-Type", "text/xml").post("/soap/submit", broken);
            assertThat(answer.status()).as(answer.body()).isIn(400, 500);
            assertThat(answer.body()).contains("Fault").contains("TL-V00").doesNotContain("canary-soap");
        }
        for (var strange : new String[] {whole.replace("Body", "Torso"), whole.replace("submit", "send"), Alert.numbered("soap-10").headline("canary-soap").text()}) {
            var answer = gateway.as("metro").with("Content-Type", "text/xml").post("/soap/submit", strange);
            assertThat(answer.status()).as(answer.body()).isEqualTo(500);
            assertThat(answer.body()).contains("Fault").doesNotContain("canary-soap");
        }
    }

    private static String submit(String partner, String payload) throws Exception {
        var service = Service.create(URI.create("http://127.0.0.1:" + gateway.port() + "/soap/submit?wsdl").toURL(), new QName(NAMESPACE, "SubmitService"));
        Dispatch<Source> submit = service.createDispatch(new QName(NAMESPACE, "SubmitPort"), Source.class, Service.Mode.PAYLOAD);
        submit.getRequestContext().put(BindingProvider.USERNAME_PROPERTY, partner);
        submit.getRequestContext().put(BindingProvider.PASSWORD_PROPERTY, "secret-" + partner);
        var answer = submit.invoke(new StreamSource(new StringReader("<s:submit xmlns:s=\"" + NAMESPACE + "\">" + payload + "</s:submit>")));
        var text = new StringWriter();
        TransformerFactory.newInstance().newTransformer().transform(answer, new StreamResult(text));
        return text.toString();
    }

    private static SOAPFaultException fault(String partner, String payload) {
        return catchThrowableOfType(SOAPFaultException.class, () -> submit(partner, payload));
    }

    private static String codeOf(SOAPFaultException fault) {
        return detail(fault, "code");
    }

    private static String detail(SOAPFaultException fault, String element) {
        assertThat(fault).isNotNull();
        assertThat(fault.getFault().getDetail()).as(fault.getMessage()).isNotNull();
        var found = fault.getFault().getDetail().getElementsByTagNameNS(NAMESPACE, element);
        assertThat(found.getLength()).as(element).isPositive();
        return found.item(0).getTextContent();
    }

    private static String envelope(String payload) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><s:submit xmlns:s=\"" + NAMESPACE + "\">" + payload + "</s:submit></soap:Body></soap:Envelope>";
    }
}
