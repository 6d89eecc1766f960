package tearline.server.door;

import java.io.IOException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import tearline.engine.config.GatewaySettings;

/** Where the gateway listens: TLS 1.3 where the configuration has a keystore, plain HTTP on loopback else (the configuration check refuses any other). */
public final class Listening {

    private Listening() {}

    public static ServerConnector on(Server server, GatewaySettings.Http http) throws PortTaken {
        var plain = new HttpConfiguration();
        plain.setSendServerVersion(false);
        plain.setRequestHeaderSize(16 * 1024);
        var connector = http.tls().map(tls -> secured(server, plain, tls)).orElseGet(() -> new ServerConnector(server, new HttpConnectionFactory(plain)));
        connector.setHost(http.host());
        connector.setPort(http.port());
        connector.setIdleTimeout(30_000);
        try {
            connector.open(); // before all the rest starts: a port that is taken is said at once
        } catch (IOException e) {
            throw new PortTaken(http.host(), http.port(), "http in gateway.xml", e);
        }
        return connector;
    }

    private static ServerConnector secured(Server server, HttpConfiguration plain, GatewaySettings.Tls tls) {
        var secure = new SslContextFactory.Server();
        secure.setKeyStorePath(tls.keystore().toString());
        secure.setKeyStorePassword(tls.password().reveal());
        secure.setIncludeProtocols("TLSv1.3");
        secure.setExcludeProtocols("SSL", "SSLv2", "SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2");
        var configuration = new HttpConfiguration(plain);
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        return new ServerConnector(server, new SslConnectionFactory(secure, "http/1.1"), new HttpConnectionFactory(configuration));
    }
}
