<?xml version="1.0" encoding="UTF-8"?>
<!-- A product in an EDXL-DE 2.0 distribution (the names of Committee Specification 02).
     From a released record and the product made of it: CAP for an alert, SitRep for a situation report.
     Elements follow the sequence of the schema; the one content object holds the product as it is.
     Left out is what the envelope need not say: it is named at the end, with its reason. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    xmlns:f="https://tearline.example/functions"
    xmlns="urn:oasis:names:tc:emergency:EDXL:DE:2.0"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:import href="../common/wrapping.xsl"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="record"/>
  </xsl:template>

  <xsl:template match="record" as="element()">
    <xsl:variable name="header" as="element()" select="header"/>
    <xsl:variable name="sent" as="xs:string" select="f:plain(f:with-offset($header/sent))"/>
    <edxlDistribution xlink:type="extended">
      <distributionID>{f:distribution-id($header/id)}</distributionID>
      <senderID>{$gateway}</senderID>
      <dateTimeSent>{$sent}</dateTimeSent>
      <dateTimeExpires>{f:expires($header, $sent)}</dateTimeExpires>
      <distributionStatus>{f:distribution-status($header)}</distributionStatus>
      <distributionKind>{f:distribution-type($header)}</distributionKind>
      <descriptor xlink:type="resource" xlink:label="descriptor">
        <!-- What is controlled is not classified: the banner stands with the content, for which the schema has room. -->
        <combinedConfidentiality>Unclassified</combinedConfidentiality>
        <xsl:for-each select="($header/language, event/language)[1]"><language>{.}</language></xsl:for-each>
        <xsl:for-each select="$header/incident"><incidentID>{.}</incidentID></xsl:for-each>
      </descriptor>
      <content xlink:type="resource" xlink:label="content">
        <contentObject xlink:type="resource" xlink:label="object">
          <contentDescriptor>
            <xsl:for-each select="f:confidentiality(.)"><contentDescription>Handling: {.}</contentDescription></xsl:for-each>
            <confidentiality>Unclassified</confidentiality>
          </contentDescriptor>
          <contentXML>
            <embeddedXMLContent>
              <xsl:copy-of select="$content/*"/>
            </embeddedXMLContent>
          </contentXML>
        </contentObject>
      </content>
    </edxlDistribution>
  </xsl:template>

  <!-- Required there: as the record says, else a week, which is longer than any delivery is tried. -->
  <xsl:function name="f:expires" as="xs:string">
    <xsl:param name="header" as="element()"/>
    <xsl:param name="sent" as="xs:string"/>
    <xsl:variable name="said" as="xs:string?" select="$header/expires ! f:with-offset(.)[. castable as xs:dateTime][xs:dateTime(.) gt xs:dateTime($sent)]"/>
    <xsl:sequence select="f:plain(($said, string(xs:dateTime($sent) + xs:dayTimeDuration('P7D')))[1])"/>
  </xsl:function>

  <!-- The schema takes neither a fraction nor Z, as which an offset of zero is printed. -->
  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="time" as="xs:string"/>
    <xsl:sequence select="$time ! replace(., '\.\d+', '') ! replace(., 'Z$', '-00:00')"/>
  </xsl:function>

  <!-- Not mapped, on purpose.
       place                  the payload says where; who gets it is what the agreements say, not a target area
       urgency, severity, certainty   the payload's own win (DE2-23)
       reference              this version has no room for it: the payload names what it updates (DE2-06)
       everything else        it is in the payload -->
</xsl:stylesheet>
