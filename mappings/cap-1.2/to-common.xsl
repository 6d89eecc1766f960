<?xml version="1.0" encoding="UTF-8"?>
<!-- CAP 1.2 alerts to the common model.
     An alert becomes a record, each info one event in its language, each area of it one place, each resource one attachment.
     Templates follow the order in which the common model prints its elements, which is CAP's own but for the header.
     Empty optional elements and the signature are left out; what has no home goes into an extension, verbatim. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
    xmlns:f="https://tearline.example/functions"
    xmlns="https://tearline.example/common/1.0"
    xpath-default-namespace="urn:oasis:names:tc:emergency:cap:1.2">

  <xsl:import href="../common/functions.xsl"/>

  <!-- Older versions are layered on this mapping and say here what they came from. -->
  <xsl:variable name="standard" as="xs:string" select="'cap-1.2'"/>

  <!-- Kit checks run strict: an element nobody thought of stops a build, never an alert (there it is kept, most sensitive). -->
  <xsl:param name="strict" static="yes" as="xs:boolean" select="false()"/>
  <xsl:mode _on-no-match="{if ($strict) then 'fail' else 'deep-skip'}"/>
  <xsl:template match="*" priority="-1" as="element()" use-when="not($strict)">
    <xsl:sequence select="f:extension(.)"/>
  </xsl:template>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="alert" as="element()">
    <record>
      <header>
        <id>{f:trim(identifier)}</id>
        <kind>alert</kind>
        <standard>{$standard}</standard>
        <status>{f:trim(status)}</status>
        <type>{f:trim(msgType)}</type>
        <sender>{f:trim(sender)}</sender>
        <sent>{f:trim(sent)}</sent>
        <xsl:if test="exists(info) and (every $info in info satisfies f:trim($info/expires) castable as xs:dateTime)">
          <expires>{f:latest(info/expires ! f:trim(.))}</expires>
        </xsl:if>
        <xsl:apply-templates select="source, scope, restriction, addresses, code, note, references, incidents"/>
      </header>
      <marking/> <!-- CAP has no mark: what scope and restriction mean stands in the sender's file -->
      <xsl:variable name="content" as="element()*">
        <xsl:apply-templates select="info, * except (identifier, sender, sent, status, msgType, source, scope, restriction,
            addresses, code, note, references, incidents, info)"/>
      </xsl:variable>
      <xsl:variable name="ordered" as="element()*" select="f:extensions-last($content)"/>
      <xsl:sequence select="$ordered[local-name() ne 'extension']"/>
      <xsl:call-template name="repairs"/>
      <xsl:sequence select="$ordered[local-name() eq 'extension']"/>
    </record>
  </xsl:template>

  <!-- What breaks a rule, was taken all the same, and is right in the record: under the rule's id, and never with a value. -->
  <xsl:template name="repairs" as="element()*">
    <xsl:if test="identifier ne f:trim(identifier)">
      <repair kind="CAP-ID-1">The white space around the identifier was taken off.</repair>
    </xsl:if>
    <xsl:if test="sender ne f:trim(sender)">
      <repair kind="CAP-SND-1">The white space around the sender was taken off.</repair>
    </xsl:if>
    <xsl:if test="info/area/polygon[f:open(.)]">
      <repair kind="CAP-GEO-1">A polygon was closed: its first point was repeated as its last.</repair>
    </xsl:if>
  </xsl:template>

  <!-- A ring of three points or more that lacks nothing but its end. -->
  <xsl:function name="f:open" as="xs:boolean">
    <xsl:param name="polygon" as="xs:string"/>
    <xsl:variable name="points" as="xs:string*" select="tokenize($polygon)"/>
    <xsl:sequence select="count($points) ge 3 and (every $point in ($points[1], $points[last()]) satisfies matches($point, '^[+\-]?[0-9.]+,[+\-]?[0-9.]+$'))
        and not(deep-equal(tokenize($points[1], ',') ! number(), tokenize($points[last()], ',') ! number()))
        and (every $point in $points satisfies matches($point, '^[+\-]?[0-9.]+,[+\-]?[0-9.]+$'))"/>
  </xsl:function>

  <!-- Any other fault of a ring is left as it came. -->
  <xsl:template match="polygon[f:open(.)]" as="element()">
    <polygon>{f:trim(.)} {tokenize(.)[1]}</polygon>
  </xsl:template>

  <xsl:template match="references" as="element()*">
    <xsl:for-each select="tokenize(.)">
      <xsl:variable name="part" as="xs:string+" select="tokenize(., ',')"/>
      <reference>
        <xsl:choose>
          <xsl:when test="count($part) eq 3 and (every $each in $part satisfies $each)">
            <sender>{$part[1]}</sender>
            <id>{$part[2]}</id>
            <sent>{$part[3]}</sent>
          </xsl:when>
          <xsl:otherwise><raw>{.}</raw></xsl:otherwise>
        </xsl:choose>
      </reference>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="incidents" as="element()*">
    <xsl:for-each select="f:names(.)">
      <incident>{.}</incident>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="info" as="element()">
    <event><xsl:call-template name="children"/></event>
  </xsl:template>

  <xsl:template match="event" priority="2" as="element()">
    <name>{f:trim(.)}</name>
  </xsl:template>

  <xsl:template match="eventCode" as="element()">
    <code><xsl:call-template name="pair"/></code>
  </xsl:template>

  <xsl:template match="parameter" as="element()">
    <parameter><xsl:call-template name="pair"/></parameter>
  </xsl:template>

  <xsl:template match="resource" as="element()">
    <attachment><xsl:call-template name="children"/></attachment>
  </xsl:template>

  <xsl:template match="resourceDesc" priority="2" as="element()">
    <description>{f:trim(.)}</description>
  </xsl:template>

  <xsl:template match="mimeType" priority="2" as="element()">
    <mediaType>{f:trim(.)}</mediaType>
  </xsl:template>

  <xsl:template match="derefUri" as="element()">
    <content>{f:trim(.)}</content>
  </xsl:template>

  <xsl:template match="area" as="element()">
    <place role="area"><xsl:call-template name="children"/></place>
  </xsl:template>

  <xsl:template match="areaDesc" priority="2" as="element()">
    <description>{f:trim(.)}</description>
  </xsl:template>

  <xsl:template match="geocode" as="element()">
    <geocode><xsl:call-template name="pair"/></geocode>
  </xsl:template>

  <!-- What CAP and the common model call by the same name. -->
  <xsl:template match="source | scope | restriction | addresses | code | note
      | language | category | responseType | urgency | severity | certainty | audience | effective | onset | expires
      | senderName | headline | description | instruction | web | contact | size | uri | digest
      | polygon | circle | altitude | ceiling" as="element()">
    <xsl:element name="{local-name()}">{f:trim(.)}</xsl:element>
  </xsl:template>

  <xsl:template name="children" as="element()*">
    <xsl:variable name="content" as="element()*">
      <xsl:apply-templates select="*"/>
    </xsl:variable>
    <xsl:sequence select="f:extensions-last($content)"/>
  </xsl:template>

  <!-- Unknown names, duplicates and empty values included: they mean something to somebody (CAP 1.2 §3.2.2). -->
  <xsl:template name="pair" as="element()+">
    <name>{f:trim(valueName)}</name>
    <value>{f:trim(value)}</value>
  </xsl:template>

  <!-- Not mapped, on purpose. Where the schema requires an element, it is kept even when empty (priority 2 above). -->
  <xsl:template match="ds:*" priority="2"/> <!-- signs the source, not what we make of it (CAP 1.2 §3.3.4.1); the original bytes are kept elsewhere -->
  <xsl:template match="Q{urn:oasis:names:tc:emergency:cap:1.2}*[not(*)][not(normalize-space())]" priority="1"/> <!-- empty and optional: says what an absent one says -->
</xsl:stylesheet>
