<?xml version="1.0" encoding="UTF-8"?>
<!-- EDXL-DE 1.0 distributions to the envelope of the common model.
     Only what takes part in marking and planning; the payloads are parts of their own, and stay where they are.
     Elements follow the order in which the envelope prints them; objects stand in document order, each with the number of its parts.
     What neither marks nor plans is left out: it is named at the end, with its reason. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns="https://tearline.example/common/1.0">

  <xsl:import href="../common/distribution.xsl"/>

  <xsl:template match="distribution" as="element()+">
    <id>{f:trim(distributionID)}</id>
    <sender>{f:trim(senderID)}</sender>
    <sent>{f:trim(dateTimeSent)}</sent>
    <status>{f:trim(distributionStatus)}</status>
    <type>{f:trim(distributionType)}</type>
    <xsl:apply-templates select="combinedConfidentiality, language, explicitAddress, recipientRole, keyword"/>
    <xsl:apply-templates select="distributionReference"/>
    <xsl:sequence select="f:incidents(contentObject/incidentID)"/>
    <xsl:apply-templates select="contentObject"/>
  </xsl:template>

  <!-- Written id, sender, time; what is none of these three was refused (DE1-07). -->
  <xsl:template match="distributionReference" as="element()?">
    <xsl:variable name="field" as="xs:string*" select="tokenize(., ',') ! f:trim(.)"/>
    <xsl:if test="count($field) eq 3 and not($field = '')">
      <reference><sender>{$field[2]}</sender><id>{$field[1]}</id><sent>{$field[3]}</sent></reference>
    </xsl:if>
  </xsl:template>

  <xsl:template match="contentObject" as="element()">
    <object>
      <xsl:apply-templates select="contentDescription, confidentiality, consumerRole, contentKeyword"/>
      <parts>{count(xmlContent/part)}</parts>
    </object>
  </xsl:template>

  <!-- Not mapped, on purpose.
       targetArea               the envelope has no room for it yet; a payload says where itself
       senderRole, originatorRole   who sent it is what the door authenticated
       incidentDescription      free text that nothing compares
       keyXMLContent            excerpts of a payload, never a message (DE1-18)
       nonXMLContent            an attachment: no part, so its object counts none
       ds:Signature             checked on the bytes, or not at all -->
</xsl:stylesheet>
