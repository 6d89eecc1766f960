package tearline.server.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.config.ConfigurationMistakes;
import tearline.server.journey.TlsGateway;

/** Two settings, keystore and password, and the gateway speaks TLS 1.3 and nothing less. */
class TlsTest {

    private static final String PASSWORD = "a-password-of-this-test";
    @TempDir
    static Path folder;
    private static TlsGateway gateway;
    private static SSLContext trusting;

    @BeforeAll
    static void start() throws Exception {
        var keystore = keystore();
        trusting = trusting(keystore);
        gateway = TlsGateway.start(folder.resolve("configuration"), keystore, PASSWORD, "0.0.0.0");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void twoSettingsMakeItTls13ForOthersToo() throws IOException {
        try (var socket = connect("TLSv1.3")) {
            assertThat(ask(socket)).startsWith("HTTP/1.1 200").contains("\"ready\":true");
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void tls12IsRefused() {
        assertThatThrownBy(() -> {
            try (var socket = connect("TLSv1.2")) {
                socket.startHandshake();
            }
        }).isInstanceOf(SSLException.class).hasMessageContaining("protocol_version");
    }

    @Test
    void plainWordsGetNoAnswer() throws IOException {
        try (var socket = new Socket("127.0.0.1", gateway.port())) {
            socket.setSoTimeout(10_000);
            assertThat(ask(socket)).doesNotContain("HTTP/1.1 200").doesNotContain("ready");
        }
    }

    @Test
    void plainHttpForOthersIsAMistakeInTheConfiguration() {
        assertThatThrownBy(() -> TlsGateway.plain(folder.resolve("plain"), "0.0.0.0")).isInstanceOf(ConfigurationMistakes.class)
                .hasMessageContaining("gateway.xml").hasMessageContaining("plain HTTP on 0.0.0.0").hasMessageContaining("Add tls");
    }

    private static SSLSocket connect(String protocol) throws IOException {
        var socket = (SSLSocket) trusting.getSocketFactory().createSocket("127.0.0.1", gateway.port());
        socket.setSoTimeout(10_000);
        socket.setEnabledProtocols(new String[] {protocol});
        return socket;
    }

    private static String ask(Socket socket) throws IOException {
        socket.getOutputStream().write("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (java.net.SocketException reset) {
            return "";
        }
    }

    /** As an operator would make it. */
    private static Path keystore() throws Exception {
        var file = folder.resolve("gateway.p12");
        var keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "gateway", "-keyalg", "EC", "-groupname", "secp256r1",
                "-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1", "-validity", "30", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD)
                .redirectErrorStream(true).redirectOutput(folder.resolve("keytool.txt").toFile()).start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).as(Files.readString(folder.resolve("keytool.txt"))).isZero();
        return file;
    }

    private static SSLContext trusting(Path keystore) throws Exception {
        var trusted = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        var onlyCertificate = KeyStore.getInstance("PKCS12");
        onlyCertificate.load(null, null);
        onlyCertificate.setCertificateEntry("gateway", trusted.getCertificate("gateway"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(onlyCertificate);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
