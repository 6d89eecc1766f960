<?xml version="1.0" encoding="UTF-8"?>
<!-- EDXL-SitRep 1.0, either shape, to one tree.
     Names small, codes out of their wrappers, the body's kind an attribute: then both shapes are one mapping.
     In the order of the source; every element remembers by 'source' where it came from.
     Comments and white space between elements are left out; what is foreign becomes an extension, verbatim. -->
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

  <xsl:key name="source" match="*" use="generate-id()"/>

  <xsl:mode name="one-tree" on-no-match="fail"/>

  <xsl:template match="*" mode="one-tree" priority="-1" as="element()">
    <xsl:sequence select="f:extension(.)"/>
  </xsl:template>

  <xsl:template match="sr:* | ct:* | gml:* | xnl:* | xpil:* | xal:*" mode="one-tree" as="element()">
    <xsl:element name="{f:small-name(.)}" namespace="{namespace-uri()}">
      <xsl:call-template name="origin"/>
      <xsl:apply-templates select="@*" mode="one-tree"/>
      <xsl:apply-templates select="*" mode="one-tree"/>
      <xsl:if test="not(*)">{.}</xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- Attributes lose their namespace; of two words for one thing the older stays. -->
  <xsl:template match="@*" mode="one-tree" as="attribute()">
    <xsl:variable name="name" as="xs:string" select="f:lower(local-name())"/>
    <xsl:attribute name="{if (parent::xpil:*) then replace(replace($name, '^kind$', 'type'), 'Kind$', 'Type') else $name}" select="normalize-space(.)"/>
  </xsl:template>
  <xsl:template match="@xsi:*" mode="one-tree"/>

  <!-- xsi:type is a QName: its prefix means what is in scope. Code that followed the prose writes the kind as an element instead. -->
  <xsl:template match="sr:Report | sr:report" mode="one-tree" as="element()">
    <xsl:variable name="inner" as="element()?" select="sr:*[not(../@xsi:type)][f:body(local-name())]"/>
    <xsl:element name="report" namespace="{namespace-uri()}">
      <xsl:call-template name="origin"/>
      <xsl:attribute name="type" select="(@xsi:type ! replace(local-name-from-QName(resolve-QName(normalize-space(.), ..)), 'Type$', ''),
          $inner ! f:upper(local-name()))[1]"/>
      <xsl:apply-templates select="if ($inner) then (* except $inner, $inner/*) else *" mode="one-tree"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:body" as="xs:boolean">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="f:upper($name) = ('FieldObservation', 'SituationInformation', 'ResponseResourcesTotals',
        'CasualtyAndIllnessSummary', 'ManagementReportingSummary')"/>
  </xsl:function>

  <!-- Codes. Published: the text of the element. The sender's own: value elements. 'list' names the list, where the source did. -->
  <xsl:template match="sr:*[map:contains($wrapped, f:small-name(.))][sr:*]" mode="one-tree" priority="2" as="element()">
    <xsl:element name="{f:small-name(.)}" namespace="{namespace-uri()}">
      <xsl:call-template name="origin"/>
      <xsl:call-template name="code">
        <xsl:with-param name="holder" select="sr:*[1]"/>
        <xsl:with-param name="published" select="ends-with(local-name(sr:*[1]), 'Default')"/>
      </xsl:call-template>
    </xsl:element>
  </xsl:template>

  <xsl:template match="sr:*[replace(f:small-name(.), 'Default$', '') = $unwrapped] | *[ct:ValueListURI | ct:valueListURI]
      | *[ct:ValueKeyURI | ct:valueKeyURI]" mode="one-tree" as="element()" priority="1">
    <xsl:element name="{replace(f:small-name(.), 'Default$', '')}" namespace="{namespace-uri()}">
      <xsl:call-template name="origin"/>
      <xsl:call-template name="code">
        <xsl:with-param name="published" select="ends-with(local-name(), 'Default')"/>
      </xsl:call-template>
    </xsl:element>
  </xsl:template>

  <xsl:template name="code" as="node()*">
    <xsl:param name="holder" as="element()" select="."/>
    <xsl:param name="published" as="xs:boolean"/>
    <xsl:variable name="key" as="element()?" select="$holder/(ct:ValueKeyURI, ct:valueKeyURI)"/>
    <xsl:choose>
      <xsl:when test="$key">
        <sr:key>
          <xsl:call-template name="code">
            <xsl:with-param name="holder" select="$key"/>
            <xsl:with-param name="published" select="$published"/>
          </xsl:call-template>
        </sr:key>
        <sr:pairValue>{$holder/(ct:PairValue, ct:pairValue)}</sr:pairValue>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="values" as="element()*" select="$holder/(ct:Value, ct:value)"/>
        <xsl:for-each select="$holder/(ct:ValueListURI, ct:valueListURI)">
          <xsl:attribute name="list" select="normalize-space(.)"/>
        </xsl:for-each>
        <xsl:choose>
          <xsl:when test="$published or empty($values)">{normalize-space(string-join(($values, $holder[empty($values)]), ' '))}</xsl:when>
          <xsl:otherwise>
            <xsl:for-each select="$values"><sr:value>{.}</sr:value></xsl:for-each>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="origin" as="attribute()">
    <xsl:attribute name="source" select="generate-id()"/>
  </xsl:template>

  <!-- Not mapped, on purpose.
       @xsi:* but the kind of the body   schema locations and repeated types say nothing to a receiver
       comments                          nobody's message -->
</xsl:stylesheet>
