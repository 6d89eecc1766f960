package tearline.engine.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Reports an address that is none, that holds a password, or to which anybody could listen. */
final class WebAddress {

    private WebAddress() { }

    static void check(Lint lint, Node.Attribute written) {
        if (written.value().isBlank()) return; // the schema speaks of blanks
        URI uri;
        try {
            uri = new URI(written.value());
        } catch (URISyntaxException wrong) {
            uri = URI.create("none:none");
        }
        if (written.value().contains("@")) {
            lint.wrong(written, "the address contains a user name or password", "Take it out, and refer to it by the attribute secret.");
        } else if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
            lint.wrong(written, "\"" + written.value() + "\" is no web address", "Write one such as https://alerts.county.example/in.");
        } else if (uri.getScheme().equals("http") && !Loopback.is(uri.getHost())) {
            lint.wrong(written, "plain HTTP to " + uri.getHost() + ", which is not this machine", "Anybody on the way could read along. Write https.");
        }
    }
}
