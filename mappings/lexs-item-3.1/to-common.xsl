<?xml version="1.0" encoding="UTF-8"?>
<!-- A data item of LEXS 3.1 to the common model.
     From lexs:PublishMessage with one package, to a record of kind sar; a Delete is of type Cancel and has no content.
     The digest is read from its associations: who and what is joined to the activity. Then the narrative, then configured payloads.
     Left out is what the end names; the rules of the standard tell the sender of it. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns:lexs="http://usdoj.gov/leisp/lexs/3.1"
    xmlns:lexsdigest="http://usdoj.gov/leisp/lexs/digest/3.1"
    xmlns:nc="http://niem.gov/niem/niem-core/2.0"
    xmlns:s="http://niem.gov/niem/structures/2.0"
    xmlns="https://tearline.example/common/1.0">

  <xsl:import href="../common/functions.xsl"/>
  <xsl:import href="../niem-sar-6.0/codes/sequence.xsl"/>
  <xsl:import href="communities.xsl"/>

  <xsl:param name="strict" static="yes" as="xs:boolean" select="false()"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:variable name="behaviours" as="xs:string+" select="'INTRSN', 'MISREP', 'THEFT', 'SABOT', 'CYBER', 'THREAT', 'AVIATION', 'ELICIT',
      'TESTSEC', 'RECRUT', 'PHOTO', 'SURVL', 'MATRLS', 'EXPERT', 'WPNS', 'SECTOR'"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="lexs:PublishMessage" as="element()">
    <xsl:variable name="package" as="element()" select="lexs:DataItemPackage"/>
    <xsl:variable name="item" as="element()" select="$package/lexs:PackageMetadata"/>
    <xsl:variable name="cancel" as="xs:boolean" select="normalize-space($item/lexs:DataItemPublishInstruction) eq 'Delete'"/>
    <xsl:variable name="sender" as="xs:string" select="normalize-space(lexs:DataSubmitterMetadata/lexs:SystemIdentifier/lexs:ORI)"/>
    <record>
      <header>
        <id>{normalize-space($item/lexs:DataItemID)}</id>
        <kind>sar</kind>
        <standard>lexs-item-3.1</standard>
        <xsl:if test="not($cancel)"><form>detailed</form></xsl:if>
        <type>{if ($cancel) then 'Cancel' else 'Alert'}</type>
        <sender>{$sender}</sender>
        <sent>{f:zoned(lexs:PDMessageMetadata/lexs:MessageDateTime)}</sent>
        <xsl:for-each select="$item/lexs:DataItemDate[normalize-space()]"><created>{normalize-space()}</created></xsl:for-each>
        <xsl:if test="$cancel"><reference><sender>{$sender}</sender><id>{normalize-space($item/lexs:DataItemID)}</id></reference></xsl:if>
      </header>
      <marking>
        <xsl:for-each select="lexs:PDMessageMetadata/lexs:DataSensitivity[normalize-space()]"><sensitivity>{normalize-space()}</sensitivity></xsl:for-each>
        <xsl:for-each select="($item/(lexs:DisseminationCriteriaValue/lexs:DisseminationCriteriaText, lexs:DisseminationCriteria)
            ! upper-case(normalize-space(.))[. = ('GREEN', 'YELLOW', 'RED')])[1]"><dissemination>{.}</dissemination></xsl:for-each>
      </marking>
      <submission>
        <source>
          <xsl:sequence select="f:organization($item/lexs:DataOwnerMetadata/lexs:DataOwnerIdentifier, $item/lexs:DataOwnerMetadata/lexs:DataOwnerContact[1])"/>
        </source>
        <submitter>
          <xsl:sequence select="f:organization(lexs:DataSubmitterMetadata/lexs:SystemIdentifier, lexs:DataSubmitterMetadata/lexs:SystemContact[1])"/>
        </submitter>
        <xsl:if test="not($cancel)">
          <xsl:for-each select="($item/lexs:DataItemCategory/lexs:DataItemCategoryText[normalize-space()])[1]"><category>{.}</category></xsl:for-each>
          <privacyExists>true</privacyExists>
          <xsl:for-each select="$item/lexs:DataItemCompleteIndicator"><additionalDetails>{not(xs:boolean(.))}</additionalDetails></xsl:for-each>
          <xsl:for-each select="$item/lexs:DisseminationCriteriaValue/lexs:DisseminationCriteriaDomainText[normalize-space()]"><dissemination>{.}</dissemination></xsl:for-each>
          <xsl:for-each select="$item/lexs:DataItemReferenceID[normalize-space()]"><recordId><value>{normalize-space()}</value></recordId></xsl:for-each>
          <xsl:for-each select="$item/lexs:DataItemStatus[normalize-space()]"><recordStatus>{.}</recordStatus></xsl:for-each>
        </xsl:if>
      </submission>
      <xsl:if test="not($cancel)">
        <xsl:variable name="content" as="element()*">
          <xsl:call-template name="observation"><xsl:with-param name="package" select="$package"/></xsl:call-template>
          <xsl:for-each select="$package/lexs:Digest/lexsdigest:EntityPerson/lexsdigest:Person">
            <xsl:variable name="joined" as="element()*" select="f:joined(.)"/>
            <xsl:if test="$joined">
              <person role="{if ($joined/self::lexsdigest:PersonOfInterestAssociation) then 'subject' else 'observer'}">
                <xsl:for-each select="nc:PersonName"><name><xsl:sequence select="f:name(.)"/></name></xsl:for-each>
                <!-- nobody said: then a US person (28 CFR 23, ISE privacy guidelines) -->
                <usPerson>Unknown</usPerson>
              </person>
            </xsl:if>
          </xsl:for-each>
          <xsl:for-each select="$package/lexs:Digest/lexsdigest:EntityVehicle/nc:Vehicle[*]">
            <item role="vehicle">
              <xsl:for-each select="nc:ItemModelYearDate[normalize-space()]"><year>{normalize-space()}</year></xsl:for-each>
            </item>
          </xsl:for-each>
          <xsl:apply-templates select="$package/lexs:StructuredPayload" mode="community"/>
        </xsl:variable>
        <xsl:sequence select="f:sorted($content, 'record')"/>
      </xsl:if>
    </record>
  </xsl:template>

  <xsl:template name="observation" as="element()">
    <xsl:param name="package" as="element()"/>
    <xsl:variable name="activity" as="element()?" select="($package/lexs:Digest/lexsdigest:EntityActivity/nc:Activity)[1]"/>
    <observation>
      <xsl:for-each select="$activity/nc:ActivityDate/(nc:DateTime, nc:Date)[1]">
        <period><from>{normalize-space()}</from><to>{normalize-space()}</to></period>
      </xsl:for-each>
      <xsl:for-each select="$package/lexs:PackageMetadata/lexs:DomainAttribute[normalize-space(lexs:AttributeName) eq 'SuspiciousActivityCode']
          /lexs:AttributeValue/normalize-space()[. = $behaviours]"><behaviour>{.}</behaviour></xsl:for-each>
      <xsl:for-each select="$activity/nc:ActivityDescriptionText[normalize-space()]"><text>{.}</text></xsl:for-each>
      <xsl:for-each select="$package/lexs:Narrative[normalize-space()]"><seen>{.}</seen></xsl:for-each>
      <xsl:for-each select="$package/lexs:Digest/lexsdigest:EntityLocation/nc:Location[f:joined(.)]/nc:LocationAddress/nc:StructuredAddress">
        <place role="exact">
          <address>
            <xsl:for-each select="nc:LocationStreet[*]">
              <street>
                <xsl:for-each select="nc:StreetFullText"><full>{.}</full></xsl:for-each>
                <xsl:for-each select="nc:StreetNumberText"><number>{.}</number></xsl:for-each>
                <xsl:for-each select="nc:StreetName"><name>{.}</name></xsl:for-each>
              </street>
            </xsl:for-each>
            <xsl:for-each select="nc:LocationCityName"><city>{.}</city></xsl:for-each>
          </address>
        </place>
      </xsl:for-each>
    </observation>
  </xsl:template>

  <!-- The kept associations that name an entity: a list of what is allowed, not of what is forbidden (28 CFR 23.20(b)). -->
  <xsl:function name="f:joined" as="element()*">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="$entity/@s:id ! (let $id := normalize-space(.) return root($entity)//lexsdigest:Associations
        /(lexsdigest:PersonOfInterestAssociation | lexsdigest:IncidentWitnessAssociation | lexsdigest:IncidentLocationAssociation)
        [(nc:PersonReference | nc:LocationReference)/@s:ref/normalize-space() = $id])"/>
  </xsl:function>

  <xsl:function name="f:organization" as="element()*">
    <xsl:param name="system" as="element()"/>
    <xsl:param name="contact" as="element()?"/>
    <xsl:for-each select="$system/nc:OrganizationName[normalize-space()]"><name>{.}</name></xsl:for-each>
    <ori>{normalize-space($system/lexs:ORI)}</ori>
    <xsl:for-each select="$system/lexs:SystemID[normalize-space()]"><systemId>{normalize-space()}</systemId></xsl:for-each>
    <xsl:for-each select="$contact[*]"><contactName><xsl:sequence select="f:name(.)"/></contactName></xsl:for-each>
  </xsl:function>

  <xsl:function name="f:name" as="element()*">
    <xsl:param name="name" as="element()"/>
    <xsl:for-each select="$name/nc:PersonNamePrefixText"><prefix>{.}</prefix></xsl:for-each>
    <xsl:for-each select="$name/nc:PersonGivenName"><given>{.}</given></xsl:for-each>
    <xsl:for-each select="$name/nc:PersonMiddleName"><middle>{.}</middle></xsl:for-each>
    <xsl:for-each select="$name/nc:PersonSurName"><surname>{.}</surname></xsl:for-each>
    <xsl:for-each select="$name/nc:PersonNameSuffixText"><suffix>{.}</suffix></xsl:for-each>
    <xsl:for-each select="$name/nc:PersonFullName"><full>{.}</full></xsl:for-each>
  </xsl:function>

  <xsl:function name="f:zoned" as="xs:string">
    <xsl:param name="moment" as="element()"/>
    <xsl:sequence select="normalize-space($moment) ! replace(., '(T[^Z+\-]*)$', '$1Z')"/>
  </xsl:function>

  <!-- Not mapped, on purpose.
       Associations beyond the three, and whom only they join    28 CFR 23.20(b); LEXS-01, LEXS-02
       other entities of the digest, a second activity           not claimed; LEXS-02
       DataItemContact, further contacts                         the desks of owner and submitter stand for them
       ActivityIdentification, ActivityCategoryText              the item's own id and category say it
       DomainAttribute of another name                           could hold anything
       StructuredPayload                                         see communities.xsl; LEXS-03 -->
</xsl:stylesheet>
