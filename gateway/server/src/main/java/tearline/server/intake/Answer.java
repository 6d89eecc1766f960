package tearline.server.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlRootElement;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tearline.engine.Finding;

/** What a sender is told: a receipt, or a problem (RFC 9457) with the same parts. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JacksonXmlRootElement(localName = "answer")
public record Answer(int status, String type, String title, String code, String detail, String id, String standard, String received,
                     @JacksonXmlElementWrapper(localName = "parts") @JacksonXmlProperty(localName = "part") List<PartAnswer> parts,
                     @JacksonXmlElementWrapper(localName = "findings") @JacksonXmlProperty(localName = "finding") List<Finding> findings,
                     @JsonIgnore int retryAfter, @JsonIgnore boolean xml) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final XmlMapper XML = new XmlMapper();

    /** One payload of the message: what it is, and whether it was taken. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record PartAnswer(int index, String standard, String shape, String verdict, String code,
                             @JacksonXmlElementWrapper(localName = "findings") @JacksonXmlProperty(localName = "finding") List<Finding> findings) {}

    public static boolean prefersXml(String accept) {
        return accept != null && accept.contains("xml") && !accept.contains("json");
    }

    @JsonIgnore
    public boolean isProblem() {
        return status >= 400;
    }

    @JsonIgnore
    public String mediaType() {
        return xml ? (isProblem() ? "application/problem+xml" : "application/xml") : isProblem() ? "application/problem+json" : "application/json";
    }

    public String text() {
        try {
            return xml ? XML.writeValueAsString(this) : JSON.writeValueAsString(this);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A receipt as the store keeps it. */
    public static Answer receipt(String json, int status, boolean xml) {
        try {
            var stored = JSON.readValue(json, Answer.class);
            return new Answer(status, stored.type, stored.title, stored.code, stored.detail, stored.id, stored.standard, stored.received,
                    stored.parts == null ? List.of() : stored.parts, stored.findings == null ? List.of() : stored.findings, 0, xml);
        } catch (IOException e) {
            throw new IllegalStateException("A stored receipt cannot be read", e);
        }
    }

    public void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(mediaType());
        if (retryAfter > 0) response.setHeader("Retry-After", Integer.toString(retryAfter));
        response.getOutputStream().write((text() + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
