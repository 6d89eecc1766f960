package tearline.server.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tearline.engine.config.Poll;

/** Who may be asked: nobody whom the configuration does not name, at no port it does not name, and not this machine by another name. */
class AllowedHostsTest {

    private final AllowedHosts hosts = new AllowedHosts(new Poll(URI.create("https://192.0.2.1/feed"), Duration.ofMinutes(2), Set.of("192.0.2.2:8443", "127.0.0.1:9000"), 1, Optional.empty()));

    @ParameterizedTest
    @ValueSource(strings = {"https://192.0.2.1/x", "https://192.0.2.1:443/x", "https://192.0.2.2:8443/", "http://127.0.0.1:9000/a"})
    void whatIsListedMayBeAsked(String uri) {
        assertThatCode(() -> hosts.check(URI.create(uri))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/x", "https://192.0.2.1:8443/x", "https://192.0.2.2/", "https://192.0.2.3/", "http://127.0.0.1/", "http://localhost:9000/", "http://[::1]:9000/", "file:///etc/hostname",
        "ftp://192.0.2.1/", "https://user@192.0.2.1/", "none:none", "https://192.0.2.1.example/x"})
    void nothingElseMay(String uri) {
        assertThatThrownBy(() -> hosts.check(URI.create(uri))).isInstanceOf(Forbidden.class).satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("192"));
    }

    @Test
    void theFeedsOwnHostNeedsNoMention() {
        assertThat(AllowedHosts.place(URI.create("https://Agency.Example/a"))).isEqualTo("agency.example:443");
    }
}
