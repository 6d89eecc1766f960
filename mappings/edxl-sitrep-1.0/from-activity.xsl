<?xml version="1.0" encoding="UTF-8"?>
<!-- Suspicious activity reports of the common model restated as situation reports of the common model, for partners who take nothing else.
     From a record of kind sar, whole or released, to one of kind situation: a field observation, in the shape of 2013.
     The narrative first, then labelled lines of what the record still says; from-common.xsl writes the rest and fills what must be there.
     Left out is who: no name and no number of a person or a thing crosses; fidelity-sar.xml names all that was kept, changed or dropped. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns="https://tearline.example/common/1.0"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:import href="from-alert.xsl"/>

  <xsl:mode name="restate-activity" on-no-match="fail"/>

  <xsl:template match="record" mode="restate-activity" as="element()">
    <xsl:variable name="seen" as="element()?" select="observation[1]"/>
    <xsl:variable name="cancels" as="xs:boolean" select="header/type eq 'Cancel'"/>
    <!-- an update keeps the id of its record, and a report has one of its own: the revision is put behind -->
    <xsl:variable name="of-itself" as="xs:boolean" select="header/reference/id = header/id"/>
    <xsl:variable name="again" as="xs:boolean" select="not(header/type eq 'Alert') and ($of-itself or empty(header/reference[normalize-space(id)]))"/>
    <record>
      <xsl:call-template name="restated-header">
        <xsl:with-param name="id" select="header/id || (if ($again) then (if ($cancels) then '-end' else '-' || (header/sequence[normalize-space()] ! normalize-space(.), 'update')[1]) else '')"/>
        <xsl:with-param name="earlier" as="element()*">
          <xsl:choose>
            <xsl:when test="$of-itself"><reference><xsl:copy-of select="header/id" copy-namespaces="no"/><role>originating</role></reference></xsl:when>
            <xsl:otherwise><xsl:sequence select="header/reference[normalize-space(id)]"/></xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:copy-of select="marking" copy-namespaces="no"/>
      <xsl:for-each select="f:restated-title(., (title[normalize-space()][1], 'Suspicious activity'[$cancels])[1])"><title>{.}</title></xsl:for-each>
      <report>
        <type>FieldObservation</type>
        <purpose>{f:told-of(., string-join(('Suspicious activity report.', f:taken-back(.), marking/notice[not($mark-status)] ! string()), ' '))}</purpose>
        <xsl:sequence select="f:time-seen(., $seen)"/>
        <xsl:for-each select="(assessment[1]/validity ! map { 'CONFIRMED': 'HighlyConfident', 'DOUBTFUL': 'Unsure', 'CANNOT_BE_JUDGED': 'Unsure' }(normalize-space(.)))[1]">
          <confidence>{.}</confidence>
        </xsl:for-each>
      </report>
      <observation>
        <xsl:variable name="lines" as="xs:string*" select="f:observed(.)"/>
        <text>{if ($cancels) then 'The report is taken back. Delete it, and every copy of it.' else if (exists($lines)) then string-join($lines, '&#10;') else $withheld}</text>
        <need>None stated</need> <!-- a word must be there -->
        <xsl:for-each select="$seen/place[f:place-tells(.)][1]"><xsl:sequence select="f:seen-place(.)"/></xsl:for-each>
      </observation>
    </record>
  </xsl:template>

  <!-- Of the observation, else of the activity, where they are instants and not later than the report. -->
  <xsl:function name="f:time-seen" as="element()?">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="seen" as="element()?"/>
    <xsl:variable name="instants" as="xs:string*" select="($seen/observed, $seen/period)[(from, to)[f:zoned(.)]][1]/(from, to)/normalize-space()[f:zoned(.)]"/>
    <xsl:variable name="sent" as="xs:string?" select="$record/header/sent/normalize-space()[f:zoned(.)]"/>
    <xsl:if test="exists($instants) and (every $one in $instants satisfies xs:dateTime($one) le xs:dateTime(($sent, $one)[1])) and xs:dateTime($instants[1]) le xs:dateTime($instants[last()])">
      <period><from>{$instants[1]}</from><to>{$instants[last()]}</to></period>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:zoned" as="xs:boolean">
    <xsl:param name="time" as="item()"/>
    <xsl:sequence select="matches(normalize-space($time), 'T.*(Z|[+\-]\d\d:\d\d)$') and normalize-space($time) castable as xs:dateTime"/>
  </xsl:function>

  <xsl:function name="f:observed" as="xs:string*">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="
        $record/observation/(text, seen)[normalize-space()] ! f:trim(.),
        $record/observation/(period, observed) ! f:label(if (self::period) then 'Activity' else 'Observed', distinct-values((from, to)), ' to '),
        $record/observation ! f:label('Behaviours', behaviour, ', '),
        $record/observation/tip ! f:label('Tip', (domain, class, subclass), ' / '),
        $record/observation ! f:label('Weather', weather, ', '),
        $record/observation/place ! f:label('Place', (description, address/(city, county, state, country)), ', '),
        $record/observation/target ! f:label('Target', (category, description, sector, structure, organization/name), ', '),
        $record/person[@role eq 'subject'] ! f:label('Person', (age ! string-join((string-join((value, minimum, maximum), '-'), unit), ' '), sex, trait, feature ! string-join((category, description, location), ' ')), ', '),
        $record/item ! f:label('Item', (make, model, year, style, color, description), ', ')"/>
  </xsl:function>

  <xsl:function name="f:label" as="xs:string?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="values" as="item()*"/>
    <xsl:param name="between" as="xs:string"/>
    <xsl:variable name="said" as="xs:string*" select="$values ! normalize-space(.)[. ne '']"/>
    <xsl:if test="exists($said)"><xsl:sequence select="$label || ': ' || string-join($said, $between)"/></xsl:if>
  </xsl:function>

  <xsl:function name="f:place-tells" as="xs:boolean">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="exists($place/(description[normalize-space()], point, polygon, circle, box, geocode, address[.//text()[normalize-space()]]))"/>
  </xsl:function>

  <!-- A location is one thing: coordinates, or an address, or words as a line of one. -->
  <xsl:function name="f:seen-place" as="element()">
    <xsl:param name="place" as="element()"/>
    <place role="observed">
      <xsl:sequence select="$place/(polygon | circle | point[count(tokenize(., ',')) eq 2] | box | geocode) ! f:bare(.)"/>
      <xsl:variable name="address" as="element()?" select="$place/address[(line, street, city, county, state, country, postalCode)[normalize-space()]][1]"/>
      <xsl:for-each select="$address"><xsl:copy-of select="." copy-namespaces="no"/></xsl:for-each>
      <xsl:if test="empty($address)">
        <xsl:variable name="words" as="element()*" select="($place/description, $place/address//*[not(*)])[normalize-space()]"/>
        <xsl:if test="$words"><address><xsl:for-each select="$words"><line>{f:shortened(.)}</line></xsl:for-each></address></xsl:if>
      </xsl:if>
    </place>
  </xsl:function>

  <!-- Not mapped, on purpose: fidelity-sar.xml names it all.
       person/name, identifier, phone, email, residence, birthDate; item/identifier, registration   a situation report is no place for them
       an observer            whoever saw it is protected
       submission, review, followUp, relation, relatedReport, provenance   the life of the report in its own standard
       attachment             a situation report carries no files -->
</xsl:stylesheet>
