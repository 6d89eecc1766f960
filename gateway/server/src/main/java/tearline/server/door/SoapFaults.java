package tearline.server.door;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tearline.server.intake.Answer;

/** Says a refusal as a SOAP fault: the same code as over plain HTTP, and the findings in the detail. */
final class SoapFaults {

    private SoapFaults() {}

    /** CXF's own fault: that of JAX-WS would need a SAAJ implementation. */
    static SoapFault of(Answer answer) {
        var soap = Soap11.getInstance();
        var fault = new SoapFault(answer.title() + " " + answer.detail(), answer.status() >= 500 ? soap.getReceiver() : soap.getSender());
        var document = document();
        var detail = document.createElementNS(null, "detail");
        var problem = add(detail, "problem");
        add(problem, "code").setTextContent(answer.code());
        add(problem, "status").setTextContent(Integer.toString(answer.status()));
        add(problem, "entry").setTextContent(answer.id());
        for (var finding : answer.findings()) add(problem, "finding").setTextContent(finding.asText());
        fault.setDetail(detail);
        return fault;
    }

    private static Element add(Element parent, String name) {
        var child = parent.getOwnerDocument().createElementNS(SubmitEndpoint.NAMESPACE, "s:" + name);
        parent.appendChild(child);
        return child;
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
