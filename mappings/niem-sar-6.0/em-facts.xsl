<?xml version="1.0" encoding="UTF-8"?>
<!-- Counts, resources and summaries of a situation report to NIEM 6.0 EM elements, and to lines where there is none.
     From the named facts of resourceTotals, casualties and managementSummary.
     In the order of the source; a line is 'words of the path: value'.
     A number that a policy made a range is no quantity any more: it becomes a line. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns:sarx="https://tearline.example/niem/sar/1.0/"
    xmlns:nc="https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/"
    xmlns:em="https://docs.oasis-open.org/niemopen/ns/model/domains/emergencyManagement/6.0/"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <!-- Those who came to harm. Evacuated and sheltered people are no casualties: they stay lines. -->
  <xsl:variable name="em-casualties" as="xs:string+" select="'Fatalities', 'Hospitalized', 'WithInjuryOrIllness', 'TrappedOrInNeedOfRescue', 'Missing'"/>

  <xsl:template name="em-surveillance" as="element()?">
    <xsl:variable name="counts" as="element()*" select="casualties/group[@kind eq 'summaryCount']
        [.//*[@kind eq 'countCategory'] = $em-casualties]/fact[f:em-quantity(.)]"/>
    <xsl:if test="$counts">
      <em:EmergencyEventSurveillance>
        <xsl:for-each select="$counts">
          <em:IncidentCasualtyQuantity nc:quantityUnitText="{../descendant::fact[@kind eq 'countCategory'][1]}: {f:em-words(@kind)}">{normalize-space(.)}</em:IncidentCasualtyQuantity>
        </xsl:for-each>
      </em:EmergencyEventSurveillance>
    </xsl:if>
  </xsl:template>

  <!-- The state of the event as a whole, then each notifiable disease. -->
  <xsl:template name="em-event-status" as="element()*">
    <xsl:variable name="fatal" as="element()*" select="casualties/group[.//*[@kind eq 'countCategory'] = 'Fatalities']/fact[f:em-quantity(.)]"/>
    <xsl:variable name="shelter" as="element()*" select="casualties//fact[@kind eq 'shelterCountEstimate']"/>
    <xsl:variable name="infrastructure" as="element()*" select="managementSummary//group[@kind eq 'infrastructureAffected']"/>
    <xsl:if test="$fatal or $shelter or $infrastructure">
      <em:EventStatus>
        <xsl:for-each select="$fatal">
          <em:EventFatalityQuantity nc:quantityUnitText="{f:em-words(@kind)}">{normalize-space(.)}</em:EventFatalityQuantity>
        </xsl:for-each>
        <xsl:for-each select="$shelter"><em:EventRegionalHumanSheltersStatusText>In shelters, estimated: {.}</em:EventRegionalHumanSheltersStatusText></xsl:for-each>
        <xsl:for-each select="$infrastructure">
          <em:EventRegionalCriticalInfrastructureStatusText>{string-join(.//fact, ': ')}</em:EventRegionalCriticalInfrastructureStatusText>
        </xsl:for-each>
      </em:EventStatus>
    </xsl:if>
    <xsl:for-each select="casualties/group[@kind eq 'notifiableDiseaseNumbers'][fact | group]">
      <em:EventStatus>
        <xsl:for-each select="fact[@kind eq 'countOfSuspectedCases'][f:em-quantity(.)]">
          <em:EventReportedCasesQuantity nc:quantityUnitText="suspected cases">{normalize-space(.)}</em:EventReportedCasesQuantity>
        </xsl:for-each>
        <xsl:for-each select="fact[@kind eq 'countOfConfirmedCases'][f:em-quantity(.)]">
          <em:EventReportedCasesQuantity nc:quantityUnitText="confirmed cases">{normalize-space(.)}</em:EventReportedCasesQuantity>
        </xsl:for-each>
        <xsl:for-each select="(. | group)/fact[@kind eq 'diseaseSuspected' or ../@kind eq 'diseaseSuspected']">
          <em:EventEpidemiologicalInvestigationText>Suspected: {.}</em:EventEpidemiologicalInvestigationText>
        </xsl:for-each>
        <xsl:for-each select="fact[@kind eq 'probableCause']"><em:EventEtiologyText>{.}</em:EventEtiologyText></xsl:for-each>
      </em:EventStatus>
    </xsl:for-each>
  </xsl:template>

  <xsl:mode name="em-resource" on-no-match="deep-skip"/>

  <xsl:template match="group[@kind eq 'resource']" mode="em-resource" as="element()?">
    <xsl:variable name="detail" as="element()*" select="group[@kind eq 'resourceDetail']"/>
    <xsl:variable name="status" as="element()*" select="$detail/group[@kind eq 'resourceStatus']"/>
    <xsl:variable name="kinds" as="element()*" select="(. | group[@kind eq 'resourceTypeCategoryKind'])/fact[@kind eq 'resourceTypeCategoryKind' or ../@kind eq 'resourceTypeCategoryKind']"/>
    <xsl:variable name="times" as="element()*">
      <xsl:for-each select="$detail/fact[@kind eq 'estimatedArrival'][f:em-instant(.)]"><em:ResourceEstimatedArrivalDateTime>{f:em-instant(.)}</em:ResourceEstimatedArrivalDateTime></xsl:for-each>
      <xsl:for-each select="$detail/fact[@kind eq 'requestedArrival'][f:em-instant(.)]"><em:ResourceRequestedArrivalDateTime>{f:em-instant(.)}</em:ResourceRequestedArrivalDateTime></xsl:for-each>
    </xsl:variable>
    <em:ResourceInformation>
      <xsl:for-each select="fact[@kind eq 'agencyOrganization']"><em:ResourceJurisdictionText>{.}</em:ResourceJurisdictionText></xsl:for-each>
      <xsl:for-each select="$detail/fact[f:em-quantity(.)]">
        <em:ResourceQuantity nc:quantityUnitText="{f:em-words(@kind)}">{normalize-space(.)}</em:ResourceQuantity>
      </xsl:for-each>
      <xsl:for-each select="$detail/place[f:em-tells(.)]">
        <em:ResourceLocationDetails><em:ResourceReportToLocation><xsl:call-template name="em-location"/></em:ResourceReportToLocation></em:ResourceLocationDetails>
      </xsl:for-each>
      <xsl:for-each select="($status | $status/group[@kind eq 'deploymentStatus'])/fact[@kind eq 'deploymentStatus' or ../@kind eq 'deploymentStatus']">
        <em:ResourceStatusKeywordValue>
          <em:ValueText>{.}</em:ValueText>
          <xsl:for-each select="@scheme"><em:ValueListURNText>{.}</em:ValueListURNText></xsl:for-each>
        </em:ResourceStatusKeywordValue>
      </xsl:for-each>
      <xsl:for-each select="$detail/fact[@kind eq 'workAssignment']"><em:ResourceAnticipatedIncidentAssignmentText>{.}</em:ResourceAnticipatedIncidentAssignmentText></xsl:for-each>
      <xsl:for-each select="$detail/fact[@kind eq 'specialInstructions']"><em:ResourceRestrictionsText>{.}</em:ResourceRestrictionsText></xsl:for-each>
      <xsl:if test="$times"><em:ResourceSchedule><xsl:sequence select="$times"/></em:ResourceSchedule></xsl:if>
      <xsl:for-each select="$status/fact[@kind eq 'availability']"><em:AvailabilityText>{.}</em:AvailabilityText></xsl:for-each>
      <xsl:variable name="names" as="element()*" select="fact[@kind eq 'resourceName']"/>
      <xsl:if test="$names or $kinds">
        <sarx:ResourceInformationAugmentation>
          <xsl:if test="$names"><sarx:ResourceName>{string-join($names, '; ')}</sarx:ResourceName></xsl:if>
          <xsl:if test="$kinds"><sarx:ResourceKindText>{string-join($kinds, '; ')}</sarx:ResourceKindText></xsl:if>
        </sarx:ResourceInformationAugmentation>
      </xsl:if>
    </em:ResourceInformation>
  </xsl:template>

  <!-- A count, as long as it is one number. -->
  <xsl:function name="f:em-quantity" as="xs:boolean">
    <xsl:param name="fact" as="element()"/>
    <xsl:sequence select="matches($fact/@kind, '(Count(ToDate)?|Personnel)$|^countOf') and $fact castable as xs:integer"/>
  </xsl:function>

  <!-- Lines: every fact that no element above has taken. -->

  <xsl:mode name="em-line" on-no-match="deep-skip"/>

  <xsl:template match="resourceTotals | casualties | managementSummary | group" mode="em-line" as="xs:string*">
    <xsl:apply-templates select="*" mode="em-line"/>
  </xsl:template>

  <xsl:template match="fact" mode="em-line" as="xs:string?">
    <xsl:sequence select="f:em-line(string-join((ancestor::group, .[not(@kind eq 'value')]) ! f:em-words(@kind), ', '), .)"/>
  </xsl:template>

  <!-- A pair is its word and its value. -->
  <xsl:template match="group[*[@kind eq 'key']]" mode="em-line" as="xs:string?">
    <xsl:sequence select="f:em-line(string-join(ancestor-or-self::group ! f:em-words(@kind), ', '), string-join(.//fact, ' = '))"/>
  </xsl:template>

  <!-- A count that is no casualty, with its category. -->
  <xsl:template match="group[@kind eq 'summaryCount']/fact" mode="em-line" as="xs:string?">
    <xsl:if test="not(f:em-quantity(.) and ..//*[@kind eq 'countCategory'] = $em-casualties) and not(@kind eq 'shelterCountEstimate')">
      <xsl:sequence select="f:em-line(string-join((..//*[@kind eq 'countCategory'] ! normalize-space(), f:em-words(@kind)), ', '), .)"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="fact[@kind eq 'countCategory'] | group[@kind eq 'countCategory']" mode="em-line" as="empty-sequence()"/>

  <xsl:template match="group[@kind eq 'notifiableDiseaseNumbers']" mode="em-line" as="xs:string*">
    <xsl:apply-templates select="fact[@kind = ('countOfSuspectedCases', 'countOfConfirmedCases')][not(f:em-quantity(.))]" mode="em-line"/>
  </xsl:template>
  <xsl:template match="group[@kind eq 'infrastructureAffected'] | group[@kind eq 'resourceTypeCategoryKind'] | group[@kind eq 'deploymentStatus']" mode="em-line" priority="2" as="empty-sequence()"/>
  <xsl:template match="fact[@kind = ('agencyOrganization', 'resourceName', 'resourceTypeCategoryKind', 'deploymentStatus', 'availability', 'workAssignment', 'specialInstructions')]"
      mode="em-line" as="empty-sequence()"/>
  <xsl:template match="group[@kind eq 'resourceDetail']/fact[f:em-quantity(.) or @kind = ('estimatedArrival', 'requestedArrival')[f:em-instant(current())]]" mode="em-line" priority="2" as="empty-sequence()"/>
  <xsl:template match="group[@kind eq 'resourceDetail']/place" mode="em-line" priority="2" as="empty-sequence()"/>

  <xsl:template match="group/person" mode="em-line" as="xs:string?">
    <xsl:sequence select="name[normalize-space()][1] ! f:em-line(f:em-words(../@role), normalize-space(string-join(*, ' ')))"/>
  </xsl:template>

  <xsl:template match="group/place" mode="em-line" as="xs:string?">
    <xsl:sequence select="f:em-line(f:em-words(@role), string-join((description, point, circle, polygon, box, line, geocode/value, address//*[not(*)]) ! normalize-space(), '; '))"/>
  </xsl:template>

  <xsl:template match="event" mode="em-line" as="xs:string*">
    <xsl:apply-templates select="complexity, size, disaster, place[@role eq 'staging'], jurisdiction/size" mode="em-line"/>
  </xsl:template>
  <xsl:template match="complexity | need | needCategory | severity | confidence | nextContact | sequence | version | behaviour" mode="em-line" as="xs:string?">
    <xsl:sequence select="f:em-line((map { 'sequence': 'report number', 'version': 'report version', 'need': 'immediate need', 'needCategory': 'category of need',
        'nextContact': 'next contact', 'confidence': 'report confidence' }(local-name()), local-name())[1], .)"/>
  </xsl:template>
  <xsl:template match="size" mode="em-line" as="xs:string?">
    <xsl:sequence select="f:em-line((if (parent::jurisdiction) then 'size of a jurisdiction' else 'size of the incident') ||
        (if (@kind) then ', ' || (map { 'estimate': 'estimated' }(@kind), string(@kind))[1] else ' in square metres'), .)"/>
  </xsl:template>
  <xsl:template match="disaster" mode="em-line" as="xs:string?">
    <xsl:sequence select="f:em-line('declared disaster', string-join((name, authority, declared), '; '))"/>
  </xsl:template>
  <xsl:template match="event/place" mode="em-line" as="xs:string?">
    <xsl:sequence select="f:em-line('staging area', string-join((description, point, circle, polygon, box, geocode/value, address//*[not(*)]) ! normalize-space(), '; '))"/>
  </xsl:template>

  <!-- Nothing is said of what is empty. -->
  <xsl:function name="f:em-line" as="xs:string?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="value" as="item()?"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space($value)"/>
    <xsl:if test="$text">
      <xsl:sequence select="upper-case(substring($label, 1, 1)) || substring($label, 2) || ': ' || $text"/>
    </xsl:if>
  </xsl:function>

  <!-- 'resourceOnHandCount' to 'resource on hand count'. -->
  <xsl:function name="f:em-words" as="xs:string">
    <xsl:param name="name" as="item()?"/>
    <xsl:sequence select="lower-case(replace($name ! string(), '([a-z])([A-Z])', '$1 $2'))"/>
  </xsl:function>

  <!-- Not mapped, on purpose.
       extension              nobody knows what it holds
       a person beside the name   a feed of incidents is no place for telephone numbers -->
</xsl:stylesheet>
