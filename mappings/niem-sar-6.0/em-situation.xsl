<?xml version="1.0" encoding="UTF-8"?>
<!-- The common model to em:EMMessage with a situation report, in NIEM 6.0.
     From a record of kind situation, whole or released: the first incident is the emergency incident, each further one a child of it.
     In the order of em:EmergencyIncidentType; the report itself, counts and resources stand in our augmentation.
     What was withheld is left out, for nothing in this message has to be there; what has no element becomes a labelled line. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns:nc="https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/"
    xmlns:em="https://docs.oasis-open.org/niemopen/ns/model/domains/emergencyManagement/6.0/"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:import href="em-facts.xsl"/>

  <xsl:mode name="em-situation" on-no-match="fail"/>

  <xsl:template match="record" mode="em-situation" as="element()">
    <em:EMMessage>
      <xsl:namespace name="nc" select="'https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/'"/>
      <xsl:namespace name="sarx" select="'https://tearline.example/niem/sar/1.0/'"/>
      <xsl:call-template name="em-header">
        <xsl:with-param name="descriptions" select="
            (string-join(('Situation report', report/type[normalize-space()]), ' '), title[normalize-space()] ! string()) ! f:em-said(., current())"/>
      </xsl:call-template>
      <em:EMMessageCategoryCode>Incident</em:EMMessageCategoryCode>
      <em:EmergencyIncident>
        <xsl:call-template name="em-incident">
          <xsl:with-param name="event" select="(event[@role eq 'primary'], event)[1]"/>
        </xsl:call-template>
      </em:EmergencyIncident>
      <xsl:call-template name="em-augmentation">
        <xsl:with-param name="content" as="element()*">
          <em:SituationAnalysis>
            <xsl:call-template name="em-surveillance"/>
            <em:SituationalReport><xsl:call-template name="em-report"/></em:SituationalReport>
          </em:SituationAnalysis>
          <xsl:call-template name="em-event-status"/>
          <xsl:apply-templates select="resourceTotals//group[@kind eq 'resource']" mode="em-resource"/>
        </xsl:with-param>
      </xsl:call-template>
    </em:EMMessage>
  </xsl:template>

  <!-- The incident of the report, whether it is described or only named. -->
  <xsl:template name="em-incident" as="element()+">
    <xsl:param name="event" as="element()?"/>
    <xsl:variable name="record" as="element()" select="."/>
    <xsl:variable name="seen" as="element()*" select="observation"/>
    <xsl:for-each select="header/incident[normalize-space() and not(. = 'Unknown')]">
      <nc:ActivityIdentification><nc:IdentificationID>{.}</nc:IdentificationID></nc:ActivityIdentification>
    </xsl:for-each>
    <xsl:for-each select="$event"><xsl:call-template name="em-activity"/></xsl:for-each>
    <xsl:for-each select="$seen/place[f:em-tells(.)]"><nc:ActivityLocation><xsl:call-template name="em-location"/></nc:ActivityLocation></xsl:for-each>
    <xsl:for-each select="$event/name[normalize-space()]"><nc:ActivityName>{f:em-said(., $record)}</nc:ActivityName></xsl:for-each>
    <xsl:for-each select="if (report/phase) then report/phase else header/phase">
      <nc:ActivityStatus><nc:StatusText>{.}</nc:StatusText></nc:ActivityStatus>
    </xsl:for-each>
    <xsl:apply-templates select="$event/jurisdiction" mode="em-situation"/>
    <xsl:for-each select="$seen/text[normalize-space()]"><nc:IncidentObservationText>{f:em-said(., $record)}</nc:IncidentObservationText></xsl:for-each>
    <xsl:variable name="first" as="xs:boolean" select="f:em-version($record) eq 'Initial'"/>
    <xsl:sequence select="f:em-date(if ($first) then 'em:IncidentPublishDate' else 'em:IncidentUpdateDate', header/sent)"/>
    <xsl:for-each select="event except $event">
      <em:ChildIncident>
        <xsl:call-template name="em-activity"/>
        <xsl:for-each select="name[normalize-space()]"><nc:ActivityName>{f:em-said(., $record)}</nc:ActivityName></xsl:for-each>
        <xsl:apply-templates select="jurisdiction" mode="em-situation"/>
      </em:ChildIncident>
    </xsl:for-each>
    <em:IncidentActionCode>{map { 'Initial': 'Create', 'Update': 'Update', 'Final': 'Close' }(f:em-version($record))}</em:IncidentActionCode>
    <em:Owner><nc:OrganizationName>{header/sender}</nc:OrganizationName></em:Owner>
    <xsl:for-each select="person[@role eq 'prepared-by']/name[normalize-space()][1]">
      <em:Author><em:AuthorName>{normalize-space(string-join(*, ' '))}</em:AuthorName></em:Author>
    </xsl:for-each>
  </xsl:template>

  <!-- What an incident and a child of it have in common, up to its places. -->
  <xsl:template name="em-activity" as="element()*">
    <xsl:for-each select="category[normalize-space()]"><nc:ActivityCategoryText>{.}</nc:ActivityCategoryText></xsl:for-each>
    <xsl:sequence select="f:em-date('nc:ActivityDate', started)"/>
    <xsl:for-each select="place[not(@role eq 'staging')][f:em-tells(.)]"><nc:ActivityLocation><xsl:call-template name="em-location"/></nc:ActivityLocation></xsl:for-each>
  </xsl:template>

  <xsl:template match="jurisdiction" mode="em-situation" as="element()?">
    <xsl:if test="name or description or place[f:em-tells(.)]">
      <nc:IncidentJurisdictionalOrganization>
        <xsl:for-each select="description"><nc:OrganizationDescriptionText>{.}</nc:OrganizationDescriptionText></xsl:for-each>
        <xsl:for-each select="place[f:em-tells(.)]"><nc:OrganizationLocation><xsl:call-template name="em-location"/></nc:OrganizationLocation></xsl:for-each>
        <xsl:for-each select="name"><nc:OrganizationName>{.}</nc:OrganizationName></xsl:for-each>
      </nc:IncidentJurisdictionalOrganization>
    </xsl:if>
  </xsl:template>

  <!-- The report as an activity: its id, its period, what it is for, what is next, and all the rest in lines. -->
  <xsl:template name="em-report" as="element()*">
    <xsl:variable name="record" as="element()" select="."/>
    <nc:ActivityIdentification><nc:IdentificationID>{header/id}</nc:IdentificationID></nc:ActivityIdentification>
    <xsl:for-each select="report/period[*/f:date(.)]"><nc:ActivityDate><nc:DateRange><xsl:sequence select="f:ends(.)"/></nc:DateRange></nc:ActivityDate></xsl:for-each>
    <xsl:for-each select="report/purpose[normalize-space()], marking/notice"><nc:ActivityDescriptionText>{f:em-said(., $record)}</nc:ActivityDescriptionText></xsl:for-each>
    <xsl:for-each select="place[f:em-tells(.)]"><nc:ActivityLocation><xsl:call-template name="em-location"/></nc:ActivityLocation></xsl:for-each>
    <xsl:for-each select="report/actionPlan[normalize-space()]"><em:IncidentResponseOperationalObjectiveText>{f:em-said(., $record)}</em:IncidentResponseOperationalObjectiveText></xsl:for-each>
    <xsl:for-each select="report/urgency[normalize-space()]"><em:IncidentResponsePriorityText>{.}</em:IncidentResponsePriorityText></xsl:for-each>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:apply-templates select="header/(sequence, version), report/(severity, confidence, nextContact, version), event, observation/(need, needCategory, behaviour),
          resourceTotals, casualties, managementSummary" mode="em-line"/>
    </xsl:variable>
    <xsl:for-each select="$lines"><em:IncidentSignificantActivitiesText>{f:em-said(., $record)}</em:IncidentSignificantActivitiesText></xsl:for-each>
  </xsl:template>

  <xsl:function name="f:em-tells" as="xs:boolean">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="exists($place/(description[normalize-space()], polygon, circle, point, box, geocode, address[*]))"/>
  </xsl:function>

  <xsl:function name="f:em-version" as="xs:string">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="($record/header/version[. = ('Initial', 'Update', 'Final')] ! string(),
        if ($record/header/type eq 'Alert') then 'Initial' else 'Update')[1]"/>
  </xsl:function>

  <!-- Not mapped, on purpose: fidelity-situation.xml names it all.
       person, but the name of who prepared it   a feed of incidents is no place for telephone numbers
       extension              nobody knows what it holds -->
</xsl:stylesheet>
