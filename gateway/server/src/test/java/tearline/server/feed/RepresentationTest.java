package tearline.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Accept header decides how a page is written. */
class RepresentationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "''|ATOM", "*/*|ATOM", "application/*|ATOM", "application/feed+json|JSON_FEED", "application/xml|NIEM", "Application/XML;charset=utf-8|NIEM",
            "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8|NIEM", "application/feed+json;q=0.5, application/atom+xml;q=0.9|ATOM",
            "application/atom+xml;q=0, */*|JSON_FEED", "application/atom+xml;type=feed|ATOM", "text/html|", "application/atom+xml;q=0|", "image/*;q=1, application/xml;q=0.0|", "*/*;q=nonsense|",
            "application/json|NIEM_JSON", "application/json;profile=niem-sar-6.0|NIEM_JSON", "application/json;profile=\"niem-sar-6.0\"|NIEM_JSON", "application/json;profile=niem-sar-5.2|",
            "application/json;profile=\"a,b\", application/xml;q=0.2|NIEM", "application/json;q=0.4, application/xml;q=0.6|NIEM"})
    void theClosestRangeDecides(String accept, Representation expected) {
        assertThat(Representation.accepted(accept, one -> one.isNiem() ? Set.of("niem-sar-6.0") : Set.of(), one -> true).orElse(null)).isEqualTo(expected);
    }
}
