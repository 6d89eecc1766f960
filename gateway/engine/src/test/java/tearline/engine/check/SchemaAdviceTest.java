package tearline.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tearline.engine.Finding;
import tearline.engine.Severity;
import tearline.engine.kit.Shipped;

class SchemaAdviceTest {

    private static final String ALERT = """
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>X-1</identifier><sender>w@x.example</sender><sent>2026-11-01T10:00:00-07:00</sent>
            <status>Actual</status><msgType>Alert</msgType><scope>Public</scope><info><category>Met</category><event>Flood</event><urgency>Past</urgency>
            <severity>Minor</severity><certainty>Likely</certainty><resource><resourceDesc>map</resourceDesc><mimeType>image/png</mimeType><size>5</size></resource>
            <area><areaDesc>Green County</areaDesc></area></info></alert>""";

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            10:00:00-07:00</sent> | 10:00:00Z</sent>          | Write a date and time such as 2026-11-01T10:00:00-07:00: with an offset, and neither Z nor a fraction.
            11-01T10              | 02-30T10                  | Write a date and time such as 2026-11-01T10:00:00-07:00.
            >Actual<              | >real' enumeration '[x]'< | One of these: Actual, Exercise, System, Test, Draft.
            >Met<                 | >Weather<                 | One of these: Geo, Met, Safety, Security, Rescue, Fire, Health, Env, Transport, Infra, CBRNE, Other.
            >5<                   | >5.5<                     | Write a whole number.
            <alert                | <alert version='1.2'      | Leave the attribute out.
            <event>Flood</event>  | <event><b>Flood</b></event> | Leave out what stands inside, or move it to where it belongs.
            </area>               | </area><more/>            | Expected here: area.
            """)
    void whatDoesNotFitIsToldWithWhatDoes(String right, String wrong, String advice) {
        assertThat(findings(ALERT.replace(right, wrong))).isNotEmpty().first().satisfies(finding -> {
            assertThat(finding.advice()).isEqualTo(advice);
            assertThat(finding.line()).isPositive();
        });
    }

    @Test
    void aSignatureThatDoesNotFitIsToldWhereItStands() {
        var signed = ALERT.replace("</alert>", "\n<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"/></alert>");
        assertThat(findings(signed)).filteredOn(finding -> finding.rule().startsWith("SIG-")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.line()).isEqualTo(5);
            assertThat(finding.path()).isEqualTo("/alert/Signature");
        });
    }

    private static List<Finding> findings(String alert) {
        return Shipped.HOUSE.checker().check(alert.getBytes(StandardCharsets.UTF_8)).findings();
    }
}
