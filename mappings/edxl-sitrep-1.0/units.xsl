<?xml version="1.0" encoding="UTF-8"?>
<!-- How far a unit reaches, and which number stands first.
     From a symbol, a UCUM or an EPSG name to metres; from srsName to the order of its axes.
     In no order.
     A unit that nobody knows has no metres: what to do then is up to the caller. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions">

  <xsl:function name="f:metres" as="xs:decimal?">
    <xsl:param name="unit" as="item()?"/>
    <xsl:variable name="symbol" as="xs:string" select="replace(normalize-space($unit ! string()), '^.*[:/]', '')"/>
    <xsl:sequence select="map { 'm': 1.0, '9001': 1.0, 'km': 1000.0, '9036': 1000.0, 'mi': 1609.344, '[mi_i]': 1609.344, '9093': 1609.344,
        'ft': 0.3048, '[ft_i]': 0.3048, '9002': 0.3048, 'nmi': 1852.0, '[nmi_i]': 1852.0, '9030': 1852.0 }($symbol)"/>
  </xsl:function>

  <!-- CRS84 alone puts longitude first. -->
  <xsl:function name="f:longitude-first" as="xs:boolean">
    <xsl:param name="srs" as="item()?"/>
    <xsl:sequence select="matches(string($srs), 'CRS:?84')"/>
  </xsl:function>
</xsl:stylesheet>
