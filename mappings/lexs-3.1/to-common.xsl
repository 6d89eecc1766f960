<?xml version="1.0" encoding="UTF-8"?>
<!-- LEXS 3.1 publish to the envelope facts of the common model.
     From lexspd:doPublish, to who sent it, when, and how many data items each message holds.
     The order is that of the messages.
     Left out is all that the data items say themselves: each is read with its message around it. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:lexspd="http://usdoj.gov/leisp/lexs/publishdiscover/3.1"
    xmlns:lexs="http://usdoj.gov/leisp/lexs/3.1"
    xmlns="https://tearline.example/common/1.0">

  <xsl:param name="strict" static="yes" as="xs:boolean" select="false()"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="lexspd:doPublish" as="element()">
    <envelope>
      <xsl:apply-templates select="lexs:PublishMessageContainer/lexs:PublishMessage[1]"/>
      <xsl:for-each select="lexs:PublishMessageContainer/lexs:PublishMessage">
        <object>
          <xsl:for-each select="lexs:PDMessageMetadata/lexs:DataSensitivity[normalize-space()]">
            <confidentiality>{normalize-space()}</confidentiality>
          </xsl:for-each>
          <parts>{count(lexs:DataItemPackage)}</parts>
        </object>
      </xsl:for-each>
    </envelope>
  </xsl:template>

  <xsl:template match="lexs:PublishMessage" as="element()+">
    <id>{normalize-space(lexs:PDMessageMetadata/lexs:MessageSequenceNumber)}</id>
    <sender>{normalize-space(lexs:DataSubmitterMetadata/lexs:SystemIdentifier/lexs:ORI)}</sender>
    <sent>{normalize-space(lexs:PDMessageMetadata/lexs:MessageDateTime) ! replace(., '(T[^Z+\-]*)$', '$1Z')}</sent>
  </xsl:template>

  <!-- Not mapped, on purpose.
       LEXSVersion     the schema has seen to it -->
</xsl:stylesheet>
