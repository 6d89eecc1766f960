<?xml version="1.0" encoding="UTF-8"?>
<!-- What Atom and RSS say alike of one alert in force.
     From a CAP 1.2 product, as its reader may see it: nothing here looks behind it.
     Titles come from the first info; elements of CAP follow CAP 1.2 §3.2, shapes follow as GeoRSS Simple.
     Left out are long texts and what only the alert itself can carry: whoever needs them follows the link. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2"
    xmlns:georss="http://www.georss.org/georss"
    xpath-default-namespace="urn:oasis:names:tc:emergency:cap:1.2">

  <xsl:import href="../common/functions.xsl"/>

  <!-- A title of what is not real says so first, whatever the alert calls itself. -->
  <xsl:function name="f:title" as="xs:string">
    <xsl:param name="alert" as="element(cap:alert)"/>
    <xsl:variable name="said" as="xs:string" select="($alert/info[1] ! (headline, event) ! f:trim(.)[. ne ''], 'Alert')[1]"/>
    <xsl:sequence select="f:marked($said, $alert/status)"/>
  </xsl:function>

  <xsl:function name="f:author" as="xs:string">
    <xsl:param name="alert" as="element(cap:alert)"/>
    <xsl:sequence select="(($alert/info[1]/senderName, $alert/sender) ! f:trim(.)[. ne ''])[1]"/>
  </xsl:function>

  <xsl:template name="excerpt" as="element()*">
    <xsl:param name="alert" as="element(cap:alert)"/>
    <xsl:variable name="info" as="element()?" select="$alert/info[1]"/>
    <xsl:for-each select="$alert ! (identifier, sender, sent, status, msgType, scope, references),
        $info ! (category, event, responseType, urgency, severity, certainty, effective, onset, expires)">
      <xsl:element name="cap:{local-name()}">{f:trim(.)}</xsl:element>
    </xsl:for-each>
    <xsl:where-populated>
      <cap:areaDesc>{string-join($info/area/areaDesc ! f:trim(.), '; ')}</cap:areaDesc>
    </xsl:where-populated>
    <xsl:for-each select="$info/area/geocode">
      <cap:geocode><cap:valueName>{f:trim(valueName)}</cap:valueName><cap:value>{f:trim(value)}</cap:value></cap:geocode>
    </xsl:for-each>
    <xsl:for-each select="distinct-values($info/area/polygon ! f:trim(.))[. ne '']">
      <georss:polygon>{normalize-space(translate(., ',', ' '))}</georss:polygon>
    </xsl:for-each>
    <!-- a radius in kilometres there, in metres here -->
    <xsl:for-each select="distinct-values($info/area/circle ! f:trim(.))[matches(., '^\S+,\S+\s+[0-9.]+$')]">
      <georss:circle>{translate(tokenize(.)[1], ',', ' ')} {round(xs:decimal(tokenize(.)[2]) * 1000)}</georss:circle>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
