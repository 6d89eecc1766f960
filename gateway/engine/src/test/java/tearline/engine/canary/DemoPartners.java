package tearline.engine.canary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tearline.engine.config.Configuration;
import tearline.engine.config.ConfigurationReader;
import tearline.engine.exchange.Trial;
import tearline.engine.house.HouseVocabulary;
import tearline.engine.kit.Shipped;

/** The demo with all its partners, who take tests and exercises too, and for every format a receiver of all categories and one of few. */
final class DemoPartners {

    static final List<String> FORMATS = List.of("common-1.0", "geojson", "edxl-sitrep-1.0", "niem-sar-6.0", "cap-1.2");
    private static final Path DEMO = Path.of("../../samples/demo");
    private static final Set<String> ALL = Trial.EVERYTHING.stream().filter(category -> !Set.of("header", "marking").contains(category)).collect(Collectors.toSet());
    private static final Set<String> FEW = Set.of("event", "time", "place.general", "place.area", "behaviour", "report", "casualties", "title", "narrative");

    /** By which the largest samples of distributions mean each of them. */
    private static final String ADDRESS = Stream.of("surge@health.gillray.example", "watch@police.larkin.example").map(one -> "<address scheme='e-mail' is='" + one + "'/>").collect(Collectors.joining());

    /** What a demo that ran leaves behind. */
    private static final Set<String> ITS_OWN = Set.of("data", "out");

    private DemoPartners() {}

    static Configuration in(Path folder) throws IOException {
        try (var files = Files.walk(DEMO)) {
            for (var file : files.filter(one -> !ITS_OWN.contains(DEMO.relativize(one).getName(0).toString())).sorted().toList()) {
                var target = folder.resolve(DEMO.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.writeString(target, Files.readString(file).replace("tests=\"no\"", "tests=\"yes\"").replace("exercises=\"no\"", "exercises=\"yes\""));
            }
        }
        for (var format : FORMATS) {
            receiver(folder, "civil", format, ALL);
            receiver(folder, "narrow", format, FEW);
        }
        return new ConfigurationReader(new HouseVocabulary(Shipped.HOUSE)).read(folder);
    }

    private static void receiver(Path folder, String kind, String format, Set<String> keeps) throws IOException {
        var name = kind + "-" + format.replace('.', '-');
        var products = Stream.of("alert", "situation", "sar").filter(one -> !(one.equals("sar") && format.equals("cap-1.2")))
                .map(one -> "<product kind='" + one + "' format='" + format + "'" + (format.startsWith("niem") ? " form='detailed'" : "") + (one.equals("alert") ? " scopes='Public Restricted Private'" : "") + "/>").collect(Collectors.joining());
        Files.writeString(folder.resolve("partners/" + name + ".xml"), """
                <partner xmlns='https://tearline.example/configuration/1.0' name='%s' title='%s' organisation='slt' country='USA' operatedBy='staff'>
                  <gets agreement='urn:agreement:%s' version='1' tests='yes' exercises='yes' maxTlp='GREEN'><authority>A test.</authority><valid from='2026-01-01' until='2027-12-31'/>
                  %s%s<grants>CTRL FOUO</grants>%s<folder name='door' path='out/%s'/></gets></partner>""".formatted(name, name, name, ADDRESS, products,
                keeps.stream().sorted().map(one -> "<keep category='" + one + "'/>").collect(Collectors.joining()), name));
    }
}
