<?xml version="1.0" encoding="UTF-8"?>
<!-- The order in which the common model prints the parts of each container that a report can fill. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="https://tearline.example/functions">

  <xsl:variable name="sequence" as="map(xs:string, xs:string+)" select="
    let $lists := map {
      'record': 'title submission observation person item relation assessment review followUp relatedReport provenance attachment extension',
      'submission': 'source submitter category idCategory modified documentStatus privacyAct action purgeReason standardVersion privacyExists
        additionalDetails dissemination received caseId recordId recordStatus purgeDate purgeReviewDate reviewDate tearline
        classificationReason extension',
      'organization': 'name description ori systemId taxId contactName phone email extension',
      'observation': 'period observed behaviour tip text seen rationale weather place target track extension',
      'tip': 'domain class subclass extension',
      'target': 'category description sector critical tier structure organization extension',
      'track': 'of intent description period place departure planned arrival alternate extension',
      'place': 'description point address extension',
      'address': 'line building floor unit street crossStreet highway city county state country postalCode',
      'street': 'full number predirectional name category postdirectional',
      'person': 'name birthDate birthYear age sex trait measure feature identifier phone email residence observerCategory usPerson
        usPersonBasis nameKnown extension',
      'name': 'prefix given middle surname suffix full category extension',
      'measure': 'value minimum maximum unit extension',
      'feature': 'category description location extension',
      'identifier': 'value category issuer jurisdiction issued effective expires expiresYear extension',
      'item': 'make model year style color description trait identifier registration extension',
      'registration': 'plate authority category expiresYear extension',
      'relation': 'end text extension',
      'assessment': 'reliability validity nature natureText extension',
      'review': 'at stage determination text organization extension',
      'followUp': 'at text disposition status assignedBy assignedTo extension',
      'relatedReport': 'id organization text extension',
      'provenance': 'of scope source reported confidence expires criminal intelligence extension',
      'attachment': 'description mediaType category captured size uri content digest private' }
    return map:merge(map:keys($lists) ! map { .: tokenize($lists(.)) })"/>

  <xsl:function name="f:sorted" as="element()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:param name="container" as="xs:string"/>
    <xsl:variable name="places" as="xs:string+" select="$sequence($container)"/>
    <xsl:perform-sort select="$elements">
      <xsl:sort select="index-of($places, local-name())" data-type="number" stable="yes"/>
    </xsl:perform-sort>
  </xsl:function>
</xsl:stylesheet>
