package tearline.server.journey;

import java.nio.file.Path;
import java.time.Clock;
import tearline.engine.config.ConfigurationReader;
import tearline.engine.house.House;
import tearline.engine.house.HouseVocabulary;
import tearline.engine.xml.Shelf;
import tearline.server.Gateway;
import tearline.server.store.Store;

/** The whole gateway on a free port, with real store, broker, schemas and mappings, and clients for its partners. */
final class RunningGateway implements AutoCloseable {

    /** Opened once: standards and mappings are the same for every test. */
    private static final House HOUSE = House.open(Shelf.shipped());

    final Path folder;
    private final Gateway gateway;

    private RunningGateway(Path folder, Gateway gateway) {
        this.folder = folder;
        this.gateway = gateway;
    }

    static RunningGateway start(ConfigurationFolder configuration) throws Exception {
        return start(configuration.written());
    }

    static RunningGateway start(Path folder) throws Exception {
        return start(folder, Clock.systemUTC());
    }

    static RunningGateway start(Path folder, Clock clock) throws Exception {
        return new RunningGateway(folder, Gateway.start(HOUSE, read(folder), clock, outcome -> { }));
    }

    static tearline.engine.config.Configuration read(Path folder) {
        return new ConfigurationReader(new HouseVocabulary(HOUSE)).read(folder);
    }

    /** What the check finds wrong with a document that we wrote. */
    static java.util.List<String> findings(String document) {
        return HOUSE.checker().check(document.getBytes(java.nio.charset.StandardCharsets.UTF_8)).findings().stream().map(one -> one.rule() + " " + one.message()).toList();
    }

    int port() {
        return gateway.port();
    }

    Store store() {
        return gateway.store();
    }

    tearline.server.retention.Retention retention() {
        return gateway.retention();
    }

    Path data() {
        return folder.resolve("data");
    }

    Client as(String partner) {
        return Client.of(port()).as(partner);
    }

    Client asAnybody() {
        return Client.of(port());
    }

    Client asOperator() {
        return as("operator");
    }

    /** Each accepted part has been decided, and nothing waits to be delivered. */
    void settle() {
        Wait.until("everything is decided and delivered", () -> {
            var ledger = store().ledger();
            return ledger.unfinished() == 0 && ledger.pending() == 0;
        });
    }

    @Override
    public void close() {
        gateway.close();
    }
}
