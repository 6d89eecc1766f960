package tearline.engine.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tearline.engine.kit.Shipped;
import tearline.engine.marking.Label;
import tearline.engine.marking.MarkParser;
import tearline.engine.model.HiddenValue;
import tearline.engine.model.HiddenValue.Kind;
import tearline.engine.verify.Bounds;
import tearline.engine.verify.Leaving;
import tearline.engine.verify.Verifier;

/** Sweep and verifier each find what people make of a value, and neither stops at what only looks like one. */
class SpellingsTest {

    private static final Label FOUO = new MarkParser().parse("U//FOUO").label();
    private final Verifier verifier = new Verifier(Shipped.HOUSE.shelf(), Shipped.HOUSE.categories());

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "NAME | Robert Q. Exemplar | seen with Robert Exemplar", "NAME | Robert Exemplar | EXEMPLAR, ROBERT", "NAME | Robert Exemplar | Bob Exemplar", "NAME | Robert Exemplar | R. Exemplar", "NAME | Robert Exemplar | the Exemplar van",
        "NAME | Robert Exemplar | Exemplar's", "NAME | Exemplar, Robert | Robert Exemplar", "SURNAME | Exempl\u00E1r | exemplar", "PHONE | +1 (555) 555-0142 | 555.0142", "PHONE | +1 (555) 555-0142 | 555 555 0142", "PHONE | +1 (555) 555-0142 | 15555550142",
        "EMAIL | robert.exemplar@a.example | robert_exemplar", "NUMBER | TSX 4471 | tsx-4471", "NUMBER | 449-87-4100 | 449874100", "NUMBER | 449-87-4100 | 449 87 4100", "BIRTH | 1979-03-05 | 03/05/1979", "BIRTH | 1979-03-05 | 3/5/79", "BIRTH | 1979-03-05 | March 5, 1979",
        "BIRTH | 1979-03-05 | 5 Mar 1979", "BIRTH | 1979-03-05 | 05.03.1979", "BIRTH | 1979-03-05 | 1979/03/05", "STREET | 1200 Reservoir Lane | 1200 reservoir ln", "STREET_NAME | Reservoir | Reservoir Lane", "OTHER | Blue Heron | Qmx1ZSBIZXJvbiBoYXVz"})
    void bothFind(Kind kind, String value, String written) {
        var hidden = List.of(new HiddenValue(kind, value));
        assertThat(new Sweep(hidden, Set.of(), Patterns.none()).finds("It was said: " + written + ", then.")).as("sweep").isTrue();
        assertThat(verifier.stop(new Leaving(("<a>It was said: " + written + ", then.</a>").getBytes(UTF_8), "application/xml", "", List.of(), false), Bounds.of(hidden))).as("verifier").isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"NAME | Robert Waters | the waters rose", "NUMBER | 000000 | at 00:00:00", "NUMBER | 123456 | 12:34:56", "OTHER | 2026 | in 2026", "NUMBER | 55 | 55 people", "STREET_NAME | Main | the main gate",
        "GIVEN | Will | they will come", "NUMBER | 1234567 | 38.121234,-77.567891", "NAME | Ann Lee | a plan is needed"})
    void neitherFinds(Kind kind, String value, String written) {
        var hidden = List.of(new HiddenValue(kind, value));
        assertThat(new Sweep(hidden, Set.of(), Patterns.none()).finds(written)).as("sweep").isFalse();
        assertThat(verifier.stop(new Leaving(("<a>" + written + "</a>").getBytes(UTF_8), "application/xml", "", List.of(), false), Bounds.of(hidden))).as("verifier").isEmpty();
    }

    @Test
    void theSentenceGoesAndTheRestOfThePortionStaysWithItsMark() {
        var sweep = new Sweep(List.of(new HiddenValue(Kind.NAME, "Morgan Exemplar")), Set.of(), Patterns.none());
        assertThat(sweep.remaining("(U//FOUO) Mr. Exemplar came at 5 p.m. on foot. He left.\n- (U//FOUO) Morgan again.\nThe gate is shut.", "narrative", FOUO)).contains("(U//FOUO)  He left.\nThe gate is shut.");
        assertThat(sweep.remaining("Seen: Morgan\nExemplar was there.", "narrative", FOUO)).isEmpty();
        assertThat(sweep.remaining("(U//FOUO) Exemplar came.", "narrative", FOUO)).isEmpty();
    }

    @Test
    void patternsAreForWhatAViewDoesNotGetAndNeverForWhatWasPublished() {
        var patterns = Patterns.forViewWithout(Patterns.CATEGORIES, true);
        var sweep = new Sweep(List.of(), Set.of(), patterns);
        for (var told : List.of("ssn 123-45-6789 seen", "DOB: 3/5/1979 he said", "plate ABC 1234 left", "call 555-234-5678 now", "mail a.b@c.example now", "at 38.8977, -77.0365 there", "VIN 1M8GDM9AXKP042788 x", "driver license D1234567 x", "at 18S UJ 23480 06470 there", "at 38\u00B053'52\"N 77\u00B002'12\"W")) {
            assertThat(sweep.remaining(told, "narrative", FOUO)).as(told).isEmpty();
            assertThat(sweep.remaining(told, "narrative", Label.PUBLIC)).as(told).contains(told);
        }
        assertThat(sweep.remaining("Call 555-234-5678 if you need help.", "instruction", FOUO)).isPresent();
        for (var told : List.of("ssn 900-45-6789 seen", "VIN 1M8GDM9A1KP042788 x", "tag along with us", "12-34-5678", "at 38.8 there")) assertThat(sweep.remaining(told, "narrative", FOUO)).as(told).contains(told);
    }

    @Test
    void aValueThatTheReaderSeesElsewhereIsNoFind() {
        var hidden = List.of(new HiddenValue(Kind.NAME, "Robert Springfield"));
        assertThat(new Sweep(hidden, Set.of("Springfield"), Patterns.none()).finds("Flood in Springfield")).isFalse();
        assertThat(new Sweep(hidden, Set.of("Springfield"), Patterns.none()).finds("R. Springfield")).isTrue();
    }

    @Test
    void whatIsTooShortOrTooCommonIsCounted() {
        assertThat(new Sweep(List.of(new HiddenValue(Kind.OTHER, "VA"), new HiddenValue(Kind.GIVEN, "Will"), new HiddenValue(Kind.NUMBER, "2026")), Set.of(), Patterns.none()).skipped()).isEqualTo(3);
    }
}
