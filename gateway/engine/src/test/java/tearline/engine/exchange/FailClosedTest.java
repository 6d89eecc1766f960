package tearline.engine.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tearline.engine.exchange.Trial.EVERYTHING;
import static tearline.engine.message.Wrapped.alert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tearline.engine.config.ConfigurationMistakes;
import tearline.engine.mark.Incoming;
import tearline.engine.kit.Shipped;
import tearline.engine.mark.Marked;
import tearline.engine.plan.Past;
import tearline.engine.render.Rendered;

/** Whatever is missing, empty, over, unknown or broken: nothing leaves, and the reason stands there. */
class FailClosedTest {

    private static final String WHO = "organisation='slt' country='USA' operatedBy='staff'";
    private static final String PRODUCT = "<product kind='alert' format='cap-1.2' scopes='Public Restricted Private'/>";
    private static final String KEEPS = "<keep category='event'/><keep category='narrative'/><keep category='title'/>";
    private static final String SENDS = "defaultStatus='Actual' bannerPolicy='boilerplate'";

    @TempDir Path folder;
    private Trial trial;

    @BeforeEach
    void aReceiverWhoGetsTheAlertIfNothingIsWrong() {
        trial = new Trial(folder).sender(SENDS, "").receiver("county", WHO, "", PRODUCT, "CTRL FOUO", KEEPS);
        assertThat(trial.send(restricted("U//FOUO")).outcome("county")).isEqualTo("pending");
    }

    /** Each row is one thing that is wrong with the agreement. */
    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            not yet valid        ; from="2026-01-01"                               ; from="2027-01-01"               ; the agreement is not in force
            expired              ; until="2027-12-31"                              ; until="2026-10-31"              ; the agreement is not in force
            disabled             ; version="1"                                     ; version="1" suspended="yes"     ; the agreement is suspended
            empty scopes         ; scopes='Public Restricted Private'              ; scopes='Public'                 ; scope Restricted is not agreed
            another kind         ; kind='alert' format='cap-1.2' scopes='Public Restricted Private' ; kind='situation' format='geojson' ; no product of this kind is agreed
            no activation        ; <grants>                                        ; ACTIVATION                      ; no activation for its incident
            """)
    void anAgreementThatDoesNotCoverLetsNothingOut(String what, String old, String now, String reason) {
        trial.change("partners/county.xml", text -> now.equals("ACTIVATION")
                ? text.replace("<product ", "<mode name='activation' purposes='rescue' requires='incident'/><product mode='activation' ") : text.replace(old, now));
        var outcome = trial.send(restricted("U//FOUO"));
        assertThat(outcome.outcome("county")).isEqualTo("not covered");
        assertThat(outcome.notCovered("county")).isEqualTo(reason);
    }

    @Test
    void withoutAnAgreementNothingLeaves() {
        trial.remove("partners/county.xml");
        assertThat(trial.send(restricted("U//FOUO")).all().decided()).isEmpty();
        assertThat(trial.send(alert("A")).all().decided()).as("not even what is public").isEmpty();
    }

    /** Each row is a configuration that would leave something open; it does not load, so nothing is received or sent. */
    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            empty rule           ; KEEPS                        ; ``                                     ; nothing would ever be delivered: no category is kept
            empty grants         ; <grants>CTRL FOUO</grants>   ; <grants/>                              ; the agreement grants nothing
            wildcard             ; CTRL FOUO                    ; CTRL *                                 ; the grant "*" is no mark that we know
            unknown grant        ; CTRL FOUO                    ; CTRL FUOO                              ; the grant "FUOO" is no mark that we know
            negative grant       ; CTRL FOUO                    ; CTRL -FOUO                             ; the grant "-FOUO" is no mark that we know
            unknown policy       ; <folder                      ; <policy ref="none-of-that-name"/><folder ; unknown policy "none-of-that-name"
            unknown category     ; category='event'             ; category='evnt'                        ; unknown category "evnt"
            empty scopes         ; scopes='Public Restricted Private' ; scopes=''                        ; scopes is empty
            unknown mode         ; <product                     ; <product mode='activation'             ; unknown mode "activation"
            """)
    void aConfigurationThatLeavesSomethingOpenDoesNotLoad(String what, String old, String now, String message) {
        trial.change("partners/county.xml", text -> text.replace(old.equals("KEEPS") ? KEEPS : old, now == null ? "" : now));
        var mistakes = catchThrowableOfType(ConfigurationMistakes.class, () -> trial.send(restricted("U//FOUO")));
        assertThat(mistakes).as("it was read").isNotNull();
        assertThat(mistakes).hasMessageContaining(message);
    }

    /** Each row is one thing that is wrong with what the sender says. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            unknown mark         ; <scope>Restricted</scope><restriction>U//WIBBLE</restriction>                              ; UNKNOWN-MARK
            unmapped word        ; <scope>Restricted</scope><restriction>Emergency Medical Services</restriction>             ; UNKNOWN-MARK
            unmapped list        ; <scope>Private</scope><addresses>somebody@else.example</addresses>                         ; DISSEMINATION-LIST
            list without a list  ; <scope>Restricted</scope><restriction>CUI//DL ONLY</restriction>                           ; DISSEMINATION-LIST
            no grant             ; <scope>Restricted</scope><restriction>U//LES</restriction>                                 ; LES
            no credential        ; <scope>Restricted</scope><restriction>U//SSI</restriction>                                 ; TRANSPORT-SECURITY
            originator not asked ; <scope>Restricted</scope><restriction>U//ORCON</restriction>                               ; THIRD-AGENCY
            red and no list      ; <scope>Restricted</scope><restriction>TLP:RED</restriction>                                ; DISSEMINATION-LIST
            """)
    void aMarkThatDoesNotAdmitLetsNothingOut(String what, String scope, String reason) {
        var outcome = trial.send(alert("A").replace("<scope>Public</scope>", scope));
        assertThat(outcome.outcome("county")).isEqualTo("withheld");
        assertThat(outcome.decision("county").products()).isEmpty();
        assertThat(outcome.decision("county").reasons()).contains(reason);
    }

    @Test
    void aPortionWithAMarkThatNobodyKnowsIsNobodys() {
        var outcome = trial.send(restricted("U//FOUO").replace("Water stands in Mill Street.", "(U//WIBBLE) secret words\n(U) open words"));
        assertThat(outcome.product("county")).contains("open words").doesNotContain("secret words");
    }

    @Test
    void anElementWithoutALabelIsWithheld() {
        var marked = marked(restricted("U//FOUO"));
        var labels = new HashMap<>(marked.labels());
        labels.keySet().removeIf(leaf -> leaf.getStringValue().equals("Water stands in Mill Street."));
        var exchange = new Exchange(Shipped.HOUSE, trial.configuration());
        var plan = exchange.plan(new Marked(marked.incoming(), marked.record(), marked.status(), marked.banner(), labels, marked.outline()), Past.unknown(), Trial.NOW);
        var made = exchange.render(exchange.release(plan.views().get(0))).made();
        assertThat(new String(made.get(0).bytes(), UTF_8)).contains("River flood").doesNotContain("Mill Street");
    }

    @Test
    void aProductThatHoldsAWithheldValueStopsTheDelivery() throws IOException {
        assertThat(stopped(product -> product.replace(">PHOTO<", ">Morgan\nExemplar<"))).containsExactly("VERIFIER-FOUND-WITHHELD");
        assertThat(stopped(product -> product.replace("</record>", "<!-- Morgan\nExemplar --></record>"))).as("no comment ever leaves").containsExactly("VERIFIER-OUTSIDE-AGREEMENT");
    }

    @Test
    void aProductThatCannotBeReadStopsTheDelivery() throws IOException {
        assertThat(stopped(product -> product.substring(0, product.length() / 2))).containsExactly("VERIFIER-CANNOT-READ");
    }

    /** The reasons of the decision when something goes wrong with the bytes of a report after they were made. */
    private List<String> stopped(UnaryOperator<String> goesWrong) throws IOException {
        trial.sender("defaultMark='U//FOUO' " + SENDS, "<category name='header' label='U//FOUO'/><category name='behaviour' label='U//FOUO'/><category name='time' label='U//FOUO'/><category name='event' label='U//FOUO'/>")
                .receiver("county", "", "<product kind='sar' format='common-1.0'/>", "CTRL FOUO", EVERYTHING);
        var plan = trial.send(Files.readString(Path.of("../../samples/demo/messages/03-photography-report.xml"))).all().plan();
        var exchange = new Exchange(Shipped.HOUSE, trial.configuration());
        var rendered = exchange.render(exchange.release(plan.views().get(0)));
        var made = rendered.made().get(0);
        var text = new String(made.bytes(), UTF_8);
        assertThat(goesWrong.apply(text)).as("something went wrong").isNotEqualTo(text);
        var wrong = new Rendered.Made(made.format(), made.form(), made.mediaType(), made.fileName(), made.digest(), goesWrong.apply(text).getBytes(UTF_8),
                made.cover(), made.original(), made.asWritten(), made.fidelity(), made.stop(), made.entries());
        var decided = exchange.decide(plan, List.of(exchange.verify(new Rendered(rendered.release(), List.of(wrong))))).decided().get(0);
        assertThat(decided.decision().outcome()).isEqualTo("dead");
        return decided.decision().reasons();
    }

    private Marked marked(String text) {
        trial.send(text);
        var message = Shipped.HOUSE.reader(false).read(text.getBytes(UTF_8));
        return new Exchange(Shipped.HOUSE, trial.configuration()).mark(Incoming.of("m-1", message, message.accepted().get(0), trial.configuration().getPartner("sender")));
    }

    private static String restricted(String restriction) {
        return alert("A").replace("<scope>Public</scope>", "<scope>Restricted</scope><restriction>" + restriction + "</restriction>");
    }
}
