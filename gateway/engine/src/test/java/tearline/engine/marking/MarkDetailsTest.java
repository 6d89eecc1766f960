package tearline.engine.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Details of labels, banners and decisions, each of which somebody might break without another test noticing. */
class MarkDetailsTest {

    private final MarkParser parser = new MarkParser();
    private final PortionScanner scanner = new PortionScanner();
    private final Dominance dominance = new Dominance();

    @ParameterizedTest(name = "{0} rolls up to {1}")
    @CsvSource(delimiter = ';', textBlock = """
            CUI//NOCON + U//LES                      ; CUI//NOCON | UNCLASSIFIED//LES
            U//LES//NOCON                            ; UNCLASSIFIED//NOCON//LES
            U//FOUO//NOCON                           ; UNCLASSIFIED//NOCON
            U//FOUO + CUI//NOCON                     ; CUI//NOCON | UNCLASSIFIED//FOUO
            SECRET//FGI GBR                          ; SECRET//FGI GBR
            S//NF + U//SBU                           ; SECRET//NOFORN
            CUI//LEI + U//LES-NF                     ; CUI//LEI//NOFORN | UNCLASSIFIED//LES NOFORN
            U//REL TO USA, NATO, GBR                 ; UNCLASSIFIED//REL TO USA, GBR, NATO
            U//REL TO USA, KFOR, GBR, CAN            ; UNCLASSIFIED//REL TO USA, CAN, GBR, KFOR
            CUI//DISPLAY ONLY GBR + CUI//DISPLAY ONLY CAN ; CUI//NOFORN
            u//rel to usa, nzl                       ; UNCLASSIFIED//REL TO USA, NZL
            U//ORCON + U//PROPIN + U//NF             ; UNCLASSIFIED//ORCON/NOFORN/PROPIN
            //GBR                                    ; UNKNOWN MARKING - HOLD
            //NOFORN                                 ; UNCLASSIFIED//NOFORN
            //LES                                    ; UNCLASSIFIED//LES
            //12                                     ; UNKNOWN MARKING - HOLD
            SECRET//FGI XXX                          ; UNKNOWN MARKING - HOLD
            U//DISPLAY ONLY XXX                      ; UNKNOWN MARKING - HOLD
            U//REL TO USA, LES                       ; UNCLASSIFIED//NOFORN//LES
            U//FVEY                                  ; UNKNOWN MARKING - HOLD
            """)
    void aRollUpPrintsWhatItMustAndNoMore(String marks, String banner) {
        assertThat(parser.parse(marks).banner()).isEqualTo(banner);
    }

    @Test
    void aMarkSaysAllThatItSays() {
        assertThat(label("LEI")).isEqualTo(label("CUI//LEI"));
        assertThat(label("U//RSEN").inform()).containsExactly("RSEN");
        assertThat(label("DRAFT")).satisfies(draft -> {
            assertThat(draft.level()).isEqualTo(Level.U);
            assertThat(draft.inform()).containsExactly("DRAFT");
        });
        assertThat(label("U//LES-NF").require()).containsExactly("LES", "LES NOFORN");
        assertThat(label("U//LES-NF//REL TO USA, GBR").release()).containsExactly("USA");
        assertThat(label("SECRET//FGI GBR CAN").owners()).containsExactly("CAN", "GBR");
        assertThat(label("SECRET//FGI GBR").require()).containsExactly("FGI");
        assertThat(label("DL ONLY").level()).isEqualTo(Level.CONTROLLED);
        assertThat(label("").unknown()).containsExactly("EMPTY");
        assertThat(label("W".repeat(70)).unknown()).containsExactly("W".repeat(60));
    }

    @Test
    void whatIsNoMarkIsForNobodyAndSaysWhy() {
        assertThat(parser.parse(null).label().unknown()).containsExactly("NO-MARK");
        assertThat(parser.parse(" ".repeat(3996) + "FOUO").label().understood()).isTrue();
        assertThat(parser.parse(" ".repeat(3997) + "FOUO").label().unknown()).containsExactly("TOO-LONG");
    }

    @Test
    void aWarningSaysWhatWasTolerated() {
        assertThat(parser.parse("LES").warnings()).contains("the mark does not begin with a classification or CUI");
        assertThat(parser.parse("U//LES").warnings()).isEmpty();
        assertThat(parser.parse("CUI//LEI").warnings()).isEmpty();
        assertThat(parser.parse("U//REL TO GBR").warnings()).containsExactly("USA was missing in a release");
        assertThat(parser.parse("U//REL TO USA, GBR").warnings()).isEmpty();
    }

    @Test
    void aListIsForThePartnersThatItsNameMeans() {
        MarkParser mapped = new MarkParser(Map.of(), Map.of("night desk", "county-eoc", "a", "one", "b", "two"));
        assertThat(mapped.parse("CUI//DL ONLY: night desk").label()).satisfies(label -> {
            assertThat(label.understood()).isTrue();
            assertThat(label.list()).containsExactly("county-eoc");
        });
        assertThat(mapped.parse("CUI//DL ONLY: a, b").label().list()).containsExactly("one", "two");
        assertThat(mapped.parse("CUI//DL ONLY: a, c").label().list()).containsExactly("one");
        assertThat(mapped.parse("CUI//DL ONLY: c").label().list()).isEmpty();
    }

    @Test
    void whatADowngradeLeavesOverStaysAsClosedAsItWas() {
        Label rest = label("CUI//LEI/PRVCY//NOCON").without(Set.of("PRVCY"));
        assertThat(rest.require()).containsExactly("LEI", "NOCON");
        assertThat(rest.level()).isEqualTo(Level.CONTROLLED);
        assertThat(rest.release()).containsExactly("USA");
        assertThat(rest).hasToString("Label[CUI//LEI//NOCON]");
    }

    @Test
    void withoutTheGrantForControlledContentNothingControlledIsSeen() {
        Clearance none = new Clearance("x", "slt", "USA", "staff", Set.of("FOUO"), null, Tlp.CLEAR);
        assertThat(dominance.reasons(label("U//NOFORN"), none)).containsExactly("CONTROLLED");
        assertThat(dominance.reasons(label("U//FOUO"), none)).containsExactly("CONTROLLED");
        assertThat(dominance.reasons(label("U"), none)).isEmpty();
        assertThat(none.credentials()).isEmpty();
        assertThat(dominance.reasons(label("U"), Clearance.ofThePublic())).containsExactly("NO-AGREEMENT");
        assertThat(dominance.reasons(Label.PUBLIC, Clearance.ofThePublic())).isEmpty();
    }

    @Test
    void everyBasicCategoryIsNeitherASpecifiedOneNorACredentialNorALegacyMark() {
        Clearance every = new Clearance("x", "slt", "USA", "staff", Set.of("CTRL", Dominance.EVERY_BASIC), Set.of(), Tlp.RED);
        assertThat(List.of("CUI//PRVCY", "CUI//LEI", "CUI//CRIT/HLTH", "CUI")).allMatch(mark -> dominance.permits(label(mark), every));
        assertThat(List.of("CUI//SP-PRVCY", "CUI//JUV", "CUI//JURY", "U//LES", "U//FOUO", "CUI//LEI//FED ONLY", "CUI//CVI", "U//PROPIN")).noneMatch(mark -> dominance.permits(label(mark), every));
        assertThat(Explanation.needs(label("CUI//LEI"))).anyMatch(need -> need.endsWith("or CUI_BASIC:*"));
        assertThat(Explanation.needs(label("CUI//SP-INV"))).noneMatch(need -> need.contains("CUI_BASIC"));
    }

    @Test
    void everyGrantThatOpensSomethingHasAName() {
        assertThat(Dominance.grants()).contains("CTRL", "CUI_BASIC:*", "FOUO", "LES", "LES/LEI", "LEI", "PRVCY", "DSEN").doesNotContain("nobody", "federal", "CJIS", "JURY");
        assertThat(Dominance.codes()).contains("UNKNOWN-MARK", "CLASSIFIED", "NO-AGREEMENT", "CONTROLLED", "FOREIGN-RELEASE", "DISSEMINATION-LIST", "TLP", "THIRD-AGENCY",
                "LES", "FOUO", "PRIVACY", "JUVENILE", "HEALTH", "INFORMANT", "INVESTIGATION", "INFRASTRUCTURE", "TRANSPORT-SECURITY").doesNotContain("");
    }

    @Test
    void aKnownMarkStandsForEachControlAndCategory() {
        assertThat(KnownMarks.each()).containsKeys("public", "U", "CUI", "TLP:AMBER", "U//LES", "U//NOFORN", "CUI//SP-PRVCY", "CUI//LEI", "CUI//NOCON").doesNotContainKeys("U//SECRET", "CUI//FVEY", "U//DRAFT", "CUI//DL ONLY");
        assertThat(KnownMarks.each().values()).allMatch(Label::understood).hasSizeGreaterThan(150);
        assertThat(KnownMarks.date()).matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '#', textBlock = """
            public              # public
            U                   # unclassified, not released to the public
            TLP:AMBER           # no classification or control; TLP:AMBER
            U//FOUO             # unclassified, controlled; with FOUO
            U//RSEN             # unclassified, controlled; marked as RSEN
            SECRET              # classified: a spill, no byte of it may be kept here
            WIBBLE              # no classification or control; not understood: WIBBLE
            """)
    void aLabelIsExplainedInOneSentence(String mark, String sentence) {
        Label label = mark.equals("public") ? Label.PUBLIC : label(mark);
        assertThat(Explanation.understood(label)).isEqualTo(sentence);
    }

    @Test
    void anAddressedLabelIsNotCalledPublic() {
        assertThat(Explanation.understood(Label.PUBLIC.addressedTo(Set.of("a")))).isEqualTo("no classification or control");
        assertThat(Explanation.needs(IsmAttributes.read(Map.of("classification", "U", "ownerProducer", "GBR")).label())).contains("the consent of its owner GBR (grant OWNER:GBR)");
    }

    @Test
    void foreignSourcesInAttributesAreOwnersWhoMustAgree() {
        Label open = IsmAttributes.read(Map.of("classification", "U", "FGIsourceOpen", "GBR")).label();
        assertThat(open.owners()).containsExactly("GBR");
        assertThat(open.require()).contains("FGI");
        for (Map<String, String> hidden : List.of(Map.of("classification", "U", "FGIsourceOpen", "UNKNOWN"), Map.of("classification", "U", "FGIsourceProtected", "FGI"))) {
            assertThat(IsmAttributes.read(hidden).label()).satisfies(label -> {
                assertThat(label.understood()).isTrue();
                assertThat(label.owners()).isEmpty();
                assertThat(label.require()).containsExactly("FGI");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(SECRET) Words", "(S//NF) Words", "(S//RSEN) Words", "(TOP SECRET) Words", "(S//LES) words", "Words (S//SI) inside", "(CONFIDENTIAL)"})
    void aFullClassifiedMarkIsASpill(String text) {
        assertThat(Spill.in(text)).map(Spill::where).contains(Spill.MARK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(S) Words", "(C/O the desk) Words", "(s//nf is what they wrote) Words", "Open (U//LES) words", "(SECRETARY) Words"})
    void aLetterOrAnAddressIsNone(String text) {
        assertThat(Spill.in(text)).isEmpty();
    }

    @Test
    void anAddressInBracketsRaisesNothing() {
        assertThat(scanner.rollUp("(C/O the desk) Words")).isEmpty();
        assertThat(scanner.rollUp("(C//WIBBLE) Words").orElseThrow().understood()).as("a mark, and one that nobody knows").isFalse();
    }

    @Test
    void theTearTextIsPreferredOnlyWhereTheBodyIsCut() {
        Cut whole = cut("(U) a\nTEAR LINE\n(U) b\n(U//LES) c");
        assertThat(whole.outcome()).isEqualTo(Cut.Outcome.REDACTED);
        assertThat(whole.kept()).extracting(Portion::words).containsExactly("a", "b");
        assertThat(cut("(U) a\n(U//LES) x\nTEAR LINE\n(U) b").kept()).extracting(Portion::words).containsExactly("b");
    }

    @Test
    void aTearLineOpensAndCloses() {
        assertThat(kinds("a\nTEAR LINE\nb\nTEAR LINE\nc\nTEAR LINE\nd")).containsExactly("BODY", "TEAR", "BODY", "TEAR");
        assertThat(kinds("a\nTEAR LINE BEGINS\nb\nTEAR LINE ENDS\nc")).containsExactly("BODY", "TEAR", "BODY");
        assertThat(kinds("a\nEND TEAR LINE\nb")).containsExactly("BODY", "BODY");
        assertThat(kinds("a\nBEGIN TEAR LINE\nb\nBEGIN TEAR LINE\nc")).containsExactly("BODY", "TEAR", "TEAR");
    }

    @Test
    void nothingIsCutOutOfNothing() {
        assertThat(scanner.scan(null)).isEmpty();
        assertThat(scanner.scan(" ".repeat(301))).isEmpty();
        assertThat(scanner.scan("\n \n")).isEmpty();
        assertThat(scanner.scan("w".repeat(301))).hasSize(1);
        assertThat(scanner.scan("CUI" + " ".repeat(297)).get(0).kind()).isEqualTo(Portion.Kind.BANNER);
        assertThat(scanner.scan("CUI" + " ".repeat(298)).get(0).kind()).isEqualTo(Portion.Kind.BODY);
    }

    @Test
    void aLoneLetterIsHeldAtAStartAndAfterASentence() {
        Portion held = scanner.scan("(S) Gate.").get(0);
        assertThat(held.mark()).map(mark -> mark.label().unknown()).contains(Set.of("HELD-LETTER"));
        assertThat(held.mark().orElseThrow().warnings()).containsExactly("a lone letter is no full mark");
        assertThat(scanner.scan("Road shut. (C) Gate.").get(0).held()).isTrue();
        assertThat(scanner.scan("Phones: (C) 555").get(0).held()).isFalse();
        assertThat(scanner.scan("One line\n(A) one\n(B) two\n(C) three\n(C) four")).extracting(Portion::held).containsExactly(false, false, false, false, true);
    }

    @Test
    void aLineOfADesignationIndicatorIsAMark() {
        DesignationBlock block = new DesignationBlock();
        assertThat(block.read("Limited Dissemination Control: None").map(Mark::banner)).contains("CUI");
        assertThat(block.read("Distribution/Dissemination Controls: REL TO USA, GBR").map(Mark::banner)).contains("CUI//REL TO USA, GBR");
        assertThat(block.read("LDC: DISPLAY ONLY GBR, CAN").map(Mark::banner)).contains("CUI//DISPLAY ONLY CAN, GBR");
        assertThat(block.read("CUI Categories: LEI; PRVCY").map(Mark::banner)).contains("CUI//LEI/PRVCY");
        assertThat(block.read("Controlled by: Example County")).isEmpty();
    }

    private List<String> kinds(String text) {
        return scanner.scan(text).stream().map(portion -> portion.kind().name()).toList();
    }

    private Cut cut(String text) {
        List<Portion> portions = scanner.scan(text);
        return Cut.of(portions, PortionScanner.inherited(portions, Optional.empty(), Label.UNCLASSIFIED), label -> dominance.permits(label, Partners.COUNTY));
    }

    private Label label(String mark) {
        return parser.parse(mark).label();
    }
}
