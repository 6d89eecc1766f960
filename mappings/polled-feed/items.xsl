<?xml version="1.0" encoding="UTF-8"?>
<!-- What a feed that was fetched holds: alerts to take, and addresses of alerts to fetch.
     From Atom, RSS, EDXL-DE, the wrappers called alerts, or an alert alone; the feed itself need not be valid, what is taken is checked later.
     Oldest first, so that an update follows what it updates; where nothing can be compared, from the last to the first.
     Left out are entries that neither hold an alert nor link to one: excerpts of CAP in an entry are no message. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns:atom="http://www.w3.org/2005/Atom"
    xmlns="https://tearline.example/polled-feed/1.0">

  <xsl:import href="../common/functions.xsl"/>

  <xsl:template match="/" as="element()">
    <items>
      <xsl:apply-templates select="*" mode="feed"/>
    </items>
  </xsl:template>

  <!-- The envelope of a distribution marks what is in it: one document at a time, in the same envelope, with the objects that are none (pictures). -->
  <xsl:template match="*[lower-case(local-name()) = 'edxldistribution']" mode="feed" as="element()*">
    <xsl:variable name="envelope" as="element()" select="."/>
    <xsl:for-each select="(*, *[lower-case(local-name()) = 'content']/*)[f:holds-document(.)]">
      <item>
        <xsl:apply-templates select="$envelope" mode="alone">
          <xsl:with-param name="object" select="." tunnel="yes"/>
        </xsl:apply-templates>
      </item>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*" mode="alone">
    <xsl:param name="object" as="element()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test=". is $object"><xsl:copy-of select="."/></xsl:when>
      <xsl:when test="f:holds-document(.)"/>
      <xsl:when test="$object/ancestor::* intersect .">
        <xsl:copy><xsl:copy-of select="@*"/><xsl:apply-templates mode="alone"/></xsl:copy>
      </xsl:when>
      <xsl:otherwise><xsl:copy-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="feed" as="element()*">
    <xsl:variable name="alerts" as="element()*" select="descendant-or-self::*[f:is-alert(.)][not(ancestor::*[f:is-alert(.)])]"/>
    <xsl:variable name="entries" as="element()*" select="descendant-or-self::*:entry[local-name(..) = 'feed' or self::atom:entry][not(descendant::*[f:is-alert(.)])], (.//item, .//*:item[local-name(..) = ('channel', 'RDF')])[not(descendant::*[f:is-alert(.)])]"/>
    <xsl:for-each select="reverse(($alerts | $entries))">
      <xsl:sort select="f:moment(.)"/>
      <xsl:choose>
        <xsl:when test="f:is-alert(.)"><item><xsl:copy-of select="."/></item></xsl:when>
        <xsl:when test="f:escaped(.)"><item escaped="yes">{f:escaped(.)}</item></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="." mode="link"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- A link that says it leads to an alert, else the entry's own; never one that says it leads to a page (OASIS CAP feeds). -->
  <xsl:template match="*:entry" mode="link" as="element()?">
    <xsl:variable name="own" as="element()*" select="*:link[not(@rel) or @rel = ('alternate', 'none')]"/>
    <xsl:variable name="links" as="attribute()*" select="
        (*:link | *:content)[f:says-alert(@type)] ! (@href, @src)[1],
        (*:content[@src], $own)[not(@type) or contains(@type, 'xml')][not(contains(@type, 'html'))] ! (@href, @src)[1]"/>
    <xsl:for-each select="$links[f:trim(.)][1]">
      <item href="{f:address(.)}" base="{f:base(..)}" stamp="{f:trim((../../(*:updated, *:modified, *:issued))[1])}"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*" mode="link" as="element()?">
    <!-- A link may be relative, though RSS knows no such thing; a guid that is none of the web is only a name. -->
    <xsl:variable name="href" as="xs:string*" select="
        *:enclosure[f:says-alert(@type)]/@url ! string(),
        *:enclosure[contains(@type, 'xml')]/@url ! string(),
        *:link[not(*)] ! (f:trim(.), @href ! string())[.][1],
        *:guid[not(@isPermaLink = 'false')] ! f:trim(.)[matches(., '^https?:')]"/>
    <xsl:if test="exists($href)">
      <item href="{f:address($href[1])}" base="{f:base(.)}" stamp="{f:trim((*:pubDate, *:date)[1])}"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:says-alert" as="xs:boolean">
    <xsl:param name="type" as="attribute()?"/>
    <xsl:sequence select="contains($type, 'cap+xml') or contains($type, 'common-alerting-protocol+xml')"/>
  </xsl:function>

  <!-- Blanks and letters beyond ASCII stand in many, and in no address. -->
  <xsl:function name="f:address" as="xs:string">
    <xsl:param name="written" as="xs:string"/>
    <xsl:sequence select="iri-to-uri(f:trim($written))"/>
  </xsl:function>

  <!-- What relative addresses start from, the outermost first (XML Base); the address of the feed itself is the reader's to know. -->
  <xsl:function name="f:base" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string-join($element/ancestor-or-self::*/@xml:base ! f:address(.)[.], ' ')"/>
  </xsl:function>

  <!-- An alert that stands as text in an entry: some systems cannot write XML into XML. -->
  <xsl:function name="f:escaped" as="xs:string?">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="($entry/(*:content, *:description, *:encoded, *:summary)[not(*)] ! f:trim(.)
        [matches(., '^(&lt;\?xml[^&gt;]*\?&gt;\s*)?&lt;([\w\-]+:)?alert[\s&gt;]')][matches(., 'emergency:cap:|incident\.com/cap/')] ! replace(., '^&lt;\?xml[^&gt;]*\?&gt;\s*', ''))[1]"/>
  </xsl:function>

  <xsl:function name="f:holds-document" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="lower-case(local-name($element)) = 'contentobject' and exists($element/*[lower-case(local-name()) = ('xmlcontent', 'contentxml')])"/>
  </xsl:function>

  <xsl:function name="f:is-alert" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="local-name($element) = 'alert' and matches(namespace-uri($element), '^(urn:oasis:names:tc:emergency:cap:|http://www\.incident\.com/cap/)')"/>
  </xsl:function>

  <xsl:function name="f:moment" as="xs:dateTime">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="said" as="xs:string?" select="($element ! (*:sent, *:updated, *:date) ! f:trim(.)[. castable as xs:dateTime])[1]"/>
    <xsl:sequence select="if ($said) then xs:dateTime($said) else xs:dateTime('0001-01-01T00:00:00Z')"/>
  </xsl:function>
</xsl:stylesheet>
