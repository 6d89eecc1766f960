<?xml version="1.0" encoding="UTF-8"?>
<!-- Atom 1.0 feeds and entries to the envelope of the common model.
     Only what tells one from another; the alerts are parts of their own.
     Elements follow the order in which the envelope prints them; all parts are one object.
     What neither marks nor plans is left out: it is named at the end, with its reason. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="https://tearline.example/functions"
    xmlns="https://tearline.example/common/1.0"
    xmlns:atom="http://www.w3.org/2005/Atom">

  <xsl:import href="../common/functions.xsl"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="atom:feed | atom:entry" as="element()">
    <envelope>
      <xsl:apply-templates select="atom:id[1], atom:updated[1]"/>
      <object>
        <parts>{count((self::atom:entry | atom:entry)/atom:content[not(@type = ('text', 'html', 'xhtml'))]/*)}</parts>
      </object>
    </envelope>
  </xsl:template>

  <xsl:template match="atom:id" as="element()">
    <id>{f:trim(.)}</id>
  </xsl:template>

  <xsl:template match="atom:updated" as="element()">
    <sent>{f:trim(.)}</sent>
  </xsl:template>

  <!-- Not mapped, on purpose.
       author, contributor   who sent it is what the door authenticated
       title, summary, link  an alert says itself what it is
       category              a feed's own words, which no agreement knows
       cap:* in an entry     an excerpt, never a message -->
</xsl:stylesheet>
