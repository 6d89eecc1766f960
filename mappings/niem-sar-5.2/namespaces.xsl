<?xml version="1.0" encoding="UTF-8"?>
<!-- The namespaces of NIEM 5.2 and 6.0, and ours on top of each. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="https://tearline.example/functions">

  <xsl:variable name="six-of-five" as="map(xs:string, xs:string)" select="map {
    'https://tearline.example/niem5/sar/1.0/': 'https://tearline.example/niem/sar/1.0/',
    'http://release.niem.gov/niem/niem-core/5.0/': 'https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/',
    'http://release.niem.gov/niem/domains/jxdm/7.2/': 'https://docs.oasis-open.org/niemopen/ns/model/domains/justice/6.0/',
    'http://release.niem.gov/niem/domains/emergencyManagement/5.2/': 'https://docs.oasis-open.org/niemopen/ns/model/domains/emergencyManagement/6.0/',
    'http://release.niem.gov/niem/domains/maritime/5.2/': 'https://docs.oasis-open.org/niemopen/ns/model/domains/maritime/6.0/',
    'http://release.niem.gov/niem/auxiliary/cui/5.1/': 'https://docs.oasis-open.org/niemopen/ns/model/auxiliary/cui/6.0/',
    'http://release.niem.gov/niem/codes/usps/5.0/': 'https://docs.oasis-open.org/niemopen/ns/model/codes/usps/6.0/',
    'http://release.niem.gov/niem/structures/5.0/': 'https://docs.oasis-open.org/niemopen/ns/model/structures/6.0/' }"/>

  <xsl:variable name="five-of-six" as="map(xs:string, xs:string)" select="
    map:merge(map:keys($six-of-five) ! map { $six-of-five(.): . })"/>

  <!-- Any other namespace is the same in both. -->
  <xsl:function name="f:six" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="($six-of-five(namespace-uri($node)), string(namespace-uri($node)))[1]"/>
  </xsl:function>

  <xsl:function name="f:five" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="($five-of-six(namespace-uri($node)), string(namespace-uri($node)))[1]"/>
  </xsl:function>
</xsl:stylesheet>
