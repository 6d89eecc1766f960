package tearline.engine.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import tearline.engine.Refusal;
import tearline.engine.config.Configuration;
import tearline.engine.config.ConfigurationReader;
import tearline.engine.exchange.Exchange;
import tearline.engine.house.House;
import tearline.engine.house.HouseVocabulary;
import tearline.engine.kit.Shipped;
import tearline.engine.kit.Written;
import tearline.engine.mark.Incoming;
import tearline.engine.plan.Past;
import tearline.engine.plan.Plan;
import tearline.engine.standard.Instants;

/** Receivers of every sort, each with every format that can be made of each kind, and one sender whose profile tells what may be cut. */
final class Receivers {

    static final House HOUSE = Shipped.HOUSE;
    static final String ALL = "CTRL FOUO LES LEI INV INTEL PRVCY CRIT PHYS EMGT PCII SSI CVI";
    private static final String STAFF = "organisation='slt' country='USA' operatedBy='staff'";
    /** While one sample is looked at. */
    private static final String ONLY = System.getProperty("tearline.proof.only", "");
    private final Path folder;
    private final Written written;
    private Configuration configuration;
    private Exchange exchange;
    private String format;

    private Receivers(Path folder) {
        this.folder = folder;
        this.written = Written.gateway(folder, "proof");
    }

    /** One that sees all, and others that see less in different ways. */
    static Receivers ofEverySort(Path folder) {
        return ofEverySort(folder, "");
    }

    /** @param format the only one that they read, or none for all */
    static Receivers ofEverySort(Path folder, String format) {
        var everything = keeps(HOUSE.categories().names());
        var people = new TreeSet<>(HOUSE.categories().names());
        people.removeIf(name -> name.startsWith("person.") || List.of("extension", "method", "review", "note", "parameter").contains(name));
        return ofNobody(folder, format)
                .add("police", STAFF, "maxTlp='RED'", "detailed", ALL, everything)
                .add("civil", STAFF, "maxTlp='GREEN'", "detailed", "CTRL FOUO", everything)
                .add("nobody-named", STAFF, "maxTlp='RED'", "detailed", ALL, keeps(people))
                .add("summary", STAFF, "maxTlp='RED'", "summary", ALL, everything)
                .add("coarse", STAFF, "maxTlp='GREEN'", "detailed", "CTRL FOUO PRVCY", keeps(List.of("title", "event", "narrative", "behaviour", "target", "place.general", "source.identity", "relation", "item.description"))
                        + "<generalize category='time' to='hour'/><generalize category='place.exact' to='county'/>")
                .add("hosted", "organisation='slt' country='USA' operatedBy='contractor'", "maxTlp='GREEN'", "detailed", "CTRL FOUO", keeps(people))
                .add("anybody", "organisation='public' country='USA' operatedBy='staff'", "maxTlp='CLEAR'", "detailed", "", keeps(List.of("narrative", "event", "title", "instruction", "place.area", "time")));
    }

    /** The sender alone, for receivers that a test adds. */
    static Receivers ofNobody(Path folder, String format) {
        var receivers = new Receivers(folder).start();
        receivers.format = format;
        return receivers;
    }

    static String keeps(Collection<String> names) {
        var kept = new StringBuilder();
        names.stream().filter(name -> !List.of("header", "marking").contains(name)).sorted().forEach(name -> kept.append("<keep category='").append(name).append("'/>"));
        return kept.toString();
    }

    /** No mark in the text of its sender lowers what the whole is marked with. */
    Receivers authoritative() {
        try {
            written.file("partners/sender.xml", Files.readString(folder.resolve("partners/sender.xml")).replace("bannerPolicy='boilerplate'", "bannerPolicy='authoritative'").replaceAll("<category [^>]*/>", ""));
            configuration = null;
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Receivers start() {
        var standards = new HouseVocabulary(HOUSE).standards().stream().map(name -> "<standard name='" + name + "'/>").toList();
        var labels = new StringBuilder();
        for (var name : List.of("header", "behaviour", "time", "event", "place.general", "item.description", "relation", "target", "source.identity", "retention", "casualties", "resources", "report", "reference", "code")) {
            labels.append("<category name='").append(name).append("' label='U//FOUO'/>");
        }
        for (var name : List.of("person.name", "person.identifier", "person.birth", "person.contact", "item.identifier")) labels.append("<category name='").append(name).append("' label='CUI//LEI/PRVCY'/>");
        for (var name : List.of("person.description", "source.assessment", "review", "place.exact")) labels.append("<category name='").append(name).append("' label='U//LES'/>");
        partner("sender", STAFF, "<credential scheme='basic' secret='file:secrets/any.sha256'/><sends defaultMark='U//FOUO' defaultStatus='Actual' bannerPolicy='boilerplate'>"
                + String.join("", standards) + "<identity sender='any@sender.example'/>" + labels + "</sends>");
        return this;
    }

    Receivers add(String name, String who, String attributes, String form, String grants, String keeps) {
        var products = new StringBuilder();
        for (var kind : List.of("alert", "situation", "sar")) {
            HOUSE.mappings().formats().forEach((format, writer) -> {
                if (!writer.kinds().contains(kind) || !this.format.isEmpty() && !this.format.equals(format)) return;
                var wanted = writer.forms().contains(form) ? " form='" + form + "'" : "";
                products.append("<product kind='").append(kind).append("' format='").append(format).append("'").append(wanted).append(!kind.equals("alert") ? "" : who.contains("public") ? " scopes='Public'" : " scopes='Public Restricted Private'").append("/>");
            });
        }
        partner(name, who, "<gets agreement='urn:agreement:%s' version='1' tests='yes' exercises='yes' %s><authority>A test.</authority><valid from='2000-01-01' until='2099-12-31'/>%s<grants>%s</grants>%s%s<folder name='door' path='out/%s'/></gets>"
                .formatted(name, attributes, products, grants, who.contains("public") ? "" : "<credentials>SAR-RED</credentials>", keeps, name));
        return this;
    }

    /** One that may see everything, as far as its allow-list goes. */
    Receivers addFor(String name, String keeps) {
        return add(name, STAFF, "maxTlp='RED'", "detailed", ALL, keeps);
    }

    private void partner(String name, String who, String body) {
        written.partner(name, who, body);
        configuration = null;
    }

    Exchange exchange() {
        if (configuration == null) {
            configuration = new ConfigurationReader(new HouseVocabulary(HOUSE)).read(folder);
            exchange = new Exchange(HOUSE, configuration);
        }
        return exchange;
    }

    /** Everything that becomes of every accepted part; nothing where the document is refused. */
    Optional<List<Exchange.Outcome>> send(String text, Instant now) {
        var exchange = exchange();
        try {
            var message = HOUSE.reader(true).read(text.getBytes(UTF_8));
            var outcomes = new ArrayList<Exchange.Outcome>();
            for (var part : message.accepted()) outcomes.add(exchange.run(Incoming.of("m-1", message, part, configuration.getPartner("sender")), now));
            return Optional.of(outcomes);
        } catch (Refusal refused) {
            return Optional.empty();
        }
    }

    /** What is planned for every accepted part; nothing where the document is refused. */
    List<Plan> plans(String text, Instant now) {
        var exchange = exchange();
        try {
            var message = HOUSE.reader(true).read(text.getBytes(UTF_8));
            return message.accepted().stream().map(part -> exchange.plan(exchange.mark(Incoming.of("m-1", message, part, configuration.getPartner("sender"))), Past.unknown(), now)).toList();
        } catch (Refusal refused) {
            return List.of();
        }
    }

    /** The moment it was sent, so that nothing of it has expired. */
    static Instant sent(byte[] sample) {
        return HOUSE.inspector(true).read(sample).accepted().stream().flatMap(part -> part.facts().sent().stream()).findFirst().flatMap(Instants::parse).orElse(Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** Every accepted sample of every standard that is a message. */
    static List<Path> samples() {
        try (Stream<Path> files = Files.walk(Path.of("../../xsd"))) {
            var found = new ArrayList<>(files.filter(file -> file.toString().endsWith(".accepted.txt") && !file.toString().contains("/target/"))
                    .map(file -> Path.of(file.toString().replace(".accepted.txt", ".xml"))).sorted().filter(Receivers::isMessage).toList());
            try (Stream<Path> demo = Files.list(Path.of("../../samples/demo/messages"))) {
                found.addAll(demo.sorted().toList());
            }
            found.removeIf(sample -> !sample.toString().contains(ONLY));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMessage(Path sample) {
        try {
            return Files.exists(sample) && !HOUSE.reader(true).read(Files.readAllBytes(sample)).accepted().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refusal refused) {
            return false;
        }
    }
}
