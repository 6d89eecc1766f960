<?xml version="1.0" encoding="UTF-8"?>
<!-- EDXL-DE 2.0 distributions to the envelope of the common model.
     Both shapes by one set of templates: the names of cs01 are those of cs02 with a capital, which the shared stylesheet lowers.
     Elements follow the order in which the envelope prints them; objects stand in document order, each with the number of its parts.
     What neither marks nor plans is left out: it is named at the end, with its reason. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="https://tearline.example/functions"
    xmlns="https://tearline.example/common/1.0">

  <xsl:import href="../common/distribution.xsl"/>

  <xsl:template match="distribution" as="element()+">
    <id>{f:trim(distributionID)}</id>
    <sender>{f:trim(senderID)}</sender>
    <sent>{f:trim(dateTimeSent)}</sent>
    <expires>{f:trim(dateTimeExpires)}</expires>
    <status>{f:said(distributionStatus)}</status>
    <type>{f:said(distributionKind)}</type>
    <xsl:apply-templates select="descriptor ! (combinedConfidentiality, language, explicitAddress, recipientRole, keyword)"/>
    <xsl:sequence select="f:incidents(descriptor/incidentID)"/>
    <xsl:apply-templates select="content/contentObject"/>
  </xsl:template>

  <xsl:template match="contentObject" as="element()">
    <object>
      <xsl:apply-templates select="contentDescriptor ! (contentDescription, confidentiality, consumerRole, contentKeyword)"/>
      <parts>{count(contentXML/part)}</parts>
    </object>
  </xsl:template>

  <!-- Not mapped, on purpose.
       targetAreas              the envelope has no room for them yet; a payload says where itself
       urgency, severity, certainty   the payload's own win (DE2-23)
       senderRole, originatorRole     who sent it is what the door authenticated
       incidentDescription      free text that nothing compares
       link, contentID, contentLanguage   ties between objects; keywords tie parts, and order does
       keyXMLContent            an excerpt of a payload, never a message (DE2-11)
       otherContent             an attachment: no part, so its object counts none
       extension, other         site metadata and signatures: nothing here can say what they mark -->
</xsl:stylesheet>
