<?xml version="1.0" encoding="UTF-8"?>
<!-- The common model to GeoJSON (RFC 7946).
     From a record of any kind, whole or released, to a feature for each shape of each place, so that any map can show it.
     Properties stand in one order for all kinds: what it is, whether it is real, how it is marked, what happened, where.
     Left out is what a map does not show: it is named at the end, with its reason. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns:g="https://tearline.example/functions/geojson"
    xmlns="http://www.w3.org/2005/xpath-functions"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:import href="../common/functions.xsl"/>
  <xsl:include href="shapes.xsl"/>

  <!-- The text of the JSON is written here: a map of XDM has no order, and each run would print another. -->
  <xsl:output method="text" encoding="UTF-8" media-type="application/geo+json"/>

  <xsl:mode on-no-match="fail"/>

  <!-- Beyond so many places a long text stands on the first place of its event alone: a short alert must not grow to gigabytes. -->
  <xsl:variable name="crowd" as="xs:integer" select="100"/>

  <xsl:variable name="kinds" as="map(xs:string, xs:string)" select="map {
      'alert': 'Alert', 'situation': 'Situation report', 'sar': 'Suspicious activity report' }"/>

  <xsl:template match="/" as="text()">
    <xsl:apply-templates select="record"/>
  </xsl:template>

  <xsl:template match="record" as="text()">
    <!-- the places; what happened nowhere in particular; failing both, the record itself -->
    <xsl:variable name="subjects" as="element()*" select=".//place | (event | observation)[not(.//place)]"/>
    <xsl:variable name="collection" as="element()">
      <map>
        <string key="type">FeatureCollection</string>
        <array key="features">
          <xsl:apply-templates select="if (exists($subjects)) then $subjects else header">
            <xsl:with-param name="record" select="." tunnel="yes"/>
            <xsl:with-param name="crowded" select="count($subjects) gt $crowd" tunnel="yes"/>
          </xsl:apply-templates>
        </array>
      </map>
    </xsl:variable>
    <xsl:value-of select="g:plain-slashes(xml-to-json($collection))"/>
  </xsl:template>

  <xsl:template match="place" as="element()+">
    <xsl:variable name="place" as="element()" select="."/>
    <xsl:variable name="shapes" as="element()*" select="polygon | circle | point | line | box"/>
    <xsl:choose>
      <xsl:when test="exists($shapes)">
        <xsl:for-each select="$shapes">
          <xsl:variable name="shape" as="element()" select="."/>
          <xsl:for-each select="$place">
            <xsl:call-template name="feature"><xsl:with-param name="shape" select="$shape"/></xsl:call-template>
          </xsl:for-each>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="feature"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="event | observation | header" as="element()">
    <xsl:call-template name="feature"/>
  </xsl:template>

  <xsl:template name="feature" as="element()">
    <xsl:param name="shape" as="element()?" select="()"/>
    <map>
      <string key="type">Feature</string>
      <xsl:sequence select="g:geometry($shape)"/>
      <map key="properties">
        <xsl:call-template name="what"/>
        <xsl:call-template name="where"><xsl:with-param name="shape" select="$shape"/></xsl:call-template>
      </map>
    </map>
  </xsl:template>

  <!-- What a place stands for: its own event or observation, else the record's first event and all it observed. -->
  <xsl:template name="what" as="element()*">
    <xsl:param name="record" as="element()" tunnel="yes"/>
    <xsl:param name="crowded" as="xs:boolean" tunnel="yes"/>
    <xsl:variable name="header" as="element()" select="$record/header"/>
    <xsl:variable name="status" as="xs:string" select="string($header/status)"/>
    <xsl:variable name="own" as="element()?" select="(ancestor-or-self::event | ancestor-or-self::observation)[1]"/>
    <xsl:variable name="event" as="element()?" select="if ($own) then $own[self::event] else $record/event[1]"/>
    <xsl:variable name="observation" as="element()*" select="if ($own) then $own[self::observation] else $record/observation"/>
    <xsl:variable name="long" as="xs:boolean" select="not($crowded) or empty(preceding-sibling::place)"/>
    <xsl:sequence select="
        g:string('title', f:marked(($event/headline, $record/title, $event/name, $kinds(string($header/kind)))[1], $status)),
        g:string('id', $header/id),
        g:string('kind', $header/kind),
        g:string('status', if ($status) then $status else 'Test'),
        g:string('type', $header/type),
        g:string('sender', $header/sender),
        g:string('sent', $header/sent),
        g:string('marking', string-join($record/marking/banner, ' + ')),
        g:strings('notices', $record/marking/notice),
        g:string('language', $event/language),
        g:strings('category', $event/category),
        g:strings('event', $event/name ! f:marked(., $status)),
        g:strings('responseType', $event/responseType),
        g:string('urgency', ($event/urgency, $record/report/urgency)[1]),
        g:strings('severity', ($event, $record/report)[severity][1]/severity),
        g:string('certainty', $event/certainty),
        g:string('effective', $event/effective),
        g:string('onset', ($event/onset, $event/started)[1]),
        g:string('expires', ($event/expires, $header/expires)[1]),
        g:string('senderName', $event/senderName),
        g:string('headline', $event/headline ! f:marked(., $status)),
        g:string('description', $event/description[$long] ! f:marked(., $status)),
        g:string('instruction', $event/instruction[$long] ! f:marked(., $status)),
        g:string('web', $event/web),
        g:string('contact', $event/contact),
        g:strings('behaviour', $observation/(behaviour, tip/class)),
        g:strings('sector', $observation/target/sector),
        g:strings('target', $observation/target/description),
        g:strings('from', $observation/(observed, period)[1]/from),
        g:strings('to', $observation/(observed, period)[1]/to),
        g:strings('observation', $observation/text[$long] ! f:marked(., $status))"/>
  </xsl:template>

  <xsl:template name="where" as="element()*">
    <xsl:param name="shape" as="element()?"/>
    <xsl:for-each select="self::place">
      <xsl:sequence select="
          g:string('area', string-join(description, '; ')),
          g:strings('address', address ! g:address(.)),
          g:string('place', @role),
          g:strings('geocode', geocode ! (name || '=' || value)),
          g:string('altitude', altitude ! (. || ' ft')),
          g:string('ceiling', ceiling ! (. || ' ft'))"/>
      <xsl:variable name="radius" as="xs:string?" select="$shape[self::circle] ! tokenize(.)[2]"/>
      <xsl:if test="$radius castable as xs:decimal and not(starts-with($radius, '-'))"><number key="radiusKm">{xs:decimal($radius)}</number></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- xml-to-json writes '\/' where '/' will do, and whoever looks for a mark or a link would not find it. -->
  <xsl:function name="g:plain-slashes" as="xs:string">
    <xsl:param name="json" as="xs:string"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:analyze-string select="$json" regex="\\.">
        <xsl:matching-substring><xsl:sequence select="if (. eq '\/') then '/' else ."/></xsl:matching-substring>
        <xsl:non-matching-substring><xsl:sequence select="."/></xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($pieces)"/>
  </xsl:function>

  <!-- A civic address on one line, from the street to the country. -->
  <xsl:function name="g:address" as="xs:string">
    <xsl:param name="address" as="element()"/>
    <xsl:variable name="street" as="xs:string?" select="($address/street/full/string(), $address/street/string-join((number, predirectional, name, category, postdirectional), ' '))[1]"/>
    <xsl:sequence select="string-join(($address/(line, building, floor, unit)/string(), $street,
        $address/(crossStreet, highway, city, county, state, postalCode, country)/string())[normalize-space()], ', ')"/>
  </xsl:function>

  <xsl:function name="g:string" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="item()?"/>
    <xsl:if test="string($value)"><string key="{$key}">{$value}</string></xsl:if>
  </xsl:function>

  <!-- A list stays a list where it has one member, so that its reader need not ask. -->
  <xsl:function name="g:strings" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="item()*"/>
    <xsl:if test="exists($values)">
      <array key="{$key}">
        <xsl:for-each select="distinct-values($values ! string()[.])"><string>{.}</string></xsl:for-each>
      </array>
    </xsl:if>
  </xsl:function>

  <!-- Not mapped, on purpose.
       persons, items, organizations, relations   a map shows where, not who
       assessments, reviews, follow-ups, related reports, provenance, submission   the desk's business
       resource totals, casualties, management summary   tables; their places are shown
       attachments, parameters, event codes   for machines that read the alert itself
       header/note, source, restriction, addresses, references   for whoever exchanges messages
       extension   nobody here knows what it says -->
</xsl:stylesheet>
