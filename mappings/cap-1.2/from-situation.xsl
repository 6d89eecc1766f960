<?xml version="1.0" encoding="UTF-8"?>
<!-- Situation reports of the common model to CAP 1.2 alerts.
     From a record of kind situation, whole or released: each incident becomes an info, the report itself one where it describes none.
     Elements follow the sequence of CAP 1.2 §3.2. The scope is Restricted: a situation report is written for responders, never for the public.
     Left out are counts, resources, persons and summaries for managers; fidelity-situation.xml names all that was kept, changed or dropped. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns="urn:oasis:names:tc:emergency:cap:1.2"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:mode name="situation" on-no-match="fail"/>

  <xsl:variable name="categories" as="map(xs:string, xs:string)" select="map {
      'Geophysical': 'Geo', 'Meteorological': 'Met', 'GeneralEmergency': 'Safety', 'Safety': 'Safety', 'Security': 'Security',
      'RescueAndRecovery': 'Rescue', 'Rescue': 'Rescue', 'FireSupressionAndRescue': 'Fire', 'Fire': 'Fire',
      'MedicalAndPublicHealth': 'Health', 'Health': 'Health', 'PollutionAndEnvironmentalHazards': 'Env',
      'PublicAndPrivateTransportation': 'Transport', 'Transport': 'Transport',
      'UtilityTelecommunicationOtherNonTransportInfrastructure': 'Infra', 'CBRNE': 'CBRNE' }"/>

  <!-- Confidence is not certainty: nobody who is confident has seen it, but the one who reports what they observed. -->
  <xsl:variable name="certainties" as="map(xs:string, xs:string)" select="map {
      'HighlyConfident': 'Likely', 'SomewhatConfident': 'Likely', 'Unsure': 'Possible', 'NoConfidence': 'Unknown' }"/>

  <xsl:template match="record" mode="situation" as="element()">
    <xsl:variable name="tells" as="xs:boolean" select="exists((event, title, report/purpose, observation/(text, need))[normalize-space()])"/>
    <xsl:if test="not($tells or header/type = 'Cancel')"> <!-- a cancellation need not say more -->
      <xsl:message terminate="yes" error-code="f:nothing-to-tell">A report of which only counts are left alerts nobody to anything.</xsl:message>
    </xsl:if>
    <xsl:variable name="header" as="element()" select="header"/>
    <!-- CAP wants sender, id and time of each (CAP 1.2 §3.2.1); a report knows the id alone, unless the gateway wrote the rest -->
    <xsl:variable name="references" as="xs:string*" select="$header/reference[normalize-space(sender) and normalize-space(id) and exists(f:cap-time(sent))]
        ! string-join((f:plain(sender), f:plain(id), f:cap-time(sent)), ',')"/>
    <xsl:variable name="type" as="xs:string" select="if (empty($references) and $header/type = 'Update') then 'Alert' else string($header/type)"/>
    <xsl:if test="empty($references) and $type ne 'Alert'">
      <xsl:message terminate="yes" error-code="f:no-reference">A cancel must name what it cancels, by sender, id and time.</xsl:message>
    </xsl:if>
    <alert>
      <identifier>{f:plain($header/id)}</identifier>
      <sender>{f:plain($header/sender)}</sender>
      <sent>{(f:cap-time($header/sent), $header/sent)[1]}</sent>
      <status>{($header/status, 'Test')[1]}</status> <!-- unsaid is never Actual -->
      <msgType>{$type}</msgType>
      <scope>Restricted</scope>
      <restriction>{(string-join(distinct-values((f:banner(.), $header/restriction/normalize-space()[. ne ''])), '; ')[. ne ''], 'See agreement')[1]}</restriction>
      <xsl:call-template name="situation-note">
        <xsl:with-param name="unnamed" select="$type ne string($header/type)"/>
      </xsl:call-template>
      <xsl:if test="$type ne 'Alert'"><references>{string-join(distinct-values($references), ' ')}</references></xsl:if>
      <xsl:variable name="incidents" as="element()*" select="$header/incident[normalize-space() and not(. = 'Unknown')]"/>
      <xsl:if test="$incidents"><incidents>{f:list($incidents)}</incidents></xsl:if>
      <xsl:variable name="primary" as="element()" select="(event[@role eq 'primary'], event, .)[1]"/>
      <xsl:if test="$tells"><xsl:apply-templates select="$primary, event except $primary" mode="situation-info"/></xsl:if>
    </alert>
  </xsl:template>

  <xsl:template name="situation-note" as="element()?">
    <xsl:param name="unnamed" as="xs:boolean"/>
    <xsl:variable name="lines" as="xs:string*" select="
        f:unreal(header/status)[$mark-status] ! (. || ': this message is not about a real event.'),
        'This is the final report.'[current()/header/version = 'Final'],
        'It updates an earlier report, which cannot be named here.'[$unnamed],
        marking/notice ! string()"/>
    <xsl:if test="exists($lines)"><note>{string-join($lines, '&#10;')}</note></xsl:if>
  </xsl:template>

  <xsl:mode name="situation-info" on-no-match="fail"/>

  <xsl:template match="event | record" mode="situation-info" as="element()">
    <xsl:variable name="record" as="element()" select="ancestor-or-self::record"/>
    <xsl:variable name="report" as="element()?" select="$record/report"/>
    <xsl:variable name="event" as="element()?" select="self::event"/>
    <xsl:variable name="first" as="xs:boolean" select="empty($event) or $event is ($record/event[@role eq 'primary'], $record/event)[1]"/>
    <xsl:variable name="name" as="xs:string" select="($event/name[normalize-space()] ! normalize-space(),
        $withheld[exists($event)], $record/title[normalize-space()] ! normalize-space(), 'Situation report')[1]"/>
    <info>
      <xsl:for-each select="$record/header/language[normalize-space()]"><language>{.}</language></xsl:for-each>
      <xsl:for-each select="distinct-values(($event/category/$categories(normalize-space(.)), 'Other'[empty($event/category/$categories(normalize-space(.)))]))">
        <category>{.}</category>
      </xsl:for-each>
      <event>{f:text($name, $record)}</event>
      <urgency>{($report/urgency[. = ('Immediate', 'Expected', 'Future', 'Past', 'Unknown')], 'Unknown')[1]}</urgency>
      <severity>{($report/severity[. = ('Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown')], 'Unknown')[1]}</severity>
      <certainty>{f:certainty($report)}</certainty>
      <xsl:for-each select="$event/started ! f:cap-time(.)"><onset>{.}</onset></xsl:for-each>
      <xsl:if test="f:plain($record/header/sender) ne string($record/header/sender)"><senderName>{$record/header/sender}</senderName></xsl:if>
      <headline>{substring(f:text(($record/title[normalize-space()][$first] ! normalize-space(), $name)[1], $record), 1, 160)}</headline>
      <xsl:variable name="lines" as="xs:string*" select="f:told($record, $event, $first)"/>
      <xsl:if test="exists($lines)"><description>{f:text(string-join($lines, '&#10;'), $record)}</description></xsl:if>
      <xsl:if test="$first"><xsl:call-template name="situation-parameters"/></xsl:if>
      <xsl:apply-templates select="$event/place, $record/observation/place[$first]" mode="situation-area"/>
    </info>
  </xsl:template>

  <!-- What an alert has no element for, in words. -->
  <xsl:function name="f:told" as="xs:string*">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="event" as="element()?"/>
    <xsl:param name="first" as="xs:boolean"/>
    <xsl:sequence select="
        tail($event/name[normalize-space()]) ! ('Also called: ' || normalize-space()),
        $event/disaster ! ('Declared disaster: ' || string-join((name, authority, declared) ! normalize-space(), '; ')),
        'Reported together with another incident.'[not($first)],
        (if ($first) then (
            $record/observation/text[normalize-space()] ! f:trim(.),
            $record/observation/need[normalize-space()] ! ('Needed at once: ' || normalize-space()),
            $record/report/purpose[normalize-space()] ! ('Purpose of the report: ' || normalize-space()),
            $record/report/actionPlan[normalize-space()] ! ('Planned: ' || normalize-space()),
            $record/report/nextContact[normalize-space()] ! ('Next contact: ' || normalize-space()),
            'Situation report.'[not($record/(observation/(text, need), report/(purpose, actionPlan, nextContact))[normalize-space()])])
         else ())"/>
  </xsl:function>

  <xsl:function name="f:certainty" as="xs:string">
    <xsl:param name="report" as="element()?"/>
    <xsl:variable name="confidence" as="xs:string" select="normalize-space($report/confidence[1])"/>
    <xsl:sequence select="if ($confidence eq 'HighlyConfident' and $report/type = 'FieldObservation') then 'Observed'
        else ($certainties($confidence), 'Unknown')[1]"/>
  </xsl:function>

  <!-- The words of the report where the alert's own say less. -->
  <xsl:template name="situation-parameters" as="element()*">
    <xsl:variable name="report" as="element()?" select="ancestor-or-self::record/report"/>
    <xsl:for-each select="$report/(type, period, urgency[@kind], confidence, severity[@kind]), self::event/(category[empty($categories(normalize-space(.)))], complexity, size[not(@kind)])">
      <xsl:variable name="value" as="xs:string" select="normalize-space(if (*) then string-join((from, to), '/') else .)"/>
      <xsl:if test="$value">
        <parameter>
          <valueName>{map { 'type': 'reportType', 'period': 'forTimePeriod', 'urgency': 'urgency', 'confidence': 'reportConfidence', 'severity': 'severity',
              'category': 'incidentKind', 'complexity': 'incidentComplexity', 'size': 'geographicSize' }(local-name())}</valueName>
          <value>{$value}</value>
        </parameter>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- Where people assemble is no area of the alert. -->
  <xsl:mode name="situation-area" on-no-match="fail"/>
  <xsl:template match="place[@role eq 'staging']" mode="situation-area" as="empty-sequence()"/>

  <xsl:template match="place" mode="situation-area" as="element()">
    <xsl:variable name="address" as="xs:string*" select="address[1]//*[not(*)][normalize-space()] ! normalize-space()"/>
    <area>
      <areaDesc>{(string-join((description[normalize-space()] ! normalize-space(), string-join($address, ', ')[. ne '']), '; ')[. ne ''],
          if (parent::observation) then 'Place of the observation' else 'Place of the incident')[1]}</areaDesc>
      <xsl:for-each select="polygon"><xsl:sequence select="f:ring(tokenize(.)) ! f:polygon(.)"/></xsl:for-each>
      <xsl:for-each select="box">
        <xsl:variable name="n" as="xs:string*" select="tokenize(translate(., ',', ' '))"/>
        <xsl:sequence select="f:polygon(string-join(($n[1] || ',' || $n[2], $n[1] || ',' || $n[4], $n[3] || ',' || $n[4], $n[3] || ',' || $n[2], $n[1] || ',' || $n[2]), ' '))[count($n) eq 4]"/>
      </xsl:for-each>
      <xsl:for-each select="circle | point"><circle>{if (self::point) then tokenize(.)[1] || ' 0' else string-join(tokenize(.), ' ')}</circle></xsl:for-each>
      <xsl:for-each select="geocode[normalize-space(value)]">
        <geocode><valueName>{(name[normalize-space()], 'code')[1]}</valueName><value>{value}</value></geocode>
      </xsl:for-each>
    </area>
  </xsl:template>

  <!-- A ring ends where it begins; three points at least, and the first once more. -->
  <xsl:function name="f:ring" as="xs:string?">
    <xsl:param name="pairs" as="xs:string*"/>
    <xsl:variable name="closed" as="xs:string*" select="if ($pairs[1] = $pairs[last()]) then $pairs else ($pairs, $pairs[1])"/>
    <xsl:sequence select="string-join($closed, ' ')[count($closed) ge 4]"/>
  </xsl:function>

  <xsl:function name="f:polygon" as="element()">
    <xsl:param name="points" as="xs:string"/>
    <polygon>{$points}</polygon>
  </xsl:function>

  <!-- No blanks, commas, '<' and '&' in an id and a sender (CAP 1.2 §3.2.1). -->
  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="text" as="item()?"/>
    <xsl:sequence select="(replace(normalize-space($text), '[\s,&lt;&amp;]+', '-')[. ne ''], 'unknown')[1]"/>
  </xsl:function>

  <!-- An offset, no fraction; UTC is '-00:00' (CAP 1.2 §3.3.2). Nothing where it is no instant with a zone. -->
  <xsl:function name="f:cap-time" as="xs:string?">
    <xsl:param name="time" as="item()?"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space($time) => replace('\.\d+', '') => replace('Z$', '-00:00')"/>
    <xsl:sequence select="$text[. castable as xs:dateTime and matches(., '[+\-]\d\d:\d\d$')]"/>
  </xsl:function>

  <!-- Not mapped, on purpose: fidelity-situation.xml names it all.
       person                 on purpose: the sender is an organisation
       resourceTotals, casualties, managementSummary   an alert has no place for counts; who needs them gets the report
       event/jurisdiction, staging areas   not what the alert is about
       extension              CAP 1.2 admits no foreign element -->
</xsl:stylesheet>
