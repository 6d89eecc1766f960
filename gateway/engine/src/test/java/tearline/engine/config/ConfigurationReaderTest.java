package tearline.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a whole folder can show: defaults, shared policies, and mistakes of several files at once. */
class ConfigurationReaderTest {

    @TempDir
    private Path temporary;
    private GoodFolder folder;

    @BeforeEach
    void aGoodFolder() throws IOException { folder = GoodFolder.in(temporary.resolve("good")); }

    @Test
    void whatIsNotSaidIsTheCautiousThing() {
        Configuration read = read();
        Agreement agreement = read.getPartner("neighbour").agreements().get(0);
        assertThat(agreement.tests()).isFalse();
        assertThat(agreement.exercises()).isFalse();
        assertThat(agreement.maxTlp()).isZero();
        assertThat(agreement.discloses()).isEqualTo(Disclosure.NOTHING);
        assertThat(agreement.keeps()).containsOnlyKeys("event");
        Sends sends = read.getPartner("neighbour").sends().orElseThrow();
        assertThat(sends.boilerplate()).isFalse();
        assertThat(sends.strict()).isTrue();
        assertThat(sends.defaultMark()).isEmpty();
        assertThat(sends.defaultStatus()).isEmpty();
        assertThat(read.gateway().limits()).isEqualTo(new GatewaySettings.Limits(10_485_760, 200, 500));
        assertThat(read.gateway().delivery().longestDelay()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aSharedPolicyIsAddedAndTheCoarserEntryHolds() throws IOException {
        replace("partners/neighbour.xml", "<keep category=\"event\"/>", "<keep category=\"time\"/><generalize category=\"place.exact\" to=\"city\"/><policy ref=\"coarse\"/>");
        Agreement agreement = read().getPartner("neighbour").agreements().get(0);
        assertThat(agreement.keeps()).isEqualTo(Map.of("event", Operation.KEEP,
            "time", new Operation.Generalize("day"), "place.exact", new Operation.Generalize("county")));
        assertThat(agreement.discloses()).isEqualTo(Disclosure.PRESENCE);
        assertThat(agreement.sha256()).isNotEqualTo(read().getPartner("neighbour").sha256());
    }

    @Test
    void entriesThatOthersInterruptAreAllThere() throws IOException {
        replace("partners/neighbour.xml", "<keep category=\"event\"/>",
            "<keep category=\"event\"/><generalize category=\"place.exact\" to=\"city\"/><keep category=\"title\"/><generalize category=\"time\" to=\"day\"/><keep category=\"narrative\"/>");
        assertThat(read().getPartner("neighbour").agreements().get(0).keeps()).containsOnlyKeys("event", "place.exact", "title", "time", "narrative");
    }

    @Test
    void everyPartOfAnAgreementIsBound() throws IOException {
        replace("partners/neighbour.xml", "<feed name=\"neighbour-alerts\"/>", """
            <notices>LES</notices>
            <retention days="9"/>
            <http name="push" uri="https://neighbour.example/in" secret="env:TOKEN"/>
            <folder name="files" path="out/neighbour"/>
            <case name="a flood" given="messages/flood.xml" expects="delivered"><never>Jane Roe</never><contains>flood</contains></case>
            """);
        replace("partners/neighbour.xml", "<product kind=\"alert\" format=\"cap-1.2\" scopes=\"Public\"/>", """
            <product kind="alert" format="cap-1.2" scopes="Public Restricted" minimumSeverity="Severe" hazards="Met Fire" door="push"/>
            <product kind="sar" format="niem-sar-6.0" door="files"/>
            """);
        replace("partners/neighbour.xml", "<partner xmlns", "<partner xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a b\" xmlns");
        Agreement agreement = folder.reader(Map.of("TOKEN", "shown to them")).read(folder.path()).listAgreements().get(0);
        assertThat(agreement.notices()).containsExactly("LES");
        assertThat(agreement.retainDays()).hasValue(9);
        assertThat(agreement.products().get(0)).isEqualTo(new Product("alert", "cap-1.2", "", "push", Set.of("Public", "Restricted"), Optional.of("Severe"), Set.of("Met", "Fire"), Optional.empty(), false, Product.When.ALWAYS));
        assertThat(agreement.products().get(1).form()).isEqualTo("detailed");
        assertThat(agreement.getDoor(agreement.products().get(0))).isInstanceOfSatisfying(Door.Http.class, door -> assertThat(door.secret().orElseThrow().reveal()).isEqualTo("shown to them"));
        assertThat(agreement.getDoor(agreement.products().get(1))).isEqualTo(new Door.Folder("files", folder.path().resolve("out/neighbour")));
        assertThat(agreement.cases()).singleElement().satisfies(test -> {
            assertThat(test.given()).exists();
            assertThat(test.never()).containsExactly("Jane Roe");
            assertThat(test.contains()).containsExactly("flood");
        });
        assertThat(agreement.toString()).doesNotContain("shown to them");
    }

    @Test
    void mistakesOfAllFilesAreSaidAtOnceTheGatewaysFirst() throws IOException {
        replace("gateway.xml", "port=\"0\"", "port=\"x\"");
        replace("partners/neighbour.xml", "cap-1.2", "cap-1.3");
        replace("policies/coarse.xml", "place.exact", "place.exakt");
        folder.write("partners/broken.xml", "<partner");
        assertThat(mistakes().problems()).extracting(Problem::file)
            .containsExactly("gateway.xml", "partners/broken.xml", "partners/neighbour.xml", "partners/neighbour.xml", "policies/coarse.xml");
        assertThat(mistakes()).hasMessageEndingWith("\n\n5 problems. The gateway did not start; nothing was received or sent.");
    }

    @Test
    void aFolderWithoutItsFilesIsExplainedToo() {
        GoodFolder nothing = new GoodFolder(temporary.resolve("nothing"));
        assertThat(catchThrowableOfType(ConfigurationMistakes.class, () -> nothing.reader(Map.of()).read(nothing.path())))
            .hasMessageStartingWith("nothing  the configuration folder does not exist\n   Name a folder");
        temporary.resolve("nothing").toFile().mkdir();
        assertThat(catchThrowableOfType(ConfigurationMistakes.class, () -> nothing.reader(Map.of()).read(nothing.path())).problems())
            .extracting(Problem::message).containsExactly("there is no gateway.xml", "there is no partner");
    }

    @Test
    void aFileInTheWrongFolderIsSentToTheRightOne() throws IOException {
        folder.write("partners/policy.xml", Files.readString(folder.path().resolve("policies/coarse.xml")));
        assertThat(mistakes().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("the root element here is \"partner\", not \"policy\"");
            assertThat(problem.advice()).isEqualTo("Move the file to the folder policies.");
        });
    }

    @Test
    void anotherEncodingIsRefusedAndADeclaredOneMakesNoOtherText() throws IOException {
        Files.write(folder.path().resolve("partners/latin.xml"), "<partner title=\"Zürich\"/>".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(mistakes().problems()).extracting(Problem::message).containsExactly("the file is not UTF-8");
        Files.delete(folder.path().resolve("partners/latin.xml"));
        String text = Files.readString(folder.path().resolve("partners/neighbour.xml")).replace("\"Neighbour\"", "\"Zürich\"").replace("\n", "\r\n");
        folder.write("partners/neighbour.xml", "\uFEFF<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\r\n" + text);
        assertThat(read().getPartner("neighbour").title()).isEqualTo("Zürich");
    }

    @Test
    void theReportIsTheSameWhateverTheLanguageOfTheMachine() throws IOException {
        replace("partners/neighbour.xml", "country=\"USA\"", "country=\"US\"");
        String report = mistakes().getMessage();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(mistakes()).hasMessage(report).hasMessageContaining("country \"US\" is not what it must be");
        } finally {
            Locale.setDefault(before);
        }
    }

    private Configuration read() { return folder.reader(Map.of()).read(folder.path()); }

    private ConfigurationMistakes mistakes() {
        ConfigurationMistakes mistakes = catchThrowableOfType(ConfigurationMistakes.class, this::read);
        assertThat(mistakes).isNotNull();
        return mistakes;
    }

    private void replace(String file, String old, String now) throws IOException {
        String text = Files.readString(folder.path().resolve(file));
        assertThat(text).contains(old);
        folder.write(file, text.replace(old, now));
    }
}
