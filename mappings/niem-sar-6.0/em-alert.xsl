<?xml version="1.0" encoding="UTF-8"?>
<!-- The common model to em:EMMessage with an alert, in NIEM 6.0.
     From a record of kind alert, whole or released: each event a notification, one for each language.
     In the order of em:NotificationType; texts say what is not real where the message leaves.
     What was withheld is left out, for nothing in this message has to be there; what EM has no place for is named at the end. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns:sarx="https://tearline.example/niem/sar/1.0/"
    xmlns:nc="https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/"
    xmlns:em="https://docs.oasis-open.org/niemopen/ns/model/domains/emergencyManagement/6.0/"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:mode name="em-alert" on-no-match="fail"/>

  <xsl:variable name="em-languages" as="map(xs:string, xs:string)" select="map {
      'ar': 'ara', 'de': 'deu', 'en': 'eng', 'fr': 'fra', 'ht': 'hat', 'ko': 'kor',
      'pt': 'por', 'ru': 'rus', 'es': 'spa', 'tl': 'tgl', 'vi': 'vie', 'zh': 'zho' }"/>
  <xsl:variable name="em-responses" as="xs:string+" select="'Assess', 'Evacuate', 'Execute', 'Monitor', 'None', 'Prepare', 'Shelter'"/>

  <xsl:template match="record" mode="em-alert" as="element()">
    <xsl:if test="header/status = 'Draft'">
      <xsl:message terminate="yes" error-code="f:no-such-status">A draft is no notification: EM has no word for one.</xsl:message>
    </xsl:if>
    <em:EMMessage>
      <xsl:namespace name="nc" select="'https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/'"/>
      <xsl:namespace name="sarx" select="'https://tearline.example/niem/sar/1.0/'"/>
      <xsl:call-template name="em-header">
        <xsl:with-param name="descriptions" select="f:em-said('Alert ' || header/id, .)"/>
      </xsl:call-template>
      <em:EMMessageCategoryCode>Notification</em:EMMessageCategoryCode>
      <em:EMMessageSubCategoryCode>Alert</em:EMMessageSubCategoryCode>
      <xsl:for-each select="if (event) then event else .">
        <xsl:call-template name="em-notification"/>
      </xsl:for-each>
      <xsl:call-template name="em-augmentation"/>
    </em:EMMessage>
  </xsl:template>

  <!-- Of an event; of the record itself where it has none, as in a cancel. -->
  <xsl:template name="em-notification" as="element()">
    <xsl:variable name="header" as="element()" select="ancestor-or-self::record/header"/>
    <xsl:variable name="event" as="element()?" select="self::event"/>
    <em:Notification>
      <em:NotificationID><nc:IdentificationID>{$header/id}</nc:IdentificationID></em:NotificationID>
      <em:NotificationSourceNameText>{$header/sender}</em:NotificationSourceNameText>
      <em:NotificationOriginator>
        <xsl:if test="$event/(senderName | contact)">
          <nc:ContactInformation><xsl:apply-templates select="$event/contact[f:em-contact(.) ne 'text'], $event/senderName, $event/contact[f:em-contact(.) eq 'text']" mode="em-alert"/></nc:ContactInformation>
        </xsl:if>
        <xsl:for-each select="f:em-instant($header/sent)"><em:NotificationDateTime>{.}</em:NotificationDateTime></xsl:for-each>
        <xsl:for-each select="$header/source"><em:NotifierRoleDescriptionText>{.}</em:NotifierRoleDescriptionText></xsl:for-each>
      </em:NotificationOriginator>
      <em:AlertNotification>
        <xsl:for-each select="f:em-instant($event/effective)"><em:AlertEffectiveDateTime>{.}</em:AlertEffectiveDateTime></xsl:for-each>
        <xsl:for-each select="f:em-instant($event/expires)"><em:AlertExpirationDateTime>{.}</em:AlertExpirationDateTime></xsl:for-each>
        <xsl:apply-templates select="$event/(headline, instruction)" mode="em-alert"/>
        <!-- EM has no word for these: said in the instruction, where people look -->
        <xsl:for-each select="$event/responseType[. = ('Avoid', 'AllClear')]">
          <em:AlertInstructionsDescriptionText>{f:em-said('Recommended response: ' || ., ancestor::record)}</em:AlertInstructionsDescriptionText>
        </xsl:for-each>
        <xsl:apply-templates select="$header/(code, note), $header/../marking/notice" mode="em-alert"/>
        <xsl:apply-templates select="$event/name" mode="em-alert"/>
        <em:AlertCategoryCode>{if ($header/type eq 'Alert') then 'Report' else $header/type}</em:AlertCategoryCode>
        <xsl:for-each select="$event"><xsl:call-template name="em-details"/></xsl:for-each>
        <xsl:apply-templates select="$event/place" mode="em-affected"/>
        <xsl:apply-templates select="$event/attachment" mode="em-alert"/>
      </em:AlertNotification>
      <xsl:for-each select="$header/incident[normalize-space()]">
        <em:IncidentNotification>
          <em:EmergencyIncident><nc:ActivityIdentification><nc:IdentificationID>{.}</nc:IdentificationID></nc:ActivityIdentification></em:EmergencyIncident>
        </em:IncidentNotification>
      </xsl:for-each>
      <em:NotificationFunctionCategoryCode>{$header/type}</em:NotificationFunctionCategoryCode>
      <xsl:apply-templates select="$event/parameter" mode="em-alert"/>
      <xsl:for-each select="$event/language ! $em-languages(lower-case(tokenize(normalize-space(.), '-')[1]))">
        <em:NotificationLanguageCode>{.}</em:NotificationLanguageCode>
      </xsl:for-each>
      <em:NotificationDistributionScope>
        <em:NotificationDistributionScopeCategoryCode>{($header/scope, 'Restricted')[1]}</em:NotificationDistributionScopeCategoryCode> <!-- unsaid is never Public -->
        <xsl:for-each select="$header/restriction"><em:NotificationDistributionScopeAudienceDescriptionText>{.}</em:NotificationDistributionScopeAudienceDescriptionText></xsl:for-each>
      </em:NotificationDistributionScope>
      <em:NotificationCategoryCode>{($header/status, 'Test')[1]}</em:NotificationCategoryCode> <!-- unsaid is never Actual -->
    </em:Notification>
  </xsl:template>

  <xsl:template name="em-details" as="element()?">
    <xsl:variable name="details" as="element()*">
      <xsl:apply-templates select="audience, code, description" mode="em-alert"/>
      <xsl:for-each select="f:em-instant(onset)"><em:AlertEventDetailsOnsetDateTime>{.}</em:AlertEventDetailsOnsetDateTime></xsl:for-each>
      <xsl:for-each select="urgency[. = ('Expected', 'Future', 'Immediate', 'Past', 'Unknown')]"><em:AlertEventDetailsUrgencyCode>{.}</em:AlertEventDetailsUrgencyCode></xsl:for-each>
      <xsl:for-each select="severity[. = ('Extreme', 'Minor', 'Moderate', 'Severe', 'Unknown')]"><em:AlertEventDetailsSeverityCode>{.}</em:AlertEventDetailsSeverityCode></xsl:for-each>
      <xsl:for-each select="category[. = ('CBRNE', 'Env', 'Fire', 'Geo', 'Health', 'Infra', 'Met', 'Other', 'Rescue', 'Safety', 'Security', 'Transport')]">
        <em:AlertEventDetailsCategoryCode>{.}</em:AlertEventDetailsCategoryCode>
      </xsl:for-each>
      <xsl:for-each select="certainty ! replace(., '^Very Likely$', 'Likely')[. = ('Likely', 'Observed', 'Possible', 'Unknown', 'Unlikely')]">
        <em:AlertEventDetailsCertaintyCode>{.}</em:AlertEventDetailsCertaintyCode>
      </xsl:for-each>
      <xsl:for-each select="responseType[. = $em-responses]">
        <em:AlertEventDetailsResponseRecommendationCode>{.}</em:AlertEventDetailsResponseRecommendationCode>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="$details"><em:AlertEventDetails><xsl:sequence select="$details"/></em:AlertEventDetails></xsl:if>
  </xsl:template>

  <xsl:template match="headline" mode="em-alert" as="element()">
    <em:AlertHeadlineText>{f:em-said(., ancestor::record)}</em:AlertHeadlineText>
  </xsl:template>
  <xsl:template match="instruction" mode="em-alert" as="element()">
    <em:AlertInstructionsDescriptionText>{f:em-said(., ancestor::record)}</em:AlertInstructionsDescriptionText>
  </xsl:template>
  <xsl:template match="header/code | note | notice" mode="em-alert" as="element()">
    <em:AlertHandlingText>{.}</em:AlertHandlingText>
  </xsl:template>
  <xsl:template match="event/name" mode="em-alert" as="element()">
    <em:AlertReasonText>{f:em-said(., ancestor::record)}</em:AlertReasonText>
  </xsl:template>
  <xsl:template match="audience" mode="em-alert" as="element()">
    <em:AlertEventDetailsAudienceDescriptionText>{.}</em:AlertEventDetailsAudienceDescriptionText>
  </xsl:template>
  <xsl:template match="event/code" mode="em-alert" as="element()">
    <em:AlertEventDetailsSystemRecordID>
      <xsl:for-each select="value"><nc:IdentificationID>{.}</nc:IdentificationID></xsl:for-each>
      <xsl:for-each select="name"><nc:IdentificationCategoryText>{.}</nc:IdentificationCategoryText></xsl:for-each>
    </em:AlertEventDetailsSystemRecordID>
  </xsl:template>
  <xsl:template match="description" mode="em-alert" as="element()">
    <em:AlertEventDetailsDescriptionText>{f:em-said(., ancestor::record)}</em:AlertEventDetailsDescriptionText>
  </xsl:template>
  <xsl:template match="parameter" mode="em-alert" as="element()">
    <em:NotificationKeywordText>{name}={value}</em:NotificationKeywordText>
  </xsl:template>
  <xsl:template match="senderName" mode="em-alert" as="element()">
    <nc:ContactEntityDescriptionText>{.}</nc:ContactEntityDescriptionText>
  </xsl:template>

  <xsl:template match="contact" mode="em-alert" as="element()">
    <xsl:choose>
      <xsl:when test="f:em-contact(.) eq 'phone'">
        <nc:ContactTelephoneNumber><nc:FullTelephoneNumber><nc:TelephoneNumberFullID>{normalize-space(.)}</nc:TelephoneNumberFullID></nc:FullTelephoneNumber></nc:ContactTelephoneNumber>
      </xsl:when>
      <xsl:when test="f:em-contact(.) eq 'email'"><nc:ContactEmailID>{normalize-space(.)}</nc:ContactEmailID></xsl:when>
      <xsl:otherwise><nc:ContactInformationDescriptionText>{.}</nc:ContactInformationDescriptionText></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A contact is a free text: a number or an address where it is nothing else. -->
  <xsl:function name="f:em-contact" as="xs:string">
    <xsl:param name="contact" as="element()"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space($contact)"/>
    <xsl:sequence select="if (matches($text, '^[+(]?[0-9][0-9 ()./\-]{4,}$')) then 'phone'
        else if (matches($text, '^[^\s@,;]+@[^\s@,;]+$')) then 'email' else 'text'"/>
  </xsl:function>

  <xsl:template match="attachment" mode="em-alert" as="element()">
    <em:AlertSupplementaryDigitalResource>
      <xsl:for-each select="digest"><em:BinaryChecksumDigestID><nc:IdentificationID>{.}</nc:IdentificationID></em:BinaryChecksumDigestID></xsl:for-each>
      <xsl:if test="* except digest">
        <sarx:AlertSupplementaryDigitalResourceAugmentation>
          <nc:Binary>
            <xsl:for-each select="content[translate(., ' &#9;&#10;&#13;', '') castable as xs:base64Binary]"><nc:Base64BinaryObject>{translate(., ' &#9;&#10;&#13;', '')}</nc:Base64BinaryObject></xsl:for-each>
            <xsl:for-each select="description"><nc:BinaryDescriptionText>{.}</nc:BinaryDescriptionText></xsl:for-each>
            <xsl:for-each select="mediaType"><nc:BinaryFormatText>{.}</nc:BinaryFormatText></xsl:for-each>
            <xsl:for-each select="uri[. castable as xs:anyURI]"><nc:BinaryURI>{.}</nc:BinaryURI></xsl:for-each>
            <xsl:for-each select="size[. castable as xs:decimal]"><nc:BinarySizeValue>{normalize-space(.)}</nc:BinarySizeValue></xsl:for-each>
          </nc:Binary>
        </sarx:AlertSupplementaryDigitalResourceAugmentation>
      </xsl:if>
    </em:AlertSupplementaryDigitalResource>
  </xsl:template>

  <!-- Not mapped, on purpose: fidelity-alert.xml names it all.
       event/web              EM has no element for it
       event/language of another tongue than the twelve of our code list   a wrong code would be worse
       event/extension        nobody knows what it holds -->
</xsl:stylesheet>
