<?xml version="1.0" encoding="UTF-8"?>
<!-- What every EM message of NIEM 6.0 has: its header before, and our augmentation after what it tells.
     From the header and the marking of a record.
     In the order of em:EMMessageType; the message has no document type, so the banner rides in our augmentation.
     A reference to an earlier message is a recall of the category Update or Cancel, which is the only place for one. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns:sarx="https://tearline.example/niem/sar/1.0/"
    xmlns:nc="https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/"
    xmlns:em="https://docs.oasis-open.org/niemopen/ns/model/domains/emergencyManagement/6.0/"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:template name="em-header" as="element()">
    <xsl:param name="descriptions" as="xs:string*"/>
    <xsl:variable name="header" as="element()" select="header"/>
    <xsl:variable name="cancels" as="xs:boolean" select="$header/type = 'Cancel'"/>
    <em:MessageHeader>
      <em:MessageCategoryCode>{if ($cancels) then 'Recall' else 'Information'}</em:MessageCategoryCode>
      <xsl:for-each select="f:em-instant($header/sent)"><em:MessageSentDateTime>{.}</em:MessageSentDateTime></xsl:for-each>
      <xsl:for-each select="$descriptions"><em:MessageDescriptionText>{.}</em:MessageDescriptionText></xsl:for-each>
      <xsl:for-each select="distinct-values($header/reference/(id, raw)[1]/normalize-space()[. ne ''])">
        <em:MessageRecall>
          <em:RecallMessageID><nc:IdentificationID>{.}</nc:IdentificationID></em:RecallMessageID>
          <em:RecallCategoryCode>{if ($cancels) then 'Cancel' else 'Update'}</em:RecallCategoryCode>
        </em:MessageRecall>
      </xsl:for-each>
      <xsl:for-each select="f:names($header/addresses)">
        <em:ExplicitRecipientAddress><em:ExplicitRecipientAddressValueText>{.}</em:ExplicitRecipientAddressValueText></em:ExplicitRecipientAddress>
      </xsl:for-each>
    </em:MessageHeader>
  </xsl:template>

  <xsl:template name="em-augmentation" as="element()?">
    <xsl:param name="content" as="element()*"/>
    <xsl:variable name="banner" as="xs:string" select="string-join(marking/banner[normalize-space()], ' + ')"/>
    <xsl:if test="$banner or $content">
      <sarx:EMMessageAugmentation>
        <xsl:if test="$banner"><sarx:MarkingText>{$banner}</sarx:MarkingText></xsl:if>
        <xsl:sequence select="$content"/>
      </sarx:EMMessageAugmentation>
    </xsl:if>
  </xsl:template>

  <!-- A text of what is not real says so, wherever a reader may meet it alone. -->
  <xsl:function name="f:em-said" as="xs:string">
    <xsl:param name="text" as="item()"/>
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="if ($mark-status) then f:marked($text, $record/header/status) else string($text)"/>
  </xsl:function>

  <!-- As it was written; nothing where a policy left less of it than an instant. -->
  <xsl:function name="f:em-instant" as="xs:string?">
    <xsl:param name="time" as="item()?"/>
    <xsl:sequence select="$time ! normalize-space()[. castable as xs:dateTime]"/>
  </xsl:function>

  <!-- An instant or a day, as the element that its form belongs to. -->
  <xsl:function name="f:em-date" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="time" as="item()?"/>
    <xsl:for-each select="$time ! f:date(.)"><xsl:element name="{$name}"><xsl:sequence select="."/></xsl:element></xsl:for-each>
  </xsl:function>

  <!-- Not mapped, on purpose.
       header/kind, shape, form, created, posted, expires   an EM message knows when it was sent; each alert says when it expires
       reference/sender, sent, role   a recall names an id, nothing else
       marking/sensitivity, designator, list, dissemination   they are in the banner, which was computed from them
       @mark                  the banner, which holds the highest of them, stands for all -->
</xsl:stylesheet>
