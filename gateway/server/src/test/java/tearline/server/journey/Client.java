package tearline.server.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Somebody with an HTTP client: a sender, a partner that reads, an operator, or anybody. */
final class Client {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();

    /** What came back. */
    record Reply(int status, HttpResponse<String> response) {

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return JSON.readTree(body());
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON: " + body(), e);
            }
        }

        String id() {
            return json().path("id").asText();
        }
    }

    private final int port;
    private final Map<String, String> headers;

    private Client(int port, Map<String, String> headers) {
        this.port = port;
        this.headers = headers;
    }

    static Client of(int port) {
        return new Client(port, Map.of());
    }

    Client as(String partner) {
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString((partner + ":secret-" + partner).getBytes(StandardCharsets.UTF_8)));
    }

    Client with(String header, String value) {
        var all = new TreeMap<>(headers);
        all.put(header, value);
        return new Client(port, all);
    }

    Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Reply post(String message) {
        return post("/messages", message);
    }

    Reply post(String path, String body) {
        var typed = headers.containsKey("Content-Type") ? this : with("Content-Type", "application/xml");
        return typed.send("POST", path, BodyPublishers.ofString(body));
    }

    Reply send(String method, String path, HttpRequest.BodyPublisher body) {
        try {
            return sendOrFail(method, path, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a sender whose gateway may be dead. */
    Reply sendOrFail(String method, String path, HttpRequest.BodyPublisher body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(30)).method(method, body);
        headers.forEach(request::header);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
