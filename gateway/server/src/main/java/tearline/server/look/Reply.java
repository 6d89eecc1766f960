package tearline.server.look;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an HTTP reader gets: status, media type, bytes, and only the headers listed here. */
public record Reply(int status, String mediaType, byte[] body, Map<String, String> headers) {

    static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(SerializationFeature.INDENT_OUTPUT).build();

    static final Reply OPERATORS_ONLY = problem(403, "Only an operator may do this.", "Use the operator's credentials.");

    public static Reply json(int status, Object value) {
        try {
            return new Reply(status, status >= 400 ? "application/problem+json" : "application/json", (JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8), Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 9457. */
    public static Reply problem(int status, String title, String detail) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("status", status);
        problem.put("title", title);
        problem.put("detail", detail);
        return json(status, problem);
    }

    public static Reply notModified(String mediaType, Map<String, String> headers) {
        return new Reply(304, mediaType, new byte[0], headers);
    }

    /** The same, with one header more. */
    public Reply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, mediaType, body, more);
    }
}
