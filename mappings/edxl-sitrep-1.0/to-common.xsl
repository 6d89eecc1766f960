<?xml version="1.0" encoding="UTF-8"?>
<!-- EDXL-SitRep 1.0 reports, either shape and all five kinds, to the common model.
     A report becomes a record: incidents events, an observation an observation, counts and summaries named facts.
     Templates follow the order in which the common model prints its elements; places, persons and facts come last.
     A place, a person's numbers or an address that the common model cannot hold whole goes into an extension, verbatim. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sr="urn:oasis:names:tc:emergency:EDXL:SitRep:1.0"
    xmlns:ct="urn:oasis:names:tc:emergency:edxl:ct:1.0"
    xmlns:gml="http://www.opengis.net/gml/3.2"
    xmlns:xnl="urn:oasis:names:tc:emergency:edxl:ciq:1.0:xnl"
    xmlns:xpil="urn:oasis:names:tc:emergency:edxl:ciq:1.0:xpil"
    xmlns:xal="urn:oasis:names:tc:emergency:edxl:ciq:1.0:xal"
    xmlns:c="https://tearline.example/common/1.0"
    xmlns:f="https://tearline.example/functions"
    xmlns="https://tearline.example/common/1.0"
    xpath-default-namespace="urn:oasis:names:tc:emergency:EDXL:SitRep:1.0">

  <xsl:import href="../common/functions.xsl"/>
  <xsl:import href="normalize.xsl"/>
  <xsl:import href="model.xsl"/>
  <xsl:import href="places.xsl"/>
  <xsl:import href="persons.xsl"/>

  <!-- Kit checks run strict: an element nobody thought of stops a build, never a report (there it is kept, most sensitive). -->
  <xsl:param name="strict" static="yes" as="xs:boolean" select="false()"/>
  <xsl:mode _on-no-match="{if ($strict) then 'fail' else 'deep-skip'}"/>
  <xsl:template match="*" priority="-1" as="element()" use-when="not($strict)">
    <xsl:sequence select="f:verbatim(.)"/>
  </xsl:template>
  <xsl:template match="c:extension" as="element()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="SitRep | sitRep[not(@source)]" as="element()">
    <xsl:variable name="report" as="element(sr:sitRep)">
      <xsl:apply-templates select="." mode="one-tree"/>
    </xsl:variable>
    <xsl:apply-templates select="$report">
      <xsl:with-param name="shape" select="if (self::SitRep) then 'cs01' else 'cs02'"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="sitRep[@source]" as="element()">
    <xsl:param name="shape" as="xs:string"/>
    <xsl:variable name="sender" as="xs:string" select="f:name-line(authorizedBy/ct:personDetails)"/>
    <record>
      <header>
        <id>{f:trim(messageID)}</id>
        <kind>situation</kind>
        <standard>edxl-sitrep-1.0</standard>
        <shape>{$shape}</shape>
        <!-- Final ends a chain and takes nothing back; a report has no cancel, and no status -->
        <type>{f:code(map { 'Initial': 'Alert', 'Update': 'Update', 'Final': 'Update' }, f:word(reportVersion),
            if (precedingMessageID) then 'Update' else 'Alert')}</type>
        <sender>{$sender}</sender>
        <sent>{f:trim(authorizedBy/ct:timeValue)}</sent>
        <sequence>{f:trim(reportNumber)}</sequence>
        <version>{f:word(reportVersion)}</version>
        <xsl:for-each select="incidentLifecyclePhase/(value, .[not(value)])"><phase>{f:trim(.)}</phase></xsl:for-each>
        <xsl:for-each select="originatingMessageID, precedingMessageID">
          <reference>
            <sender>{$sender}</sender>
            <id>{f:trim(.)}</id>
            <role>{substring-before(local-name(), 'MessageID')}</role>
          </reference>
        </xsl:for-each>
        <xsl:for-each select="incidentID"><incident>{f:trim(.)}</incident></xsl:for-each>
      </header>
      <marking/> <!-- a report has no mark: its texts may carry some, and the envelope -->
      <xsl:variable name="all" as="element()*">
        <xsl:call-template name="report"/>
        <xsl:apply-templates select="* except (messageID, reportNumber, originatingMessageID, precedingMessageID, incidentID,
            reportVersion, incidentLifecyclePhase, reportPurpose, forTimePeriod, urgency, reportConfidence, severity, actionPlan, nextContact)"/>
      </xsl:variable>
      <xsl:sequence select="for $name in ('title', 'report', 'event', 'place', 'observation', 'person', 'resourceTotals', 'casualties',
          'managementSummary', 'extension') return $all[local-name() eq $name]"/>
    </record>
  </xsl:template>

  <xsl:template match="reportTitle" as="element()">
    <title>{f:trim(.)}</title>
  </xsl:template>

  <xsl:template name="report" as="element()">
    <report>
      <type>{report/@type}</type>
      <purpose>{f:trim(reportPurpose)}</purpose>
      <period>
        <from>{f:trim(forTimePeriod/ct:fromDateTime)}</from>
        <to>{f:trim(forTimePeriod/ct:toDateTime)}</to>
      </period>
      <xsl:sequence select="urgency ! f:codes('urgency', .), reportConfidence ! f:codes('confidence', .), severity ! f:codes('severity', .)"/>
      <xsl:for-each select="actionPlan"><actionPlan>{f:trim(.)}</actionPlan></xsl:for-each>
      <xsl:for-each select="nextContact"><nextContact>{f:trim(.)}</nextContact></xsl:for-each>
      <xsl:sequence select="reportVersion[f:other-list(.)] ! f:codes('version', .)"/>
      <xsl:if test="incidentLifecyclePhase[f:other-list(.)]">
        <xsl:sequence select="incidentLifecyclePhase ! f:codes('phase', .)"/>
      </xsl:if>
    </report>
  </xsl:template>

  <xsl:template match="authorizedBy | preparedBy" as="element()">
    <xsl:call-template name="person">
      <xsl:with-param name="role" select="if (self::authorizedBy) then 'authorized-by' else 'prepared-by'"/>
      <xsl:with-param name="details" select="ct:personDetails"/>
      <xsl:with-param name="at" select="ct:timeValue"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="reportingLocation" as="element()">
    <xsl:call-template name="place"><xsl:with-param name="role" select="'reporter'"/></xsl:call-template>
  </xsl:template>

  <!-- What somebody saw. -->

  <xsl:template match="report[@type eq 'FieldObservation']" as="element()*">
    <observation>
      <xsl:for-each select="observationText"><text>{f:trim(.)}</text></xsl:for-each>
      <xsl:for-each select="immediateNeeds"><need>{f:trim(.)}</need></xsl:for-each>
      <xsl:sequence select="immediateNeedsCategory ! f:codes('needCategory', .)"/>
      <xsl:for-each select="observationLocation">
        <xsl:call-template name="place"><xsl:with-param name="role" select="'observed'"/></xsl:call-template>
      </xsl:for-each>
    </observation>
    <xsl:apply-templates select="* except (observationText, immediateNeeds, immediateNeedsCategory, observationLocation)"/>
  </xsl:template>

  <!-- The incidents. A sub-incident that shares its container with the one before says so: it is one list. -->

  <xsl:template match="report[@type eq 'SituationInformation']" as="element()*">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="primaryIncidentInformation | subIncident" as="element()">
    <event role="{if (self::primaryIncidentInformation) then 'primary' else if (preceding-sibling::subIncident) then 'also-sub' else 'sub'}">
      <xsl:sequence select="incidentKind ! f:codes('category', .)"/>
      <xsl:for-each select="incidentName"><name>{f:trim(.)}</name></xsl:for-each>
      <xsl:sequence select="incidentComplexity[count(value) le 1] ! f:codes('complexity', .)"/>
      <xsl:for-each select="incidentStartDateTime"><started>{f:trim(.)}</started></xsl:for-each>
      <xsl:apply-templates select="geographicSize, disasterInformation"/>
      <xsl:apply-templates select="incidentLocation, incidentStaging, jurisdictionInformation"/>
      <xsl:apply-templates select="* except (incidentKind, incidentName, incidentComplexity, incidentStartDateTime, geographicSize,
          disasterInformation, incidentLocation, incidentStaging, jurisdictionInformation)"/>
      <xsl:sequence select="incidentComplexity[count(value) gt 1] ! f:verbatim(.)"/> <!-- an event has one -->
    </event>
  </xsl:template>

  <xsl:template match="subIncidentInformation" as="element()*">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <!-- Square metres, though nothing in a report says so. -->
  <xsl:template match="geographicSize" as="element()*">
    <xsl:for-each select="size"><size>{f:trim(.)}</size></xsl:for-each>
    <xsl:for-each select="isEstimate"><size kind="estimate">{f:trim(.)}</size></xsl:for-each>
    <xsl:for-each select="remarks"><size kind="remarks">{f:trim(.)}</size></xsl:for-each>
  </xsl:template>

  <xsl:template match="disasterInformation" as="element()">
    <disaster>
      <name>{f:trim(disasterName)}</name>
      <authority>{f:trim(disasterDeclarationAuthority)}</authority>
      <declared>{f:trim(disasterDeclarationDateTime)}</declared>
    </disaster>
  </xsl:template>

  <xsl:template match="incidentLocation" as="element()">
    <xsl:call-template name="place"><xsl:with-param name="role" select="'incident'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="incidentStaging" as="element()*">
    <xsl:variable name="area" as="element()?" select="incidentStagingArea"/>
    <xsl:for-each select="incidentStagingAreaLocation">
      <xsl:call-template name="place">
        <xsl:with-param name="role" select="'staging'"/>
        <xsl:with-param name="description" select="$area"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="jurisdictionInformation" as="element()">
    <jurisdiction>
      <name>{f:trim(name)}</name>
      <xsl:apply-templates select="geographicSize"/>
      <xsl:for-each select="location">
        <xsl:call-template name="place"><xsl:with-param name="role" select="'jurisdiction'"/></xsl:call-template>
      </xsl:for-each>
      <description>{f:trim(description)}</description>
    </jurisdiction>
  </xsl:template>

  <!-- Counts and summaries. -->

  <xsl:template match="report" as="element()*">
    <xsl:variable name="name" as="xs:string?" select="map { 'ResponseResourcesTotals': 'resourceTotals',
        'CasualtyAndIllnessSummary': 'casualties', 'ManagementReportingSummary': 'managementSummary' }(@type)"/>
    <xsl:choose>
      <xsl:when test="$name">
        <xsl:element name="{$name}">
          <xsl:apply-templates select="* except c:extension" mode="fact"/>
        </xsl:element>
        <xsl:apply-templates select="c:extension"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="f:verbatim(.)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:mode name="fact" on-no-match="fail"/>

  <xsl:template match="*" mode="fact" as="element()">
    <fact kind="{local-name()}"><xsl:call-template name="scheme"/>{f:trim(.)}</fact>
  </xsl:template>

  <xsl:template match="*[*] | *[local-name() = $bodies//Q{}group/@name]" mode="fact" as="element()">
    <group kind="{local-name()}"><xsl:apply-templates select="*" mode="fact"/></group>
  </xsl:template>

  <xsl:template match="pairValue" mode="fact" as="element()">
    <fact kind="value">{f:trim(.)}</fact>
  </xsl:template>

  <xsl:template match="*[value]" mode="fact" priority="2" as="element()">
    <group kind="{local-name()}">
      <xsl:for-each select="value">
        <fact kind="value"><xsl:for-each select=".."><xsl:call-template name="scheme"/></xsl:for-each>{f:trim(.)}</fact>
      </xsl:for-each>
    </group>
  </xsl:template>

  <xsl:template match="*[ct:EDXLGeoLocation | ct:EDXLGeoPoliticalLocation]" mode="fact" priority="2" as="element()">
    <xsl:call-template name="place"><xsl:with-param name="role" select="local-name()"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="*[xnl:personName]" mode="fact" priority="2" as="element()">
    <xsl:call-template name="person"><xsl:with-param name="role" select="local-name()"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="c:extension" mode="fact" priority="3" as="element()">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- Codes. -->

  <xsl:function name="f:codes" as="element()+">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="code" as="element()"/>
    <xsl:for-each select="$code/(value, .[not(value)])">
      <xsl:element name="{$name}">
        <xsl:if test="self::value">
          <xsl:attribute name="kind" select="if (position() eq 1) then 'own' else 'also'"/>
        </xsl:if>
        <xsl:for-each select="$code"><xsl:call-template name="scheme"/></xsl:for-each>
        <xsl:text>{f:trim(.)}</xsl:text>
      </xsl:element>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:word" as="xs:string">
    <xsl:param name="code" as="element()?"/>
    <xsl:sequence select="f:trim($code/(value, .[not(value)])[1])"/>
  </xsl:function>

  <xsl:function name="f:other-list" as="xs:boolean">
    <xsl:param name="code" as="element()"/>
    <xsl:sequence select="exists($code/value) or exists($code/@list[. ne f:published-list(local-name($code))])"/>
  </xsl:function>

  <xsl:template name="scheme" as="attribute()?">
    <xsl:for-each select="@list"><xsl:attribute name="scheme" select="."/></xsl:for-each>
  </xsl:template>

  <!-- Not mapped, on purpose.
       ct:timeValue of authorizedBy, its name   stand in the header too, where every product looks for them
       an empty subIncidentInformation          says what an absent one says
       attributes of elements that have none of their own in the schema -->
</xsl:stylesheet>
