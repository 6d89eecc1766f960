package tearline.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.Finding;
import tearline.engine.Severity;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;

/** The subset of Schematron that rules are written in works as it is documented. */
class RuleBookTest {

    @TempDir Path folder;

    @Test
    void anAssertFiresWhereItsTestFailsAndAReportWhereItHolds() throws IOException {
        var rules = rules("""
            <sch:pattern><sch:rule context="t:b">
              <sch:assert id="A" role="error" test="@n">needs n</sch:assert>
              <sch:report id="R" role="info" test="@n">has n</sch:report>
            </sch:rule></sch:pattern>""");
        assertThat(ids(rules, "<a xmlns='urn:t'><b/><b n='1'/></a>")).containsExactly("A", "R");
    }

    @Test
    void aFindingHasEverythingThatItsRuleSays() throws IOException {
        var rules = rules("""
            <sch:pattern><sch:rule context="t:b">
              <sch:assert id="T-1" role="warning" see="T 1.0 §2" diagnostics="d" test="false()">
                says   what
                is wrong</sch:assert>
            </sch:rule></sch:pattern>
            <sch:diagnostics><sch:diagnostic id="d">Do this.</sch:diagnostic></sch:diagnostics>""");
        assertThat(find(rules, "<a xmlns='urn:t'>\n  <b/>\n  <b>text</b>\n</a>")).hasSize(2).last().isEqualTo(
                new Finding("T-1", Severity.WARNING, 3, 6, "/a/b[2]", "says what is wrong", "T 1.0 §2", "Do this."));
    }

    @Test
    void linesAndColumnsAreThoseOfTheDocument() throws IOException {
        var rules = rules("<sch:pattern><sch:rule context='t:b'><sch:assert id='A' role='error' test='false()'>no</sch:assert></sch:rule></sch:pattern>");
        assertThat(find(rules, "<a xmlns='urn:t'>\n\n\n    <b x='1'\n       y='2'/></a>")).singleElement()
                .satisfies(finding -> assertThat(finding.line()).as("where the tag ends, as the parser counts").isEqualTo(5))
                .satisfies(finding -> assertThat(finding.column()).isEqualTo(15));
    }

    @Test
    void theFirstRuleOfAPatternThatMatchesANodeIsTheOnlyOne() throws IOException {
        var rules = rules("""
            <sch:pattern>
              <sch:rule context="t:b[@special]"><sch:assert id="SPECIAL" role="error" test="false()">s</sch:assert></sch:rule>
              <sch:rule context="t:b"><sch:assert id="PLAIN" role="error" test="false()">p</sch:assert></sch:rule>
            </sch:pattern>""");
        assertThat(ids(rules, "<a xmlns='urn:t'><b special=''/><b/></a>")).containsExactly("SPECIAL", "PLAIN");
    }

    @Test
    void everyPatternIsAskedAboutEveryNode() throws IOException {
        var rules = rules("""
            <sch:pattern><sch:rule context="t:b"><sch:assert id="ONE" role="error" test="false()">1</sch:assert></sch:rule></sch:pattern>
            <sch:pattern><sch:rule context="t:b"><sch:assert id="TWO" role="error" test="false()">2</sch:assert></sch:rule></sch:pattern>""");
        assertThat(ids(rules, "<a xmlns='urn:t'><b/></a>")).containsExactly("ONE", "TWO");
    }

    @Test
    void aContextMatchesAnywhereTheRootIncluded() throws IOException {
        var rules = rules("<sch:pattern><sch:rule context='t:a | t:b/t:c'><sch:report id='X' role='info' test='true()'>x</sch:report></sch:rule></sch:pattern>");
        assertThat(find(rules, "<a xmlns='urn:t'><b><c/></b><c/><d><b><c/></b></d></a>")).extracting(Finding::path).containsExactly("/a", "/a/b/c", "/a/d/b/c");
    }

    @Test
    void whatOneDocumentTaughtOfItsPathsIsRightForTheNext() throws IOException {
        var rules = rules("""
            <sch:pattern>
              <sch:rule context="t:b[@special]"><sch:report id="SPECIAL" role="info" test="true()">s</sch:report></sch:rule>
              <sch:rule context="t:a/t:b"><sch:report id="INNER" role="info" test="true()">i</sch:report></sch:rule>
              <sch:rule context="t:a//t:b"><sch:report id="DEEP" role="info" test="true()">d</sch:report></sch:rule>
              <sch:rule context="/t:b"><sch:report id="TOP" role="info" test="true()">t</sch:report></sch:rule>
            </sch:pattern>""");
        assertThat(ids(rules, "<a xmlns='urn:t'><b/><c><b/></c></a>")).containsExactly("INNER", "DEEP");
        assertThat(ids(rules, "<a xmlns='urn:t'><b special=''/><c><b special=''/><b/></c><b/></a>")).containsExactly("SPECIAL", "SPECIAL", "DEEP", "INNER");
        assertThat(ids(rules, "<b xmlns='urn:t'><b/><b xmlns='urn:other'/></b>")).as("the same names in another place, or of another namespace").containsExactly("TOP");
    }

    @Test
    void aBarInsideAPredicateOrAStringSplitsNothing() throws IOException {
        var rules = rules("<sch:pattern><sch:rule context=\"t:b[t:c | t:d] | t:e[. = '|']\"><sch:report id='X' role='info' test='true()'>x</sch:report></sch:rule></sch:pattern>");
        assertThat(find(rules, "<a xmlns='urn:t'><b/><b><d/></b><e>|</e><e>/</e></a>")).extracting(Finding::path).containsExactly("/a/b[2]", "/a/e");
    }

    @Test
    void aLetOfTheSchemaIsKnownToAllAndOneOfARuleSeesItsNode() throws IOException {
        var rules = rules("""
            <sch:let name="limit" value="number(/t:a/@limit)"/>
            <sch:let name="twice" value="$limit * 2"/>
            <sch:pattern><sch:rule context="t:b[@n &lt; $twice]">
              <sch:let name="n" value="number(@n)"/>
              <sch:let name="next" value="$n + 1"/>
              <sch:assert id="LESS" role="error" test="$next le $limit">too much</sch:assert>
            </sch:rule></sch:pattern>""");
        assertThat(find(rules, "<a xmlns='urn:t' limit='5'><b n='4'/><b n='5'/><b n='11'/></a>")).extracting(Finding::path).containsExactly("/a/b[2]");
    }

    @Test
    void anAttributeCanBeAContext() throws IOException {
        var rules = rules("<sch:pattern><sch:rule context='t:b/@n'><sch:assert id='X' role='error' test='. castable as xs:integer'>no number</sch:assert></sch:rule></sch:pattern>");
        assertThat(find(rules, "<a xmlns='urn:t'><b n='1'/><b n='x'/></a>")).extracting(Finding::path).containsExactly("/a/b[2]/@n");
    }

    @Test
    void rulesThatDoNotCompileSayInWhichFile() {
        assertThatThrownBy(() -> rules("<sch:pattern><sch:rule context='t:b'><sch:assert id='X' role='error' test='1 +'>x</sch:assert></sch:rule></sch:pattern>")).hasMessageContaining("rules.sch");
    }

    private RuleBook rules(String body) throws IOException {
        var home = Files.createDirectories(folder.resolve("xsd/t"));
        Files.writeString(home.resolve("rules.sch"), "<sch:schema xmlns:sch='http://purl.oclc.org/dsdl/schematron'><sch:ns prefix='t' uri='urn:t'/><sch:ns prefix='xs' uri='http://www.w3.org/2001/XMLSchema'/>" + body + "</sch:schema>");
        return new RuleBook(Shelf.shipped(folder), List.of("xsd/t/rules.sch"));
    }

    private static List<Finding> find(RuleBook rules, String document) {
        return rules.check(Saxon.tree(document.getBytes()));
    }

    private static List<String> ids(RuleBook rules, String document) {
        return find(rules, document).stream().map(Finding::rule).toList();
    }
}
