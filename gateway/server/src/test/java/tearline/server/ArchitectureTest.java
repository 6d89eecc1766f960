package tearline.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The edges between the rooms of the server; the engine's own are held in its module. */
@AnalyzeClasses(packages = "tearline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String STORE = "tearline.server.store..";

    @ArchTest
    static final ArchRule onlyTheStoreSpeaksSql = noClasses().that().resideOutsideOfPackage(STORE)
            .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..").because("routes and doors ask the store, they do not touch JDBC");

    @ArchTest
    static final ArchRule theStoreKnowsNoFramework = noClasses().that().resideInAPackage(STORE)
            .should().dependOnClassesThat().resideInAnyPackage("org.apache.camel..", "org.apache.cxf..", "jakarta..", "org.apache.activemq..", "org.eclipse.jetty..", "tearline.engine..");

    @ArchTest
    static final ArchRule theStoreKnowsNoOtherRoom = classes().that().resideInAPackage(STORE)
            .should().onlyDependOnClassesThat(resideInAnyPackage(STORE).or(describe("outside the house", one -> !one.getPackageName().startsWith("tearline"))));

    @ArchTest
    static final ArchRule whoCarriesKnowsNothingOfContent = noClasses().that().resideInAnyPackage("tearline.server.delivery..", "tearline.server.queue..")
            .should().dependOnClassesThat().resideInAPackage("tearline.engine..").because("a delivery carries bytes; what is in them was decided before");

    @ArchTest
    static final ArchRule theQueueKnowsOnlyTheStore = noClasses().that().resideInAPackage("tearline.server.queue..")
            .should().dependOnClassesThat().resideInAnyPackage("tearline.server.delivery..", "tearline.server.exchange..", "tearline.server.intake..", "tearline.server.door..", "tearline.server.feed..", "tearline.server.look..", "org.apache.cxf..");

    @ArchTest
    static final ArchRule theEngineTalksToNobody = noClasses().that().resideInAPackage("tearline.engine..")
            .should().dependOnClassesThat().resideInAnyPackage("tearline.server..", "org.apache.camel..", "org.apache.cxf..", "jakarta.jms..", "jakarta.servlet..", "java.sql..", "java.net.http..", "org.apache.activemq..");

    @ArchTest
    static final ArchRule onlyTheQueueAndItsConsumersSpeakJms = noClasses().that().resideInAPackage("tearline.server..").and().resideOutsideOfPackages("tearline.server.queue..", "tearline.server.delivery..")
            .should().dependOnClassesThat().resideInAnyPackage("jakarta.jms..", "org.apache.activemq..");

    @ArchTest
    static final ArchRule nobodySendsObjects = noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.jms.ObjectMessage").because("a token is text: nothing is deserialized");

    @ArchTest
    static final ArchRule routesAreRoutes = classes().that().areAssignableTo("org.apache.camel.builder.RouteBuilder")
            .should().haveSimpleNameEndingWith("Route").orShould().haveSimpleNameEndingWith("Routes");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields().should().beAnnotatedWith("jakarta.inject.Inject").orShould().beAnnotatedWith("org.apache.camel.BeanInject")
            .orShould().beAnnotatedWith("org.apache.camel.PropertyInject").orShould().beAnnotatedWith("org.apache.camel.Produce").orShould().beAnnotatedWith("org.apache.camel.EndpointInject");

    /** JAX-WS knows no other way to hand over the request. */
    @ArchTest
    static final ArchRule oneFieldIsAResource = fields().that().areAnnotatedWith("jakarta.annotation.Resource").should().beDeclaredIn("tearline.server.door.SubmitEndpoint");

    @ArchTest
    static final ArchRule namesSayWhatAClassDoes = noClasses().that(describe("are written by us", ArchitectureTest::isOurs))
            .should().haveSimpleNameContaining("Util").orShould().haveSimpleNameContaining("Helper").orShould().haveSimpleNameContaining("Manager")
            .orShould().haveSimpleNameStartingWith("Base").orShould().haveSimpleNameStartingWith("Abstract").orShould().haveSimpleNameEndingWith("Impl");

    private static boolean isOurs(JavaClass one) {
        return one.getPackageName().startsWith("tearline.engine") || one.getPackageName().startsWith("tearline.server");
    }
}
