package tearline.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.xml.ws.Endpoint;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.cxf.BusFactory;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import tearline.engine.config.Configuration;
import tearline.engine.config.Door;
import tearline.engine.config.GatewaySettings;
import tearline.engine.exchange.Exchange;
import tearline.engine.exchange.OwnVersions;
import tearline.engine.house.House;
import tearline.engine.message.Limits;
import tearline.engine.rollup.RollUp;
import tearline.server.delivery.Address;
import tearline.server.delivery.Addresses;
import tearline.server.delivery.Circuits;
import tearline.server.delivery.Deliveries;
import tearline.server.delivery.DeliveryRoutes;
import tearline.server.delivery.FolderDelivery;
import tearline.server.delivery.HttpDelivery;
import tearline.server.delivery.Patience;
import tearline.server.delivery.Verdicts;
import tearline.server.door.HttpDoor;
import tearline.server.door.Listening;
import tearline.server.door.SoapGate;
import tearline.server.door.SubmitEndpoint;
import tearline.server.exchange.ExchangeRoute;
import tearline.server.exchange.FeedsRemade;
import tearline.server.exchange.Parts;
import tearline.server.exchange.Turns;
import tearline.server.feed.ActiveFeeds;
import tearline.server.feed.Feeds;
import tearline.server.feed.Fragments;
import tearline.server.feed.Listed;
import tearline.server.feed.Horizon;
import tearline.server.feed.Records;
import tearline.server.intake.Intake;
import tearline.server.intake.IntakeRoute;
import tearline.server.intake.Purging;
import tearline.server.intake.Refusals;
import tearline.server.intake.Stripping;
import tearline.server.look.Banners;
import tearline.server.look.Custody;
import tearline.server.look.HealthServlet;
import tearline.server.look.Incidents;
import tearline.server.look.Keeping;
import tearline.server.look.LookRoute;
import tearline.server.look.Lookups;
import tearline.server.look.MetricsServlet;
import tearline.server.look.Operator;
import tearline.server.poll.Poller;
import tearline.server.queue.Broker;
import tearline.server.queue.Connections;
import tearline.server.queue.Relay;
import tearline.server.queue.Strays;
import tearline.server.retention.Retention;
import tearline.server.store.Store;

/** A running gateway: everything is put together here, in the order in which it starts; it stops in the other direction. */
public final class Gateway implements AutoCloseable {

    private final List<AutoCloseable> running = new ArrayList<>();
    private final Store store;
    private Relay relay;
    private Retention retention;
    private volatile int port;

    private Gateway(Store store) {
        this.store = store;
    }

    /** Returns when everything listens. Told hears what was decided about each part, once it is durable. */
    public static Gateway start(House house, Configuration configuration, Clock clock, Consumer<Exchange.Outcome> told) throws Exception {
        var settings = configuration.gateway();
        var store = Store.open(settings.store(), clock);
        var gateway = new Gateway(store);
        gateway.running.add(store);
        // The broker takes as long to start as most of the rest: on the other core, meanwhile.
        var broker = CompletableFuture.supplyAsync(() -> new Broker(settings.store().resolve("queues")).start());
        try {
            gateway.open(house, configuration, broker, clock, told);
            return gateway;
        } catch (Exception e) {
            broker.thenAccept(Broker::close);
            gateway.close();
            throw e;
        }
    }

    private void open(House house, Configuration configuration, CompletableFuture<Broker> starting, Clock clock, Consumer<Exchange.Outcome> told) throws Exception {
        var settings = configuration.gateway();
        var exchange = new Exchange(house, configuration, new Listed(house.mappings()));
        var intake = new Intake(house, limits(settings), store, this::due);
        var refusals = new Refusals(store, clock);

        var patience = new Patience(settings.delivery().connect(), settings.delivery().request(), settings.delivery().attempts(), settings.delivery().firstDelay(), settings.delivery().longestDelay());
        var addresses = new Addresses(addresses(configuration));
        var circuits = new Circuits();
        var verdicts = new Verdicts(store, circuits, patience, clock, new Random());
        var http = new HttpDelivery(addresses, store::product, new Banners(store), patience, clock);
        var folder = new FolderDelivery(addresses, store::product);

        var fragments = new Fragments(house.mappings(), store::product, 64L << 20);
        Consumer<String> afterPurge = message -> {
            fragments.clear();
            store.deliveries(message).forEach(folder::removePartial);
        };
        var parts = new Parts(house, configuration, exchange, store, clock, this::due, told, afterPurge);
        var versions = new OwnVersions(house, configuration);
        var purging = new Purging(house, versions, exchange, store, parts::find, afterPurge, this::due, clock);
        var stripping = new Stripping(house, versions, exchange, store, parts::find, this::due, clock);
        var custody = new Custody(configuration, store, purging, stripping);
        custody.open();
        retention = keep(new Retention(store, settings.retention(), (message, part) -> parts.find(message, part).map(incoming -> exchange.mark(incoming).record()), purging::purge,
                (message, reason) -> stripping.strip(List.of(message), reason).why(), clock));
        var turns = new Turns();
        var remaking = keep(new FeedsRemade(configuration, parts, store, turns, fragments::clear, clock));
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Gauge.builder("tearline.attention", store, one -> one.attention().size()).register(metrics);

        var broker = keep(starting.join());
        var connections = keep(new Connections(broker));
        relay = new Relay(store, connections, clock);

        var main = new Main();
        main.setShutdownStrategy(new SimpleMainShutdownStrategy()); // the default waits 60 s in a hook of its own
        main.configure().withDurationMaxMessages(0).withShutdownTimeout(5);
        main.bind("jms", connections.camel());
        main.bind("metrics", new MicrometerRoutePolicyFactory());
        main.bind("metricRegistry", metrics);
        main.configure().addRoutesBuilder(new IntakeRoute(intake, refusals));
        main.configure().addRoutesBuilder(new ExchangeRoute(parts, exchange, turns));
        main.configure().addRoutesBuilder(new DeliveryRoutes(http, folder, verdicts));
        main.configure().addRoutesBuilder(new LookRoute(new Lookups(configuration, store, parts, exchange, clock), new Feeds(configuration, store, fragments, clock, remaking::isBehind),
                new ActiveFeeds(house, configuration, store, clock, () -> base(settings), remaking::isBehind), new Records(configuration, store, remaking::isBehind), new Operator(configuration, store, this::due),
                new Incidents(configuration, store, parts, exchange, new RollUp(house, configuration, exchange), clock), custody, new Keeping(store, retention)));

        var server = new Server();
        var connector = Listening.on(server, settings.http());
        running.add(connector::close);
        server.addConnector(connector);
        var web = new ServletContextHandler("/");
        web.addFilter(new FilterHolder(new HttpDoor(configuration, refusals, clock)), "/*", EnumSet.of(DispatcherType.REQUEST));
        var camelServlet = new ServletHolder("CamelServlet", new CamelHttpTransportServlet());
        camelServlet.setInitOrder(1);
        web.addServlet(camelServlet, "/*"); // it matches what stands behind its mapping: on /messages/* it would find nothing
        var cxf = new CXFNonSpringServlet();
        web.addServlet(new ServletHolder(cxf), "/soap/*");
        web.addServlet(new ServletHolder(new HealthServlet(store, broker, main, () -> port > 0)), "/health");
        web.addServlet(new ServletHolder(new MetricsServlet(metrics)), "/metrics");
        server.setHandler(web);

        main.start();
        running.add(main::stop);
        keep(http); // closed before Camel, which would wait for partners that do not answer
        keep(folder);
        server.start();
        running.add(server::stop);
        BusFactory.setThreadDefaultBus(cxf.getBus());
        var submit = (EndpointImpl) Endpoint.publish("/submit", new SubmitEndpoint(main.getCamelContext(), refusals));
        submit.getServer().getEndpoint().getInInterceptors().add(new SoapGate(refusals));

        var deliveries = keep(new Deliveries(store, connections, relay, addresses, circuits, verdicts, main.getCamelContext(), clock));
        keep(new Horizon(store, settings.feeds().tombstones(), clock));
        retention.start();
        keep(new Strays(store, connections, relay, clock));
        remaking.start();
        relay.start(deliveries::wake);
        running.add(relay);
        port = ((ServerConnector) connector).getLocalPort();
        keep(new Poller(house, configuration, store, refusals, main.getCamelContext(), clock, new Random())).start();
    }

    /** How others reach the gateway. */
    private String base(GatewaySettings settings) {
        var http = settings.http();
        return http.publicUri().orElseGet(() -> (http.tls().isPresent() ? "https" : "http") + "://" + (http.host().contains(":") ? "[" + http.host() + "]" : http.host()) + ":" + port);
    }

    /** Something may be due now. */
    private void due() {
        relay.signal();
    }

    public int port() {
        return port;
    }

    public Retention retention() {
        return retention;
    }

    public Store store() {
        return store;
    }

    private <T extends AutoCloseable> T keep(T part) {
        running.add(part);
        return part;
    }

    static Limits limits(GatewaySettings settings) {
        return new Limits(settings.limits().depth(), settings.limits().partsPerMessage());
    }

    private static List<Address> addresses(Configuration configuration) {
        var list = new ArrayList<Address>();
        int inFlight = configuration.gateway().delivery().inFlightPerPartner();
        for (var agreement : configuration.listAgreements()) {
            for (var door : agreement.doors().values()) {
                if (door instanceof Door.Http http) {
                    var address = Address.http(agreement.partner(), http.name(), http.uri(), inFlight);
                    list.add(http.secret().isEmpty() ? address : address.withAuthorization(() -> "Bearer " + http.secret().get().reveal()));
                }
                if (door instanceof Door.Folder folder) list.add(Address.folder(agreement.partner(), folder.name(), folder.path()));
            }
        }
        return list;
    }

    @Override
    public void close() {
        for (int i = running.size() - 1; i >= 0; i--) {
            try {
                running.get(i).close();
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(Gateway.class).warn("stopping: {}", e.getClass().getSimpleName());
            }
        }
        running.clear();
    }
}
