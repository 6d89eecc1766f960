<?xml version="1.0" encoding="UTF-8"?>
<!-- The common model to suspicious activity reports and EM messages of NIEM 6.0 as JSON-LD (NDR 6.0, section 13).
     First to NIEM 6.0 in XML, then element by element: names are names, and what is repeated is an array.
     Properties stand where the first element of their name stood.
     Left out are the wrappers: what an augmentation holds is said of its owner. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="https://tearline.example/functions"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:nc="https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/"
    xmlns:cui="https://docs.oasis-open.org/niemopen/ns/model/auxiliary/cui/6.0/"
    xmlns:structures="https://docs.oasis-open.org/niemopen/ns/model/structures/6.0/">

  <xsl:import href="../niem-sar-6.0/from-common.xsl"/>
  <xsl:import href="codes/types.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:variable name="context" as="map(xs:string, xs:string)" select="map:merge((
      $namespaces, map { 'em': 'https://docs.oasis-open.org/niemopen/ns/model/domains/emergencyManagement/6.0/',
        'structures': 'https://docs.oasis-open.org/niemopen/ns/model/structures/6.0/', 'rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' }))"/>
  <xsl:variable name="context-prefixes" as="map(xs:string, xs:string)" select="map:merge(map:keys($context) ! map { $context(.): . })"/>

  <xsl:template match="/" as="text()">
    <xsl:variable name="xml" as="document-node()">
      <xsl:document><xsl:next-match/></xsl:document>
    </xsl:variable>
    <xsl:value-of select="'{', f:members((
        f:quoted('@context') || ': {' || string-join(sort(map:keys($context)) ! (f:quoted(.) || ': ' || f:quoted($context(.))), ', ') || '}',
        f:quoted(f:json-name($xml/*)) || ': ' || f:json($xml/*, '  ')), ''), '}&#10;'" separator=""/>
  </xsl:template>

  <!-- A value: a reference, a plain value, a value with attributes, or an object. -->
  <xsl:function name="f:json" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="indent" as="xs:string"/>
    <xsl:variable name="attributes" as="xs:string*" select="$element/@* ! f:attribute(.)"/>
    <xsl:choose>
      <xsl:when test="$element/@structures:ref">
        <xsl:sequence select="'{' || f:quoted('@id') || ': ' || f:quoted('#' || $element/@structures:ref) || '}'"/>
      </xsl:when>
      <xsl:when test="empty($element/*) and empty($attributes)"><xsl:sequence select="f:value($element)"/></xsl:when>
      <xsl:when test="empty($element/*)">
        <xsl:sequence select="'{' || f:members(($attributes, (f:quoted('rdf:value') || ': ' || f:value($element))[normalize-space($element)]), $indent) || '}'"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="members" as="xs:string*">
          <xsl:for-each-group select="f:parts($element)" group-by="f:json-name(.)">
            <xsl:sequence select="f:quoted(current-grouping-key()) || ': ' || (if (count(current-group()) eq 1) then f:json(., $indent || '  ')
                else '[' || string-join(current-group() ! f:json(., $indent || '  '), ', ') || ']')"/>
          </xsl:for-each-group>
        </xsl:variable>
        <xsl:sequence select="'{' || f:members(($attributes, $members), $indent) || '}'"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:parts" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/* ! (if (ends-with(local-name(), 'Augmentation')) then f:parts(.) else .)"/>
  </xsl:function>

  <xsl:function name="f:attribute" as="xs:string?">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:choose>
      <xsl:when test="$attribute/self::attribute(xsi:nil)"/>
      <xsl:when test="$attribute/self::attribute(structures:id)"><xsl:sequence select="f:quoted('@id') || ': ' || f:quoted('#' || $attribute)"/></xsl:when>
      <xsl:when test="$attribute[self::attribute(nc:metadataRef) or self::attribute(cui:portionMarkingMetadataRef)]">
        <xsl:variable name="references" as="xs:string*" select="tokenize($attribute) ! ('{' || f:quoted('@id') || ': ' || f:quoted('#' || .) || '}')"/>
        <xsl:sequence select="f:quoted(f:json-name($attribute)) || ': ' || (if (count($references) eq 1) then $references else '[' || string-join($references, ', ') || ']')"/>
      </xsl:when>
      <xsl:when test="$attribute/self::attribute(structures:appliesToParent)">
        <xsl:sequence select="f:quoted(f:json-name($attribute)) || ': ' || xs:boolean($attribute)"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="f:quoted(f:json-name($attribute)) || ': ' || f:quoted($attribute)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:value" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="f:json-name($element)"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space($element)"/>
    <xsl:sequence select="
        if ($truths($name) and $text castable as xs:boolean) then string(xs:boolean($text))
        else if ($numbers($name) and $text castable as xs:decimal)
          then (if (matches($text, '^-?(0|[1-9][0-9]*)(\.[0-9]+)?$')) then $text else string(xs:decimal($text)))
        else f:quoted($element)"/>
  </xsl:function>

  <xsl:function name="f:members" as="xs:string">
    <xsl:param name="members" as="xs:string*"/>
    <xsl:param name="indent" as="xs:string"/>
    <xsl:sequence select="string-join($members ! ('&#10;  ' || $indent || .), ',') || '&#10;' || $indent"/>
  </xsl:function>

  <xsl:function name="f:json-name" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="(if (name($node) eq 'xml:lang') then name($node) else $context-prefixes(string(namespace-uri($node))) || ':' || local-name($node))"/>
  </xsl:function>

  <xsl:function name="f:quoted" as="xs:string">
    <xsl:param name="value" as="item()"/>
    <xsl:sequence select="'&quot;' || (string($value) => replace('\\', '\\\\') => replace('&quot;', '\\&quot;') => replace('&#10;', '\\n')
        => replace('&#13;', '\\r') => replace('&#9;', '\\t')) || '&quot;'"/>
  </xsl:function>

  <!-- Not mapped, on purpose.
       xsi:nil     a reference says what it is by its @id -->
</xsl:stylesheet>
