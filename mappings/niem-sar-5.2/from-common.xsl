<?xml version="1.0" encoding="UTF-8"?>
<!-- The common model to suspicious activity reports and EM messages in NIEM 5.2.
     First to NIEM 6.0, as for every partner of 6.0, then down to 5.2 (down-to-52.xsl).
     The order is that of the mapping to 6.0.
     Left out is what 5.2 cannot say: fidelity.md of the message specification and down-to-52.xsl name it. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <xsl:import href="../niem-sar-6.0/from-common.xsl"/>
  <xsl:import href="down-to-52.xsl"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="six" as="document-node()">
      <xsl:document><xsl:next-match/></xsl:document>
    </xsl:variable>
    <xsl:apply-templates select="$six/*" mode="down"/>
  </xsl:template>

  <!-- Not mapped, on purpose: see down-to-52.xsl and the mapping to 6.0. -->
</xsl:stylesheet>
