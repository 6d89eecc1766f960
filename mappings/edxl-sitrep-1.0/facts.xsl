<?xml version="1.0" encoding="UTF-8"?>
<!-- Codes and named facts of the common model to the one tree.
     From facts and groups to elements of the body that model.xsl describes.
     In the order of that model, whatever order they came in.
     A group that lacks what no word can stand for (a number, a time) is left out whole. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sr="urn:oasis:names:tc:emergency:EDXL:SitRep:1.0"
    xmlns:f="https://tearline.example/functions"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:import href="model.xsl"/>

  <!-- The word for what must be there and is not ours to show, and the list it stands in where a code must be. -->
  <xsl:variable name="withheld" as="xs:string" select="'[withheld]'"/>
  <xsl:variable name="withheld-list" as="xs:string" select="'https://tearline.example/lists/withheld'"/>

  <xsl:variable name="sr" as="xs:string" select="'urn:oasis:names:tc:emergency:EDXL:SitRep:1.0'"/>
  <xsl:variable name="ct" as="xs:string" select="'urn:oasis:names:tc:emergency:edxl:ct:1.0'"/>

  <!-- EDXL strings: one line, not empty, 1023 characters. -->
  <xsl:function name="f:token" as="xs:string">
    <xsl:param name="text" as="item()?"/>
    <xsl:sequence select="(substring(normalize-space($text ! string()), 1, 1023)[.], $withheld)[1]"/>
  </xsl:function>

  <!-- EDXL times: an offset, no 'Z', no fraction. -->
  <xsl:function name="f:time" as="xs:string">
    <xsl:param name="time" as="item()"/>
    <xsl:sequence select="normalize-space($time) => replace('\.\d+', '') => replace('Z$', '+00:00')"/>
  </xsl:function>

  <!-- One code: of the published list, or an entry of the sender's own with all its values. -->
  <xsl:function name="f:code-element" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="first" as="item()"/>
    <xsl:param name="values" as="element()*"/>
    <xsl:element name="{$name}" namespace="{$sr}">
      <xsl:for-each select="$values[1]/@scheme"><xsl:attribute name="list" select="."/></xsl:for-each>
      <xsl:choose>
        <xsl:when test="$values[1]/@kind = ('own', 'also')">
          <xsl:for-each select="$values"><sr:value>{.}</sr:value></xsl:for-each>
        </xsl:when>
        <xsl:otherwise>{normalize-space($first)}</xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:function>

  <xsl:function name="f:withheld-code" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:element name="{$name}" namespace="{$sr}">
      <xsl:attribute name="list" select="$withheld-list"/>
      <sr:value>{$withheld}</sr:value>
    </xsl:element>
  </xsl:function>

  <!-- A body has nothing that must be there: what cannot be whole is left out. -->
  <xsl:function name="f:body-facts" as="element()*">
    <xsl:param name="body" as="element(group)" xpath-default-namespace=""/>
    <xsl:param name="content" as="element()*"/>
    <xsl:for-each select="$body/*">
      <xsl:variable name="item" as="element()" select="."/>
      <xsl:sequence select="$content/*[(@kind, @role)[1] eq $item/@name] ! f:element($item, .)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:element" as="element()?">
    <xsl:param name="item" as="element()"/>
    <xsl:param name="fact" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="$item/@name"/>
    <xsl:choose>
      <xsl:when test="$item/@as eq 'any'">
        <xsl:element name="{$name}" namespace="{$sr}">
          <xsl:if test="$fact/extension/*"><f:verbatim><xsl:copy-of select="$fact/extension[*][1]/*[1]"/></f:verbatim></xsl:if>
        </xsl:element>
      </xsl:when>
      <xsl:when test="$item/self::Q{}group"><xsl:sequence select="f:group($item, $fact)"/></xsl:when>
      <xsl:when test="$item/@as eq 'place'">
        <xsl:element name="{$name}" namespace="{$sr}">
          <xsl:for-each select="$fact"><xsl:call-template name="location"/></xsl:for-each>
        </xsl:element>
      </xsl:when>
      <xsl:when test="$item/@as eq 'person'">
        <xsl:if test="$fact/name">
          <xsl:element name="{$name}" namespace="{$sr}">
            <xsl:for-each select="$fact"><xsl:call-template name="details"/></xsl:for-each>
          </xsl:element>
        </xsl:if>
      </xsl:when>
      <xsl:when test="$item/@as eq 'pair' or ($item/@own eq 'pair' and $fact/self::group)"><xsl:sequence select="f:pair-element($item, $fact)"/></xsl:when>
      <xsl:when test="$fact/self::group"><xsl:sequence select="f:entry($name, $fact)"/></xsl:when>
      <xsl:when test="$item/@as = ('code', 'list')"><xsl:sequence select="f:code-element($name, $fact, $fact)"/></xsl:when>
      <!-- A number that was made coarser ('6–20') has no place where the schema asks for one: better left out than untrue. -->
      <xsl:when test="matches($name, 'Count(ToDate|Estimate)?$|^countOf') and not(normalize-space($fact) castable as xs:unsignedInt)"/>
      <xsl:otherwise>
        <xsl:element name="{$name}" namespace="{f:namespace($item)}">{if ($item/@as eq 'string') then f:token($fact) else $fact}</xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- An entry of the sender's own list. -->
  <xsl:function name="f:entry" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="values" as="element()*" select="$entry/fact[@kind eq 'value']"/>
    <xsl:element name="{$name}" namespace="{$sr}">
      <xsl:attribute name="list" select="($values/@scheme, $withheld-list)[1]"/>
      <xsl:for-each select="$values"><sr:value>{.}</sr:value></xsl:for-each>
      <xsl:if test="empty($values)"><sr:value>{$withheld}</sr:value></xsl:if>
    </xsl:element>
  </xsl:function>

  <!-- A pair without its number is nothing; without its word it is withheld, and so its key must be the sender's own. -->
  <xsl:function name="f:pair-element" as="element()?">
    <xsl:param name="item" as="element()"/>
    <xsl:param name="pair" as="element()"/>
    <xsl:variable name="key" as="element()?" select="$pair/*[@kind eq 'key']"/>
    <xsl:variable name="value" as="element()?" select="$pair/fact[@kind eq 'value']"/>
    <xsl:if test="if ($item/@of eq 'int') then $value castable as xs:int else true()">
      <xsl:element name="{$item/@name}" namespace="{$sr}">
        <xsl:sequence select="if ($key/self::group) then f:entry('key', $key)
            else if ($key) then f:code-element('key', $key, $key) else f:withheld-code('key')"/>
        <sr:pairValue>{($value, $withheld)[1]}</sr:pairValue>
      </xsl:element>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:group" as="element()?">
    <xsl:param name="item" as="element()"/>
    <xsl:param name="group" as="element()?"/>
    <xsl:variable name="parts" as="element()*">
      <xsl:for-each select="$item/*">
        <xsl:variable name="part" as="element()" select="."/>
        <xsl:variable name="found" as="element()*" select="$group/*[(@kind, @role)[1] eq $part/@name] ! f:element($part, .)"/>
        <xsl:sequence select="if (empty($found) and @min) then f:fill($part) else $found"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="every $must in $item/*[@min] satisfies $parts[local-name() eq $must/@name]">
      <xsl:element name="{$item/@name}" namespace="{f:namespace($item)}">
        <!-- a published count category stands alone -->
        <xsl:sequence select="if ($item/@name eq 'casualtyAndIllnessCountCategory' and $parts[local-name() eq 'countCategory'][not(sr:value)])
            then $parts[local-name() eq 'countCategory'] else $parts"/>
      </xsl:element>
    </xsl:if>
  </xsl:function>

  <!-- What stands for something withheld, where anything can. -->
  <xsl:function name="f:fill" as="element()?">
    <xsl:param name="item" as="element()"/>
    <xsl:choose>
      <xsl:when test="$item/@as eq 'any'"><xsl:element name="{$item/@name}" namespace="{$sr}"/></xsl:when>
      <xsl:when test="$item/self::Q{}group"><xsl:sequence select="f:group($item, ())"/></xsl:when>
      <xsl:when test="$item/@as = ('string', 'text')"><xsl:element name="{$item/@name}" namespace="{$sr}">{$withheld}</xsl:element></xsl:when>
      <xsl:when test="$item/@as = ('code', 'list')"><xsl:sequence select="f:withheld-code($item/@name)"/></xsl:when>
      <xsl:when test="$item/@as eq 'place'">
        <xsl:element name="{$item/@name}" namespace="{$sr}">
          <xsl:for-each select="$item"><xsl:call-template name="location"/></xsl:for-each>
        </xsl:element>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- Weather comes from the common types. -->
  <xsl:function name="f:namespace" as="xs:string">
    <xsl:param name="item" as="element()"/>
    <xsl:sequence select="if ($item/ancestor::*[@name eq 'weatherEffects']) then $ct else $sr"/>
  </xsl:function>

  <!-- Not mapped, on purpose.
       a fact whose name the model does not know   the schema has no place for it -->
</xsl:stylesheet>
