<?xml version="1.0" encoding="UTF-8"?>
<!-- SOAP 1.1 messages to the envelope of the common model.
     Only what takes part in marking and planning; the payloads in the body are parts of their own.
     Elements follow the order in which the envelope prints them; the body is one object with the number of its parts.
     What neither marks nor plans is left out: it is named at the end, with its reason. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="https://tearline.example/functions"
    xmlns="https://tearline.example/common/1.0"
    xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"
    xmlns:tl="https://tearline.example/submit/1.0"
    xmlns:wsa="http://www.w3.org/2005/08/addressing">

  <xsl:import href="../common/functions.xsl"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="soap:Envelope" as="element()">
    <envelope>
      <xsl:apply-templates select="soap:Header/wsa:MessageID, soap:Header/wsa:From/wsa:Address"/>
      <xsl:apply-templates select="soap:Body"/>
    </envelope>
  </xsl:template>

  <xsl:template match="wsa:MessageID" as="element()">
    <id>{f:trim(.)}</id>
  </xsl:template>

  <xsl:template match="wsa:From/wsa:Address" as="element()">
    <sender>{f:trim(.)}</sender>
  </xsl:template>

  <!-- Our own operation wraps what it submits. -->
  <xsl:template match="soap:Body" as="element()">
    <object>
      <parts>{count(* except tl:submit) + count(tl:submit/*)}</parts>
    </object>
  </xsl:template>

  <!-- Not mapped, on purpose.
       wsse:Security      who sent it is what the door authenticated
       wsa:To, wsa:Action, wsa:ReplyTo   said to this door, not to a partner
       any other header   nothing here can say what it marks -->
</xsl:stylesheet>
