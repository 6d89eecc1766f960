<?xml version="1.0" encoding="UTF-8"?>
<!-- The one tree to EDXL-SitRep 1.0, in the shape of 2013 (mode cs01) or of 2016 (mode cs02): the reverse of normalize.xsl.
     From small names to the shape's own, codes back into their wrappers.
     In the order of the tree.
     Which report can be written in 2016's shape is for from-common.xsl to say: it has no wrapper for a list of the sender's own. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:sr="urn:oasis:names:tc:emergency:EDXL:SitRep:1.0"
    xmlns:ct="urn:oasis:names:tc:emergency:edxl:ct:1.0"
    xmlns:gml="http://www.opengis.net/gml/3.2"
    xmlns:xnl="urn:oasis:names:tc:emergency:edxl:ciq:1.0:xnl"
    xmlns:xpil="urn:oasis:names:tc:emergency:edxl:ciq:1.0:xpil"
    xmlns:xal="urn:oasis:names:tc:emergency:edxl:ciq:1.0:xal"
    xmlns:f="https://tearline.example/functions">

  <xsl:import href="names.xsl"/>

  <xsl:mode name="cs01" on-no-match="fail"/>
  <xsl:mode name="cs02" on-no-match="fail"/>

  <!-- Every element has a prefix: the kind of the body is a QName, and a default namespace is lost more easily than a prefix. -->
  <xsl:variable name="prefixes" as="map(xs:string, xs:string)" select="map {
      'urn:oasis:names:tc:emergency:EDXL:SitRep:1.0': 'sr',
      'urn:oasis:names:tc:emergency:edxl:ct:1.0': 'ct',
      'http://www.opengis.net/gml/3.2': 'gml',
      'urn:oasis:names:tc:emergency:edxl:ciq:1.0:xnl': 'xnl',
      'urn:oasis:names:tc:emergency:edxl:ciq:1.0:xpil': 'xpil',
      'urn:oasis:names:tc:emergency:edxl:ciq:1.0:xal': 'xal' }"/>

  <xsl:function name="f:prefixed" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="$prefixes(namespace-uri($element)) || ':' || $name"/>
  </xsl:function>

  <!-- What was kept verbatim goes back as it was. -->
  <xsl:template match="f:verbatim" mode="cs01 cs02" as="element()*" priority="5">
    <xsl:copy-of select="*"/>
  </xsl:template>

  <!-- 2013 -->

  <xsl:template match="*" mode="cs01" as="element()">
    <xsl:variable name="plain" as="xs:boolean" select="exists(self::gml:pos | self::gml:posList | self::gml:exterior
        | self::gml:radius | self::gml:lowerCorner | self::gml:upperCorner)"/>
    <xsl:element name="{f:prefixed(., if ($plain) then local-name() else f:capital-name(.))}" namespace="{namespace-uri()}">
      <xsl:call-template name="namespaces"/>
      <xsl:apply-templates select="@*, node()" mode="cs01"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()" mode="cs01 cs02" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="@*" mode="cs01" as="attribute()">
    <xsl:attribute name="{f:prefixed(.., f:upper(local-name()))}" namespace="{namespace-uri(..)}" select="."/>
  </xsl:template>
  <xsl:template match="gml:*/@*" mode="cs01" as="attribute()">
    <xsl:attribute name="{local-name()}" select="."/>
  </xsl:template>
  <xsl:template match="gml:*/@id" mode="cs01" priority="1" as="attribute()">
    <xsl:attribute name="gml:id" select="."/>
  </xsl:template>

  <xsl:template match="sr:report/@type" mode="cs01" as="attribute()">
    <xsl:attribute name="xsi:type" select="'sr:' || ."/>
  </xsl:template>

  <!-- The published list stands in an element of its own beside the sender's, in a wrapper or without. -->
  <xsl:template match="sr:*[map:contains($wrapped, local-name())]" mode="cs01" as="element()" priority="2">
    <xsl:variable name="inner" as="xs:string" select="$wrapped(local-name())"/>
    <xsl:element name="sr:{f:capital-name(.)}">
      <xsl:element name="sr:{$inner}{if (f:own(.)) then '' else 'Default'}">
        <xsl:call-template name="code-2013"/>
      </xsl:element>
    </xsl:element>
  </xsl:template>

  <xsl:template match="sr:*[local-name() = $unwrapped]" mode="cs01" as="element()" priority="2">
    <xsl:element name="sr:{f:capital-name(.)}{if (f:own(.)) then '' else 'Default'}">
      <xsl:call-template name="code-2013"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*[sr:value | sr:pairValue]" mode="cs01" as="element()" priority="1">
    <xsl:element name="{f:prefixed(., f:capital-name(.))}" namespace="{namespace-uri()}">
      <xsl:call-template name="code-2013"/>
    </xsl:element>
  </xsl:template>

  <xsl:template name="code-2013" as="element()+">
    <xsl:param name="name" as="xs:string" select="local-name()"/>
    <xsl:choose>
      <xsl:when test="sr:pairValue">
        <ct:ValueKeyURI>
          <xsl:for-each select="sr:key">
            <xsl:call-template name="code-2013"><xsl:with-param name="name" select="$name"/></xsl:call-template>
          </xsl:for-each>
        </ct:ValueKeyURI>
        <ct:PairValue>{sr:pairValue}</ct:PairValue>
      </xsl:when>
      <xsl:otherwise>
        <ct:ValueListURI>{f:list-uri((@list, f:published-list($name))[1])}</ct:ValueListURI>
        <xsl:for-each select="sr:value"><ct:Value>{.}</ct:Value></xsl:for-each>
        <xsl:if test="not(sr:value)"><ct:Value>{f:published-value(.)}</ct:Value></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Others name their lists with words; what is no URI becomes one: a colon without a scheme before it, a bracket, half an escape. -->
  <xsl:function name="f:list-uri" as="xs:string">
    <xsl:param name="list" as="item()?"/>
    <xsl:variable name="name" as="xs:string" select="string($list)"/>
    <xsl:variable name="scheme" as="xs:boolean" select="not(matches($name, '^[^:/?#]*:')) or matches($name, '^[A-Za-z][A-Za-z0-9+.\-]*:.')"/>
    <xsl:sequence select="if ($scheme and not(matches(replace($name, '%[0-9A-Fa-f]{2}', ''), '[%\[\]]'))) then $name else encode-for-uri($name)"/>
  </xsl:function>

  <xsl:function name="f:own" as="xs:boolean">
    <xsl:param name="code" as="element()"/>
    <xsl:sequence select="exists(($code, $code/sr:key)/sr:value)"/>
  </xsl:function>

  <!-- 2016 -->

  <xsl:template match="*" mode="cs02" as="element()">
    <xsl:element name="{f:prefixed(., local-name())}" namespace="{namespace-uri()}">
      <xsl:call-template name="namespaces"/>
      <xsl:apply-templates select="@* except self::sr:*/@list, node()" mode="cs02"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*[sr:value]" mode="cs02" as="element()">
    <xsl:element name="{f:prefixed(., local-name())}" namespace="{namespace-uri()}">
      <ct:valueListURI>{f:list-uri(@list)}</ct:valueListURI>
      <xsl:for-each select="sr:value"><ct:value>{.}</ct:value></xsl:for-each>
    </xsl:element>
  </xsl:template>

  <xsl:template match="@*" mode="cs02" as="attribute()">
    <xsl:attribute name="{f:prefixed(.., f:upper(local-name()))}" namespace="{namespace-uri(..)}" select="."/>
  </xsl:template>
  <xsl:template match="xpil:*/@*" mode="cs02" as="attribute()">
    <xsl:attribute name="xpil:{replace(f:upper(local-name()), 'Type$', 'Kind')}" select="."/>
  </xsl:template>
  <xsl:template match="gml:*/@*" mode="cs02" as="attribute()">
    <xsl:attribute name="{f:upper(local-name())}" select="."/>
  </xsl:template>
  <xsl:template match="gml:*/@id" mode="cs02" priority="1" as="attribute()">
    <xsl:attribute name="gml:Id" select="."/>
  </xsl:template>

  <xsl:template match="sr:report/@type" mode="cs02" as="attribute()">
    <xsl:attribute name="xsi:type" select="'sr:' || . || 'Type'"/>
  </xsl:template>

  <xsl:template name="namespaces" as="namespace-node()*">
    <xsl:if test="self::sr:sitRep">
      <xsl:variable name="used" as="xs:string*" select="distinct-values(descendant-or-self::* ! namespace-uri())"/>
      <xsl:for-each select="map:keys($prefixes)[. = $used]">
        <xsl:namespace name="{$prefixes(.)}" select="."/>
      </xsl:for-each>
      <xsl:namespace name="ct" select="'urn:oasis:names:tc:emergency:edxl:ct:1.0'"/>
      <xsl:namespace name="xsi" select="'http://www.w3.org/2001/XMLSchema-instance'"/>
    </xsl:if>
  </xsl:template>

  <!-- Not mapped, on purpose.
       the address of a list, in cs02   that shape knows the published lists only, by their element -->
</xsl:stylesheet>
