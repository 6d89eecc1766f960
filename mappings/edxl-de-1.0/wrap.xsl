<?xml version="1.0" encoding="UTF-8"?>
<!-- A product in an EDXL-DE 1.0 distribution.
     From a released record and the product made of it: CAP for an alert, SitRep for a situation report.
     Elements follow the sequence of EDXL-DE 1.0 §3.2; the one content object holds the product as it is.
     Left out is what the envelope need not say: it is named at the end, with its reason. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:f="https://tearline.example/functions"
    xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:import href="../common/wrapping.xsl"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="record"/>
  </xsl:template>

  <xsl:template match="record" as="element()">
    <xsl:variable name="header" as="element()" select="header"/>
    <EDXLDistribution>
      <distributionID>{f:distribution-id($header/id)}</distributionID>
      <senderID>{$gateway}</senderID>
      <dateTimeSent>{f:with-offset($header/sent)}</dateTimeSent>
      <distributionStatus>{f:distribution-status($header)}</distributionStatus>
      <distributionType>{f:distribution-type($header)}</distributionType>
      <combinedConfidentiality>{(f:confidentiality(.), 'UNCLASSIFIED')[1]}</combinedConfidentiality>
      <xsl:for-each select="($header/language, event/language)[1]"><language>{.}</language></xsl:for-each>
      <xsl:for-each select="f:named($header)">
        <distributionReference>{f:distribution-id(id)},{$gateway},{f:with-offset(sent)}</distributionReference>
      </xsl:for-each>
      <contentObject>
        <xsl:for-each select="$header/incident[1]"><incidentID>{.}</incidentID></xsl:for-each>
        <confidentiality>{(f:confidentiality(.), 'UNCLASSIFIED')[1]}</confidentiality>
        <xmlContent>
          <embeddedXMLContent>
            <xsl:copy-of select="$content/*"/>
          </embeddedXMLContent>
        </xmlContent>
      </contentObject>
    </EDXLDistribution>
  </xsl:template>

  <!-- Not mapped, on purpose.
       place                  the payload says where; who gets it is what the agreements say, not a target area
       explicitAddress, roles, keyword   nobody is routed by them here
       everything else        it is in the payload -->
</xsl:stylesheet>
