package tearline.engine.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tearline.common.Header;
import tearline.engine.config.Configuration;
import tearline.engine.config.ConfigurationReader;
import tearline.engine.house.HouseVocabulary;
import tearline.engine.kit.Shipped;
import tearline.engine.kit.Written;
import tearline.engine.mark.Incoming;
import tearline.engine.model.Record;
import tearline.engine.plan.Held;
import tearline.engine.plan.Past;
import tearline.engine.plan.Plan;

/** A small real configuration in a folder, and messages sent through the whole engine with it. */
public final class Trial {

    public static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    /** Every category, so that a test can say what it leaves out. */
    public static final Set<String> EVERYTHING = Shipped.HOUSE.categories().names();

    private final Path folder;
    private final Written written;
    private Configuration configuration;
    private Exchange exchange;

    public Trial(Path folder) {
        this.folder = folder;
        this.written = Written.gateway(folder, "trial");
        sender("defaultMark='U//FOUO' defaultStatus='Actual' bannerPolicy='boilerplate'", "");
    }

    /** Gives the gateway a key to sign with, RSA or EC. */
    public Trial signingKey(String algorithm) {
        try {
            var keystore = folder.resolve("secrets/signing.p12");
            var made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "signing", "-keyalg", algorithm,
                    algorithm.equals("RSA") ? "-keysize" : "-groupname", algorithm.equals("RSA") ? "2048" : "secp256r1", "-dname", "CN=gateway.example", "-validity", "9999",
                    "-storetype", "PKCS12", "-keystore", keystore.toString(), "-storepass", "trial-password").inheritIO().start();
            if (made.waitFor() != 0) throw new IllegalStateException("keytool failed");
            written.file("secrets/signing.password", "trial-password");
            written.file("gateway.xml", Files.readString(folder.resolve("gateway.xml")).replace("</gateway>", "<signingKey keystore=\"file:secrets/signing.p12\" password=\"file:secrets/signing.password\"/></gateway>"));
            configuration = null;
            return this;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Replaces the sender, which may send everything under the identities of the samples. */
    public Trial sender(String sends, String rules) {
        return partner("sender", "organisation='slt' country='USA' operatedBy='staff'", """
            <credential scheme="basic" secret="file:secrets/any.sha256"/>
            <sends %s>
              <standard name="cap-1.2"/><standard name="edxl-sitrep-1.0"/><standard name="niem-sar-6.0"/>
              <identity sender="alerts@sender.example"/>%s
            </sends>""".formatted(sends, rules));
    }

    /** A receiver with one agreement: its products, what it is cleared for, and the categories it keeps. */
    public Trial receiver(String name, String gets, String products, String grants, Set<String> keeps) {
        var kept = new StringBuilder();
        keeps.stream().filter(category -> !Set.of("header", "marking").contains(category)).sorted().forEach(category -> kept.append("<keep category='").append(category).append("'/>"));
        return receiver(name, "organisation='slt' country='USA' operatedBy='staff'", gets, products, grants, kept.toString());
    }

    public Trial receiver(String name, String who, String gets, String products, String grants, String keeps) {
        return partner(name, who, """
            <gets agreement="urn:agreement:%s" version="1" %s>
              <authority>A test.</authority><valid from="2026-01-01" until="2027-12-31"/>
              %s<grants>%s</grants>%s<folder name="door" path="out/%s"/>
            </gets>""".formatted(name, gets, products, grants, keeps, name));
    }

    private Trial partner(String name, String who, String body) {
        written.partner(name, who, body);
        configuration = null;
        exchange = null;
        return this;
    }

    /** An activation or an emergency release, by the path of its file. */
    public Trial overlay(String file, String text) {
        written.file(file, text);
        configuration = null;
        return this;
    }

    /** Another text in a file that is there. */
    public Trial change(String file, UnaryOperator<String> change) {
        try {
            return overlay(file, change.apply(Files.readString(folder.resolve(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Trial remove(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        configuration = null;
        return this;
    }

    /** What becomes of the first accepted part. */
    public Outcome send(String message) {
        return send(message, NOW);
    }

    public Outcome send(String message, Instant now) {
        return send(message, 0, now);
    }

    /** Where it was looked up what each agreement holds of what the message speaks of. */
    public Outcome send(String text, List<Held> held) {
        var owns = new HashMap<String, Past.Own>();
        held.stream().collect(Collectors.groupingBy(Held::agreement)).forEach((agreement, own) -> owns.put(agreement, new Past.Own(own, List.of(), false, Optional.empty(), Optional.empty())));
        return send(text, new Past(true, Optional.empty(), owns));
    }

    public Outcome send(String text, Past past) {
        return send(text, past, NOW);
    }

    public Outcome send(String text, Past past, Instant now) {
        var exchange = exchange();
        var plan = exchange.plan(exchange.mark(incoming(text, 0)), past, now);
        return new Outcome(exchange.decide(plan, plan.views().stream().map(group -> exchange.verify(exchange.render(exchange.release(group)))).toList()));
    }

    /** What a document says of itself. */
    public static Header header(String text) {
        var part = Shipped.HOUSE.reader(false).read(text.getBytes(UTF_8)).accepted().get(0);
        return Record.of(Shipped.HOUSE.mappings().toCommon(part.standard().orElseThrow().name(), part.document())).header();
    }

    public Outcome send(String text, int part, Instant now) {
        return new Outcome(exchange().run(incoming(text, part), now));
    }

    private Configuration configured() {
        if (configuration == null) configuration = new ConfigurationReader(new HouseVocabulary(Shipped.HOUSE)).read(folder);
        return configuration;
    }

    public Incoming incoming(String text, int part) {
        var message = Shipped.HOUSE.reader(false).read(text.getBytes(UTF_8));
        return Incoming.of("m-1", message, message.accepted().get(part), configured().getPartner("sender"));
    }

    /** One for all messages, as in a gateway: what it has compiled for a view stays. */
    private Exchange exchange() {
        if (exchange == null || configuration == null) exchange = new Exchange(Shipped.HOUSE, configured());
        return exchange;
    }

    public Configuration configuration() {
        return configuration;
    }

    /** What the tests ask of an outcome, by the receiver's name. */
    public record Outcome(Exchange.Outcome all) {

        public Decision decision(String partner) {
            return find(partner).orElseThrow(() -> new AssertionError(partner + " is not covered: " + all.plan().notCovered())).decision();
        }

        public String outcome(String partner) {
            return find(partner).map(one -> one.decision().outcome()).orElse("not covered");
        }

        public String notCovered(String partner) {
            return all.plan().notCovered().stream().filter(one -> one.partner().equals(partner)).map(Plan.NotCovered::reason).findFirst().orElse("covered");
        }

        /** The one product that the receiver gets, as text. */
        public String product(String partner) {
            return new String(bytes(partner), UTF_8);
        }

        public byte[] bytes(String partner) {
            var one = find(partner).orElseThrow(() -> new AssertionError(partner + " is not covered: " + all.plan().notCovered()));
            if (!one.decision().outcome().equals("pending")) throw new AssertionError(partner + ": " + one.decision().outcome() + " " + one.decision().reasons() + " " + one.decision().withheld());
            var bytes = one.bytes().get("door");
            if (bytes.size() != 1) throw new AssertionError(bytes.size() + " products");
            return bytes.get(0);
        }

        Optional<Exchange.Decided> find(String partner) {
            return all.decided().stream().filter(one -> one.agreement().partner().equals(partner)).findFirst();
        }
    }
}
