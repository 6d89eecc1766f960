package tearline.server.command;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tearline.engine.config.Configuration;
import tearline.engine.config.Door;
import tearline.engine.config.GatewaySettings;
import tearline.server.Gateway;
import tearline.server.door.PortTaken;

/** The sample exchange: a gateway with an empty store, two partners that listen, one message of each kind, and lines to try. */
@Command(name = "demo", description = "The sample exchange, running; prints the curl lines to try.")
final class Demo implements Callable<Integer> {

    @Option(names = "--home", hidden = true, description = "Where samples/demo is; the launcher says it.")
    private Path home = Path.of("");

    @Option(names = "--once", description = "Stop after the sample messages instead of waiting for yours.")
    private boolean once;

    @Override
    public Integer call() throws Exception {
        StartUp.ahead();
        var folder = home.resolve("samples/demo").toAbsolutePath().normalize();
        var open = OpenFolder.of(folder);
        var configuration = open.configuration();
        isFree(configuration.gateway().http()); // before anything of a demo that runs already is deleted
        listenAs(configuration);
        delete(configuration.gateway().store());
        delete(folder.resolve("out"));
        var narrator = new Narrator(System.out);
        try (var gateway = Gateway.start(open.house(), configuration, Clock.systemUTC(), narrator::tell)) {
            System.out.println("Tearline is ready on 127.0.0.1:" + gateway.port() + " after " + StartUp.seconds() + " s, with an empty store.");
            int posted = 0;
            for (var message : messages(folder)) {
                post(gateway.port(), message);
                narrator.waitUntilToldOf(++posted);
            }
            print(gateway.port(), folder);
            if (once) return 0;
            Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "stop"));
            new CountDownLatch(1).await();
            return 0;
        }
    }

    /** The partners that are pushed to, as small as they can be: they read, and answer 202. */
    private static void listenAs(Configuration configuration) throws IOException {
        for (var agreement : configuration.listAgreements()) {
            for (var door : agreement.doors().values()) {
                if (!(door instanceof Door.Http http)) continue;
                var server = listen(http.uri().getHost(), http.uri().getPort(), http.name() + " in partners/" + agreement.partner() + ".xml");
                server.setExecutor(Executors.newSingleThreadExecutor(task -> {
                    var thread = new Thread(task, agreement.partner());
                    thread.setDaemon(true);
                    return thread;
                }));
                server.createContext("/", exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(202, -1);
                    exchange.close();
                });
                server.start();
            }
        }
    }

    private static HttpServer listen(String host, int port, String setting) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException e) {
            throw new PortTaken(host, port, setting, e);
        }
    }

    private static void isFree(GatewaySettings.Http http) throws IOException {
        listen(http.host(), http.port(), "http in gateway.xml").stop(0);
    }

    private static void post(int port, Path message) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/messages")).header("Content-Type", "application/xml")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("metro-safety:demo-metro-safety".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .POST(HttpRequest.BodyPublishers.ofFile(message)).build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println();
        System.out.println("Posted " + message.getFileName() + ": " + answer.statusCode());
        if (answer.statusCode() >= 300) System.out.println(answer.body());
    }

    private static void print(int port, Path folder) {
        var at = "http://127.0.0.1:" + port;
        var messages = Path.of("").toAbsolutePath().relativize(folder.resolve("messages"));
        var shown = messages.startsWith("..") ? folder.resolve("messages") : messages;
        System.out.println();
        System.out.println("Try it. Each line works as it stands:");
        System.out.println();
        System.out.println("# post a CAP alert (the same again: 200 and the first receipt)");
        System.out.println("curl -sS -u metro-safety:demo-metro-safety -H 'Content-Type: application/cap+xml' --data-binary '@" + shown.resolve("01-flood-alert.xml") + "' " + at + "/messages");
        System.out.println("# post a detailed suspicious activity report under a new number");
        System.out.println("sed s/MDPS-26-00412/MDPS-26-$RANDOM/ '" + shown.resolve("03-photography-report.xml") + "' | curl -sS -u metro-safety:demo-metro-safety -H 'Content-Type: application/xml' --data-binary @- " + at + "/messages");
        System.out.println("# pull a feed as the state EOC, and as anybody");
        System.out.println("curl -sS -u state-eoc:demo-state-eoc " + at + "/feeds/state-eoc");
        System.out.println("curl -sS " + at + "/feeds/public-alerts.atom");
        System.out.println("# the same as RSS, and one alert of it, at the address that is its entry's id");
        System.out.println("curl -sS " + at + "/feeds/public-alerts.rss");
        System.out.println("curl -sS $(curl -sS " + at + "/feeds/public-alerts.atom | grep -o 'http[^<\"]*[.]xml' | head -1)");
        System.out.println("# explain the last message: who got what, what was withheld, and why");
        System.out.println("curl -sS -u operator:demo-operator " + at + "/messages/" + Narrator.lastMessage() + "/explain");
        System.out.println();
        System.out.println("Files for the county lie in " + folder.resolve("out") + ". Stop with Ctrl-C.");
    }

    private static List<Path> messages(Path folder) throws IOException {
        try (var files = Files.list(folder.resolve("messages"))) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
