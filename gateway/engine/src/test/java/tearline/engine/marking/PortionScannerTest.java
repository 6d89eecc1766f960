package tearline.engine.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PortionScannerTest {

    private final PortionScanner scanner = new PortionScanner();
    private final MarkParser parser = new MarkParser();
    private final Dominance dominance = new Dominance();

    @Test
    void eachParagraphCarriesItsOwnMark() {
        List<Portion> portions = scanner.scan("- (U) Bridge closed.\n\n2. [U//LES] Two men asked about pumps.\nTITLE: (CUI//CRIT) Pump house");
        assertThat(portions).extracting(portion -> portion.mark().map(Mark::portion).orElse("none")).containsExactly("(U)", "(U//LES)", "(CUI//CRIT)");
        assertThat(portions).extracting(Portion::words).containsExactly("Bridge closed.", "Two men asked about pumps.", "Pump house");
    }

    @Test
    void offsetsPointIntoTheText() {
        String text = "\r\n(U) One.\r\n\u2028  Two.";
        assertThat(scanner.scan(text)).allSatisfy(portion -> assertThat(text.substring(portion.start(), portion.end())).isEqualTo(portion.text())).hasSize(2);
    }

    @Test
    void aMarkInsideAParagraphRaisesButNeverLowers() {
        assertThat(under("(U//LES) He told unit (U) 7 to wait.", "U")).isEqualTo("UNCLASSIFIED//LES");
        assertThat(under("(U) Crowd of forty. (U//LES) One is under watch.", "U")).isEqualTo("UNCLASSIFIED//LES");
        assertThat(under("Water rising (u//les) near the pump.", "U")).isEqualTo("UNCLASSIFIED//LES");
    }

    @Test
    void aMarkHiddenByInvisibleOrWideCharactersStillRaises() {
        assertThat(under("(U) Crowd. (\u200BU//L\u200BES) One is watched.", "U")).isEqualTo("UNCLASSIFIED//LES");
        assertThat(under("(U) Crowd. \uFF08U\uFF0F\uFF0FLES\uFF09 One is watched.", "U")).isEqualTo("UNCLASSIFIED//LES");
    }

    @Test
    void anUnmarkedParagraphInheritsTheBannerThenTheMarksThenTheDefault() {
        assertThat(under("No mark here.", "U//FOUO")).isEqualTo("UNCLASSIFIED//FOUO");
        List<Portion> portions = scanner.scan("(U//LES) One.\nTwo.");
        assertThat(PortionScanner.inherited(portions, Optional.empty(), Label.UNCLASSIFIED)).isEqualTo(parser.parse("U//LES").label());
        assertThat(PortionScanner.inherited(portions, Optional.of(parser.parse("CUI//INF").label()), Label.UNCLASSIFIED))
                .isEqualTo(parser.parse("CUI//INF + U//LES").label());
    }

    @Test
    void aBannerLineSpeaksForTheWholeText() {
        List<Portion> portions = scanner.scan("UNCLASSIFIED//FOR OFFICIAL USE ONLY\nGate open.\nSAFE\nCONTROLLED");
        assertThat(portions).extracting(Portion::kind)
                .containsExactly(Portion.Kind.BANNER, Portion.Kind.BODY, Portion.Kind.BODY, Portion.Kind.BODY);
        assertThat(PortionScanner.inherited(portions, Optional.empty(), Label.UNCLASSIFIED)).isEqualTo(parser.parse("U//FOUO").label());
    }

    @Test
    void aLoneLetterIsHeldAndSaysNothingOfItsNeighbours() {
        List<Portion> portions = scanner.scan("(S) Gate three.\nRoad open.");
        assertThat(portions).extracting(Portion::held).containsExactly(true, false);
        Label inherited = PortionScanner.inherited(portions, Optional.empty(), Label.UNCLASSIFIED);
        assertThat(Cut.of(portions, inherited, this::county).kept()).extracting(Portion::text).containsExactly("Road open.");
    }

    @Test
    void lettersInARunCountAList() {
        assertThat(scanner.scan("(A) Boil water.\n(B) Stay inside.\n(C) Call the line.")).noneMatch(Portion::held);
        assertThat(scanner.scan("Steps: (A) boil (B) stay (C) call. The suspect(s) left. Copyright (c). Phones: (C) 555-0100")).noneMatch(Portion::held);
    }

    @Test
    void blocksOfHtmlAreParagraphsAndTagsInsideThemHideNoMark() {
        String text = "<div><p><b>(U)</b> Bridge closed.</p><p>(U//LES) Two men.</p><ul><li><em>(U)</em> Detour.</li></ul>(CUI//CRIT) Pump<br/>3</div>";
        List<Portion> portions = scanner.scan(text);
        assertThat(portions).extracting(portion -> portion.mark().map(Mark::portion).orElse("none")).containsExactly("(U)", "(U//LES)", "(U)", "(CUI//CRIT)", "none");
        assertThat(portions).allSatisfy(portion -> assertThat(text.substring(portion.start(), portion.end())).isEqualTo(portion.text()));
        assertThat(under("See <x>(U//LES) it</x>", "U")).as("a tag that is none of a block is no paragraph").isEqualTo("UNCLASSIFIED//LES");
        assertThat(under("Rain <b>(U)</b> fell.", "U//LES")).isEqualTo("UNCLASSIFIED//LES");
    }

    @Test
    void markdownHidesNoMark() {
        assertThat(scanner.scan("## (U) Heading\n**(U//LES)** Two men.\n> (CUI) Quoted\n__(U//FOUO)__ Pump\n* **(U)** Item"))
                .extracting(portion -> portion.mark().map(Mark::portion).orElse("none")).containsExactly("(U)", "(U//LES)", "(CUI)", "(U//FOUO)", "(U)");
    }

    @Test
    void aBannerLineThatIsNotUnderstoodHoldsWhatIsUnmarked() {
        for (String line : List.of("U//WIBBLE", "TLP:ORANGE", "TLP: AMBER", "UNCLASSIFIED//FOUO//WIBBLE", "CUI//SP-LEI")) {
            List<Portion> portions = scanner.scan(line + "\nGate open.\n(U) Road open.");
            Label inherited = PortionScanner.inherited(portions, Optional.empty(), Label.UNCLASSIFIED);
            assertThat(inherited.understood()).as(line).isFalse();
            assertThat(Cut.of(portions, inherited, this::county).kept()).extracting(Portion::words).containsExactly("Road open.");
        }
        assertThat(scanner.scan("SECRET AGENTS ARE A FILM").get(0).kind()).as("words").isEqualTo(Portion.Kind.BODY);
    }

    @Test
    void aDesignationIndicatorSaysWhatABareBannerLeavesOut() {
        String block = "CUI\nControlled by: Example County\nCUI Category: %s\nDistribution/Dissemination Control: %s\nPOC: desk@county.example";
        assertThat(rollUp(block.formatted("LEI, PRVCY", "FEDCON"))).isEqualTo("CUI//LEI/PRVCY//FEDCON");
        assertThat(rollUp(block.formatted("CRIT", "None"))).isEqualTo("CUI//CRIT");
        assertThat(rollUp(block.formatted("SP-CTI", "REL TO USA, GBR"))).as("the bare banner is closed, and a later line never opens it").isEqualTo("CUI//SP-CTI//NOFORN");
        assertThat(rollUp(block.formatted("Weather", "None"))).isEqualTo(Banner.HOLD);
    }

    private String rollUp(String text) {
        return Banner.of(scanner.rollUp(text).orElseThrow());
    }

    @Test
    void aNoticeIsNoPortionMark() {
        List<Portion> portions = scanner.scan("LAW ENFORCEMENT SENSITIVE: The information marked (U//LES) in this document is the property of the Example Center.\n(U) Road open.");
        assertThat(portions.get(0).kind()).isEqualTo(Portion.Kind.NOTICE);
        assertThat(Cut.of(portions, Label.UNCLASSIFIED, this::county).outcome()).isEqualTo(Cut.Outcome.FULL);
    }

    @Test
    void theTearLineIsPreferredWhereTheBodyIsWithheld() {
        String text = "(U) A meeting was held.\n(U//LES) A source named a pump.\n===== BEGIN TEAR LINE =====\n(U) Pumps are of interest.\n----- END TEAR LINE -----\n";
        Cut cut = Cut.of(scanner.scan(text), Label.UNCLASSIFIED, this::county);
        assertThat(cut.outcome()).isEqualTo(Cut.Outcome.TEARLINE);
        assertThat(cut.kept()).extracting(Portion::words).containsExactly("Pumps are of interest.");
        assertThat(cut.label()).contains(Label.UNCLASSIFIED);
    }

    @Test
    void anUnmarkedTearLineIsNotAssumedOpen() {
        List<Portion> portions = scanner.scan("(U//LES) A source named a pump.\nTEARLINE\nPumps are of interest.");
        assertThat(Cut.of(portions, parser.parse("U//LES").label(), this::county).outcome()).isEqualTo(Cut.Outcome.WITHHELD);
    }

    @Property
    void noTextMakesTheScannerThrow(@ForAll String text) {
        assertThat(scanner.scan(text)).allSatisfy(portion -> assertThat(text.substring(portion.start(), portion.end())).isEqualTo(portion.text()));
    }

    private String under(String text, String inherited) {
        return Banner.of(scanner.scan(text).get(0).under(parser.parse(inherited).label()));
    }

    private boolean county(Label label) {
        return dominance.permits(label, Partners.COUNTY);
    }
}
