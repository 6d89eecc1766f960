package tearline.engine.config;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tearline.engine.house.House;
import tearline.engine.house.HouseVocabulary;
import tearline.engine.xml.Shelf;

/** A good configuration reads, and says what its files say. */
class DemoConfigurationTest {

    private static final Path DEMO = Path.of("../../samples/demo");

    private final Configuration demo = new ConfigurationReader(new HouseVocabulary(House.open(Shelf.shipped()))).read(DEMO);

    @Test
    void theDemoHasFivePartnersWithAnAgreementAndOneThatOnlySends() {
        assertThat(demo.partners()).extracting(Partner::name)
            .containsExactly("county-eoc", "eoc-platform", "metro-safety", "public-channel", "state-eoc", "state-fusion");
        assertThat(demo.listAgreements()).hasSize(5).allSatisfy(agreement -> assertThat(agreement.authority()).doesNotContain("\n").hasSizeGreaterThan(60));
    }

    @Test
    void theGatewaySaysWhereItListensAndHowPatientItIs() {
        GatewaySettings gateway = demo.gateway();
        assertThat(gateway.http()).isEqualTo(new GatewaySettings.Http("127.0.0.1", 8080, Optional.empty(), Optional.empty()));
        assertThat(gateway.store()).isEqualTo(DEMO.toAbsolutePath().normalize().resolve("data"));
        assertThat(gateway.delivery()).isEqualTo(new GatewaySettings.Delivery(Duration.ofSeconds(3), Duration.ofSeconds(10), 2, 200, Duration.ofSeconds(5), Duration.ofMinutes(15)));
        assertThat(gateway.identifierKey().reveal()).startsWith("demo-key");
        assertThat(gateway.toString()).doesNotContain("demo-key");
    }

    @Test
    void aPartnerSendsUnderItsIdentityAndProvesItByItsSecret() {
        Partner fusion = demo.findPartnerByIdentity("ZZ0FC1701").orElseThrow();
        assertThat(fusion.name()).isEqualTo("state-fusion");
        assertThat(fusion.credentials()).singleElement().matches(credential -> credential.matches("demo-state-fusion")).matches(credential -> !credential.matches("demo-state-eoc"));
        Sends sends = fusion.sends().orElseThrow();
        assertThat(sends.standards()).containsExactly("niem-sar-6.0");
        assertThat(sends.boilerplate()).isTrue();
        assertThat(sends.strict()).isTrue();
        assertThat(sends.defaultMark()).contains("U//FOUO//LES");
        assertThat(sends.categoryLabels()).containsEntry("person.name", "CUI//LEI/PRVCY").containsEntry("time", "U//FOUO");
        assertThat(sends.words()).containsEntry("Law Enforcement Only", "U//LES");
        assertThat(sends.lists().values()).containsExactly(Set.of("state-eoc", "county-eoc"));
    }

    @Test
    void theAgreementSaysWhatItsPartnerGetsUntilWhenAndThroughWhichDoor() {
        Agreement agreement = demo.getPartner("state-eoc").agreements().get(0);
        assertThat(agreement.id()).isEqualTo("urn:agreement:tearline-demo:state-eoc");
        assertThat(agreement.grants()).containsExactlyInAnyOrder("CTRL", "FOUO", "EMGT", "CRIT", "PHYS");
        assertThat(agreement.maxTlp()).isEqualTo(3);
        assertThat(agreement.tests()).isFalse();
        assertThat(agreement.exercises()).isTrue();
        assertThat(agreement.retainDays()).hasValue(180);
        assertThat(agreement.keeps()).containsEntry("behaviour", Operation.KEEP).doesNotContainKeys("person.name", "place.exact");
        assertThat(agreement.products()).filteredOn(product -> product.kind().equals("sar")).singleElement().satisfies(product -> {
            assertThat(product.form()).isEqualTo("summary");
            assertThat(agreement.getDoor(product)).isEqualTo(new Door.Feed("state-eoc", false));
        });
        assertThat(agreement.isValidOn(LocalDate.parse("2029-01-31"))).isTrue();
        assertThat(agreement.isValidOn(LocalDate.parse("2029-02-01"))).isFalse();
        assertThat(agreement.sha256()).matches("[0-9a-f]{64}").isEqualTo(demo.getPartner("state-eoc").sha256());
    }

    @Test
    void thePublicGetsPublicAlertsOnlyAndNeedsNoSecret() {
        Partner anybody = demo.getPartner("public-channel");
        assertThat(anybody.isPublic()).isTrue();
        assertThat(anybody.credentials()).isEmpty();
        assertThat(anybody.sends()).isEmpty();
        assertThat(anybody.agreements().get(0).grants()).isEmpty();
        assertThat(anybody.agreements().get(0).products()).extracting(Product::scopes).containsExactly(Set.of("Public"));
    }

    @Test
    void onlyTheContractorsPlatformIsRunByAContractor() {
        assertThat(demo.partners().stream().collect(toMap(Partner::name, Partner::operatedBy))).containsEntry("eoc-platform", "contractor")
            .containsEntry("county-eoc", "staff").containsEntry("state-eoc", "staff").containsEntry("state-fusion", "staff");
    }
}
