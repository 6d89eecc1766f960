<?xml version="1.0" encoding="UTF-8"?>
<!-- Alerts in a row to the envelope of the common model.
     Only what tells one from another; the alerts are parts of their own.
     Elements follow the order in which the envelope prints them; all parts are one object.
     What neither marks nor plans is left out: it is named at the end, with its reason. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="https://tearline.example/functions"
    xmlns="https://tearline.example/common/1.0">

  <xsl:import href="../common/functions.xsl"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="*:alerts" as="element()">
    <envelope>
      <object>
        <parts>{count(*:alert)}</parts>
      </object>
    </envelope>
  </xsl:template>

  <!-- Not mapped, on purpose: whatever else stands between the alerts; nobody says what it means. -->
</xsl:stylesheet>
