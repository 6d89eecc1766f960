package tearline.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static tearline.engine.exchange.Trial.EVERYTHING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Two reports that differ only in what a receiver may not see reach it byte for byte alike: nobody learns from the difference. */
class NonInterferenceTest {

    private static Path folder;
    private static Trial trial;
    private static String report;

    @BeforeContainer
    static void aReceiverWhoMaySeeNoPersonAndNoPoliceWords() throws IOException {
        folder = Files.createTempDirectory("non-interference");
        report = Files.readString(Path.of("../../samples/demo/messages/03-photography-report.xml"));
        trial = new Trial(folder).sender("defaultMark='U//FOUO' defaultStatus='Actual' bannerPolicy='boilerplate'", """
                <category name="header" label="U//FOUO"/><category name="behaviour" label="U//FOUO"/><category name="time" label="U//FOUO"/><category name="event" label="U//FOUO"/>
                <category name="place.general" label="U//FOUO"/><category name="item.description" label="U//FOUO"/><category name="person.description" label="U//FOUO"/>
                <category name="relation" label="U//FOUO"/><category name="target" label="U//FOUO"/><category name="source.identity" label="U//FOUO"/><category name="retention" label="U//FOUO"/>""");
        for (var format : new String[] {"common-1.0", "geojson", "niem-sar-6.0' form='detailed"}) {
            trial.receiver(format.replaceAll("[^a-z].*", ""), "maxTlp='GREEN'", "<product kind='sar' format='" + format + "'/>", "CTRL FOUO", EVERYTHING);
        }
    }

    @AfterContainer
    static void away() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void whatAReceiverMayNotSeeChangesNoByteOfItsProducts(@ForAll("hidden") String name, @ForAll("hidden") String plate, @ForAll("hidden") String words, @ForAll("hidden") String street) {
        var other = report.replace("Morgan Exemplar", name).replace("TSX 4471", plate).replace("knew the shift plan", words).replace("Reservoir Lane", street)
                .replace("records check on", "check by " + words + " on").replace("G-2204", plate).replace("Interest in security equipment", words);
        assertSame(report, other);
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void howMuchAReceiverMayNotSeeChangesNothingEither(@ForAll("hidden") String words, @ForAll("hidden") String name) {
        assertSame(report, report.replace("(U//LES) A records check", "(U//LES) " + words + "\n(CUI//LEI) " + words + "\n(U//LES) A records check"));
        assertSame(report, report.replace("<nc:PersonFullName>Morgan Exemplar</nc:PersonFullName>", "<nc:PersonGivenName>" + name + "</nc:PersonGivenName><nc:PersonFullName>Morgan Exemplar</nc:PersonFullName>"));
    }

    /** Words that stand nowhere else in the report: what repeats a withheld value is swept, and may differ. */
    @Provide
    Arbitrary<String> hidden() {
        return Arbitraries.strings().withChars("qxzj \u00E9\u5F35'0123456789-").ofMinLength(1).ofMaxLength(60).map(text -> "Zq " + text.strip() + "x");
    }

    private static void assertSame(String one, String other) {
        Trial.Outcome a = trial.send(one), b = trial.send(other);
        assertThat(other).isNotEqualTo(one);
        for (var receiver : new String[] {"common", "geojson", "niem"}) {
            assertThat(b.bytes(receiver)).as(receiver).isEqualTo(a.bytes(receiver));
            assertThat(b.decision(receiver).documentId()).isEqualTo(a.decision(receiver).documentId());
            assertThat(b.decision(receiver).products().get(0).fileName()).isEqualTo(a.decision(receiver).products().get(0).fileName());
            assertThat(b.product(receiver)).contains("PHOTO");
        }
    }
}
