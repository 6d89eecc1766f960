<?xml version="1.0" encoding="UTF-8"?>
<!-- Alerts of the common model restated as situation reports of the common model, for partners who take nothing else.
     From a record of kind alert, whole or released, to one of kind situation: situation information, in the shape of 2013.
     Each area of an event becomes an incident, for an incident has one place; from-common.xsl writes the rest and fills what must be there.
     Left out is what only an alert says; fidelity-alert.xml names all that was kept, changed or dropped. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns="https://tearline.example/common/1.0"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:mode name="restate-alert" on-no-match="fail"/>

  <xsl:variable name="incident-kinds" as="map(xs:string, xs:string)" select="map {
      'Geo': 'Geophysical', 'Met': 'Meteorological', 'Safety': 'Safety', 'Security': 'Security', 'Rescue': 'Rescue', 'Fire': 'Fire',
      'Health': 'Health', 'Env': 'PollutionAndEnvironmentalHazards', 'Transport': 'Transport',
      'Infra': 'UtilityTelecommunicationOtherNonTransportInfrastructure', 'CBRNE': 'CBRNE' }"/>

  <!-- Certainty is not confidence: what is only possible, unlikely or unknown leaves its author unsure. -->
  <xsl:variable name="confidences" as="map(xs:string, xs:string)" select="map {
      'Observed': 'HighlyConfident', 'Likely': 'SomewhatConfident', 'Very Likely': 'SomewhatConfident',
      'Possible': 'Unsure', 'Unlikely': 'Unsure', 'Unknown': 'Unsure' }"/>

  <xsl:template match="record" mode="restate-alert" as="element()">
    <xsl:if test="header/type = ('Ack', 'Error')">
      <xsl:message terminate="yes" error-code="f:no-such-report">An acknowledgement or an error is no report of a situation.</xsl:message>
    </xsl:if>
    <!-- several languages tell one event: the first is told -->
    <xsl:variable name="language" as="xs:string" select="string(event[1]/language)"/>
    <xsl:variable name="events" as="element()*" select="event[string(language) eq $language]"/>
    <xsl:variable name="lead" as="element()?" select="$events[1]"/>
    <record>
      <xsl:call-template name="restated-header"/>
      <xsl:copy-of select="marking" copy-namespaces="no"/>
      <xsl:for-each select="f:restated-title(., ($lead/(headline, name)[normalize-space()][1], 'Alert'[current()/header/type = 'Cancel'])[1])"><title>{.}</title></xsl:for-each>
      <report>
        <type>SituationInformation</type>
        <purpose>{f:told-of(., string-join(('Alert.', f:taken-back(.), $lead/description ! f:trim(.), marking/notice[not($mark-status)] ! string()), ' '))}</purpose>
        <xsl:for-each select="$lead/urgency[. = ('Immediate', 'Expected', 'Future', 'Past', 'Unknown')]"><urgency>{.}</urgency></xsl:for-each>
        <xsl:for-each select="$lead/certainty ! $confidences(normalize-space(.))"><confidence>{.}</confidence></xsl:for-each>
        <xsl:for-each select="$lead/severity[. = ('Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown')]"><severity>{.}</severity></xsl:for-each>
        <xsl:if test="$lead/(instruction | responseType)[normalize-space()]">
          <actionPlan>{f:told-of(., string-join(('Instruction to those at risk:', $lead/instruction ! f:trim(.), $lead/responseType ! (. || '.')), ' '))}</actionPlan>
        </xsl:if>
      </report>
      <xsl:for-each select="$events">
        <xsl:variable name="event" as="element()" select="."/>
        <xsl:variable name="places" as="element()*" select="f:single-places(.)"/>
        <xsl:for-each select="if ($places) then $places else .">
          <xsl:variable name="place" as="element()?" select="self::place"/>
          <event role="{if ($event is $lead and position() eq 1) then 'primary' else 'sub'}">
            <xsl:for-each select="distinct-values($event/category ! $incident-kinds(normalize-space(.)))"><category>{.}</category></xsl:for-each>
            <xsl:for-each select="$event/name[normalize-space()], $place/description[normalize-space()][exists($place/(polygon, circle, point, box, geocode))]">
              <name>{f:told-of($event/.., string(.))}</name>
            </xsl:for-each>
            <xsl:for-each select="$event/onset[f:zoned(.)]"><started>{.}</started></xsl:for-each>
            <xsl:for-each select="$place">
              <place role="incident">
                <xsl:sequence select="(polygon | circle | point | box | geocode) ! f:bare(.)"/>
                <xsl:if test="description[normalize-space()] and not(polygon | circle | point | box | geocode)">
                  <address><xsl:for-each select="description"><line>{f:shortened(.)}</line></xsl:for-each></address>
                </xsl:if>
              </place>
            </xsl:for-each>
          </event>
        </xsl:for-each>
      </xsl:for-each>
      <xsl:for-each select="$lead/senderName[normalize-space()]"><person role="prepared-by"><name><full>{f:shortened(.)}</full></name></person></xsl:for-each>
    </record>
  </xsl:template>

  <!-- A place for each outline: a location of EDXL is one shape, or codes of one list, or an address. -->
  <xsl:function name="f:single-places" as="element()*">
    <xsl:param name="event" as="element()"/>
    <xsl:for-each select="$event/place">
      <xsl:variable name="place" as="element()" select="."/>
      <xsl:variable name="shapes" as="element()*" select="(polygon[count(tokenize(.)) ge 4], circle, point, box)[contains(., ',')]"/>
      <xsl:for-each select="$shapes">
        <place><xsl:copy-of select="$place/description, ." copy-namespaces="no"/></place>
      </xsl:for-each>
      <xsl:if test="empty($shapes)">
        <xsl:variable name="lists" as="xs:string*" select="distinct-values(geocode[value]/name/string())"/>
        <xsl:for-each select="$lists">
          <place><xsl:copy-of select="$place/description, $place/geocode[value][name eq current()]" copy-namespaces="no"/></place>
        </xsl:for-each>
        <xsl:if test="empty($lists) and description"><place><xsl:copy-of select="description" copy-namespaces="no"/></place></xsl:if>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- Shared with from-activity.xsl -->

  <!-- A report has no cancel: the last one of its chain says that the rest is taken back. -->
  <xsl:template name="restated-header" as="element()">
    <xsl:param name="id" as="xs:string" select="string(header/id)"/>
    <xsl:param name="earlier" as="element()*" select="header/reference[normalize-space(id)][not(id eq current()/header/id)]"/>
    <header>
      <id>{$id}</id>
      <kind>situation</kind>
      <standard>{header/standard}</standard>
      <shape>cs01</shape>
      <xsl:copy-of select="header/status" copy-namespaces="no"/>
      <type>{if (header/type eq 'Alert') then 'Alert' else 'Update'}</type>
      <xsl:copy-of select="header/(sender, sent)" copy-namespaces="no"/>
      <sequence>{(header/sequence[. castable as xs:positiveInteger], if (header/type eq 'Alert') then 1 else count($earlier) + 1)[1]}</sequence>
      <version>{(map { 'Alert': 'Initial', 'Cancel': 'Final' }(header/type), 'Update')[1]}</version>
      <xsl:if test="not(header/type eq 'Alert')"><xsl:copy-of select="$earlier" copy-namespaces="no"/></xsl:if>
      <xsl:copy-of select="header/incident" copy-namespaces="no"/>
    </header>
  </xsl:template>

  <xsl:function name="f:taken-back" as="xs:string?">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="'Everything that was reported before is taken back.'[$record/header/type eq 'Cancel']"/>
  </xsl:function>

  <xsl:function name="f:restated-title" as="xs:string?">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="title" as="item()?"/>
    <xsl:sequence select="$title ! f:shortened(if ($record/header/type eq 'Cancel') then 'Taken back: ' || . else string(.))"/>
  </xsl:function>

  <!-- A text of what is not real says so, wherever a reader may meet it alone. -->
  <xsl:function name="f:told-of" as="xs:string">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="f:shortened(f:said($text, $record/header))"/>
  </xsl:function>

  <!-- A shape or a code without attributes: what they say in another standard's records is not what they say in a report's. -->
  <xsl:function name="f:bare" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <xsl:when test="$element/self::circle[tokenize(.)[2] castable as xs:decimal][xs:decimal(tokenize(.)[2]) eq 0]"> <!-- a circle without a radius is a point -->
        <point>{tokenize($element)[1]}</point>
      </xsl:when>
      <xsl:when test="$element/self::geocode"><geocode><xsl:sequence select="$element/* ! f:bare(.)"/></geocode></xsl:when>
      <xsl:otherwise><xsl:element name="{local-name($element)}">{$element}</xsl:element></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- EDXL strings end at 1023 characters; room is left for what marks them. -->
  <xsl:function name="f:shortened" as="xs:string">
    <xsl:param name="text" as="item()"/>
    <xsl:variable name="line" as="xs:string" select="normalize-space($text)"/>
    <xsl:sequence select="if (string-length($line) le 1000) then $line else substring($line, 1, 996) || ' ...'"/>
  </xsl:function>

  <!-- Not mapped, on purpose: fidelity-alert.xml names it all.
       header/scope, restriction, addresses   the banner says how it is handled
       header/note, code      remarks and flags of the alert's own system
       event/parameter, code, audience, web, contact, attachment   a situation report has no place for them
       events in further languages   they say the same -->
</xsl:stylesheet>
