package tearline.engine.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tearline.engine.Code;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.Severity;
import tearline.engine.check.Checker;
import tearline.engine.check.Demands;
import tearline.engine.kit.Shipped;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Trust;

/** What a lenient sender's alert lacks is made good in the normalized copy, and told; a strict sender's is refused, and nobody's bytes change. */
class MendingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <sent>2026-03-04T06:10:00-08:00   | <sent>2026-03-04T14:10:00Z              | CAP-DT-1     | <sent>2026-03-04T14:10:00-00:00
        <sent>2026-03-04T06:10:00-08:00   | <sent>2026-03-04T06:10:00.250-0800      | CAP-DT-1     | <sent>2026-03-04T06:10:00-08:00
        <sent>2026-03-04T06:10:00-08:00   | <sent>2026-03-04 06:10                  | CAP-DT-1     | <sent>2026-03-04T06:10:00-00:00
        <status>Actual                    | <status> ACTUAL                         | CAP-STRUCT-1 | <status>Actual<
        <certainty>Observed               | <certainty>Very Likely                  | CAP-STRUCT-1 | <certainty>Likely<
        <language>en-US                   | <language>en_US                         | CAP-LANG-1   | <language>en-US<
        <areaDesc>Low town</areaDesc>     | <areaDesc>Low town</areaDesc><altitude/> | CAP-EMPTY-1 | </polygon></area>
        <headline>Flood</headline>        | <headline>Flood <b>now</b></headline>   | CAP-STRUCT-2 | <headline>Flood now<
        <event>Flood</event>              | <event>Flood</event><x:a xmlns:x='urn:x'>Zqx</x:a> | CAP-STRUCT-3 | <event>Flood</event><urgency>
        <event>Flood</event><urgency>Immediate</urgency> | <urgency>Immediate</urgency><event>Flood</event> | CAP-STRUCT-1 | <event>Flood</event><urgency>
        38.4,-77.2 38.5,-77.3</polygon>   | 38.4, -77.2 38.5,-77.3</polygon>        | CAP-GEO-1    | 38.4,-77.2 38.5,-77.3</polygon>
        <polygon>38.5,-77.3 38.5,-77.2 38.4,-77.2 38.5,-77.3 | <polygon>38.5,282.7 38.5,282.8 38.4,282.8 38.5,282.7 | CAP-GEO-2 | <polygon>38.5,-77.3 38.5,-77.2
        """)
    void aFaultThatHasOneReadingIsMendedForALenientSenderAndRefusedForAStrictOne(String right, String wrong, String rule, String mended) {
        var sent = alert().replace(right, wrong);
        assertThat(sent).isNotEqualTo(alert());
        assertThatThrownBy(() -> read(false, sent)).isInstanceOf(Refusal.class);
        var message = read(true, sent);
        var part = message.parts().get(0);
        assertThat(part.mended()).isTrue();
        assertThat(part.findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).startsWith("Repaired: ").doesNotContain("Zqx").doesNotContain("38.");
            assertThat(finding.line()).isPositive();
        });
        assertThat(new String(Saxon.serialize(part.document()), UTF_8)).contains(mended);
        assertThat(message.bytes()).as("the sender's bytes stay as they came").isEqualTo(sent.getBytes(UTF_8));
    }

    @Test
    void whatHasTwoReadingsIsNotGuessed() {
        assertThatThrownBy(() -> read(true, alert().replace("<status>Actual", "<status>Real"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> read(true, alert().replace("<sent>2026-03-04T06:10:00-08:00", "<sent>4 March 2026"))).isInstanceOf(Refusal.class);
        var swapped = read(true, alert().replaceAll("(38\\.\\d),(-77\\.\\d)", "$2,$1").replace("-77.", "-97.")).parts().get(0);
        assertThat(swapped.findings()).as("told, and left").anyMatch(finding -> finding.rule().equals("CAP-GEO-2") && finding.severity() == Severity.ERROR).noneMatch(finding -> finding.message().startsWith("Repaired"));
        assertThat(new String(Saxon.serialize(swapped.document()), UTF_8)).contains("-97.3,38.5");
    }

    @Test
    void severalFaultsAreEachToldAndNoSignatureThatIsRequiredIsForgiven() {
        var sent = alert().replace("<status>Actual", "<status>actual").replace("06:10:00-08:00", "14:10:00Z").replace("en-US", "en_US");
        var repaired = read(true, sent).parts().get(0).findings().stream().filter(finding -> finding.message().startsWith("Repaired")).map(Finding::rule).collect(Collectors.toSet());
        assertThat(repaired).isEqualTo(Set.of("CAP-STRUCT-1", "CAP-DT-1", "CAP-LANG-1"));
        assertThatThrownBy(() -> Shipped.HOUSE.reader(true).read(sent.getBytes(UTF_8), new Demands(new Trust(Set.of(), true), Set.of())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.findings()).extracting(Finding::rule).contains(Checker.SIGNATURE_REQUIRED));
    }

    @Test
    void theClockOfWhoReceivesIsAskedAndNoOther() {
        var received = Demands.NONE;
        assertThat(Shipped.HOUSE.reader(false).read(alert().getBytes(UTF_8), received).parts().get(0).findings()).extracting(Finding::rule).doesNotContain("CAP-DT-2");
        assertThat(findings("2026-03-04T14:06:00Z")).doesNotContain("CAP-DT-2");
        assertThat(findings("2026-03-04T14:04:59Z")).contains("CAP-DT-2");
    }

    private static java.util.List<String> findings(String clock) {
        var demands = new Demands(Trust.NOBODY, Set.of(), Optional.of(Instant.parse(clock)));
        var part = Shipped.HOUSE.reader(false).read(alert().getBytes(UTF_8), demands).parts().get(0);
        assertThat(part.accepted()).isTrue();
        assertThat(part.refusal()).isEqualTo(Optional.<Code>empty());
        return part.findings().stream().map(Finding::rule).toList();
    }

    private static Message read(boolean lenient, String text) {
        return Shipped.HOUSE.reader(lenient).read(text.getBytes(UTF_8));
    }

    private static String alert() {
        return """
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>M-1</identifier><sender>alerts@sender.example</sender><sent>2026-03-04T06:10:00-08:00</sent>
            <status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
            <info><language>en-US</language><category>Met</category><event>Flood</event><urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty>
            <expires>2026-03-05T06:10:00-08:00</expires><headline>Flood</headline><description>Water stands in Mill Street.</description>
            <area><areaDesc>Low town</areaDesc><polygon>38.5,-77.3 38.5,-77.2 38.4,-77.2 38.5,-77.3</polygon></area></info></alert>
            """;
    }
}
