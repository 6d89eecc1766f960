<?xml version="1.0" encoding="UTF-8"?>
<!-- What EDXL-DE 1.0 and both shapes of 2.0 say alike.
     From a distribution to pieces of the envelope: names lose their namespace and their first capital, payloads become empty 'part's.
     Elements keep the order of the source; each standard's own stylesheet puts them into the order of the envelope.
     Skipped is what neither marks nor plans: it is named in each standard's own stylesheet, with its reason. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns="https://tearline.example/common/1.0">

  <xsl:import href="functions.xsl"/>

  <xsl:mode on-no-match="fail"/>
  <xsl:mode name="lower" on-no-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="*:EDXLDistribution | *:edxlDistribution" as="element()">
    <xsl:variable name="distribution" as="element()">
      <distribution xmlns="">
        <xsl:apply-templates select="*" mode="lower"/>
      </distribution>
    </xsl:variable>
    <envelope>
      <xsl:apply-templates select="$distribution"/>
    </envelope>
  </xsl:template>

  <xsl:template match="*" mode="lower" as="element()">
    <xsl:element name="{lower-case(substring(local-name(), 1, 1)) || substring(local-name(), 2)}" namespace="">
      <xsl:apply-templates select="* | text()" mode="lower"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()" mode="lower" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- Payloads are counted, not read. -->
  <xsl:template match="*:embeddedXMLContent | *:EmbeddedXMLContent" mode="lower" as="element()*">
    <xsl:for-each select="*"><part xmlns=""/></xsl:for-each>
  </xsl:template>

  <xsl:template match="*:keyXMLContent | *:KeyXMLContent | *:nonXMLContent | *:otherContent | *:OtherContent | *:other | *:Other
      | *:extension | *:targetArea | *:targetAreas | *:TargetAreas | *:link | *:Link" mode="lower"/>

  <!-- An empty one stays: it is said, and nobody can say what it means. -->
  <xsl:template match="combinedConfidentiality | confidentiality" as="element()">
    <confidentiality>{f:said(.)}</confidentiality>
  </xsl:template>

  <xsl:template match="language" as="element()?">
    <xsl:if test="f:trim(.)"><language>{f:trim(.)}</language></xsl:if>
  </xsl:template>

  <xsl:template match="explicitAddress" as="element()*">
    <xsl:for-each select="explicitAddressValue">
      <address><list>{f:trim(../explicitAddressScheme)}</list><value>{f:trim(.)}</value></address>
    </xsl:for-each>
  </xsl:template>

  <!-- A value means nothing without the list it comes from. -->
  <xsl:template match="recipientRole | consumerRole | keyword | contentKeyword" as="element()*">
    <xsl:variable name="name" as="xs:string" select="if (self::recipientRole or self::consumerRole) then 'role' else 'keyword'"/>
    <xsl:for-each select="value">
      <xsl:element name="{$name}">
        <list>{f:trim((../valueListUrn, ../valueListURI)[1])}</list>
        <value>{f:trim(.)}</value>
      </xsl:element>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="contentDescription" as="element()?">
    <xsl:if test="f:trim(.)"><description>{f:trim(.)}</description></xsl:if>
  </xsl:template>

  <xsl:function name="f:incidents" as="element()*">
    <xsl:param name="ids" as="element()*"/>
    <xsl:for-each select="distinct-values($ids ! f:trim(.)[.])">
      <incident>{.}</incident>
    </xsl:for-each>
  </xsl:function>

  <!-- Most say a code plainly; cs01 of DE 2.0 wraps it in a default list or one of its own, whose several values all count. -->
  <xsl:function name="f:said" as="xs:string">
    <xsl:param name="coded" as="element()?"/>
    <xsl:sequence select="if ($coded//value) then string-join($coded//value ! f:trim(.), ' + ') else f:trim($coded)"/>
  </xsl:function>
</xsl:stylesheet>
