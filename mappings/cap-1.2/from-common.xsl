<?xml version="1.0" encoding="UTF-8"?>
<!-- The common model to CAP 1.2 alerts.
     From a record of kind alert, whole or released; each event becomes an info, each of its places an area. Of kind situation: see from-situation.xsl.
     Elements follow the sequence of CAP 1.2 §3.2; what is required and was withheld becomes a neutral word, what is optional goes.
     Left out is what an alert cannot say: it is named at the end, with its reason. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns="urn:oasis:names:tc:emergency:cap:1.2"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:import href="../common/functions.xsl"/>
  <xsl:import href="from-situation.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes" suppress-indentation="description instruction polygon derefUri"/>

  <!-- True for what leaves: then texts say what is not real, and the marking stands where CAP has room for it.
       False where a document only passes through the common model: it comes out as it went in. -->
  <xsl:param name="mark-status" as="xs:boolean" select="false()"/>

  <!-- The word for what must be there and is not ours to show. It says nothing of what stood there. -->
  <xsl:variable name="withheld" as="xs:string" select="'[withheld]'"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="record[header/kind = 'alert']"/>
    <xsl:apply-templates select="record[header/kind = 'situation']" mode="situation"/>
    <xsl:if test="record/header/kind = 'sar'">
      <xsl:message terminate="yes" error-code="f:no-such-alert">A suspicious activity report never becomes an alert.</xsl:message>
    </xsl:if>
  </xsl:template>

  <xsl:template match="record" as="element()">
    <xsl:variable name="header" as="element()" select="header"/>
    <xsl:variable name="scope" as="xs:string" select="string(($header/scope, 'Restricted')[1])"/> <!-- unsaid is never Public -->
    <alert>
      <identifier>{$header/id}</identifier>
      <sender>{$header/sender}</sender>
      <sent>{$header/sent}</sent>
      <status>{($header/status, 'Test')[1]}</status> <!-- unsaid is never Actual -->
      <xsl:variable name="references" as="xs:string*"
          select="$header/reference ! (raw, .[sender and id and sent] ! string-join((sender, id, sent), ','))[1]"/>
      <!-- An update that can name nothing earlier (CAP 1.0 knows no time) is news to its reader; a Cancel is never guessed. -->
      <msgType>{if ($header/type = 'Update' and empty($references)) then 'Alert' else $header/type}</msgType>
      <xsl:apply-templates select="$header/source"/>
      <scope>{$scope}</scope>
      <xsl:call-template name="restriction">
        <xsl:with-param name="scope" select="$scope"/>
      </xsl:call-template>
      <xsl:call-template name="addresses">
        <xsl:with-param name="scope" select="$scope"/>
      </xsl:call-template>
      <xsl:apply-templates select="$header/code"/>
      <xsl:call-template name="note">
        <xsl:with-param name="scope" select="$scope"/>
      </xsl:call-template>
      <xsl:if test="exists($references)">
        <references>{string-join($references, ' ')}</references>
      </xsl:if>
      <xsl:if test="$header/incident">
        <incidents>{f:list($header/incident)}</incidents>
      </xsl:if>
      <xsl:apply-templates select="event"/>
    </alert>
  </xsl:template>

  <!-- A restricted alert says by which rule (CAP 1.2 §3.2.1): the banner of what remains, then what its sender said. -->
  <xsl:template name="restriction" as="element()?">
    <xsl:param name="scope" as="xs:string"/>
    <xsl:variable name="banner" as="xs:string?" select="f:banner(.)[$scope eq 'Restricted']"/>
    <xsl:variable name="rules" as="xs:string*" select="distinct-values(($banner, header/restriction ! string()))"/>
    <xsl:choose>
      <xsl:when test="exists($rules)"><restriction>{string-join($rules, '; ')}</restriction></xsl:when>
      <xsl:when test="empty(header/scope) or ($mark-status and $scope eq 'Restricted')"><restriction>See agreement</restriction></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Required where the scope is Private (CAP 1.2 §3.2.1), and nobody's business but the sender's where they were withheld. -->
  <xsl:template name="addresses" as="element()?">
    <xsl:param name="scope" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="header/addresses"><addresses>{header/addresses}</addresses></xsl:when>
      <xsl:when test="$mark-status and $scope eq 'Private'"><addresses>{$withheld}</addresses></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="note" as="element()?">
    <xsl:param name="scope" as="xs:string"/>
    <xsl:variable name="word" as="xs:string?" select="f:unreal(header/status)[$mark-status]"/>
    <xsl:variable name="lines" as="xs:string*" select="
        $word ! (. || ': this message is not about a real event.'),
        header/note ! string(),
        f:banner(.)[$scope ne 'Restricted'] ! ('Handling: ' || .),
        marking/notice ! string()"/>
    <xsl:if test="exists($lines)">
      <note>{string-join($lines, '&#10;')}</note>
    </xsl:if>
  </xsl:template>

  <xsl:template match="event" as="element()">
    <info>
      <xsl:apply-templates select="language"/>
      <xsl:apply-templates select="category"/>
      <xsl:if test="empty(category)"><category>Other</category></xsl:if>
      <event>{f:text((name ! string(), $withheld)[1], .)}</event>
      <xsl:apply-templates select="responseType"/>
      <urgency>{(urgency, 'Unknown')[1]}</urgency>
      <severity>{(severity, 'Unknown')[1]}</severity>
      <certainty>{(certainty, 'Unknown')[1]}</certainty>
      <xsl:apply-templates select="audience, code, effective, onset, expires, senderName, headline, description,
          instruction, web, contact, parameter, attachment, place"/>
    </info>
  </xsl:template>

  <xsl:template match="headline | description | instruction" as="element()">
    <xsl:element name="{local-name()}">{f:text(., .)}</xsl:element>
  </xsl:template>

  <xsl:template match="event/code" as="element()">
    <eventCode><xsl:call-template name="pair"/></eventCode>
  </xsl:template>

  <xsl:template match="parameter" as="element()">
    <parameter><xsl:call-template name="pair"/></parameter>
  </xsl:template>

  <xsl:template match="attachment" as="element()">
    <resource>
      <resourceDesc>{(description, $withheld)[1]}</resourceDesc>
      <mimeType>{(mediaType, 'application/octet-stream')[1]}</mimeType>
      <xsl:apply-templates select="size, uri, content, digest"/>
    </resource>
  </xsl:template>

  <xsl:template match="content" as="element()">
    <derefUri>{.}</derefUri>
  </xsl:template>

  <!-- The union of its shapes, in the order that CAP prints them (CAP 1.2 §3.2.4). -->
  <xsl:template match="place" as="element()">
    <area>
      <areaDesc>{if (description) then string-join(description, '; ') else $withheld}</areaDesc>
      <xsl:apply-templates select="polygon | box, circle | point, geocode, altitude, ceiling[../altitude or not($mark-status)]"/>
    </area>
  </xsl:template>

  <xsl:template match="point" as="element()">
    <circle>{.} 0</circle>
  </xsl:template>

  <!-- Two corners make four, and the first once more. -->
  <xsl:template match="box" as="element()">
    <xsl:variable name="n" as="xs:string*" select="tokenize(translate(., ',', ' '))"/>
    <polygon>{$n[1]},{$n[2]} {$n[1]},{$n[4]} {$n[3]},{$n[4]} {$n[3]},{$n[2]} {$n[1]},{$n[2]}</polygon>
  </xsl:template>

  <xsl:template match="geocode" as="element()">
    <geocode><xsl:call-template name="pair"/></geocode>
  </xsl:template>

  <!-- What CAP and the common model call by the same name. -->
  <xsl:template match="header/source | header/code | language | category | responseType | audience
      | effective | onset | expires | senderName | web | contact | size | uri | digest
      | polygon | circle | altitude | ceiling" as="element()">
    <xsl:element name="{local-name()}">{.}</xsl:element>
  </xsl:template>

  <xsl:template name="pair" as="element()+">
    <valueName>{name}</valueName>
    <value>{value}</value>
  </xsl:template>

  <!-- A text of an event that is not real says so, wherever a reader may meet it alone. -->
  <xsl:function name="f:text" as="xs:string">
    <xsl:param name="text" as="item()"/>
    <xsl:param name="within" as="element()"/>
    <xsl:sequence select="if ($mark-status) then f:marked($text, $within/ancestor-or-self::record/header/status) else string($text)"/>
  </xsl:function>

  <xsl:function name="f:banner" as="xs:string?">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="string-join($record/marking/banner, ' + ')[.]"/>
  </xsl:function>

  <!-- Not mapped, on purpose.
       header/expires         each info has its own
       header/kind, standard  what it was before it was an alert
       marking/sensitivity, designator, list, dissemination   they are in the banner, which was computed from them
       event/name, second and later, complexity, started, size, disaster, jurisdiction   CAP has no element for them
       place/line, address    CAP has no lines, and addresses stand in the description where they may be shown
       extension              CAP 1.2 admits no foreign element -->
</xsl:stylesheet>
