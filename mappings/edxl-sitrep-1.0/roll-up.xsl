<?xml version="1.0" encoding="UTF-8"?>
<!-- Several releases for one reader, composed to the draft of one situation report on an incident.
     From a 'rollUp' of numbered sources, each a released record under its banner, to a record of kind situation in the shape of 2013.
     First the incident as a whole, then the sources in their order: each one's citation, its texts, its events and places; from-common.xsl writes it.
     Left out is what a report has no place for. What a report must say and no source says is '[blank: …]'; nothing is guessed. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns="https://tearline.example/common/1.0"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:import href="from-common.xsl"/>

  <xsl:variable name="blank-list" as="xs:string" select="'https://tearline.example/lists/blank'"/>
  <!-- The least sure and the worst of what the sources say come first. -->
  <xsl:variable name="from-unsure" as="xs:string*" select="'NoConfidence', 'Unsure', 'SomewhatConfident', 'HighlyConfident'"/>
  <xsl:variable name="from-worst" as="xs:string*" select="'Extreme', 'Severe', 'Moderate', 'Minor'"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="rollUp" mode="roll-up"/>
  </xsl:template>

  <xsl:mode name="roll-up" on-no-match="fail"/>

  <xsl:template match="rollUp" mode="roll-up" as="element()">
    <xsl:variable name="records" as="element()*" select="source/record"/>
    <!-- as situation reports: what an alert and an activity come to there was thought out once -->
    <xsl:variable name="reports" as="element()*" select="$records ! f:as-report(.)"/>
    <xsl:variable name="incidents" as="xs:string*" select="distinct-values($records/header/incident/normalize-space()[. ne '' and . ne 'Unknown'])"/>
    <xsl:variable name="times" as="xs:string*" select="f:instants($records, @sent)"/>
    <xsl:variable name="kinds" as="xs:string*" select="distinct-values($reports/event/category[not(@kind)] ! normalize-space(.))"/>
    <xsl:variable name="events" as="element()*">
      <xsl:for-each select="source">
        <xsl:variable name="number" as="xs:integer" select="position()"/>
        <xsl:call-template name="source-events"><xsl:with-param name="report" select="$reports[$number]"/></xsl:call-template>
      </xsl:for-each>
    </xsl:variable>
    <record>
      <header>
        <id>{@id}</id>
        <kind>situation</kind>
        <standard>edxl-sitrep-1.0</standard>
        <shape>cs01</shape>
        <status>{@status}</status>
        <type>Alert</type>
        <sender>{@sender}</sender>
        <sent>{@sent}</sent>
        <sequence>1</sequence>
        <version>Initial</version>
        <xsl:for-each select="if (exists($incidents)) then $incidents else f:blank('incident')"><incident>{.}</incident></xsl:for-each>
      </header>
      <marking>
        <xsl:copy-of select="banner" copy-namespaces="no"/>
        <xsl:for-each select="distinct-values($records/marking/notice)"><notice>{.}</notice></xsl:for-each>
      </marking>
      <title>{f:marked('Draft situation report' || (', incident ' || string-join($incidents, ', '))[exists($incidents)], @status)}</title>
      <report>
        <type>SituationInformation</type>
        <purpose>{f:marked('Draft, put together from what ' || count(source) || (if (count(source) eq 1) then ' source says' else ' sources say') || '. Nobody has reviewed it.', @status)}</purpose>
        <period><from>{($times[1], @sent)[1]}</from><to>{($times[last()], @sent)[1]}</to></period>
        <xsl:for-each select="$reports[report/urgency[not(@kind)]][1]/report/urgency[1]"><urgency>{.}</urgency></xsl:for-each>
        <xsl:sequence select="f:known-or-blank('confidence', $from-unsure[. = $reports/report/confidence[not(@kind)]/normalize-space()][1], 'confidence in the report')"/>
        <xsl:sequence select="f:known-or-blank('severity', $from-worst[. = $reports/report/severity[not(@kind)]/normalize-space()][1], 'severity')"/>
      </report>
      <event role="primary">
        <xsl:for-each select="$kinds"><category>{.}</category></xsl:for-each>
        <xsl:if test="empty($kinds)"><category kind="own" scheme="{$blank-list}">{f:blank('kind of incident')}</category></xsl:if>
        <name>{f:marked(($incidents[1] ! ('Incident ' || .), f:blank('name of the incident'))[1], @status)}</name>
        <xsl:variable name="status" as="xs:string" select="@status"/>
        <xsl:for-each select="distinct-values($records/marking/notice)"><name>{f:marked(f:shortened('Notice: ' || .), $status)}</name></xsl:for-each>
        <!-- where somebody saw something is not where the incident is -->
        <xsl:sequence select="f:place-or-blank(f:place-of(($reports/event[f:place-of(.)])[1]))"/>
      </event>
      <xsl:sequence select="$events"/>
      <person role="prepared-by"><name><full>{f:blank('who prepares the report')}</full></name></person>
      <xsl:copy-of select="f:newest-casualties(.)/casualties" copy-namespaces="no"/>
    </record>
  </xsl:template>

  <!-- One source: its citation and its words under its banner, and each of its events with a place. -->
  <xsl:template name="source-events" as="element()+">
    <xsl:param name="report" as="element()"/>
    <xsl:variable name="source" as="element()" select="."/>
    <xsl:variable name="status" as="xs:string" select="../@status"/>
    <xsl:variable name="mark" as="xs:string" select="'[' || @banner || '] (' || @number || ') '"/>
    <xsl:variable name="placed" as="element()*" select="$report/event, $report/observation[f:place-of(.)]"/>
    <event role="sub">
      <xsl:copy-of select="$placed[1]/category" copy-namespaces="no"/>
      <xsl:for-each select="f:citation(.), f:told-by(record), f:counted(record[. is f:newest-casualties($source/..)])">
        <xsl:for-each select="f:pieces(.)"><name>{f:marked($mark || ., $status)}</name></xsl:for-each>
      </xsl:for-each>
      <xsl:copy-of select="$placed[1]/started" copy-namespaces="no"/>
      <xsl:sequence select="f:place-or-blank(f:place-of($placed[1]))"/>
    </event>
    <xsl:for-each select="$placed[position() gt 1]">
      <event role="sub">
        <xsl:copy-of select="category" copy-namespaces="no"/>
        <xsl:for-each select="if (name) then name else f:blank('name')"><name>{f:marked($mark || f:cut(normalize-space(.)), $status)}</name></xsl:for-each>
        <xsl:copy-of select="started" copy-namespaces="no"/>
        <xsl:sequence select="f:place-or-blank(f:place-of(.))"/>
      </event>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="f:as-report" as="element()">
    <xsl:param name="record" as="element()"/>
    <xsl:choose>
      <xsl:when test="$record/header/kind eq 'alert'"><xsl:apply-templates select="$record" mode="restate-alert"/></xsl:when>
      <xsl:when test="$record/header/kind eq 'sar'"><xsl:apply-templates select="$record" mode="restate-activity"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="$record"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- As this reader knows the source: its own document, its own sender. -->
  <xsl:function name="f:citation" as="xs:string">
    <xsl:param name="source" as="element()"/>
    <xsl:variable name="header" as="element()" select="$source/record/header"/>
    <xsl:sequence select="'Source: ' || map { 'alert': 'alert', 'situation': 'situation report', 'sar': 'suspicious activity report' }($header/kind)
        || ' ' || $header/id || ' from ' || $header/sender || ', ' || $header/sent"/>
  </xsl:function>

  <!-- What it says in words, in the order in which it says it; several languages tell one event, and the first is told. -->
  <xsl:function name="f:told-by" as="xs:string*">
    <xsl:param name="record" as="element()"/>
    <xsl:choose>
      <xsl:when test="$record/header/kind eq 'alert'">
        <xsl:for-each select="$record/event[string(language) eq string($record/event[1]/language)]">
          <xsl:sequence select="(headline, name[empty(current()/headline)], description)[normalize-space()] ! string(), f:label('Instruction', instruction, ' ')"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="$record/header/kind eq 'sar'"><xsl:sequence select="$record/title[normalize-space()][1] ! string(), f:observed($record)"/></xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="($record/title, $record/report/purpose, $record/event[1]/name, $record/observation/text)[normalize-space()] ! string(),
            f:label('Needed', $record/observation/need, ', '), f:label('Plan', $record/report/actionPlan, ' ')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The newest source that counts people: older counts are out of date. -->
  <xsl:function name="f:newest-casualties" as="element()?">
    <xsl:param name="roll-up" as="element()"/>
    <xsl:sequence select="sort($roll-up/source/record[casualties//fact], (), function($record) { ($record/header/sent[. castable as xs:dateTime] ! xs:dateTime(.), xs:dateTime('0001-01-01T00:00:00Z'))[1] })[last()]"/>
  </xsl:function>

  <xsl:function name="f:counted" as="xs:string*">
    <xsl:param name="record" as="element()?"/>
    <xsl:for-each select="$record/casualties/(* except (person, place, organization, extension))">
      <xsl:sequence select="'Casualties: ' || string-join(descendant-or-self::fact ! (lower-case(replace(@kind, '([A-Z])', ' $1')) || ' ' || normalize-space(.)), ', ')"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Every instant that a source names and that has been, the earliest first. -->
  <xsl:function name="f:instants" as="xs:string*">
    <xsl:param name="records" as="element()*"/>
    <xsl:param name="now" as="item()"/>
    <xsl:sequence select="sort($records/(header/sent, report/period/(from, to), event/(effective, onset, started), observation/(period, observed)/(from, to))
        ! normalize-space(.)[f:zoned(.)][xs:dateTime(.) le xs:dateTime($now)], (), function($time) { xs:dateTime($time) })"/>
  </xsl:function>

  <xsl:function name="f:place-of" as="element()?">
    <xsl:param name="of" as="element()?"/>
    <xsl:sequence select="$of/place[not(@role = ('staging', 'jurisdiction'))][f:place-tells(.)][1]"/>
  </xsl:function>

  <xsl:function name="f:place-or-blank" as="element()">
    <xsl:param name="place" as="element()?"/>
    <place role="incident">
      <!-- bare: the id that a source gave a shape would stand twice in the draft -->
      <xsl:sequence select="$place/(polygon | circle | point | line | box | geocode) ! f:bare(.)"/>
      <xsl:copy-of select="$place/(* except (polygon, circle, point, line, box, geocode, extension))" copy-namespaces="no"/>
      <xsl:if test="empty($place)"><address><line>{f:blank('place')}</line></address></xsl:if>
    </place>
  </xsl:function>

  <xsl:function name="f:known-or-blank" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="known" as="xs:string?"/>
    <xsl:param name="what" as="xs:string"/>
    <xsl:element name="{$name}">
      <xsl:if test="empty($known)"><xsl:attribute name="kind" select="'own'"/><xsl:attribute name="scheme" select="$blank-list"/></xsl:if>
      <xsl:sequence select="($known, f:blank($what))[1]"/>
    </xsl:element>
  </xsl:function>

  <xsl:function name="f:blank" as="xs:string">
    <xsl:param name="what" as="xs:string"/>
    <xsl:sequence select="'[blank: ' || $what || ']'"/>
  </xsl:function>

  <!-- EDXL strings end at 1023 characters: a long text goes on in the next one, cut between words where there are any. -->
  <xsl:function name="f:pieces" as="xs:string*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="line" as="xs:string" select="normalize-space($text)"/>
    <xsl:variable name="piece" as="xs:string" select="f:cut($line)"/>
    <xsl:if test="$line">
      <xsl:sequence select="$piece, f:pieces(substring($line, string-length($piece) + 1))"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:cut" as="xs:string">
    <xsl:param name="line" as="xs:string"/>
    <xsl:sequence select="if (string-length($line) le 700) then $line else (replace(substring($line, 1, 700), '\S+$', '')[. ne ''], substring($line, 1, 700))[1]"/>
  </xsl:function>

  <!-- Not mapped, on purpose.
       persons and things     whoever was seen stays in the report that saw him; a roll-up is no place for names
       resourceTotals, managementSummary   they hold for one report and its moment
       references             a draft follows nothing: it cites
       attachments, parameters, codes, extensions   a situation report has no place for them -->
</xsl:stylesheet>
