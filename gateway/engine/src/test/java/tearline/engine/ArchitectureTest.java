package tearline.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The engine's own map: which package knows which, and what none of them may know. */
@AnalyzeClasses(packages = "tearline.engine", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** From the bottom up. An edge that is not here may not exist, and one that is here does exist; the root package is everybody's. */
    private static final Map<String, Set<String>> KNOWS = Map.ofEntries(
            Map.entry("xml", Set.of()),
            Map.entry("marking", Set.of()),
            Map.entry("config", Set.of()),
            Map.entry("standard", Set.of("xml")),
            Map.entry("json", Set.of("xml")),
            Map.entry("check", Set.of("json", "standard", "xml")),
            Map.entry("mapping", Set.of("xml")),
            Map.entry("model", Set.of("xml")),
            Map.entry("message", Set.of("check", "mapping", "marking", "model", "standard", "xml")),
            Map.entry("lifecycle", Set.of("standard")),
            Map.entry("mark", Set.of("config", "marking", "message", "model", "standard", "xml")),
            Map.entry("plan", Set.of("config", "lifecycle", "mark", "marking", "message", "model", "xml")),
            Map.entry("release", Set.of("config", "lifecycle", "mark", "marking", "model", "plan", "xml")),
            Map.entry("render", Set.of("check", "config", "mapping", "mark", "message", "model", "plan", "release", "standard", "xml")),
            Map.entry("verify", Set.of("marking", "model", "xml")),
            Map.entry("house", Set.of("check", "config", "mapping", "marking", "message", "model", "standard", "xml")),
            Map.entry("exchange", Set.of("config", "house", "lifecycle", "mapping", "mark", "marking", "message", "model", "plan", "release", "render", "standard", "verify", "xml")),
            Map.entry("rollup", Set.of("check", "config", "exchange", "house", "lifecycle", "mapping", "mark", "marking", "message", "model", "plan", "release", "verify", "xml")));

    @ArchTest
    static final ArchRule theEngineKnowsNoFramework = noClasses().should().dependOnClassesThat().resideInAnyPackage(
            "org.apache.camel..", "org.apache.cxf..", "jakarta.jms..", "javax.jms..", "java.sql..", "javax.sql..", "jakarta.servlet..", "org.eclipse.jetty..",
            "org.apache.activemq..", "java.net.http..", "tearline.server..");

    @ArchTest
    static final ArchRule noPackageNeedsItselfThroughAnother = slices().matching("tearline.engine.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses().should().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils")
            .orShould().haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Impl")
            .orShould().haveSimpleNameStartingWith("Base").orShould().haveSimpleNameStartingWith("Abstract");

    /** The verifier would share the redactor's mistakes if it shared its code. What a mark means is law, and one for both. */
    @ArchTest
    static final ArchRule theVerifierSharesNothingWithTheRedactor = noClasses().that().resideInAPackage("..verify..")
            .should().dependOnClassesThat().resideInAnyPackage("..release..", "..mark..", "..render..", "..plan..");

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule oneWayOfLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    /** A parser made elsewhere would not be hardened. The configuration has a reader of its own, which the operator's files go through, never a message. */
    @ArchTest
    static final ArchRule parsersAreMadeInOnePlace = noClasses().that().resideOutsideOfPackages("tearline.engine.xml", "tearline.engine.config")
            .should().dependOnClassesThat().resideInAnyPackage("javax.xml.parsers..", "org.w3c.dom");

    @Test
    void everyPackageKnowsWhatTheMapSaysAndNothingElse() {
        assertThat(edges(new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("tearline.engine"))).containsExactlyInAnyOrderEntriesOf(KNOWS);
    }

    private static Map<String, Set<String>> edges(JavaClasses classes) {
        var edges = new TreeMap<String, Set<String>>();
        for (var one : classes) {
            var from = slice(one.getPackageName());
            if (from.isEmpty()) continue;
            var known = edges.computeIfAbsent(from, any -> new TreeSet<>());
            for (var dependency : one.getDirectDependenciesFromSelf()) {
                var to = slice(dependency.getTargetClass().getPackageName());
                if (!to.isEmpty() && !to.equals(from)) known.add(to);
            }
        }
        return edges;
    }

    private static String slice(String name) {
        return name.startsWith("tearline.engine.") ? name.substring("tearline.engine.".length()).replaceAll("\\..*", "") : "";
    }
}
