<?xml version="1.0" encoding="UTF-8"?>
<!-- Suspicious activity reports in NIEM 5.2 to the common model.
     First to NIEM 6.0 (up-to-60.xsl), then as any report of 6.0: two layers, and nothing said twice.
     The order is that of the mapping from 6.0.
     Left out is what the two layers leave out. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <xsl:import href="../niem-sar-6.0/to-common.xsl"/>
  <xsl:import href="up-to-60.xsl"/>

  <xsl:variable name="standard" as="xs:string" select="'niem-sar-5.2'"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="up" as="document-node()">
      <xsl:document><xsl:apply-templates select="*" mode="up"/></xsl:document>
    </xsl:variable>
    <xsl:apply-templates select="$up/*"/>
  </xsl:template>

  <!-- Not mapped, on purpose: see up-to-60.xsl and the mapping from 6.0. -->
</xsl:stylesheet>
