package tearline.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.MethodCall;
import net.bytebuddy.implementation.StubMethod;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.Test;
import tearline.engine.marking.Dominance;

/**
 * Takes each step of release and verification out in turn, in the order of the marking reference (§4.1, §4.5, §6.6), and each predicate of a decision: a
 * test must notice. Who did is printed.
 */
class StepMutantsTest {

    private static final Implementation NOTHING = StubMethod.INSTANCE;
    private static final Implementation NO = FixedValue.value(false);
    private static final Implementation YES = FixedValue.value(true);
    private static final Implementation EMPTY = call(Optional.class, "empty");
    private static final Implementation NO_REASONS = call(Set.class, "of");

    @Test
    void everyStepIsMissedByATest() throws Exception {
        var steps = List.of(
                step("attributes are filtered", "release.ReleaseFilter", "allowed", FixedValue.argument(1), "release.ReleaseFilterTest#noAttributeOfAnotherNamespaceAndNoneThatIsNotListedPasses"),
                step("what is not on the list is left out", "release.AllowList", "refusal", EMPTY, "release.ReleaseTest#whatIsNotKeptGoesWhateverItsMark"),
                gone("comments are dropped", "release.ReleaseFilter", "comment", "release.ReleaseFilterTest#commentsHaveNoWayThrough"),
                gone("processing instructions are dropped", "release.ReleaseFilter", "processingInstruction", "release.ReleaseFilterTest#processingInstructionsHaveNoWayThrough"),
                step("fields are asked for their label", "release.Choices", "reasons", NO_REASONS, "exchange.FailClosedTest#aMarkThatDoesNotAdmitLetsNothingOut"),
                step("portions are asked for their label", "release.Choices", "reasonsOfPortion", NO_REASONS, "exchange.FailClosedTest#aPortionWithAMarkThatNobodyKnowsIsNobodys"),
                step("operations act on fields", "release.FieldOperations", "apply", keptText(3), "release.OperationsTest#aMaskHasOneLengthForAll"),
                step("generalize", "release.FieldOperations", "coarse", keptText(3), "release.OperationsTest#aPlaceAndAnAgeAreToldAsCellAndBandAndWhatMovesInsideThemIsNot"),
                step("aggregate into buckets", "release.Buckets", "of", keptText(0), "release.OperationsTest#casualtiesLeaveAsBuckets"),
                step("pseudonymize", "release.Pseudonyms", "of", FixedValue.argument(2), "release.OperationsTest#aPseudonymStandsForAPlateAlsoWherePrivateThingsAreNotGranted"),
                step("swap for a neutral name", "release.NeutralNames", "of", call(Optional.class, "of", Object.class).withMethodCall(MethodCall.invoke(Undone.class.getMethod("text", XdmNode.class)).withArgument(0)), "release.OperationsTest#aSwappedNameIsNeutralAndStaysPrivate"),
                step("a declared downgrade lowers privacy", "release.FieldOperations", "lowersPrivacy", NO, "release.OperationsTest#aPseudonymStandsForAPlateAlsoWherePrivateThingsAreNotGranted"),
                step("links are taken out", "release.Choices", "unlink", NOTHING, "release.AttachmentsTest#anAddressOfWhatWasNotPublishedGoesEvenWhereLinksAreKept"),
                step("withheld values are gathered", "release.Secrets", "hide", NOTHING, "release.ReleaseTest#aNarrativeThatRepeatsAWithheldNameIsSwept"),
                step("changed values are gathered", "release.Secrets", "change", NOTHING, "release.OperationsTest#aValueThatWasChangedIsSweptFromTheWordsBesideIt"),
                step("names are put together again", "release.Secrets", "whole", EMPTY, "release.ReleaseTest#aWithheldNameOfCommonWordsIsSweptAsAWhole"),
                step("what the reader sees is no secret", "release.Secrets", "show", NOTHING, "release.ReleaseTest#aWithheldValueThatAlsoStandsInAFieldTheViewSeesIsNoSecret"),
                step("sentences are swept", "release.Choices", "sweep", NOTHING, "release.ReleaseTest#aNarrativeThatRepeatsAWithheldNameIsSwept"),
                step("encoded values are swept", "release.Sweep", "encoded", NOTHING, "release.SpellingsTest#bothFind"),
                step("patterns are swept", "release.Patterns", "find", call(List.class, "of"), "release.SpellingsTest#patternsAreForWhatAViewDoesNotGetAndNeverForWhatWasPublished"),
                step("files are cleaned", "release.Attachments", "clean", EMPTY, "release.AttachmentsTest#anyOtherFileGoesWithAllThatDescribesIt"),
                step("dangling references are repaired", "release.Repair", "run", NOTHING, "release.ReleaseTest#aRelationWithAnEndThatIsGoneGoesToo"),
                step("associations with one end go", "release.Repair", "drop", NO, "release.ReleaseTest#aRelationWithAnEndThatIsGoneGoesToo"),
                step("references are mapped to derivatives", "release.Derivative$Identity", "mapped", MethodCall.invoke(Undone.class.getMethod("one", Object.class)).withArgument(0), "release.ReleaseTest#aReferenceIsMappedToTheNameUnderWhichTheViewKnowsTheOriginal"),
                step("ids are issued anew", "release.ReleaseFilter", "freshId", FixedValue.argument(0), "release.ReleaseTest#idsOfARecordAreCountedAnew"),
                step("a derivative has its own identifier", "release.Derivative", "identifier", FixedValue.argument(2), "release.ReleaseTest#aDerivativeHasItsOwnStableIdAndNoTraceOfItsSource"),
                step("nothing left is nothing released", "release.Choices", "nothingLeft", NO, "release.ReleaseTest#whereNothingMayBeSeenNothingIsMade"),
                step("the marking is made anew", "release.Redactor", "marking", FixedValue.argument(0), "release.ReleaseTest#theMarkingIsRolledUpAnewFromWhatRemains"),
                step("the banner is rolled up", "release.Choices", "label", MethodCall.invoke(Undone.class.getMethod("unmarked")), "release.ReleaseTest#theMarkingIsRolledUpAnewFromWhatRemains"),
                step("notices are owed", "release.Notices", "owed", call(java.util.ArrayList.class), "exchange.WhatIsOwedTest#bannerAndNoticesStandInEveryFormat"),
                step("redaction is told where agreed", "release.Notices", "ofRedaction", call(List.class, "of"), "release.ReleaseFilterTest#whatIsMissingIsToldAsFarAsThePolicySays"),
                step("the manifest is written", "release.Manifest", "of", FixedValue.argument(0), "release.ReleaseFilterTest#whatIsMissingIsToldAsFarAsThePolicySays"),
                step("holders learn what is taken back", "exchange.Exchange", "holds", NO, "release.TakingBackTest#anAlertIsTakenBackByACancellationThatNamesIt"),
                step("only what is whole goes as its source's bytes", "release.Choices", "whole", YES, "release.ReleaseTest#aDerivativeHasItsOwnStableIdAndNoTraceOfItsSource"),
                step("verifier: withheld values", "verify.Search", "finds", NO, "verify.VerifierTest#aWithheldValueIsFoundInJson"),
                step("verifier: encoded values", "verify.Search", "encoded", NO, "verify.VerifierTest#aWithheldValueIsFoundInXml"),
                step("verifier: what stands beside", "exchange.Exchange", "beside", call(List.class, "of"), "exchange.WhatIsOwedTest#aTitleIsReadToo"),
                step("verifier: names outside the grammar", "verify.Grammar", "element", YES, "verify.OutsideTest#namesThatNoSchemaDeclares"),
                step("verifier: attributes outside the grammar", "verify.Grammar", "attribute", YES, "verify.OutsideTest#attributesThatNoSchemaDeclares"),
                step("verifier: namespaces outside the grammar", "verify.Grammar", "namespace", YES, "verify.OutsideTest#namespacesThatNoSchemaDeclares"),
                step("verifier: categories outside the agreement, elements", "verify.Allowance", "enter", YES, "verify.OutsideTest#elementsWhoseCategoryIsNotAgreed"),
                step("verifier: categories outside the agreement, texts", "verify.Allowance", "leave", YES, "verify.OutsideTest#textsWhoseCategoryIsNotAgreed"),
                step("verifier: forbidden marks", "verify.Marks", "forbidden", NO, "verify.OutsideTest#marksThatTheReaderMayNotHold"),
                step("verifier: banner and notices", "verify.Owed", "missing", EMPTY, "exchange.WhatIsOwedTest#codesAreABannerToo"),
                step("verifier: personal data", "verify.PersonalData", "stands", NO, "verify.OutsideTest#numbersOfPersons"));
        printed("steps", steps.stream(), List.of());
    }

    @Test
    void everyPredicateIsMissedByATest() throws Exception {
        var fail = MethodCall.invoke(Undone.class.getMethod("fail", Set.class, String.class, boolean.class)).withAllArguments();
        printed("predicates", Dominance.codes().stream().map(code -> step(code, "marking.Dominance", "fail", fail, "marking.DominanceTest")), List.of("marking.VectorsTest", "marking.MarkDetailsTest", "marking.LabelLawsTest"));
    }

    private static void printed(String what, Stream<Mutant> mutants, List<String> others) {
        var table = new LinkedHashMap<String, Optional<String>>();
        mutants.forEach(one -> {
            Undone.forgotten = one.step();
            table.put(one.step(), one.caughtBy(others));
        });
        System.out.println(what + " taken out and missed by a test: " + table.values().stream().filter(Optional::isPresent).count() + " of " + table.size());
        table.forEach((step, witness) -> System.out.println("  without: " + step + " -> " + witness.orElse("nobody")));
        assertThat(table.entrySet()).as("nobody noticed").filteredOn(one -> one.getValue().isEmpty()).extracting(Map.Entry::getKey).isEmpty();
    }

    private static Mutant step(String step, String type, String method, Implementation undone, String witness) {
        return new Mutant(step, type, method, Optional.of(undone), witness);
    }

    private static Mutant gone(String step, String type, String method, String witness) {
        return new Mutant(step, type, method, Optional.empty(), witness);
    }

    private static Implementation keptText(int argument) {
        return call(Optional.class, "of", Object.class).withArgument(argument);
    }

    private static MethodCall.WithoutSpecifiedTarget call(Class<?> type, String method, Class<?>... parameters) {
        try {
            return MethodCall.invoke(type.getMethod(method, parameters));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Implementation call(Class<?> type) {
        try {
            return MethodCall.construct(type.getConstructor());
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
