package tearline.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command mark says of marks, and of files of vectors. */
class MarkTest {

    private static final String PARTNERS = """
            id\twho\torganisation\tcountry\toperated by\tgrants\tcredentials\tmax TLP\tagreement
            FC\tcenter\tslt\tUSA\tstaff\tevery category, CTRL, FOUO, LES\tCJIS, SSI\tRED\tyes
            EOC\tcounty\tslt\tUSA\tstaff\tCTRL, FOUO\t\tAMBER\tyes
            EOCL\tcounty that has a clause\tslt\tUSA\tstaff\tCTRL, FOUO, LES\t\tAMBER\tyes
            FED\tregion\tfederal\tUSA\tstaff\tCTRL, FOUO, SBU\t\tAMBER\tyes
            VEND\tplatform\tslt\tUSA\tcontractor\tCTRL, FOUO\t\tAMBER\tyes
            UTIL\tutility\tprivate\tUSA\tstaff\tCTRL\t\tAMBER\tyes
            GBR\tabroad\tforeign\tGBR\tstaff\tCTRL, LES\t\tAMBER\tyes
            PUB\tpublic\tpublic\t*\tstaff\t\t\tCLEAR\t
            """;
    private static final String TITLES = "id\tkind\tinput\tcontext\texpect_banner\texpect_portion\texpect_decision\trationale\tsource\n";

    @TempDir
    private Path folder;
    private String partners;

    @BeforeEach
    void aTableOfPartners() throws IOException {
        partners = Files.writeString(folder.resolve("partners.tsv"), PARTNERS).toString();
    }

    @Test
    void aMarkIsExplainedInPlainWords() {
        var said = Said.by("mark", "u/fouo");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("unclassified, controlled", "UNCLASSIFIED//FOUO", "(U//FOUO)", "warning", "the grant FOUO");
    }

    @Test
    void withPartnersItSaysWhoAndWhyNot() {
        var said = Said.by("mark", "--partners", partners, "U//LES");
        assertThat(said.out()).contains("may see it   EOCL, county that has a clause", "may not      EOC, county: LES", "may not      GBR, abroad: FOREIGN-RELEASE");
    }

    @Test
    void vectorsOfEveryKindAreTried() throws IOException {
        var said = vectors("""
                A1\tparse\tu//fouo\t\tUNCLASSIFIED//FOUO\t(U//FOUO)\tPPPPPDDD
                A2\trollup\t(U//FOUO) + (U//LES)\t\tUNCLASSIFIED//LES\t\tPDPDDDDD
                A3\torder\tU <= U//FOUO\t\ttrue
                A4\tcap\tWater.\\n(U//LES) A man.\t{"scope":"Public"}\tUNCLASSIFIED//LES\t\tPDPDDDDD
                A5\tcap\t-\t{"scope":"Private","addresses":"a@b","address_map":{"a@b":["EOC","FED"]}}\tUNCLASSIFIED\t\tDPDPDDDD
                A6\tedxl\t-\t\tUNCLASSIFIED\t\tPPPPPPPD
                A7\tism\t{"classification":"U","ownerProducer":"USA","disseminationControls":"FOUO"}\t\tUNCLASSIFIED//FOUO\t(U//FOUO)\tPPPPPDDD
                A8\tstix\tmarking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da\t\tTLP:GREEN\t\tPPPPPPPD
                A9\ttext\t(U) Road.\\nTEAR LINE\\n(U//LES) Man.\t{"partner":"EOC"}\tUNCLASSIFIED\t1\tredacted
                B1\tparse\tU\\u200B//FOUO\t\tUNCLASSIFIED//FOUO\t(U//FOUO)\tPPPPPDDD
                B2\tleak\tanywhere\t\tabsent
                """);
        assertThat(said.out()).endsWith("10 passed, 0 failed" + System.lineSeparator()).contains("1 leak vectors");
        assertThat(said.exit()).isZero();
    }

    @Test
    void whatDoesNotHoldIsNamedAndTheAnswerIsNo() throws IOException {
        var said = vectors("""
                A1\tparse\tU//FOUO\t\tUNCLASSIFIED\t(U//FOUO)\tPPPPPPPP
                A2\tmystery\tU
                """);
        assertThat(said.out()).contains("A1  parse  banner is \"UNCLASSIFIED//FOUO\", expected \"UNCLASSIFIED\"", "A1  parse  decision", "A2  mystery").endsWith("0 passed, 2 failed" + System.lineSeparator());
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void withoutMarksOrPartnersItIsUsedWrongly() {
        assertThat(Said.by("mark").exit()).isEqualTo(2);
        assertThat(Said.by("mark", "--vectors", partners).exit()).isEqualTo(2);
    }

    private Said vectors(String lines) throws IOException {
        return Said.by("mark", "--vectors", Files.writeString(folder.resolve("vectors.tsv"), TITLES + lines).toString(), "--partners", partners);
    }
}
