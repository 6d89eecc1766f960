package tearline.engine.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.helpers.DefaultHandler;
import tearline.engine.Code;
import tearline.engine.Refusal;

/** What is no XML that we take is refused by its own code, at its place, and nothing is fetched on the way. */
class XmlReaderTest {

    @TempDir Path folder;

    @Test
    void aDoctypeIsRefusedWhereItStands() {
        var refusal = refused("<?xml version='1.0'?>\n<!DOCTYPE a>\n<a/>");
        assertThat(refusal.code()).isEqualTo(Code.DOCTYPE);
        assertThat(refusal.findings()).singleElement().satisfies(finding -> assertThat(finding.line()).isEqualTo(2));
    }

    @Test
    void anEntityOfAFileIsNeverOpened() throws IOException {
        var file = Files.writeString(folder.resolve("secret.txt"), "canary-in-a-file");
        var refusal = refused("<!DOCTYPE a [<!ENTITY x SYSTEM '" + file.toUri() + "'>]><a>&x;</a>");
        assertThat(refusal.code()).isEqualTo(Code.DOCTYPE);
        assertThat(refusal.findings().toString()).doesNotContain("canary");
    }

    @Test
    void anExternalDtdIsNeverFetched() throws IOException {
        try (var server = new CountingServer("<!ELEMENT a ANY>")) {
            assertThat(refused("<!DOCTYPE a SYSTEM '" + server.uri("a.dtd") + "'><a/>").code()).isEqualTo(Code.DOCTYPE);
            assertThat(refused("<!DOCTYPE a [<!ENTITY % p SYSTEM '" + server.uri("p.ent") + "'> %p;]><a/>").code()).isEqualTo(Code.DOCTYPE);
            assertThat(server.calls()).isZero();
        }
    }

    @Test
    void aSchemaLocationIsNeverFetched() throws IOException {
        try (var server = new CountingServer("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>")) {
            XmlReader.read(bytes("<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='" + server.uri("a.xsd") + "'/>"), new DefaultHandler());
            assertThat(server.calls()).isZero();
        }
    }

    @Test
    void aBillionLaughsIsADoctype() {
        assertThat(refused("<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><a>&c;</a>").code()).isEqualTo(Code.DOCTYPE);
    }

    @Test
    void anEntityThatIsNotDeclaredIsNotWellFormed() {
        assertThat(refused("<a>&x;</a>").code()).isEqualTo(Code.NOT_WELL_FORMED);
    }

    @Test
    void aDocumentAtTheDepthLimitIsReadAndOneBelowItIsNot() {
        read(nested(XmlReader.MAX_DEPTH));
        assertThat(refused(nested(XmlReader.MAX_DEPTH + 1)).code()).isEqualTo(Code.TOO_DEEP);
    }

    @Test
    void anElementMayHaveSoManyAttributesAndNoMore() {
        read(attributes(XmlReader.MAX_ATTRIBUTES - 1));
        assertThat(refused(attributes(XmlReader.MAX_ATTRIBUTES + 1)).code()).isEqualTo(Code.TOO_DEEP);
    }

    @Test
    void whatCannotBeReadIsNotPrinted() throws InterruptedException {
        var printed = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(printed, true));
        try {
            var fresh = new Thread(() -> refused("<a><canary></a>")); // a reader remembers where it printed last
            fresh.start();
            fresh.join();
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString()).isEmpty();
    }

    @Test
    void aReaderIsAsGoodAsNewAfterARefusal() {
        refused("<a><b></a>");
        refused(nested(XmlReader.MAX_DEPTH + 50));
        read("<a/>");
        read(nested(XmlReader.MAX_DEPTH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "<a>", "<a></b>", "<a/><a/>", "<a b=1/>", "<a b='1' b='2'/>", "<a:b/>", "<a>&#0;</a>", "<a><![CDATA[</a>", "<a>\u0001</a>", "\uFEFF\uFEFF<a/>", "{\"a\": 1}"})
    void whatIsNotWellFormedIsRefused(String text) {
        assertThat(refused(text).code()).isEqualTo(Code.NOT_WELL_FORMED);
    }

    @Test
    void malformedUtf8IsNotWellFormed() {
        assertThat(refused(new byte[] {'<', 'a', '>', (byte) 0xC3, (byte) 0x28, '<', '/', 'a', '>'}).code()).isEqualTo(Code.NOT_WELL_FORMED);
        assertThat(refused(new byte[] {'<', 'a', '>', (byte) 0xC0, (byte) 0xBC, '<', '/', 'a', '>'}).code()).as("an overlong form of <").isEqualTo(Code.NOT_WELL_FORMED);
        assertThat(refused("<a>\u00E9</a>".getBytes(ISO_8859_1)).code()).as("Latin-1 that does not say so").isEqualTo(Code.NOT_WELL_FORMED);
    }

    @Test
    void otherEncodingsAreReadAsTheyDeclare() {
        assertThat(Saxon.tree("<?xml version='1.0' encoding='ISO-8859-1'?><a>\u00E9</a>".getBytes(ISO_8859_1)).getStringValue()).isEqualTo("\u00E9");
        assertThat(Saxon.tree("<?xml version='1.0' encoding='UTF-16'?><a>\u00E9</a>".getBytes(UTF_16)).getStringValue()).isEqualTo("\u00E9");
    }

    @Test
    void anEncodingThatNobodyKnowsIsRefused() {
        assertThat(refused("<?xml version='1.0' encoding='X-CANARY'?><a/>").code()).isEqualTo(Code.NOT_WELL_FORMED);
    }

    @Test
    void aPullParserFetchesNothingAndExpandsNothing() throws IOException, XMLStreamException {
        try (var server = new CountingServer("<!ELEMENT a ANY>")) {
            pull("<!DOCTYPE a SYSTEM '" + server.uri("a.dtd") + "'><a/>");
            assertThatThrownBy(() -> pull("<!DOCTYPE a [<!ENTITY x 'inside'>]><a>&x;</a>")).isInstanceOf(XMLStreamException.class);
            assertThatThrownBy(() -> pull("<!DOCTYPE a [<!ENTITY x SYSTEM '" + server.uri("x") + "'>]><a>&x;</a>")).isInstanceOf(XMLStreamException.class);
            assertThat(server.calls()).isZero();
        }
    }

    @Test
    void aPullParserKeepsTheSameLimits() throws XMLStreamException {
        pull(nested(XmlReader.MAX_DEPTH));
        assertThat(catchThrowableOfType(XMLStreamException.class, () -> pull(nested(XmlReader.MAX_DEPTH + 1)))).isNotNull();
        assertThat(catchThrowableOfType(XMLStreamException.class, () -> pull(attributes(XmlReader.MAX_ATTRIBUTES + 1)))).isNotNull();
    }

    private static void pull(String text) throws XMLStreamException {
        var reader = XmlReader.stax().createXMLStreamReader(new ByteArrayInputStream(bytes(text)));
        while (reader.hasNext()) reader.next();
    }

    private static void read(String text) {
        XmlReader.read(bytes(text), new DefaultHandler());
    }

    private static Refusal refused(String text) {
        return refused(bytes(text));
    }

    private static Refusal refused(byte[] bytes) {
        var refusal = catchThrowableOfType(Refusal.class, () -> XmlReader.read(bytes, new DefaultHandler()));
        assertThat(refusal).as("it is read").isNotNull();
        return refusal;
    }

    private static String nested(int depth) {
        return "<a>".repeat(depth) + "</a>".repeat(depth);
    }

    private static String attributes(int count) {
        var text = new StringBuilder("<a");
        for (int i = 0; i < count; i++) text.append(" b").append(i).append("=''");
        return text.append("/>").toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
