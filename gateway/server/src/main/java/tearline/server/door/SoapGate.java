package tearline.server.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.xml.sax.helpers.DefaultHandler;
import tearline.engine.Refusal;
import tearline.engine.xml.XmlReader;
import tearline.server.intake.Refusals;

/** Lets the one XML reader of the house look at a SOAP message before CXF's own does: what it refuses, CXF never sees. */
public final class SoapGate extends AbstractPhaseInterceptor<Message> {

    private final Refusals refusals;

    public SoapGate(Refusals refusals) {
        super(Phase.RECEIVE);
        this.refusals = refusals;
    }

    @Override
    public void handleMessage(Message message) {
        var request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        if (!(request.getAttribute(Arrival.ATTRIBUTE) instanceof Arrival arrival)) return; // a GET, for the WSDL
        forgetAction(message);
        try {
            XmlReader.read(arrival.bytes(), new DefaultHandler());
        } catch (Refusal refusal) {
            throw SoapFaults.of(refusals.refuse(refusal, arrival));
        }
    }

    /** There is one operation, and the body names it; where this header does not, CXF's fault would quote it. */
    private static void forgetAction(Message message) {
        if (message.get(Message.PROTOCOL_HEADERS) instanceof Map<?, ?> headers) headers.keySet().removeIf(name -> "SOAPAction".equalsIgnoreCase(String.valueOf(name)));
    }
}
