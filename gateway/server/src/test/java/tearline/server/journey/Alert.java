package tearline.server.journey;

/** A CAP 1.2 alert that a test words as it needs it. */
record Alert(String identifier, String sender, String status, String scope, String headline, String description, String expires) {

    static final String SENDER = "alerts@metro.example";

    static Alert numbered(String identifier) {
        return new Alert(identifier, SENDER, "Actual", "Public", "River flood at Low town", "Water stands in Mill Street.", "2199-01-01T00:00:00-00:00");
    }

    Alert from(String other) {
        return new Alert(identifier, other, status, scope, headline, description, expires);
    }

    Alert status(String other) {
        return new Alert(identifier, sender, other, scope, headline, description, expires);
    }

    Alert restricted(String words) {
        return new Alert(identifier, sender, status, "Restricted</scope><restriction>" + words + "</restriction>", headline, description, expires);
    }

    Alert headline(String other) {
        return new Alert(identifier, sender, status, scope, other, description, expires);
    }

    Alert description(String other) {
        return new Alert(identifier, sender, status, scope, headline, other, expires);
    }

    Alert expires(String other) {
        return new Alert(identifier, sender, status, scope, headline, description, other);
    }

    String text() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element();
    }

    /** Without the XML declaration, for an envelope. */
    String element() {
        return "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">\n  <identifier>" + identifier + "</identifier>\n  <sender>" + sender + "</sender>\n  <sent>2026-03-04T06:10:00-08:00</sent>\n"
                + "  <status>" + status + "</status>\n  <msgType>Alert</msgType>\n  <scope>" + (scope.contains("<") ? scope : scope + "</scope>") + "\n"
                + "  <info>\n    <category>Met</category>\n    <event>Flood</event>\n    <urgency>Immediate</urgency>\n    <severity>Severe</severity>\n    <certainty>Observed</certainty>\n"
                + "    <expires>" + expires + "</expires>\n    <senderName>Metro</senderName>\n    <headline>" + headline + "</headline>\n    <description>" + description + "</description>\n"
                + "    <instruction>Leave low town by Hill Road.</instruction>\n    <area><areaDesc>Low town</areaDesc><polygon>38.5,-77.3 38.5,-77.2 38.4,-77.2 38.5,-77.3</polygon></area>\n  </info>\n</alert>";
    }

    /** In an EDXL-DE 2.0 envelope with the number given. */
    String inEnvelope(String distribution) {
        return inEnvelope(distribution, element());
    }

    static String inEnvelope(String distribution, String... payloads) {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<edxlDistribution xmlns=\"urn:oasis:names:tc:emergency:EDXL:DE:2.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:type=\"extended\">"
                + "<distributionID>" + distribution + "</distributionID><senderID>" + SENDER + "</senderID><dateTimeSent>2026-03-04T06:12:00-08:00</dateTimeSent>"
                + "<dateTimeExpires>2199-01-01T00:00:00-08:00</dateTimeExpires><distributionStatus>Actual</distributionStatus><distributionKind>Report</distributionKind>"
                + "<descriptor xlink:type=\"resource\" xlink:label=\"about\"><combinedConfidentiality>Unclassified</combinedConfidentiality></descriptor><content xlink:type=\"resource\">");
        for (int i = 0; i < payloads.length; i++) {
            text.append("<contentObject xlink:type=\"resource\" xlink:label=\"object").append(i).append("\"><contentXML><embeddedXMLContent>").append(payloads[i]).append("</embeddedXMLContent></contentXML></contentObject>");
        }
        return text.append("</content></edxlDistribution>").toString();
    }
}
