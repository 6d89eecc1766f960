<?xml version="1.0" encoding="UTF-8"?>
<!-- CAP 1.1 alerts to the common model.
     First to CAP 1.2 (up-to-12.xsl), then as any CAP 1.2 alert: two layers, and nothing said twice.
     The order is that of the mapping from CAP 1.2; repairs stand after the events, each kind once.
     Left out is what the two layers leave out. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="https://tearline.example/common/1.0"
    xmlns="https://tearline.example/common/1.0">

  <xsl:import href="../cap-1.2/to-common.xsl"/>
  <xsl:import href="up-to-12.xsl"/>

  <xsl:variable name="standard" as="xs:string" select="'cap-1.1'"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="up" as="document-node()">
      <xsl:document><xsl:apply-templates select="*" mode="up"/></xsl:document>
    </xsl:variable>
    <xsl:variable name="record" as="element(c:record)">
      <xsl:apply-templates select="$up/*"/>
    </xsl:variable>
    <record>
      <xsl:copy-of select="$record/(* except c:extension)"/>
      <xsl:for-each-group select="$up//c:repair" group-by="@kind || string()">
        <xsl:copy-of select="."/>
      </xsl:for-each-group>
      <xsl:copy-of select="$record/c:extension"/>
    </record>
  </xsl:template>

  <!-- Said once, by the record as a whole. -->
  <xsl:template match="c:repair" priority="3"/>

  <!-- Not mapped, on purpose: see up-to-12.xsl and the mapping from CAP 1.2. -->
</xsl:stylesheet>
