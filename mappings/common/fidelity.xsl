<?xml version="1.0" encoding="UTF-8"?>
<!-- A record and the table of its crossing, to what of the record was kept, coerced and dropped.
     From a record of the common model, and mappings/<standard>/fidelity-<kind>.xml as parameter.
     One row for each path, in the order in which the record first has it; counts at the top; never a value.
     A path of which the table says nothing is 'unlisted': a check of the table fails where there is one. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="https://tearline.example/functions"
    xmlns:t="https://tearline.example/fidelity/1.0"
    xmlns="https://tearline.example/fidelity/1.0"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:param name="table" as="document-node()"/>

  <xsl:variable name="rows" as="map(xs:string, element())" select="map:merge($table/t:fidelity/* ! map { string(@path): . })"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="record"/>
  </xsl:template>

  <xsl:template match="record" as="element()">
    <xsl:variable name="lines" as="element()*">
      <xsl:for-each-group select="* ! f:leaves(.)" group-by="f:below-record(.)">
        <xsl:variable name="row" as="element()?" select="f:row(current-grouping-key())"/>
        <xsl:element name="{($row/local-name(), 'unlisted')[1]}">
          <xsl:attribute name="path" select="current-grouping-key()"/>
          <xsl:attribute name="times" select="count(current-group())"/>
          <xsl:copy-of select="$row/(@as, @how, @why)"/>
        </xsl:element>
      </xsl:for-each-group>
    </xsl:variable>
    <report format="{$table/*/@format}" kind="{$table/*/@kind}"
        kept="{sum($lines[self::t:kept]/@times)}" coerced="{sum($lines[self::t:coerced]/@times)}"
        dropped="{sum($lines[self::t:dropped]/@times)}" unlisted="{sum($lines[self::t:unlisted]/@times)}">
      <xsl:sequence select="$lines"/>
    </report>
  </xsl:template>

  <!-- What says something: texts and pointers. An extension is one thing, whatever it holds. -->
  <xsl:function name="f:leaves" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/self::extension) then $element
        else if ($element/*) then $element/* ! f:leaves(.)
        else $element[normalize-space() or @ref]"/>
  </xsl:function>

  <xsl:function name="f:below-record" as="xs:string">
    <xsl:param name="leaf" as="element()"/>
    <xsl:sequence select="string-join($leaf/ancestor-or-self::*[not(self::group)][ancestor::record] ! local-name(), '/')"/>
  </xsl:function>

  <!-- The path itself, else the nearest container that answers for all it holds. -->
  <xsl:function name="f:row" as="element()?">
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="steps" as="xs:string+" select="tokenize($path, '/')"/>
    <xsl:sequence select="($rows($path),
        for $length in reverse(1 to count($steps) - 1) return $rows(string-join(subsequence($steps, 1, $length), '/') || '/*'),
        if ($steps[last()] eq 'extension') then $rows('extension') else ())[1]"/>
  </xsl:function>

  <!-- Not mapped, on purpose.
       attributes             portion marks, languages and units go with their element -->
</xsl:stylesheet>
