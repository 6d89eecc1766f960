package tearline.engine.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tearline.engine.kit.Shipped;
import tearline.engine.marking.Clearance;

/** What stands in a product beyond names of its schema, agreed categories and marks that its reader may hold stops it, each by itself. */
class OutsideTest {

    private static final String RECORD = "<record xmlns='https://tearline.example/common/1.0'>%s</record>";
    private static final String ALERT = "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'>%s</alert>";
    private final Verifier verifier = new Verifier(Shipped.HOUSE.shelf(), Shipped.HOUSE.categories());

    @Test
    void namesThatNoSchemaDeclares() {
        assertThat(alert("<info><event>Flood</event></info>")).isEmpty();
        assertThat(alert("<info><event>Flood</event><remark>words</remark></info>")).contains("VERIFIER-OUTSIDE-AGREEMENT");
    }

    @Test
    void attributesThatNoSchemaDeclares() {
        assertThat(alert("<info remark='words'><event>Flood</event></info>")).contains("VERIFIER-OUTSIDE-AGREEMENT");
        assertThat(alert("<info xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:a words'><event>Flood</event></info>")).contains("VERIFIER-OUTSIDE-AGREEMENT");
    }

    @Test
    void namespacesThatNoSchemaDeclares() {
        assertThat(alert("<info xmlns:words='urn:words'><event>Flood</event></info>")).contains("VERIFIER-OUTSIDE-AGREEMENT");
    }

    @Test
    void elementsWhoseCategoryIsNotAgreed() {
        assertThat(alert("<info><event>Flood</event><contact>words</contact></info>")).contains("VERIFIER-OUTSIDE-AGREEMENT");
    }

    @Test
    void textsWhoseCategoryIsNotAgreed() {
        assertThat(record("<header><id>a</id></header><event><name>Flood</name></event>")).isEmpty();
        assertThat(record("<header><id>a</id></header><event><name>Flood</name><contact>words</contact></event>")).contains("VERIFIER-OUTSIDE-AGREEMENT");
    }

    @Test
    void marksThatTheReaderMayNotHold() {
        assertThat(record("<event><name>(U) Flood</name></event>")).isEmpty();
        assertThat(record("<event><name>(U//LES) Flood</name></event>")).contains("VERIFIER-FORBIDDEN-MARK");
        assertThat(record("<event mark='U//LES'><name>Flood</name></event>")).contains("VERIFIER-FORBIDDEN-MARK");
        assertThat(record("<event><name>CUI//NOCON + UNCLASSIFIED//LES; U//FOUO</name></event>")).as("several in one line").contains("VERIFIER-FORBIDDEN-MARK");
    }

    @Test
    void numbersOfPersons() {
        assertThat(record("<event><name>Road 12 and 55 people</name></event>")).isEmpty();
        for (var told : List.of("SSN 123-45-6789 seen", "DOB: 3/5/1979 he said", "Licence plate ABC 1234 left", "VIN 1M8GDM9AXKP042788 x")) {
            assertThat(record("<event><name>" + told + "</name></event>")).as(told).contains("VERIFIER-PERSONAL-DATA");
        }
    }

    private Optional<String> alert(String content) {
        return stop(ALERT.formatted(content), "cap-1.2", "alert");
    }

    private Optional<String> record(String content) {
        return stop(RECORD.formatted(content), "common-1.0", "sar");
    }

    private Optional<String> stop(String product, String format, String kind) {
        var reader = new Clearance("county", "slt", "USA", "staff", Set.of("CTRL", "FOUO"), Set.of(), 2);
        var bounds = new Bounds(List.of(), Set.of(), Optional.of(reader), Set.of("event", "title", "narrative"), kind, "", List.of(), kind.equals("sar"), false);
        return verifier.stop(new Leaving(product.getBytes(UTF_8), "application/xml", format, List.of(), false), bounds);
    }
}
