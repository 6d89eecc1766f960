<?xml version="1.0" encoding="UTF-8"?>
<!-- RSS 2.0 feeds to the envelope of the common model.
     Only what tells one from another; the alerts are parts of their own.
     Elements follow the order in which the envelope prints them; all parts are one object.
     What neither marks nor plans is left out: it is named at the end, with its reason. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="https://tearline.example/functions"
    xmlns="https://tearline.example/common/1.0">

  <xsl:import href="../common/functions.xsl"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="rss" as="element()">
    <envelope>
      <xsl:apply-templates select="channel/link[1]"/>
      <object>
        <parts>{count(channel/item/*[local-name() = 'alert'][matches(namespace-uri(), '^(urn:oasis:names:tc:emergency:cap:|http://www\.incident\.com/cap/)')])}</parts>
      </object>
    </envelope>
  </xsl:template>

  <xsl:template match="channel/link" as="element()">
    <id>{f:trim(.)}</id>
  </xsl:template>

  <!-- Not mapped, on purpose.
       pubDate, lastBuildDate       written as in letters; an alert has its own time
       title, description           an alert says itself what it is
       managingEditor, webMaster    who sent it is what the door authenticated
       category                     a feed's own words, which no agreement knows
       cap:* in an item             an excerpt, never a message, unless it is a whole alert -->
</xsl:stylesheet>
