package tearline.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import picocli.CommandLine.Option;

/** The gateway that an operator's command talks to, and how the operator proves it. */
final class RunningGateway {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Terminal terminal;

    @Option(names = "--at", paramLabel = "URI", defaultValue = "http://127.0.0.1:8080", description = "Where the gateway listens; ${DEFAULT-VALUE} unless said.")
    private URI at;

    @Option(names = "--secret-env", paramLabel = "NAME", defaultValue = "TEARLINE_OPERATOR", description = "The environment variable with the operator's secret; ${DEFAULT-VALUE} unless said.")
    private String variable;

    RunningGateway(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A segment of a path, whatever stands in it. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode get(String path) {
        return ask(request(path).GET());
    }

    /** A document, as it is. */
    byte[] document(String path) {
        var response = send(request(path).GET());
        if (response.statusCode() == 200) return response.body();
        json(response);
        throw GaveUp.weFailed("the gateway answered without a document");
    }

    JsonNode post(String path) {
        return ask(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        var secret = terminal.environment().apply(variable);
        if (secret == null || secret.isEmpty()) throw GaveUp.usedWrongly("put the operator's secret into the environment variable " + variable + ", or name another with --secret-env");
        boolean http = "http".equals(at.getScheme());
        if (at.getHost() == null || !(http || "https".equals(at.getScheme()))) throw GaveUp.usedWrongly("--at must be like https://gateway.example:8443");
        if (http && !THIS_MACHINE.contains(at.getHost())) throw GaveUp.usedWrongly("the operator's secret does not travel unencrypted: use https for another machine");
        var login = Base64.getEncoder().encodeToString(("operator:" + secret).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(at.toString().replaceAll("/+$", "") + path)).timeout(Duration.ofSeconds(30)).header("Authorization", "Basic " + login);
    }

    private JsonNode ask(HttpRequest.Builder request) {
        return json(send(request));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).followRedirects(HttpClient.Redirect.NEVER).build();
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GaveUp.weFailed("interrupted");
        } catch (IOException e) {
            throw GaveUp.weFailed("no gateway answers at " + at);
        }
    }

    private JsonNode json(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 401 || status == 403) throw GaveUp.usedWrongly("the gateway does not take what stands in " + variable + " for its operator's secret");
        var tree = tree(response.body());
        if (status == 200) return tree;
        var text = tree.path("title").asText("the gateway answered " + status) + " " + tree.path("detail").asText();
        throw status == 404 || status == 409 ? GaveUp.no(text.strip()) : GaveUp.weFailed(text.strip());
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notOurs) {
            throw GaveUp.weFailed("what answers there is no gateway of ours");
        }
    }
}
