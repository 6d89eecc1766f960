package tearline.engine.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tearline.engine.exchange.Trial.EVERYTHING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tearline.engine.kit.Shipped;
import tearline.engine.plan.Past;
import tearline.engine.render.Rendered;

/** Every format says the marking that a copy adds up to, and what must be told with it; where either is lost on the way, the copy does not leave. */
class WhatIsOwedTest {

    private static final Path MESSAGES = Path.of("../../samples/demo/messages");
    private static final String NOTICE = "Law enforcement sensitive content of ";

    @TempDir Path folder;

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({"sar,common-1.0", "sar,niem-sar-6.0", "sar,niem-sar-6.0-json", "sar,niem-sar-5.2", "sar,edxl-sitrep-1.0", "sar,geojson",
        "situation,common-1.0", "situation,edxl-sitrep-1.0", "situation,niem-sar-6.0", "situation,niem-sar-5.2", "situation,geojson",
        "alert,common-1.0", "alert,cap-1.2", "alert,edxl-de-2.0", "alert,edxl-de-1.0", "alert,edxl-sitrep-1.0", "alert,niem-sar-6.0", "alert,geojson"})
    void bannerAndNoticesStandInEveryFormat(String kind, String format) throws IOException {
        var made = made(kind, format, "U//LES", "CTRL FOUO LES");
        assertThat(verified(made)).as("it leaves " + text(made)).isEmpty();
        var text = text(made);
        assertThat(text).contains("UNCLASSIFIED//LES").contains(NOTICE);
        assertThat(verified(with(made, text.replace("UNCLASSIFIED//LES", "UNCLASSIFIED")))).isEqualTo("VERIFIER-MISSING-MARK");
        assertThat(verified(with(made, text.replace(NOTICE, "Content of ")))).isEqualTo("VERIFIER-MISSING-NOTICE");
    }

    @ParameterizedTest
    @CsvSource({"niem-sar-6.0", "niem-sar-6.0-json", "niem-sar-5.2"})
    void codesAreABannerToo(String format) throws IOException {
        var made = made("sar", format, "CUI//LEI//FED ONLY", "CTRL FOUO LEI");
        assertThat(made.release().notices()).as("owed for other marks").isEmpty();
        assertThat(verified(made)).as("it leaves").isEmpty();
        var text = text(made);
        assertThat(text).contains("LEI").doesNotContain("CUI//LEI");
        for (var lost : List.of("LEI", "FED ONLY")) assertThat(verified(with(made, text.replace(lost, lost.equals("LEI") ? "PHYS" : "NF")))).as("without " + lost).isIn("VERIFIER-MISSING-MARK", "VERIFIER-FORBIDDEN-MARK");
        assertThat(verified(with(made, text.replace("DesignatingEntityText", "RequiredIndicatorsText")))).isEqualTo("VERIFIER-MISSING-MARK");
        assertThat(verified(with(made, text.replace("BasicCategoryMarkingCode\">LEI", "BasicCategoryMarkingCode\">JUV").replace("CategoryMarkingCode>LEI", "CategoryMarkingCode>JUV").replace("\"LEI\"", "\"JUV\"")))).as("codes in any syntax are marks").isIn("VERIFIER-FORBIDDEN-MARK");
    }

    @Test
    void aTitleIsReadToo() throws IOException {
        var made = made("sar", "niem-sar-6.0", "U//FOUO", "CTRL FOUO");
        var one = made.made().get(0);
        assertThat(verified(made)).as("it leaves").isEmpty();
        var titled = new Rendered.Made(one.format(), one.form(), one.mediaType(), one.fileName(), one.digest(), one.bytes(), new tearline.engine.render.Cover("(U//LES) Photography", List.of()), false, false, one.fidelity(), "", one.entries());
        assertThat(verified(new Rendered(made.release(), List.of(titled)))).isEqualTo("VERIFIER-FORBIDDEN-MARK");
    }

    private Rendered made(String kind, String format, String mark, String grants) throws IOException {
        var message = Files.readString(MESSAGES.resolve(switch (kind) {
            case "alert" -> "01-flood-alert.xml";
            case "situation" -> "02-shelter-report.xml";
            default -> "03-photography-report.xml";
        })).replace("<scope>Public</scope>", "<scope>Restricted</scope><restriction>" + mark + "</restriction>");
        var labels = new StringBuilder();
        for (var category : new TreeSet<>(EVERYTHING)) labels.append("<category name='").append(category).append("' label='").append(mark).append("'/>");
        var keeps = new TreeSet<>(EVERYTHING);
        keeps.remove("person.name");
        keeps.remove("contact");
        keeps.remove("code");
        var trial = new Trial(folder).sender("defaultMark='" + mark + "' defaultStatus='Actual' bannerPolicy='boilerplate'", labels.toString())
                .receiver("county", "", "<product kind='" + kind + "' format='" + format + "'" + (kind.equals("alert") ? " scopes='Public Restricted'" : "") + "/>", grants, keeps)
                .change("partners/county.xml", text -> text.replace("<folder", "<notices>LES</notices><folder").replace("organisation='slt'", "organisation='federal'"));
        var identity = Trial.header(message).getSender();
        trial.change("partners/sender.xml", text -> text.replace("alerts@sender.example", identity));
        trial.send(message);
        exchange = new Exchange(Shipped.HOUSE, trial.configuration());
        var plan = exchange.plan(exchange.mark(trial.incoming(message, 0)), Past.unknown(), Trial.NOW);
        assertThat(plan.views()).as("covered").isNotEmpty();
        return exchange.render(exchange.release(plan.views().get(0)));
    }

    private Exchange exchange;

    /** Why it stops, or nothing. */
    private String verified(Rendered rendered) {
        return exchange.verify(rendered).made().get(0).stop();
    }

    private static String text(Rendered rendered) {
        var made = rendered.made().get(0);
        assertThat(made.original()).isFalse();
        return new String(made.bytes(), UTF_8);
    }

    private static Rendered with(Rendered rendered, String text) {
        var made = rendered.made().get(0);
        assertThat(text).as("it is another").isNotEqualTo(text(rendered));
        return new Rendered(rendered.release(), List.of(new Rendered.Made(made.format(), made.form(), made.mediaType(), made.fileName(), made.digest(), text.getBytes(UTF_8), made.cover(), false, false, made.fidelity(), "", made.entries())));
    }
}
