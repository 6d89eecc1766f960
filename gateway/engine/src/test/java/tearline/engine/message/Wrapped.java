package tearline.engine.message;

import java.util.List;

/** Documents as partners send them: bare, and in every envelope that we unwrap. */
public final class Wrapped {

    private Wrapped() {}

    /** A public flood alert, valid and without a finding. */
    public static String alert(String id) {
        return """
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
              <identifier>%s</identifier>
              <sender>alerts@sender.example</sender>
              <sent>2026-11-24T18:05:00-05:00</sent>
              <status>Actual</status>
              <msgType>Alert</msgType>
              <scope>Public</scope>
              <info>
                <category>Met</category>
                <event>River flood</event>
                <urgency>Immediate</urgency>
                <severity>Severe</severity>
                <certainty>Observed</certainty>
                <expires>2036-11-25T06:00:00-05:00</expires>
                <headline>Leave low town</headline>
                <description>Water stands in Mill Street.</description>
                <area><areaDesc>Low town</areaDesc></area>
              </info>
            </alert>""".formatted(id);
    }

    /** EDXL-DE 1.0, one object for each document, each with its confidentiality or none. */
    public static String inDe1(String status, String confidentiality, List<String> confidentialities, String... documents) {
        var objects = new StringBuilder();
        for (int i = 0; i < documents.length; i++) {
            var own = i < confidentialities.size() && confidentialities.get(i) != null ? "<confidentiality>" + confidentialities.get(i) + "</confidentiality>" : "";
            objects.append("<contentObject>").append(own).append("<xmlContent><embeddedXMLContent>").append(documents[i]).append("</embeddedXMLContent></xmlContent></contentObject>");
        }
        return """
            <EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0">
              <distributionID>DE-1</distributionID><senderID>desk@sender.example</senderID><dateTimeSent>2026-11-24T18:06:00-05:00</dateTimeSent>
              <distributionStatus>%s</distributionStatus><distributionType>Report</distributionType><combinedConfidentiality>%s</combinedConfidentiality>
              <targetArea><country>US</country></targetArea>%s
            </EDXLDistribution>""".formatted(status, confidentiality, objects);
    }

    public static String inDe1(String... documents) {
        return inDe1("Actual", "UNCLASSIFIED", List.of(), documents);
    }

    /** EDXL-DE 2.0 as its final text writes it (plain values). */
    public static String inDe2(String... documents) {
        var objects = new StringBuilder();
        for (var document : documents) objects.append("<contentObject xlink:type='resource'><contentXML><embeddedXMLContent>").append(document).append("</embeddedXMLContent></contentXML></contentObject>");
        return """
            <edxlDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:2.0" xmlns:xlink="http://www.w3.org/1999/xlink" xlink:type="extended">
              <distributionID>DE-2</distributionID><senderID>desk@sender.example</senderID>
              <dateTimeSent>2026-11-24T18:06:00-05:00</dateTimeSent><dateTimeExpires>2036-11-25T06:00:00-05:00</dateTimeExpires>
              <distributionStatus>Actual</distributionStatus><distributionKind>Report</distributionKind>
              <content xlink:type="resource">%s</content>
            </edxlDistribution>""".formatted(objects);
    }

    /** EDXL-DE 2.0 as its first text wrote it (capitals, wrapped values). */
    public static String inDe2First(String... documents) {
        var objects = new StringBuilder();
        for (var document : documents) objects.append("<ContentObject xlink:type='resource'><ContentXML><EmbeddedXMLContent>").append(document).append("</EmbeddedXMLContent></ContentXML></ContentObject>");
        return """
            <EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:2.0" xmlns:ct="urn:oasis:names:tc:emergency:edxl:ct:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xlink:type="extended">
              <DistributionID>DE-2</DistributionID><SenderID>desk@sender.example</SenderID>
              <DateTimeSent>2026-11-24T18:06:00-05:00</DateTimeSent><DateTimeExpires>2036-11-25T06:00:00-05:00</DateTimeExpires>
              <DistributionStatus><StatusKindDefault><ct:ValueListURI>urn:oasis:names:tc:emergency:EDXL:DE:2.0:Defaults:StatusKind</ct:ValueListURI><ct:Value>Actual</ct:Value></StatusKindDefault></DistributionStatus>
              <DistributionKind><DistributionKindDefault><ct:ValueListURI/><ct:Value>Report</ct:Value></DistributionKindDefault></DistributionKind>
              <Content xlink:type="resource">%s</Content>
            </EDXLDistribution>""".formatted(objects);
    }

    public static String inSoap(String document) {
        return "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'><soap:Body><s:submit xmlns:s='https://tearline.example/submit/1.0'>"
                + document + "</s:submit></soap:Body></soap:Envelope>";
    }
}
