<?xml version="1.0" encoding="UTF-8"?>
<!-- What both versions of EDXL-DE say alike around a product.
     From a released record, which says who may know what, and the product made of it, which becomes the content as it is.
     The envelope is of the gateway's own making: its sender, an id made from the document's, the status of the record, its banner.
     Left out is whatever the sender's own envelope said: it was read, and joined into the marks. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:import href="functions.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- The product that is wrapped. -->
  <xsl:param name="content" as="document-node()"/>
  <!-- Who wraps it; a document that only passes through keeps its sender. -->
  <xsl:param name="gateway" as="xs:string" select="string(/record/header/sender)"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:function name="f:distribution-id" as="xs:string">
    <xsl:param name="id" as="item()"/>
    <xsl:sequence select="'de-' || $id"/>
  </xsl:function>

  <!-- Both versions want to know where on earth it was that o'clock (EDXL-DE 1.0 §3.2.1). -->
  <xsl:function name="f:with-offset" as="xs:string">
    <xsl:param name="time" as="item()"/>
    <xsl:sequence select="f:trim($time) ! (if (matches(., '(Z|[+-]\d\d:\d\d)$')) then . else . || 'Z')"/>
  </xsl:function>

  <!-- Unsaid is never Actual, and a draft that leaves is a test. -->
  <xsl:function name="f:distribution-status" as="xs:string">
    <xsl:param name="header" as="element()"/>
    <xsl:sequence select="($header/status[. = ('Actual', 'Exercise', 'System', 'Test')] ! string(), 'Test')[1]"/>
  </xsl:function>

  <!-- A Cancel or Update that names nothing its reader could know is but a report. -->
  <xsl:function name="f:distribution-type" as="xs:string">
    <xsl:param name="header" as="element()"/>
    <xsl:sequence select="if ($header/type = ('Update', 'Cancel', 'Ack', 'Error') and f:named($header)) then string($header/type) else 'Report'"/>
  </xsl:function>

  <!-- The distributions in which the same reader got what this one updates or cancels. -->
  <xsl:function name="f:named" as="element()*">
    <xsl:param name="header" as="element()"/>
    <xsl:sequence select="$header/reference[sender and id and f:trim(sent) castable as xs:dateTime]"/>
  </xsl:function>

  <xsl:function name="f:confidentiality" as="xs:string?">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="string-join($record/marking/banner, ' + ')[.]"/>
  </xsl:function>
</xsl:stylesheet>
