package tearline.engine.verify;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tearline.engine.kit.Shipped;
import tearline.engine.marking.Clearance;
import tearline.engine.model.HiddenValue;

/** The verifier finds a withheld value however it is written, and stops what it cannot read. */
class VerifierTest {

    private static final Set<HiddenValue> SECRETS = Set.of(new HiddenValue(HiddenValue.Kind.NAME, "Morgan Exemplar"), new HiddenValue(HiddenValue.Kind.NUMBER, "TSX 4471"), new HiddenValue(HiddenValue.Kind.PHONE, "+1 (555) 555-0142"));
    private final Verifier verifier = new Verifier(Shipped.HOUSE.shelf(), Shipped.HOUSE.categories());

    @ParameterizedTest
    @ValueSource(strings = {
        "<a>Morgan Exemplar</a>", "<a>seen: morgan EXEMPLAR.</a>", "<a>Morgan\n   Exemplar</a>", "<a>Morg\u00E1n Exempl\u00E4r</a>", "<a>Morgan-Exemplar</a>", "<a>Exemplar, Morgan</a>", "<a>M. Exemplar</a>", "<a>Exemplar's van</a>", "<a>555-0142</a>", "<a>TW9yZ2FuIEV4ZW1wbGFy</a>", "<a>Morgan%20Exemplar</a>", "<a>&amp;#77;organ &amp;#x45;xemplar</a>", "<a>\uFF2Dorgan Exemplar</a>",
        "<a>Mor<!-- -->gan Exemplar</a>", "<a>Mor<?x y?>gan Exemplar</a>", "<a>Mor<![CDATA[gan Exem]]>plar</a>", "<a><![CDATA[Morgan Exemplar]]></a>",
        "<a>&#77;organ &#x45;xemplar</a>", "<a b='Morgan Exemplar'/>", "<a b='&#77;organ Exemplar'/>", "<a xmlns:x='urn:x' x:b='Morgan Exemplar'/>",
        "<a><!-- Morgan Exemplar --></a>", "<a/><!-- Morgan Exemplar -->", "<?Morgan Exemplar?><a/>", "<a><?note Morgan Exemplar?></a>",
        "<a><given>Morgan</given><surname>Exemplar</surname></a>", "<a>Mor\u200Bgan Exem\u00ADplar</a>", "<a>Morgan\u200BExemplar</a>", "<a>MorganExemplar</a>", "<a>\u2066Morgan\u2069 Exemplar</a>",
        "<a>TSX 4471</a>", "<a>tsx4471</a>", "<a>TSX-44-71</a>", "<a>15555550142</a>", "<a>1 555 555 0142</a>", "<a>call +1.555.555.0142 now</a>"})
    void aWithheldValueIsFoundInXml(String product) {
        assertThat(xml(product)).contains("VERIFIER-FOUND-WITHHELD");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"a\": \"Morgan Exemplar\"}", "{\"a\": \"\\u004dorgan Exemplar\"}", "{\"a\": \"Morgan\\nExemplar\"}", "{\"a\": [\"x\", {\"b\": \"MORGAN exemplar\"}]}", "{\"Morgan Exemplar\": 1}",
        "{\"a\": \"Morgan\", \"b\": \"x\"} \"Morgan Exemplar\"", "{\"a\": 15555550142}", "{\"a\": \"tsx\\t4471\"}", "\"Morgan Exemplar\""})
    void aWithheldValueIsFoundInJson(String product) {
        assertThat(stop(product.getBytes(UTF_8), "application/geo+json", "tl-1.geojson", SECRETS)).contains("VERIFIER-FOUND-WITHHELD");
    }

    @Test
    void aWithheldValueIsFoundInTheNameOfTheFile() {
        assertThat(stop("<a/>".getBytes(UTF_8), "application/xml", "morgan_exemplar.xml", SECRETS)).contains("VERIFIER-FOUND-WITHHELD");
        assertThat(stop("{}".getBytes(UTF_8), "application/json", "tsx4471.json", SECRETS)).contains("VERIFIER-FOUND-WITHHELD");
    }

    @Test
    void aWithheldValueIsFoundInPlainTextAndInOtherEncodings() {
        assertThat(stop("It was Morgan Exemplar.".getBytes(UTF_8), "text/plain", "a.txt", SECRETS)).contains("VERIFIER-FOUND-WITHHELD");
        assertThat(stop("<?xml version='1.0' encoding='UTF-16'?><a>Morgan Exemplar</a>".getBytes(UTF_16), "application/xml", "a.xml", SECRETS)).contains("VERIFIER-FOUND-WITHHELD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>Morgana Exemplary</a>", "<a>Mxemplar</a>", "<a>TSX 447</a>", "<a>0142</a>", "<a>nothing</a>", "<a/>"})
    void whatOnlyLooksLikeAWithheldValuePasses(String product) {
        assertThat(xml(product)).isEmpty();
    }

    @Test
    void whereNothingWasWithheldEverythingThatCanBeReadPasses() {
        assertThat(stop("<a>Morgan Exemplar</a>".getBytes(UTF_8), "application/xml", "a.xml", Set.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<a>", "<a><b></a>", "no xml", "<a/><b/>", "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "<a>&x;</a>", "<a>\u0001</a>"})
    void xmlThatCannotBeReadStops(String product) {
        assertThat(xml(product)).contains("VERIFIER-CANNOT-READ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": ", "{\"a\": 1", "{a: 1}", "{\"a\": \"x\"}}", "[1,]", "{\"a\": \"\\x\"}", "{\"a\" 1}"})
    void jsonThatCannotBeReadStops(String product) {
        assertThat(stop(product.getBytes(UTF_8), "application/json", "a.json", SECRETS)).contains("VERIFIER-CANNOT-READ");
    }

    @Test
    void bytesThatAreNotInTheirEncodingStop() {
        assertThat(stop(new byte[] {'<', 'a', '>', (byte) 0xC3, (byte) 0x28, '<', '/', 'a', '>'}, "application/xml", "a.xml", SECRETS)).contains("VERIFIER-CANNOT-READ");
        assertThat(stop(new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'}, "application/json", "a.json", SECRETS)).contains("VERIFIER-CANNOT-READ");
    }

    /** Budget of the marking reference §6.6, with all that is ever looked for; the time is that of this thread alone, so a busy machine changes nothing. */
    @Test
    void aHundredKilobytesTakeLessThanFiveMilliseconds() {
        var hidden = new java.util.ArrayList<HiddenValue>(SECRETS);
        for (int i = 0; i < 60; i++) hidden.add(new HiddenValue(HiddenValue.Kind.NAME, "Firstname" + i + " Lastname" + i));
        var text = new StringBuilder("<a>");
        for (int i = 0; text.length() < 100_000; i++) text.append("<p n=\"").append(i).append("\">The patrol at post ").append(i * 31).append(" saw water rise along Mill Street, and left by Hill Road.</p>");
        var product = text.append("</a>").toString().getBytes(UTF_8);
        var bounds = new Bounds(hidden, Set.of("Mill Street"), Optional.of(new Clearance("county", "slt", "USA", "staff", Set.of("CTRL", "FOUO"), Set.of(), 4)), Set.of(), "sar", "", List.of(), true, false);
        var work = java.lang.management.ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 400 && (i < 60 || best > 2_000_000); i++) {
            long begin = work.getCurrentThreadCpuTime();
            assertThat(verifier.stop(new Leaving(product, "application/xml", "", List.of("a.xml"), false), bounds)).isEmpty();
            best = Math.min(best, work.getCurrentThreadCpuTime() - begin);
        }
        System.out.printf("verifier: %d bytes and %d hidden values in %.1f ms%n", product.length, hidden.size(), best / 1e6);
        assertThat(best).as("nanoseconds").isLessThan(5_000_000);
    }

    /** A name in a query looks like base64, and encodes nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"https://alerts.example/show?AbcdefghijklmnopQ=1", "https://alerts.example/AbcdefghijklmnopQ==", "AbcdefghijklmnoP=", "AbcdefghijklmnopQrs=="})
    void lettersBeforeAnEqualsSignAreReadLikeAnyOther(String text) {
        assertThat(xml("<a>" + text + "</a>")).isEmpty();
    }

    @Test
    void aWithheldValueIsFoundInBase64WhereverThatBegins() {
        for (var before : List.of("", "a", "ab", "abc", "https://files.example/x/")) assertThat(xml("<a>" + before + "TW9yZ2FuIEV4ZW1wbGFy</a>")).as(before).contains("VERIFIER-FOUND-WITHHELD");
    }

    /** What the agreement lets through of what has no home may stand where the format has room for it; a signature of other bytes never. */
    @Test
    void namesOfOthersLeaveOnlyWhereTheyAreAgreed() {
        var product = "<sr:SitRep xmlns:sr='urn:oasis:names:tc:emergency:EDXL:SitRep:1.0' xmlns:x='urn:x' x:a='1'><x:thing b='2'/></sr:SitRep>";
        assertThat(in("edxl-sitrep-1.0", product, Set.of("report"))).contains("VERIFIER-OUTSIDE-AGREEMENT");
        assertThat(in("edxl-sitrep-1.0", product, Set.of("report", "extension"))).isEmpty();
        assertThat(in("edxl-sitrep-1.0", product.replace("<x:thing b", "<sr:SitRep b"), Set.of("report", "extension"))).as("an attribute that the format's own element does not have").contains("VERIFIER-OUTSIDE-AGREEMENT");
        assertThat(in("edxl-sitrep-1.0", product.replace("urn:x", "http://www.w3.org/2000/09/xmldsig#"), Set.of("report", "extension"))).contains("VERIFIER-OUTSIDE-AGREEMENT");
        assertThat(in("edxl-sitrep-1.0", product.replace("<x:thing", "<!-- --><x:thing"), Set.of("report", "extension"))).contains("VERIFIER-OUTSIDE-AGREEMENT");
    }

    /** The banner that we print, and after it the words of the sender: each is a mark by itself. */
    @Test
    void aRestrictionThatIsAMarkItselfIsReadBesideTheBanner() {
        assertThat(restricted("UNCLASSIFIED//FOUO; FOUO")).isEmpty();
        assertThat(restricted("CUI; FOUO")).isEmpty();
        assertThat(restricted("UNCLASSIFIED//FOUO; LES")).contains("VERIFIER-FORBIDDEN-MARK");
    }

    private Optional<String> restricted(String restriction) {
        var clearance = new tearline.engine.marking.Clearance("civil", "slt", "USA", "staff", Set.of("CTRL", "FOUO"), Set.of(), 3);
        var bounds = new Bounds(Set.of(), Set.of(), Optional.of(clearance), Set.of("audience"), "alert", "", List.of(), false, false);
        return verifier.stop(new Leaving(("<restriction>" + restriction + "</restriction>").getBytes(UTF_8), "application/cap+xml", "", List.of(), false), bounds);
    }

    private Optional<String> in(String format, String product, Set<String> keeps) {
        var bounds = new Bounds(Set.of(), Set.of(), Optional.empty(), keeps, "situation", "", List.of(), false, false);
        return verifier.stop(new Leaving(product.getBytes(UTF_8), "application/xml", format, List.of(), false), bounds);
    }

    private Optional<String> stop(byte[] bytes, String mediaType, String fileName, Set<HiddenValue> secrets) {
        return verifier.stop(new Leaving(bytes, mediaType, "", List.of(fileName), false), Bounds.of(secrets));
    }

    private Optional<String> xml(String product) {
        return stop(product.getBytes(UTF_8), "application/cap+xml", "tl-1.cap", SECRETS);
    }
}
