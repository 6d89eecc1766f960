<?xml version="1.0" encoding="UTF-8"?>
<!-- All alerts in force, as Atom 1.0 (RFC 4287).
     From the list that the gateway puts together: one entry for each alert, with the address where the alert itself is served.
     An entry's id is that address, and stays the same as long as the alert is in force.
     Left out is nothing of the list. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="https://tearline.example/functions"
    xmlns:a="https://tearline.example/active-feed/1.0"
    xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2"
    xmlns:georss="http://www.georss.org/georss"
    xmlns="http://www.w3.org/2005/Atom">

  <xsl:import href="excerpt.xsl"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/a:active" as="element()">
    <feed>
      <xsl:namespace name="cap" select="'urn:oasis:names:tc:emergency:cap:1.2'"/>
      <xsl:namespace name="georss" select="'http://www.georss.org/georss'"/>
      <id>{@home}</id>
      <title>{@title}</title>
      <updated>{@changed}</updated>
      <author><name>{@title}</name></author>
      <link rel="self" type="application/atom+xml" href="{@self}"/>
      <xsl:apply-templates select="a:alert"/>
    </feed>
  </xsl:template>

  <xsl:template match="/">
    <xsl:apply-templates select="a:active"/>
  </xsl:template>

  <xsl:template match="a:alert" as="element()">
    <xsl:variable name="alert" as="element()" select="cap:alert"/>
    <entry>
      <id>{@href}</id>
      <title>{f:title($alert)}</title>
      <updated>{@sent}</updated>
      <published>{@sent}</published>
      <author><name>{f:author($alert)}</name></author>
      <link rel="alternate" type="application/cap+xml" href="{@href}"/>
      <xsl:for-each select="distinct-values($alert/cap:info/cap:category ! f:trim(.))">
        <category term="{.}"/>
      </xsl:for-each>
      <xsl:if test="@rights"><rights>{@rights}</rights></xsl:if>
      <summary>{f:marked(($alert/cap:info[1] ! (cap:description, cap:headline, cap:event) ! f:trim(.)[. ne ''], 'Alert')[1], $alert/cap:status)}</summary>
      <xsl:call-template name="excerpt">
        <xsl:with-param name="alert" select="$alert"/>
      </xsl:call-template>
    </entry>
  </xsl:template>
</xsl:stylesheet>
