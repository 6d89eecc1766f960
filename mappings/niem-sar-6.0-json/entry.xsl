<?xml version="1.0" encoding="UTF-8"?>
<!-- One entry of a NIEM collection, as the XML of a feed's page has it, to the same entry as JSON.
     What stands in it is written as every report is.
     In the order of the XML.
     Nothing is left out. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="https://tearline.example/functions">

  <xsl:import href="from-common.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/" as="text()">
    <xsl:value-of select="f:json(*, '')"/>
  </xsl:template>

  <!-- Not mapped, on purpose: nothing. -->
</xsl:stylesheet>
