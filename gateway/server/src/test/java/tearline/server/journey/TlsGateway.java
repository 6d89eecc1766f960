package tearline.server.journey;

import java.nio.file.Path;

/** A running gateway for the tests of its door: one sender, one feed, and what the test says of HTTP. */
public final class TlsGateway implements AutoCloseable {

    private final RunningGateway gateway;

    private TlsGateway(RunningGateway gateway) {
        this.gateway = gateway;
    }

    public static TlsGateway start(Path folder, Path keystore, String password, String host) throws Exception {
        var configuration = configuration(folder).http("<http host=\"" + host + "\" port=\"0\"><tls keystore=\"file:" + keystore + "\" password=\"file:secrets/keystore.password\"/></http>");
        configuration.write("secrets/keystore.password", password);
        return new TlsGateway(RunningGateway.start(configuration));
    }

    public static TlsGateway plain(Path folder, String host) throws Exception {
        return new TlsGateway(RunningGateway.start(configuration(folder).http("<http host=\"" + host + "\" port=\"0\"/>")));
    }

    private static ConfigurationFolder configuration(Path folder) {
        return ConfigurationFolder.in(folder).sender("metro", Alert.SENDER).publicFeed("anybody", "public");
    }

    public int port() {
        return gateway.port();
    }

    @Override
    public void close() {
        gateway.close();
    }
}
