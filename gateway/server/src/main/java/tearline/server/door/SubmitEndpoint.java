package tearline.server.door;

import jakarta.annotation.Resource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceContext;
import jakarta.xml.ws.WebServiceProvider;
import jakarta.xml.ws.handler.MessageContext;
import java.io.StringReader;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import tearline.engine.Refusal;
import tearline.server.intake.Answer;
import tearline.server.intake.IntakeRoute;
import tearline.server.intake.Refusals;
import tearline.server.store.StoreUnavailable;

/** The SOAP door: the operation submit takes any document; the bytes that the filter buffered go to the common intake, envelope and all. */
@WebServiceProvider(targetNamespace = SubmitEndpoint.NAMESPACE, serviceName = "SubmitService", portName = "SubmitPort", wsdlLocation = "classpath:tearline/server/door/submit.wsdl")
@ServiceMode(Service.Mode.PAYLOAD)
public final class SubmitEndpoint implements Provider<Source> {

    static final String NAMESPACE = "https://tearline.example/submit/1.0";
    private final ProducerTemplate intake;
    private final Refusals refusals;
    @Resource
    private WebServiceContext context;

    public SubmitEndpoint(CamelContext camel, Refusals refusals) {
        this.intake = camel.createProducerTemplate();
        this.refusals = refusals;
    }

    @Override
    public Source invoke(Source body) {
        var request = (HttpServletRequest) context.getMessageContext().get(MessageContext.SERVLET_REQUEST);
        var arrival = (Arrival) request.getAttribute(Arrival.ATTRIBUTE);
        var exchange = intake.send(IntakeRoute.INTAKE, one -> one.getMessage().setBody(arrival));
        if (exchange.getException() instanceof Refusal refusal) throw SoapFaults.of(refusals.refuse(refusal, arrival));
        if (exchange.getException() instanceof StoreUnavailable unavailable) throw SoapFaults.of(refusals.cannotStore((int) Math.max(1, unavailable.retryAfter().toSeconds()), true));
        if (exchange.getException() != null) throw SoapFaults.of(refusals.refuse(new Refusal(tearline.engine.Code.OUR_FAULT), arrival));
        return receipt(exchange.getMessage().getBody(Answer.class));
    }

    private static Source receipt(Answer answer) {
        return new StreamSource(new StringReader("<receipt xmlns=\"" + NAMESPACE + "\"><status>" + answer.status() + "</status><id>" + answer.id() + "</id><received>" + answer.received()
                + "</received><standard>" + answer.standard() + "</standard></receipt>"));
    }
}
