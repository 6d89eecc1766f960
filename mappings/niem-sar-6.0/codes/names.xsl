<?xml version="1.0" encoding="UTF-8"?>
<!-- The prefixes under which both directions speak of NIEM 6.0 and our extension. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions">

  <xsl:variable name="namespaces" as="map(xs:string, xs:string)" select="map {
    'sarx': 'https://tearline.example/niem/sar/1.0/',
    'nc': 'https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/',
    'j': 'https://docs.oasis-open.org/niemopen/ns/model/domains/justice/6.0/',
    'm': 'https://docs.oasis-open.org/niemopen/ns/model/domains/maritime/6.0/',
    'cui': 'https://docs.oasis-open.org/niemopen/ns/model/auxiliary/cui/6.0/',
    'usps': 'https://docs.oasis-open.org/niemopen/ns/model/codes/usps/6.0/' }"/>

  <xsl:variable name="prefixes" as="map(xs:string, xs:string)" select="
    map:merge(map:keys($namespaces) ! map { $namespaces(.): . })" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <!-- The name of an element as the tables write it. -->
  <xsl:function name="f:name" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="($prefixes(namespace-uri($element)), '?')[1] || ':' || local-name($element)"/>
  </xsl:function>
</xsl:stylesheet>
