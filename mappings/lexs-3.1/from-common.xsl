<?xml version="1.0" encoding="UTF-8"?>
<!-- The common model to LEXS 3.1 publish.
     From a record of kind sar, whole or released: one message with one data item; a record of type Cancel becomes a Delete.
     In the order of LEXS: metadata, activity, persons, places, vehicles, associations, narrative.
     Left out is what LEXS has no place for, and what of its digest we do not claim: the end names it. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns:lexspd="http://usdoj.gov/leisp/lexs/publishdiscover/3.1"
    xmlns:lexs="http://usdoj.gov/leisp/lexs/3.1"
    xmlns:lexsdigest="http://usdoj.gov/leisp/lexs/digest/3.1"
    xmlns:nc="http://niem.gov/niem/niem-core/2.0"
    xmlns:s="http://niem.gov/niem/structures/2.0"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:import href="../common/functions.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:param name="form" as="xs:string" select="''"/>
  <xsl:param name="mark-status" as="xs:boolean" select="false()"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:variable name="ori" as="xs:string" select="'^[A-Z]{2}[A-Z0-9]{7}$'"/>
  <xsl:variable name="no-ori" as="xs:string" select="'ZZTEARLN0'"/> <!-- where it was withheld: nobody's -->

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="record"/>
  </xsl:template>

  <xsl:template match="record" as="element()">
    <xsl:variable name="cancel" as="xs:boolean" select="header/type = 'Cancel'"/>
    <xsl:if test="not($cancel) and empty(observation/behaviour[normalize-space()])">
      <xsl:message terminate="yes" error-code="f:no-behaviour">Without a behaviour there is no report: all of them were withheld.</xsl:message>
    </xsl:if>
    <xsl:variable name="submitter" as="element()?" select="submission/submitter[matches(ori, $ori)]"/>
    <xsl:variable name="owner" as="element()?" select="(submission/source[matches(ori, $ori)], $submitter)[1]"/>
    <xsl:variable name="sender" as="xs:string" select="(header/sender/string()[matches(., $ori)], $no-ori)[1]"/>
    <lexspd:doPublish>
      <lexs:PublishMessageContainer>
        <lexs:PublishMessage>
          <lexs:PDMessageMetadata>
            <lexs:LEXSVersion>3.1.4</lexs:LEXSVersion>
            <lexs:MessageDateTime>{header/sent}</lexs:MessageDateTime>
            <lexs:MessageSequenceNumber>{(header/sequence[. castable as xs:nonNegativeInteger], 1)[1]}</lexs:MessageSequenceNumber>
            <xsl:where-populated><lexs:DataSensitivity>{string-join(distinct-values((marking/sensitivity[normalize-space()][1], marking/banner[$mark-status or empty(../sensitivity[normalize-space()])][normalize-space()]) ! normalize-space(.)), ' + ')}</lexs:DataSensitivity></xsl:where-populated>
          </lexs:PDMessageMetadata>
          <lexs:DataSubmitterMetadata>
            <lexs:SystemIdentifier><xsl:sequence select="f:system($submitter, $sender)"/></lexs:SystemIdentifier>
            <xsl:for-each select="$submitter/contactName[*]"><lexs:SystemContact><xsl:sequence select="f:name(.)"/></lexs:SystemContact></xsl:for-each>
          </lexs:DataSubmitterMetadata>
          <lexs:DataItemPackage>
            <lexs:PackageMetadata>
              <lexs:DataItemID>{header/id}</lexs:DataItemID>
              <xsl:for-each select="submission/additionalDetails[. castable as xs:boolean]"><lexs:DataItemCompleteIndicator>{not(xs:boolean(.))}</lexs:DataItemCompleteIndicator></xsl:for-each>
              <xsl:for-each select="header/created ! substring(., 1, 10)[. castable as xs:date]"><lexs:DataItemDate>{.}</lexs:DataItemDate></xsl:for-each>
              <lexs:DataItemReferenceID>{(submission/recordId/value, submission/caseId/value)[1]}</lexs:DataItemReferenceID>
              <lexs:DataItemPublishInstruction>{if ($cancel) then 'Delete' else 'Insert'}</lexs:DataItemPublishInstruction>
              <lexs:DataItemStatus>{submission/recordStatus[1]}</lexs:DataItemStatus>
              <lexs:DataOwnerMetadata>
                <lexs:DataOwnerIdentifier><xsl:sequence select="f:system($owner, $sender)"/></lexs:DataOwnerIdentifier>
                <xsl:for-each select="$owner/contactName[*]"><lexs:DataOwnerContact><xsl:sequence select="f:name(.)"/></lexs:DataOwnerContact></xsl:for-each>
              </lexs:DataOwnerMetadata>
              <lexs:DisseminationCriteriaValue>
                <lexs:DisseminationCriteriaDomainText>{(submission/dissemination, 'NSI')[1]}</lexs:DisseminationCriteriaDomainText>
                <!-- unsaid is never open to all -->
                <lexs:DisseminationCriteriaText>{if (marking/dissemination = 'GREEN') then 'Green' else if (marking/dissemination = 'YELLOW') then 'Yellow' else 'Red'}</lexs:DisseminationCriteriaText>
              </lexs:DisseminationCriteriaValue>
              <lexs:DataItemCategory><lexs:DataItemCategoryText>{if ($mark-status) then f:marked('Suspicious Activity Report', header/status) else 'Suspicious Activity Report'}</lexs:DataItemCategoryText></lexs:DataItemCategory>
              <xsl:for-each select="marking/notice[$mark-status]">
                <lexs:DomainAttribute>
                  <lexs:AttributeName>HandlingNotice</lexs:AttributeName>
                  <lexs:AttributeValue>{.}</lexs:AttributeValue>
                  <lexs:Domain>https://tearline.example/common/1.0/</lexs:Domain>
                </lexs:DomainAttribute>
              </xsl:for-each>
              <xsl:for-each select="observation/behaviour[normalize-space()][not($cancel)]">
                <lexs:DomainAttribute>
                  <lexs:AttributeName>SuspiciousActivityCode</lexs:AttributeName>
                  <lexs:AttributeValue>{.}</lexs:AttributeValue>
                  <lexs:Domain>https://docs.oasis-open.org/niemopen/ns/model/codes/pmise_sar/6.0/</lexs:Domain>
                </lexs:DomainAttribute>
              </xsl:for-each>
            </lexs:PackageMetadata>
            <xsl:if test="not($cancel)"><xsl:call-template name="content"/></xsl:if>
          </lexs:DataItemPackage>
        </lexs:PublishMessage>
      </lexs:PublishMessageContainer>
    </lexspd:doPublish>
  </xsl:template>

  <xsl:template name="content" as="element()+">
    <xsl:variable name="persons" as="element()*" select="person[@role = ('subject', 'observer')][name[normalize-space()]]"/>
    <xsl:variable name="places" as="element()*" select="observation[1]/place[address[street or city]]"/>
    <lexs:Digest>
      <lexsdigest:EntityActivity>
        <nc:Activity s:id="Activity1">
          <nc:ActivityIdentification><nc:IdentificationID>{header/id}</nc:IdentificationID></nc:ActivityIdentification>
          <nc:ActivityCategoryText>Incident</nc:ActivityCategoryText>
          <xsl:for-each select="observation[1]/period[1]/(from, to)[1]">
            <xsl:choose>
              <xsl:when test=". castable as xs:dateTime"><nc:ActivityDate><nc:DateTime>{.}</nc:DateTime></nc:ActivityDate></xsl:when>
              <xsl:when test=". castable as xs:date"><nc:ActivityDate><nc:Date>{.}</nc:Date></nc:ActivityDate></xsl:when>
            </xsl:choose>
          </xsl:for-each>
          <xsl:for-each select="string-join(observation[1]/text[normalize-space()], ' ')[.]">
            <nc:ActivityDescriptionText>{.}</nc:ActivityDescriptionText>
          </xsl:for-each>
        </nc:Activity>
      </lexsdigest:EntityActivity>
      <xsl:for-each select="$persons">
        <lexsdigest:EntityPerson>
          <lexsdigest:Person s:id="Person{position()}">
            <xsl:for-each select="name[normalize-space()]"><nc:PersonName><xsl:sequence select="f:name(.)"/></nc:PersonName></xsl:for-each>
          </lexsdigest:Person>
        </lexsdigest:EntityPerson>
      </xsl:for-each>
      <xsl:for-each select="$places">
        <lexsdigest:EntityLocation>
          <nc:Location s:id="Location{position()}">
            <xsl:variable name="address" as="element()" select="address[street or city][1]"/>
            <nc:LocationAddress>
              <nc:StructuredAddress>
                <xsl:for-each select="$address/street[full or number or name]">
                  <nc:LocationStreet>
                    <xsl:for-each select="full"><nc:StreetFullText>{.}</nc:StreetFullText></xsl:for-each>
                    <xsl:for-each select="number"><nc:StreetNumberText>{.}</nc:StreetNumberText></xsl:for-each>
                    <xsl:for-each select="name"><nc:StreetName>{string-join((../predirectional, ., ../category, ../postdirectional), ' ')}</nc:StreetName></xsl:for-each>
                  </nc:LocationStreet>
                </xsl:for-each>
                <xsl:for-each select="$address/city"><nc:LocationCityName>{.}</nc:LocationCityName></xsl:for-each>
              </nc:StructuredAddress>
            </nc:LocationAddress>
          </nc:Location>
        </lexsdigest:EntityLocation>
      </xsl:for-each>
      <xsl:for-each select="item[@role = 'vehicle'][year castable as xs:gYear]">
        <lexsdigest:EntityVehicle>
          <nc:Vehicle s:id="Vehicle{position()}"><nc:ItemModelYearDate>{year}</nc:ItemModelYearDate></nc:Vehicle>
        </lexsdigest:EntityVehicle>
      </xsl:for-each>
      <lexsdigest:Associations>
        <xsl:for-each select="$places">
          <lexsdigest:IncidentLocationAssociation><nc:ActivityReference s:ref="Activity1"/><nc:LocationReference s:ref="Location{position()}"/></lexsdigest:IncidentLocationAssociation>
        </xsl:for-each>
        <xsl:for-each select="$persons">
          <xsl:element name="lexsdigest:{if (@role = 'subject') then 'PersonOfInterestAssociation' else 'IncidentWitnessAssociation'}">
            <nc:ActivityReference s:ref="Activity1"/><nc:PersonReference s:ref="Person{position()}"/>
          </xsl:element>
        </xsl:for-each>
      </lexsdigest:Associations>
    </lexs:Digest>
    <xsl:for-each select="string-join(observation[1]/(seen, rationale)[normalize-space()], '&#10;')[.]">
      <lexs:Narrative>{.}</lexs:Narrative>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="f:system" as="element()+">
    <xsl:param name="organization" as="element()?"/>
    <xsl:param name="sender" as="xs:string"/>
    <lexs:ORI>{($organization/ori, $sender)[1]}</lexs:ORI>
    <xsl:for-each select="$organization/name[normalize-space()][1]"><nc:OrganizationName>{.}</nc:OrganizationName></xsl:for-each>
    <lexs:SystemID>{($organization/systemId[normalize-space()], 'unknown')[1]}</lexs:SystemID>
  </xsl:function>

  <xsl:function name="f:name" as="element()*">
    <xsl:param name="name" as="element()"/>
    <xsl:for-each select="$name/prefix"><nc:PersonNamePrefixText>{.}</nc:PersonNamePrefixText></xsl:for-each>
    <xsl:for-each select="$name/given[1]"><nc:PersonGivenName>{.}</nc:PersonGivenName></xsl:for-each>
    <xsl:for-each select="$name/middle[1]"><nc:PersonMiddleName>{string-join(../middle, ' ')}</nc:PersonMiddleName></xsl:for-each>
    <xsl:for-each select="$name/surname[1]"><nc:PersonSurName>{.}</nc:PersonSurName></xsl:for-each>
    <xsl:for-each select="$name/suffix[1]"><nc:PersonNameSuffixText>{.}</nc:PersonNameSuffixText></xsl:for-each>
    <xsl:for-each select="$name/full[1]"><nc:PersonFullName>{.}</nc:PersonFullName></xsl:for-each>
  </xsl:function>

  <!-- Not mapped, on purpose.
       title, assessment, review, followUp, relatedReport, attachment, provenance   no place among the elements that we claim
       persons beyond their names; vehicles beyond their year; vessels, aircraft    not claimed of the digest
       targets, tips, tracks, points                                                not claimed of the digest
       purge and review dates                                                       LEXS has none: the agreement must say them
       portion marks                                                                LEXS has none: the sensitivity is that of the whole
       extension                                                                    nobody knows what it holds -->
</xsl:stylesheet>
