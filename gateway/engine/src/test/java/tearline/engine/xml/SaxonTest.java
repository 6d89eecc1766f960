package tearline.engine.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stylesheet or a rule reaches no file, no network, no environment and no Java, whatever it says. */
class SaxonTest {

    private static final String CANARY = "canary-4711";

    @TempDir Path folder;
    private CountingServer server;
    private Shelf shelf;

    @BeforeEach
    void whatMustNotBeReached() throws IOException {
        server = new CountingServer("<a>" + CANARY + "</a>");
        Files.writeString(folder.resolve("secret.xml"), "<a>" + CANARY + "</a>");
        Files.writeString(folder.resolve("secret.txt"), CANARY);
        Files.writeString(folder.resolve("secret.json"), "{\"a\":\"" + CANARY + "\"}");
        Files.writeString(folder.resolve("secret.xsl"), stylesheet("<xsl:template name='xsl:initial-template'><a>" + CANARY + "</a></xsl:template>"));
        Files.createDirectories(folder.resolve("overlay/mappings/test"));
        shelf = Shelf.shipped(folder.resolve("overlay"));
        System.setProperty("tearline.canary", CANARY);
    }

    @AfterEach
    void nobodyCalled() {
        System.clearProperty("tearline.canary");
        assertThat(server.calls()).isZero();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "doc('FILE.xml')", "doc('HTTP')", "document('FILE.xml')", "document('HTTP')", "doc('FILE.xml#a')", "doc('secret.xml')",
        "unparsed-text('FILE.txt')", "unparsed-text('HTTP')", "unparsed-text-lines('FILE.txt')", "unparsed-text('FILE.txt', 'UTF-8')",
        "json-doc('FILE.json')", "json-doc('HTTP')",
        "collection('FOLDER')", "collection('FOLDER?select=*.xml')", "collection()", "uri-collection('FOLDER')", "collection('HTTP')",
        "transform(map {'stylesheet-location': 'FILE.xsl', 'initial-template': xs:QName('xsl:initial-template')})?output",
        "transform(map {'stylesheet-location': 'HTTP', 'initial-template': xs:QName('xsl:initial-template')})?output",
        "load-xquery-module('urn:x', map {'location-hints': 'FILE.xml'})",
        "parse-xml('&lt;!DOCTYPE a [&lt;!ENTITY x SYSTEM \"FILE.txt\">]>&lt;a>&amp;x;&lt;/a>')",
        "parse-xml('&lt;!DOCTYPE a [&lt;!ENTITY x SYSTEM \"HTTP\">]>&lt;a>&amp;x;&lt;/a>')",
        "parse-xml('&lt;!DOCTYPE a SYSTEM \"HTTP\">&lt;a/>')",
        "parse-xml-fragment('&lt;!DOCTYPE a [&lt;!ENTITY x SYSTEM \"FILE.txt\">]>&lt;a>&amp;x;&lt;/a>')",
        "Q{http://expath.org/ns/file}read-text('FILE.txt')",
        "Q{java:java.lang.System}getProperty('tearline.canary')",
        "Q{http://saxon.sf.net/}read-binary-resource('FILE.txt')"})
    void aFunctionThatWouldReadIsRefused(String expression) {
        assertThatThrownBy(() -> run("<xsl:template match='/'><out><xsl:sequence select=\"" + located(expression).replace("\"", "&quot;") + "\"/></out></xsl:template>"))
                .isInstanceOf(SaxonApiException.class).hasMessageNotContaining(CANARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "doc-available('FILE.xml')", "doc-available('HTTP')", "unparsed-text-available('FILE.txt')", "unparsed-text-available('HTTP')",
        "string(environment-variable('PATH')) != ''", "exists(available-environment-variables())", "system-property('tearline.canary') != ''", "system-property('user.home') != ''",
        "function-available('Q{java:java.lang.System}getProperty')", "stream-available('FILE.xml')"})
    void aQuestionAboutTheOutsideIsAnsweredWithNo(String expression) throws SaxonApiException {
        assertThat(run("<xsl:template match='/'><out><xsl:value-of select=\"" + located(expression) + "\"/></out></xsl:template>")).endsWith("<out>false</out>");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<xsl:result-document href='FOLDER/written.xml'><a/></xsl:result-document>",
        "<xsl:source-document href='FILE.xml'><xsl:sequence select='.'/></xsl:source-document>",
        "<xsl:source-document href='HTTP' streamable='no'><xsl:sequence select='.'/></xsl:source-document>",
        "<xsl:evaluate xpath=\"'doc(''FILE.xml'')'\"/>",
        "<xsl:merge><xsl:merge-source for-each-source=\"'FILE.xml'\" select='a'><xsl:merge-key select='.'/></xsl:merge-source><xsl:merge-action><xsl:sequence select='current-merge-group()'/></xsl:merge-action></xsl:merge>"})
    void anInstructionThatWouldReachOutIsRefused(String instruction) {
        assertThatThrownBy(() -> run("<xsl:template match='/'><out>" + located(instruction) + "</out></xsl:template>")).isInstanceOf(SaxonApiException.class);
        assertThat(folder.resolve("written.xml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<xsl:include href='FILE.xsl'/>", "<xsl:import href='HTTP'/>", "<xsl:include href='../../../secret.xsl'/>", "<xsl:include href='http://www.w3.org/absent.xsl'/>",
        "<xsl:import-schema schema-location='FILE.xml'/>", "<xsl:use-package name='urn:absent'/>"})
    void aStylesheetIncludesOnlyWhatStandsOnTheShelf(String declaration) {
        assertThatThrownBy(() -> run(located(declaration) + "<xsl:template match='/'><out/></xsl:template>")).isInstanceOf(SaxonApiException.class);
    }

    @Test
    void aStylesheetIncludesItsNeighbourOnTheShelf() throws Exception {
        Files.writeString(folder.resolve("overlay/mappings/test/part.xsl"), stylesheet("<xsl:template match='/'><out>part</out></xsl:template>"));
        assertThat(run("<xsl:include href='part.xsl'/>")).endsWith("<out>part</out>");
        assertThat(run("<xsl:import href='../common/functions.xsl'/><xsl:include href='part.xsl'/>")).endsWith("<out>part</out>");
    }

    @Test
    void aRuleReachesNothingEither() throws SaxonApiException {
        for (var expression : new String[] {"doc('FILE.xml')", "unparsed-text('FILE.txt')", "collection('FOLDER')", "json-doc('FILE.json')", "parse-xml('<!DOCTYPE a SYSTEM \"HTTP\"><a/>')"}) {
            assertThatThrownBy(() -> Saxon.newXPath().compile(located(expression)).load().evaluate()).as(expression).isInstanceOf(SaxonApiException.class);
        }
        assertThat(Saxon.newXPath().compile("string(environment-variable('PATH'))").load().evaluateSingle().getStringValue()).isEmpty();
    }

    @Test
    void whatFailsIsNotPrinted() {
        try (var printed = new Printed()) {
            assertThatThrownBy(() -> run("<xsl:template match='/'><out>{xs:date(*/@day)}</out></xsl:template>")).isInstanceOf(SaxonApiException.class);
            assertThat(printed.text()).isEmpty();
        }
    }

    @Test
    void aStylesheetThatDoesNotCompileSaysWhy() {
        assertThatThrownBy(() -> run("<xsl:template match='/'><xsl:value-of select='absent()'/></xsl:template>")).isInstanceOf(SaxonApiException.class).hasMessageContaining("absent");
    }

    @Test
    void aTreeKnowsLinesAndColumns() {
        var root = Saxon.root(Saxon.tree("<a>\n  <b/>\n</a>".getBytes()));
        assertThat(root.getLineNumber()).isEqualTo(1);
        assertThat(Saxon.elements(root).get(0).getLineNumber()).isEqualTo(2);
    }

    private String located(String text) {
        return text.replace("FILE", folder.resolve("secret").toUri().toString()).replace("FOLDER", folder.toUri().toString()).replace("HTTP", server.uri("a.xml"));
    }

    private String run(String body) throws SaxonApiException {
        try {
            Files.writeString(folder.resolve("overlay/mappings/test/test.xsl"), stylesheet(body));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        XdmNode input = Saxon.tree(("<in day='" + CANARY + "'/>").getBytes());
        var transformer = Saxon.compile(shelf, "mappings/test/test.xsl").load30();
        var out = new ByteArrayOutputStream();
        transformer.applyTemplates(input, transformer.newSerializer(out));
        return out.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String stylesheet(String body) {
        return "<xsl:stylesheet version='3.0' expand-text='yes' exclude-result-prefixes='#all' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:xs='http://www.w3.org/2001/XMLSchema'>" + body + "</xsl:stylesheet>";
    }
}
