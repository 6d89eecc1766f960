package tearline.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a distribution says of for whom it is narrows what agreements give, and never widens it (EDXL-DE, planning). */
class DistributionTest {

    private static final String CAP = "<product kind='alert' format='cap-1.2' scopes='Public'/>";
    private static final String DESK = "<address scheme='e-mail' is='Desk@Hospital.example'/><term list='urn:example:roles' is='Hospital'/>";
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        -                                            | true  | true  | whom it may concern
        e-mail desk@hospital.example                 | true  | false | the address of one
        E-Mail DESK@hospital.EXAMPLE                 | true  | false | in other letters
        xmpp desk@hospital.example                   | false | false | under another scheme
        e-mail nobody@else.example                   | false | false | of somebody whom nobody knows
        any all-hands                                | false | true  | a list of the sender's file
        """)
    void anAddressLeavesOutWhomItDoesNotName(String address, boolean hospital, boolean other, String why) {
        var fields = address == null ? new String[0] : address.split(" ");
        var said = fields.length == 0 ? "" : "<explicitAddress><explicitAddressScheme>" + fields[0] + "</explicitAddressScheme><explicitAddressValue>" + fields[1] + "</explicitAddressValue></explicitAddress>";
        var outcome = trial().send(distribution(said, ""));
        assertThat(outcome.find("hospital").isPresent()).as(why).isEqualTo(hospital);
        assertThat(outcome.find("other").isPresent()).as(why).isEqualTo(other);
        if (!hospital) assertThat(outcome.all().plan().notCovered()).anySatisfy(one -> assertThat(one.reason()).isEqualTo("the distribution is addressed to others"));
    }

    @Test
    void anAddressGivesNobodyMoreThanTheAgreementDoes() {
        var outcome = trial().send(distribution("<explicitAddress><explicitAddressScheme>e-mail</explicitAddressScheme><explicitAddressValue>desk@hospital.example</explicitAddressValue></explicitAddress>", "")
                .replace("<scope>Public</scope>", "<scope>Restricted</scope><restriction>for crews</restriction>"));
        assertThat(outcome.find("hospital")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"recipientRole, urn:example:roles, Hospital, true", "recipientRole, urn:example:roles, Shelter, false", "keyword, urn:example:roles, Shelter, false",
        "recipientRole, urn:example:other-roles, Shelter, true", "keyword, urn:example:ROLES, Shelter, true"})
    void aRoleOrKeywordOfAListCountsForWhoHasTermsOfThatList(String element, String list, String value, boolean covered) {
        var outcome = trial().send(distribution("<" + element + "><valueListUrn>" + list + "</valueListUrn><value>" + value + "</value></" + element + ">", ""));
        assertThat(outcome.find("hospital").isPresent()).isEqualTo(covered);
        assertThat(outcome.find("other")).as("who has no terms is not left out by them").isPresent();
    }

    @Test
    void whatIsSaidOfOneObjectCountsForWhatThatHolds() {
        var said = "<consumerRole><valueListUrn>urn:example:roles</valueListUrn><value>Shelter</value></consumerRole>";
        assertThat(trial().send(distribution("", said)).find("hospital")).isEmpty();
    }

    @Test
    void whatExpiresWithItsDistributionIsOfNoUseLater() {
        var late = second("<descriptor/>").replace("2026-11-26T00:00:00-00:00", "2026-11-24T17:30:00-06:00");
        assertThat(trial().send(second("<descriptor/>")).decision("other").outcome()).isEqualTo("pending");
        assertThat(trial().send(late).decision("other").outcome()).isEqualTo("expired");
    }

    /** What nobody here understands is most sensitive: it stays in the message as it came (DE2-19). */
    @Test
    void whatAnEnvelopeSaysInItsExtensionsReachesNobody() {
        var extension = "<ext:extension xmlns:ext='urn:oasis:names:tc:emergency:edxl:extension:1.0'><ext:community>urn:example</ext:community><ext:id>urn:example:1</ext:id>"
                + "<ext:parameter><ext:nameURI>urn:example:informant</ext:nameURI><ext:value>Zqx Informant</ext:value></ext:parameter></ext:extension>";
        var outcome = trial().send(second(extension + "<descriptor/>"));
        assertThat(outcome.product("other")).contains("Mill Street").doesNotContain("Zqx");
        assertThat(outcome.product("hospital")).doesNotContain("Zqx");
    }

    private Trial trial() {
        return new Trial(folder).sender("defaultMark='U//FOUO' defaultStatus='Actual'", "<list is='all-hands' means='other'/>")
                .receiver("hospital", "", DESK + CAP, "CTRL FOUO", Trial.EVERYTHING).receiver("other", "", CAP, "CTRL FOUO", Trial.EVERYTHING);
    }

    private static String distribution(String said, String ofTheObject) {
        return """
            <EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0"><distributionID>D-1</distributionID><senderID>alerts@sender.example</senderID>
            <dateTimeSent>2026-11-24T18:00:00-06:00</dateTimeSent><distributionStatus>Actual</distributionStatus><distributionType>Report</distributionType>
            <combinedConfidentiality>UNCLASSIFIED</combinedConfidentiality>%s
            <contentObject>%s<xmlContent><embeddedXMLContent>%s</embeddedXMLContent></xmlContent></contentObject></EDXLDistribution>
            """.formatted(said, ofTheObject, alert());
    }

    private static String second(String said) {
        return """
            <edxlDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:2.0" xmlns:xlink="http://www.w3.org/1999/xlink" xlink:type="extended"><distributionID>D-2</distributionID>
            <senderID>alerts@sender.example</senderID><dateTimeSent>2026-11-24T17:00:00-06:00</dateTimeSent><dateTimeExpires>2026-11-26T00:00:00-00:00</dateTimeExpires>
            <distributionStatus>Actual</distributionStatus><distributionKind>Report</distributionKind>%s
            <content xlink:type="resource"><contentObject xlink:type="resource"><contentXML><embeddedXMLContent>%s</embeddedXMLContent></contentXML></contentObject></content></edxlDistribution>
            """.formatted(said.replace("<descriptor/>", "<descriptor xlink:type=\"resource\"><combinedConfidentiality>Unclassified</combinedConfidentiality></descriptor>"), alert());
    }

    private static String alert() {
        return SignedProductsTest.alert().replaceFirst("<\\?xml.*\\?>\\s*", "");
    }
}
