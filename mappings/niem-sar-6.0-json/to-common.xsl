<?xml version="1.0" encoding="UTF-8"?>
<!-- Suspicious activity reports of NIEM 6.0 that came as JSON to the common model.
     From the XML that the door made of the JSON: the mapping from 6.0 as it is, under the name of this standard.
     The order is that of the mapping from 6.0.
     Left out is what that mapping leaves out. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <xsl:import href="../niem-sar-6.0/to-common.xsl"/>
  <xsl:variable name="standard" as="xs:string" select="'niem-sar-6.0-json'"/>

  <!-- Not mapped, on purpose: see the mapping from 6.0. -->
</xsl:stylesheet>
