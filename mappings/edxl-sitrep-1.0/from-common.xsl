<?xml version="1.0" encoding="UTF-8"?>
<!-- The common model to EDXL-SitRep 1.0.
     A record becomes a report: in the shape it came in where that shape can say it, else in that of 2013. An alert or an activity is restated first.
     Templates follow the order in which the report prints its elements, as one tree; shape.xsl gives it names and wrappers.
     What was withheld and must be there is '[withheld]'; where no word can stand for it, the optional element around it is left out. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ct="urn:oasis:names:tc:emergency:edxl:ct:1.0"
    xmlns:ext="urn:oasis:names:tc:emergency:edxl:extension:1.0"
    xmlns:xnl="urn:oasis:names:tc:emergency:edxl:ciq:1.0:xnl"
    xmlns:f="https://tearline.example/functions"
    xmlns:sr="urn:oasis:names:tc:emergency:EDXL:SitRep:1.0"
    xmlns="urn:oasis:names:tc:emergency:EDXL:SitRep:1.0"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:import href="../common/functions.xsl"/>
  <xsl:import href="shape.xsl"/>
  <xsl:import href="facts.xsl"/>
  <xsl:import href="details.xsl"/>
  <xsl:import href="from-activity.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <!-- True for what leaves: then texts say what is not real, and the purpose ends with the marking.
       False where a document only passes through the common model: it comes out as it went in. -->
  <xsl:param name="mark-status" as="xs:boolean" select="false()"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="restated" as="element()">
      <xsl:choose>
        <xsl:when test="record/header/kind = 'alert'"><xsl:apply-templates select="record" mode="restate-alert"/></xsl:when>
        <xsl:when test="record/header/kind = 'sar'"><xsl:apply-templates select="record" mode="restate-activity"/></xsl:when>
        <xsl:otherwise><xsl:sequence select="record"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:apply-templates select="$restated"/>
  </xsl:template>

  <xsl:template match="record" as="element()">
    <xsl:variable name="type" as="xs:string" select="f:body-of(.)"/>
    <xsl:variable name="shape" as="xs:string" select="if (f:fits-2016(., $type)) then 'cs02' else 'cs01'"/>
    <xsl:variable name="tree" as="element()">
      <xsl:call-template name="tree">
        <xsl:with-param name="type" select="$type"/>
        <xsl:with-param name="shape" select="$shape" tunnel="yes"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$shape eq 'cs02'"><xsl:apply-templates select="$tree" mode="cs02"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="$tree" mode="cs01"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The kind of the body. Where it was withheld, what remains tells; where nothing remains, a body that may be empty. -->
  <xsl:function name="f:body-of" as="xs:string">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="($record/report/type ! normalize-space(.)[f:known-body(.)],
        $record/observation[1] ! 'FieldObservation',
        $record/resourceTotals[1] ! 'ResponseResourcesTotals',
        $record/casualties[1] ! 'CasualtyAndIllnessSummary',
        $record/managementSummary ! 'ManagementReportingSummary',
        'SituationInformation')[1]"/>
  </xsl:function>

  <xsl:function name="f:known-body" as="xs:boolean">
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="$type = ('FieldObservation', 'SituationInformation', $bodies/*/@name)"/>
  </xsl:function>

  <!-- The shape of 2016 has no list of the sender's own, no word for a confidence withheld, and no incident without a size;
       three of its bodies are inferred, and never written. -->
  <xsl:function name="f:fits-2016" as="xs:boolean">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="$record/header/shape = 'cs02'
        and $type = ('FieldObservation', 'SituationInformation')
        and exists($record/report/confidence)
        and empty($record/(report | event | observation)/*[@kind = ('own', 'also')])
        and (every $event in $record/event satisfies exists($event/size[not(@kind)]))"/>
  </xsl:function>

  <xsl:template name="tree" as="element()">
    <xsl:param name="type" as="xs:string"/>
    <xsl:variable name="header" as="element()" select="header"/>
    <sitRep>
      <messageID>{f:token($header/id)}</messageID>
      <preparedBy>
        <xsl:call-template name="details-or-sender">
          <xsl:with-param name="person" select="person[@role eq 'prepared-by'][name/*][1]"/>
        </xsl:call-template>
        <ct:timeValue>{f:time((person[@role eq 'prepared-by']/at, $header/sent)[1])}</ct:timeValue>
      </preparedBy>
      <!-- whoever the header names is the sender, whatever name stood here before -->
      <authorizedBy>
        <xsl:call-template name="details-or-sender">
          <xsl:with-param name="person" select="person[@role eq 'authorized-by'][f:line(name[1]) eq string($header/sender)][1]"/>
        </xsl:call-template>
        <ct:timeValue>{f:time($header/sent)}</ct:timeValue>
      </authorizedBy>
      <reportPurpose>{f:purpose(.)}</reportPurpose>
      <reportNumber>{f:token($header/sequence)}</reportNumber>
      <xsl:sequence select="f:code-element('reportVersion', (report/version, f:version($header))[1], report/version)"/>
      <!-- without a period: the instant it was sent -->
      <forTimePeriod>
        <ct:fromDateTime>{f:time((report/period/from, $header/sent)[1])}</ct:fromDateTime>
        <ct:toDateTime>{f:time((report/period/to, $header/sent)[1])}</ct:toDateTime>
      </forTimePeriod>
      <xsl:for-each select="f:title(.)"><reportTitle>{.}</reportTitle></xsl:for-each>
      <!-- 'Unknown' is the standard's own word -->
      <xsl:for-each select="($header/incident[normalize-space()], 'Unknown'[empty($header/incident[normalize-space()])])">
        <incidentID>{f:token(.)}</incidentID>
      </xsl:for-each>
      <xsl:for-each-group select="if (report/phase) then report/phase else $header/phase[. = ('Preparedness', 'Response', 'Mitigation', 'Recovery')]" group-starting-with="*[not(@kind eq 'also')]">
        <xsl:sequence select="f:code-element('incidentLifecyclePhase', ., current-group())"/>
      </xsl:for-each-group>
      <xsl:for-each select="$header/reference[role eq 'originating'][id][1]"><originatingMessageID>{f:token(id)}</originatingMessageID></xsl:for-each>
      <xsl:for-each select="$header/reference[not(role eq 'originating')][id]"><precedingMessageID>{f:token(id)}</precedingMessageID></xsl:for-each>
      <xsl:if test="report/urgency"><xsl:sequence select="f:code-element('urgency', report/urgency[1], report/urgency)"/></xsl:if>
      <xsl:sequence select="if (report/confidence) then f:code-element('reportConfidence', report/confidence[1], report/confidence)
          else f:withheld-code('reportConfidence')"/>
      <xsl:sequence select="f:code-element('severity', (report/severity, 'Unknown')[1], report/severity)"/>
      <xsl:for-each select="place[@role eq 'reporter'][f:tells(.)][1]">
        <reportingLocation><xsl:call-template name="location"/></reportingLocation>
      </xsl:for-each>
      <xsl:for-each select="report/actionPlan"><actionPlan>{f:token(.)}</actionPlan></xsl:for-each>
      <xsl:for-each select="report/nextContact"><nextContact>{f:time(.)}</nextContact></xsl:for-each>
      <report type="{$type}">
        <xsl:call-template name="report-extensions"/>
        <xsl:choose>
          <xsl:when test="$type eq 'FieldObservation'"><xsl:call-template name="field-observation"/></xsl:when>
          <xsl:when test="$type eq 'SituationInformation'"><xsl:call-template name="situation-information"/></xsl:when>
          <xsl:otherwise>
            <xsl:sequence select="f:body-facts($bodies/*[@name eq $type], resourceTotals | casualties | managementSummary)"/>
          </xsl:otherwise>
        </xsl:choose>
      </report>
    </sitRep>
  </xsl:template>

  <!-- Only the shape of 2016 has room for them. -->
  <xsl:template name="report-extensions" as="element()?">
    <xsl:param name="shape" as="xs:string" tunnel="yes"/>
    <xsl:if test="$shape eq 'cs02' and extension/ext:extension">
      <f:verbatim><xsl:copy-of select="extension/ext:extension"/></f:verbatim>
    </xsl:if>
  </xsl:template>

  <xsl:template name="field-observation" as="element()+">
    <xsl:variable name="seen" as="element()?" select="observation[1]"/>
    <observationLocation>
      <xsl:for-each select="($seen/place, .)[1]"><xsl:call-template name="location"/></xsl:for-each>
    </observationLocation>
    <immediateNeeds>{f:token($seen/need[1])}</immediateNeeds>
    <xsl:for-each-group select="$seen/needCategory" group-starting-with="*[not(@kind eq 'also')]">
      <xsl:sequence select="f:code-element('immediateNeedsCategory', ., current-group())"/>
    </xsl:for-each-group>
    <observationText>{f:said(($seen/text ! string(), $withheld)[1], header)}</observationText>
  </xsl:template>

  <xsl:template name="situation-information" as="element()*">
    <xsl:variable name="primary" as="element()?" select="(event[@role eq 'primary'], event[not(@role)])[1]"/>
    <xsl:for-each select="$primary">
      <primaryIncidentInformation><xsl:call-template name="incident"/></primaryIncidentInformation>
    </xsl:for-each>
    <xsl:for-each-group select="event except $primary" group-starting-with="event[not(@role eq 'also-sub')]">
      <subIncidentInformation>
        <xsl:for-each select="current-group()">
          <subIncident><xsl:call-template name="incident"/></subIncident>
        </xsl:for-each>
      </subIncidentInformation>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template name="incident" as="element()+">
    <xsl:for-each select="name, $withheld[empty(current()/name)]"><incidentName>{.}</incidentName></xsl:for-each>
    <xsl:for-each-group select="category" group-starting-with="*[not(@kind eq 'also')]">
      <xsl:sequence select="f:code-element('incidentKind', ., current-group())"/>
    </xsl:for-each-group>
    <xsl:if test="complexity"><xsl:sequence select="f:code-element('incidentComplexity', complexity, complexity)"/></xsl:if>
    <xsl:call-template name="complexities"/>
    <xsl:for-each select="started"><incidentStartDateTime>{f:time(.)}</incidentStartDateTime></xsl:for-each>
    <xsl:call-template name="size"/>
    <xsl:for-each select="disaster[declared]">
      <disasterInformation>
        <disasterName>{(name, $withheld)[1]}</disasterName>
        <disasterDeclarationAuthority>{(authority, $withheld)[1]}</disasterDeclarationAuthority>
        <disasterDeclarationDateTime>{f:time(declared)}</disasterDeclarationDateTime>
      </disasterInformation>
    </xsl:for-each>
    <incidentLocation>
      <xsl:for-each select="(place[not(@role = ('staging', 'jurisdiction'))], .)[1]"><xsl:call-template name="location"/></xsl:for-each>
    </incidentLocation>
    <xsl:for-each select="jurisdiction[size[not(@kind)]]">
      <jurisdictionInformation>
        <name>{(name, $withheld)[1]}</name>
        <xsl:call-template name="size"/>
        <location>
          <xsl:for-each select="(place, .)[1]"><xsl:call-template name="location"/></xsl:for-each>
        </location>
        <description>{(description, $withheld)[1]}</description>
      </jurisdictionInformation>
    </xsl:for-each>
    <xsl:for-each select="place[@role eq 'staging']">
      <incidentStaging>
        <incidentStagingArea>{(description, $withheld)[1]}</incidentStagingArea>
        <incidentStagingAreaLocation><xsl:call-template name="location"/></incidentStagingAreaLocation>
      </incidentStaging>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="complexities" as="element()?">
    <xsl:param name="shape" as="xs:string" tunnel="yes"/>
    <xsl:if test="$shape eq 'cs01' and empty(complexity) and extension/sr:IncidentComplexity">
      <f:verbatim><xsl:copy-of select="extension/sr:IncidentComplexity"/></f:verbatim>
    </xsl:if>
  </xsl:template>

  <!-- The shape of 2013 has no room for remarks on a size. -->
  <xsl:template name="size" as="element()">
    <xsl:param name="shape" as="xs:string" tunnel="yes"/>
    <geographicSize>
      <xsl:for-each select="size[not(@kind)][1]"><size>{.}</size></xsl:for-each>
      <xsl:for-each select="size[@kind eq 'estimate'][1]"><isEstimate>{.}</isEstimate></xsl:for-each>
      <xsl:if test="$shape eq 'cs02'">
        <xsl:for-each select="size[@kind eq 'remarks'][1]"><remarks>{.}</remarks></xsl:for-each>
      </xsl:if>
    </geographicSize>
  </xsl:template>

  <xsl:template name="details-or-sender" as="element()">
    <xsl:param name="person" as="element()?"/>
    <ct:personDetails>
      <xsl:for-each select="$person"><xsl:call-template name="details"/></xsl:for-each>
      <xsl:if test="empty($person)">
        <xnl:personName><xnl:nameElement>{header/sender}</xnl:nameElement></xnl:personName>
      </xsl:if>
    </ct:personDetails>
  </xsl:template>

  <!-- Initial, Update or Final, also where the header only knows Alert or Update. -->
  <xsl:function name="f:version" as="xs:string">
    <xsl:param name="header" as="element()"/>
    <xsl:sequence select="($header/version[. = ('Initial', 'Update', 'Final')] ! string(),
        if ($header/type eq 'Alert') then 'Initial' else 'Update')[1]"/>
  </xsl:function>

  <!-- The marking and what is owed with it stay whole: it is the purpose that gives way. -->
  <xsl:function name="f:purpose" as="xs:string">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="banner" as="xs:string" select="string-join($record/marking/banner[normalize-space()] ! normalize-space(.), ' + ')"/>
    <xsl:variable name="mark" as="xs:string" select="if ($mark-status) then string-join(($record/marking/notice ! (' ' || normalize-space(.)), (' [' || $banner || ']')[$banner])) else ''"/>
    <xsl:variable name="purpose" as="xs:string" select="f:token($record/report/purpose)"/>
    <xsl:sequence select="if (ends-with($purpose, $mark)) then $purpose else substring($purpose, 1, 1023 - string-length($mark)) || $mark"/>
  </xsl:function>

  <!-- A report of an event that is not real has a title, to say so. -->
  <xsl:function name="f:title" as="xs:string?">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="($record/title[normalize-space()][1] ! string(),
        'Situation report'[$mark-status and exists(f:unreal($record/header/status))])[1] ! f:token(f:said(., $record/header))"/>
  </xsl:function>

  <xsl:function name="f:said" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="header" as="element()"/>
    <xsl:sequence select="if ($mark-status) then f:marked($text, $header/status) else $text"/>
  </xsl:function>

  <!-- Not mapped, on purpose.
       header/kind, standard, status    a report has no status: titles and texts say it, and the envelope
       header/expires                   nothing in a report expires
       the name of an authoriser whom the header no longer names   whoever changed a report answers for it
       marking, but its banner and notices   computed into it
       event/urgency, severity, certainty and texts   a report has them once, for all
       submission, item, relation, assessment, review, provenance, attachment   a report has no place for them
       extension                        only where the same shape takes it back -->
</xsl:stylesheet>
