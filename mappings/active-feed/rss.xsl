<?xml version="1.0" encoding="UTF-8"?>
<!-- All alerts in force, as RSS 2.0.
     From the list that the gateway puts together: one item for each alert, with the address where the alert itself is served.
     An item's guid is that address, a permanent link; dates are those of RFC 822.
     Left out is nothing of the list. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns:a="https://tearline.example/active-feed/1.0"
    xmlns:atom="http://www.w3.org/2005/Atom"
    xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2"
    xmlns:georss="http://www.georss.org/georss">

  <xsl:import href="excerpt.xsl"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/a:active" as="element()">
    <rss version="2.0">
      <xsl:namespace name="cap" select="'urn:oasis:names:tc:emergency:cap:1.2'"/>
      <xsl:namespace name="atom" select="'http://www.w3.org/2005/Atom'"/>
      <xsl:namespace name="georss" select="'http://www.georss.org/georss'"/>
      <channel>
        <title>{@title}</title>
        <link>{@home}</link>
        <description>All alerts in force.</description>
        <lastBuildDate>{f:rfc822(@changed)}</lastBuildDate>
        <atom:link rel="self" type="application/rss+xml" href="{@self}"/>
        <xsl:apply-templates select="a:alert"/>
      </channel>
    </rss>
  </xsl:template>

  <xsl:template match="/">
    <xsl:apply-templates select="a:active"/>
  </xsl:template>

  <xsl:template match="a:alert" as="element()">
    <xsl:variable name="alert" as="element()" select="cap:alert"/>
    <item>
      <title>{f:title($alert)}</title>
      <link>{@href}</link>
      <description>{f:marked(($alert/cap:info[1] ! (cap:description, cap:headline, cap:event) ! f:trim(.)[. ne ''], 'Alert')[1], $alert/cap:status)}</description>
      <xsl:for-each select="distinct-values($alert/cap:info/cap:category ! f:trim(.))">
        <category>{.}</category>
      </xsl:for-each>
      <guid isPermaLink="true">{@href}</guid>
      <pubDate>{f:rfc822(@sent)}</pubDate>
      <xsl:call-template name="excerpt">
        <xsl:with-param name="alert" select="$alert"/>
      </xsl:call-template>
    </item>
  </xsl:template>

  <xsl:function name="f:rfc822" as="xs:string">
    <xsl:param name="time" as="item()"/>
    <xsl:sequence select="format-dateTime(adjust-dateTime-to-timezone(xs:dateTime($time), xs:dayTimeDuration('PT0S')),
        '[FNn,3-3], [D01] [MNn,3-3] [Y0001] [H01]:[m01]:[s01] +0000', 'en', (), ())"/>
  </xsl:function>
</xsl:stylesheet>
