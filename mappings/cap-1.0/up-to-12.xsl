<?xml version="1.0" encoding="UTF-8"?>
<!-- CAP 1.0 alerts to CAP 1.2 alerts.
     From what CAP 1.0 says otherwise than 1.1; all else is as from CAP 1.1, every repair included.
     Elements keep their order; a repair stands beside what it repaired.
     Left out: the password, and references, which name no time; the record keeps the latter. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns="urn:oasis:names:tc:emergency:cap:1.2"
    xpath-default-namespace="http://www.incident.com/cap/1.0">

  <xsl:import href="../cap-1.1/up-to-12.xsl"/>

  <!-- CAP-UP-5: nobody knows for whom it is. The scope stays unsaid, which is never taken for Public. -->
  <xsl:template match="alert[not(scope)]" mode="up" as="element()">
    <alert>
      <xsl:apply-templates select="*" mode="up"/>
      <xsl:sequence select="f:repair('CAP-UP-5', 'There was no scope; it was not taken for Public.')"/>
    </alert>
  </xsl:template>

  <!-- CAP-UP-3: the word was dropped in CAP 1.1. -->
  <xsl:template match="certainty[. = 'Very Likely']" mode="up" as="element()+">
    <certainty>Likely</certainty>
    <xsl:sequence select="f:repair('CAP-UP-3', 'Very Likely was called Likely, as CAP 1.1 and 1.2 do.')"/>
  </xsl:template>

  <!-- CAP-UP-4: a secret, and no part of the message. Its text is read nowhere. -->
  <xsl:template match="password" mode="up" as="element()">
    <xsl:sequence select="f:repair('CAP-UP-4', 'The password was left out.')"/>
  </xsl:template>

  <!-- CAP-UP-6: a category is required (CAP 1.2 §3.2.2). -->
  <xsl:template match="info[not(category)]" mode="up" as="element()">
    <info>
      <xsl:apply-templates select="language" mode="up"/>
      <category>Other</category>
      <xsl:apply-templates select="* except language" mode="up"/>
      <xsl:sequence select="f:repair('CAP-UP-6', 'There was no category; it became Other.')"/>
    </info>
  </xsl:template>

  <!-- CAP-UP-7: name=value becomes a pair; the value may hold more equals signs, the name none. -->
  <xsl:template match="eventCode | parameter | geocode" mode="up" as="element()*">
    <xsl:variable name="named" as="xs:boolean" select="matches(., '^\s*[^\s=][^=]*=')"/>
    <xsl:if test="matches(., '\S')">
      <xsl:element name="{local-name()}" namespace="{$cap-1.2}">
        <valueName>{if ($named) then normalize-space(substring-before(., '=')) else 'unspecified'}</valueName>
        <value>{if ($named) then substring-after(., '=') else replace(., '^\s*=', '')}</value>
      </xsl:element>
    </xsl:if>
    <xsl:if test="not($named)">
      <xsl:sequence select="f:repair('CAP-UP-7', 'A code, parameter or geocode was not name=value; its name became unspecified, or it was empty and left out.')"/>
    </xsl:if>
  </xsl:template>

  <!-- CAP-UP-8: identifier/sender names no time, so it is no reference of CAP 1.2. It stays one of the record's (to-common.xsl). -->
  <xsl:template match="references[matches(., '\S')]" mode="up" as="element()" priority="1">
    <xsl:sequence select="f:repair('CAP-UP-8', 'References without a time cannot be repeated in CAP 1.2.')"/>
  </xsl:template>

  <!-- Not mapped, on purpose: what up-to-12.xsl of CAP 1.1 leaves out. -->
</xsl:stylesheet>
