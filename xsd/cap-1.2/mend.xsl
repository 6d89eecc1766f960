<?xml version="1.0" encoding="UTF-8"?>
<!-- What is made good in an alert of a sender whose file is lenient, so that it keeps the schema of CAP 1.2.
     From an alert as it came to the same alert, and a 'repair' for each kind of thing that was put right, under the id of its rule.
     Elements are put into the order of CAP 1.2 §3.4; nothing is guessed that has two readings, such as swapped axes.
     Left out is what CAP 1.2 has no place for: elements and attributes of others. The bytes of the sender stay as they came. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
    xmlns:m="https://tearline.example/mend"
    xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2"
    xpath-default-namespace="urn:oasis:names:tc:emergency:cap:1.2">

  <xsl:mode on-no-match="fail"/>

  <!-- Each parent with its children in order (CAP 1.2 §3.4). -->
  <xsl:variable name="order" as="map(xs:string, xs:string*)" select="map {
      'alert': tokenize('identifier sender sent status msgType source scope restriction addresses code note references incidents info'),
      'info': tokenize('language category event responseType urgency severity certainty audience eventCode effective onset expires senderName headline description instruction web contact parameter resource area'),
      'eventCode': ('valueName', 'value'), 'parameter': ('valueName', 'value'), 'geocode': ('valueName', 'value'),
      'resource': tokenize('resourceDesc mimeType size uri derefUri digest'),
      'area': tokenize('areaDesc polygon circle geocode altitude ceiling') }"/>

  <!-- Codes, by element (CAP 1.2 §3.2). -->
  <xsl:variable name="codes" as="map(xs:string, xs:string*)" select="map {
      'status': tokenize('Actual Exercise System Test Draft'), 'msgType': tokenize('Alert Update Cancel Ack Error'), 'scope': tokenize('Public Restricted Private'),
      'category': tokenize('Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other'),
      'responseType': tokenize('Shelter Evacuate Prepare Execute Avoid Monitor Assess AllClear None'),
      'urgency': tokenize('Immediate Expected Future Past Unknown'), 'severity': tokenize('Extreme Severe Moderate Minor Unknown'),
      'certainty': tokenize('Observed Likely Possible Unlikely Unknown') }"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="alert" as="element()"><xsl:apply-templates select="*"/></xsl:variable>
    <m:mended>
      <xsl:sequence select="m:repairs(*, $alert)"/>
      <m:document xsl:inherit-namespaces="no"><xsl:sequence select="$alert"/></m:document>
    </m:mended>
  </xsl:template>

  <xsl:template match="alert | info | eventCode | parameter | geocode | resource | area" as="element()">
    <xsl:variable name="name" as="xs:string" select="local-name()"/>
    <xsl:variable name="children" as="element()*" select="*"/>
    <xsl:element name="{$name}" namespace="urn:oasis:names:tc:emergency:cap:1.2">
      <xsl:for-each select="$order($name)">
        <xsl:variable name="child" as="xs:string" select="."/>
        <xsl:apply-templates select="$children[self::cap:*][local-name() eq $child]"/>
        <xsl:if test="$child eq 'mimeType' and not($children[self::cap:mimeType])">
          <mimeType xmlns="urn:oasis:names:tc:emergency:cap:1.2">application/octet-stream</mimeType>
        </xsl:if>
      </xsl:for-each>
      <xsl:if test="$name eq 'alert'"><xsl:copy-of select="ds:*"/></xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- All others hold text; what is inside markup in it is text too. -->
  <xsl:template match="cap:*" priority="-0.25" as="element()">
    <xsl:call-template name="text"><xsl:with-param name="text" select="string()"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="sent" as="element()">
    <xsl:call-template name="text"><xsl:with-param name="text" select="m:time(.)"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="effective | onset | expires" as="element()?">
    <xsl:if test="normalize-space()"><xsl:call-template name="text"><xsl:with-param name="text" select="m:time(.)"/></xsl:call-template></xsl:if>
  </xsl:template>

  <xsl:template match="altitude | ceiling | size" as="element()?">
    <xsl:if test="normalize-space()"><xsl:call-template name="text"><xsl:with-param name="text" select="normalize-space()"/></xsl:call-template></xsl:if>
  </xsl:template>

  <xsl:template match="references" as="element()">
    <xsl:variable name="mended" as="xs:string*" select="tokenize(.) ! (if (matches(., '^[^,]+,[^,]+,[^,]+$')) then string-join((tokenize(., ',')[position() lt 3], m:time(tokenize(., ',')[3])), ',') else .)"/>
    <xsl:call-template name="text"><xsl:with-param name="text" select="if (deep-equal($mended, tokenize(.))) then string() else string-join($mended, ' ')"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="status | msgType | scope | category | responseType | urgency | severity | certainty" as="element()">
    <xsl:call-template name="text"><xsl:with-param name="text" select="m:code(.)"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="language" as="element()">
    <xsl:call-template name="text"><xsl:with-param name="text" select="translate(normalize-space(), '_', '-')"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="polygon | circle" as="element()">
    <xsl:call-template name="text"><xsl:with-param name="text" select="m:points(.)"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="text" as="element()">
    <xsl:param name="text" as="xs:string" required="yes"/>
    <xsl:element name="{local-name()}" namespace="urn:oasis:names:tc:emergency:cap:1.2">{$text}</xsl:element>
  </xsl:template>

  <!-- CAP-DT-1. The date and the clock are never touched. -->
  <xsl:function name="m:time" as="xs:string">
    <xsl:param name="written" as="xs:string"/>
    <xsl:variable name="parts" as="element()" select="analyze-string(normalize-space($written), '^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d)?([.,]\d+)?\s?([Zz]|[+\-]\d\d:?\d\d|[+\-]\d\d)?$')"/>
    <xsl:variable name="group" as="function(xs:integer) as xs:string" select="function($nr) { string($parts//*:group[@nr = $nr]) }"/>
    <xsl:sequence select="if (empty($parts/*:match)) then $written
        else $group(1) || 'T' || $group(2) || ($group(3)[.], ':00')[1] || m:offset($group(5))"/>
  </xsl:function>

  <xsl:function name="m:offset" as="xs:string">
    <xsl:param name="written" as="xs:string"/>
    <xsl:variable name="digits" as="xs:string" select="replace($written, '\D', '')"/>
    <xsl:sequence select="if ($digits = '') then '-00:00' else substring($written, 1, 1) || substring($digits, 1, 2) || ':' || (substring($digits, 3, 2)[.], '00')[1]"/>
  </xsl:function>

  <xsl:function name="m:code" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="folded" as="xs:string" select="lower-case(replace($element, '[\s_\-]', ''))"/>
    <xsl:variable name="known" as="xs:string?" select="$codes(local-name($element))[lower-case(.) eq $folded]"/>
    <xsl:sequence select="if ($known) then $known else if ($folded eq 'verylikely' and $element/self::certainty) then 'Likely' else string($element)"/>
  </xsl:function>

  <!-- CAP-GEO-1 and 2: blanks beside a comma, brackets and semicolons round pairs, and a longitude that is once too often round the earth. -->
  <xsl:function name="m:points" as="xs:string">
    <xsl:param name="written" as="xs:string"/>
    <xsl:variable name="pairs" as="xs:string*" select="tokenize(replace(translate($written, '()[];', '     '), '\s*,\s*', ','))"/>
    <xsl:variable name="mended" as="xs:string*" select="$pairs ! (if (matches(., '^[+\-]?\d+(\.\d*)?,[+\-]?\d+(\.\d*)?$')) then substring-before(., ',') || ',' || m:longitude(substring-after(., ',')) else .)"/>
    <xsl:sequence select="if (deep-equal($mended, tokenize($written))) then $written else string-join($mended, ' ')"/>
  </xsl:function>

  <xsl:function name="m:longitude" as="xs:string">
    <xsl:param name="written" as="xs:string"/>
    <xsl:variable name="value" as="xs:decimal" select="xs:decimal($written)"/>
    <xsl:sequence select="if ($value gt 180 and $value le 360) then string($value - 360) else if ($value lt -180 and $value ge -360) then string($value + 360) else $written"/>
  </xsl:function>

  <!-- Each kind once, and never a value: repairs are printed. -->
  <xsl:function name="m:repairs" as="element()*">
    <xsl:param name="before" as="element()"/>
    <xsl:param name="after" as="element()"/>
    <xsl:variable name="times" as="element()*" select="$before//(sent | effective | onset | expires)[normalize-space()]"/>
    <xsl:variable name="nested" as="element()*" select="$before//cap:*[not(local-name() = map:keys($order))][*]" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
    <xsl:variable name="foreign" as="element()*" select="$before//*[not(self::cap:*)][not(ancestor-or-self::ds:*)] except $nested//*"/>
    <xsl:if test="$times[m:time(.) ne .][not(matches(., '([Zz]|[+\-]\d\d:?(\d\d)?)\s*$'))]">
      <m:repair rule="CAP-DT-1">A time had no offset; UTC was assumed.</m:repair>
    </xsl:if>
    <xsl:if test="$times[m:time(.) ne .][matches(., '([Zz]|[+\-]\d\d:?(\d\d)?)\s*$')] or $before/references[m:times(.)]">
      <m:repair rule="CAP-DT-1">A time was written anew: whole seconds, and an offset in numbers.</m:repair>
    </xsl:if>
    <xsl:if test="$before//(status | msgType | scope | category | responseType | urgency | severity | certainty)[m:code(.) ne .]">
      <m:repair rule="CAP-STRUCT-1">A code was written as CAP writes it: its letters, and no white space.</m:repair>
    </xsl:if>
    <xsl:if test="$before//language[contains(., '_')]">
      <m:repair rule="CAP-LANG-1">A language was written with a hyphen.</m:repair>
    </xsl:if>
    <xsl:if test="$before//(polygon | circle)[m:points(.) ne .][not(deep-equal(m:longitudes(m:points(.)), m:longitudes(.)))]">
      <m:repair rule="CAP-GEO-2">A longitude was brought between -180 and 180.</m:repair>
    </xsl:if>
    <xsl:if test="$before//(polygon | circle)[m:points(.) ne .][count(tokenize(.)) ne count(tokenize(m:points(.))) or matches(., '[()\[\];]')]">
      <m:repair rule="CAP-GEO-1">Blanks beside a comma, or brackets round points, were taken out.</m:repair>
    </xsl:if>
    <xsl:if test="$before//resource[not(mimeType)]">
      <m:repair rule="CAP-RES-1">A resource had no media type; it is application/octet-stream now.</m:repair>
    </xsl:if>
    <xsl:if test="$before//(effective | onset | expires | altitude | ceiling | size)[not(normalize-space())]">
      <m:repair rule="CAP-EMPTY-1">An optional element that was empty was left out.</m:repair>
    </xsl:if>
    <xsl:if test="$before/descendant-or-self::cap:*[local-name() = ('alert', 'info', 'eventCode', 'parameter', 'geocode', 'resource', 'area')]/text()[normalize-space()]">
      <m:repair rule="CAP-STRUCT-2">Text between elements was left out.</m:repair>
    </xsl:if>
    <xsl:if test="$nested">
      <m:repair rule="CAP-STRUCT-2">Elements inside a text were taken out; their words stayed.</m:repair>
    </xsl:if>
    <xsl:if test="$foreign or $before/descendant-or-self::cap:*/@*[not(namespace-uri() = 'http://www.w3.org/2001/XMLSchema-instance')]">
      <m:repair rule="CAP-STRUCT-3">Elements or attributes that are not of CAP were left out.</m:repair>
    </xsl:if>
    <xsl:if test="not(deep-equal(m:names($before, $foreign), m:names($after, ())))">
      <m:repair rule="CAP-STRUCT-1">Elements were put into the order of CAP, or what it does not know was left out.</m:repair>
    </xsl:if>
  </xsl:function>

  <xsl:function name="m:times" as="xs:boolean">
    <xsl:param name="references" as="xs:string"/>
    <xsl:sequence select="some $one in tokenize($references)[matches(., '^[^,]+,[^,]+,[^,]+$')] satisfies m:time(tokenize($one, ',')[3]) ne tokenize($one, ',')[3]"/>
  </xsl:function>

  <xsl:function name="m:longitudes" as="xs:double*">
    <xsl:param name="points" as="xs:string"/>
    <xsl:sequence select="tokenize(replace(translate($points, '()[];', '     '), '\s*,\s*', ',')) ! number(substring-after(., ','))"/>
  </xsl:function>

  <!-- Of what stays, in order. -->
  <xsl:function name="m:names" as="xs:string*">
    <xsl:param name="root" as="element()"/>
    <xsl:param name="foreign" as="element()*"/>
    <xsl:sequence select="$root//cap:*[not(ancestor::cap:*[not(local-name() = ('alert', 'info', 'eventCode', 'parameter', 'geocode', 'resource', 'area'))])]
        [normalize-space() or not(local-name() = ('effective', 'onset', 'expires', 'altitude', 'ceiling', 'size'))]
        [not(self::mimeType)] ! local-name()"/>
  </xsl:function>
</xsl:stylesheet>
