<?xml version="1.0" encoding="UTF-8"?>
<!-- Suspicious activity reports in NIEM 6.0 to the common model.
     A report becomes a record of kind sar, a purge a record of type Cancel without content; marks, metadata and references become the model's own.
     What both have one to one stands in codes/parts.xsl; templates here follow the report from its root down.
     What has no home goes into an extension of the nearest container that has room for one, verbatim but for its references. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:f="https://tearline.example/functions"
    xmlns:c="https://tearline.example/common/1.0"
    xmlns="https://tearline.example/common/1.0"
    xmlns:sarx="https://tearline.example/niem/sar/1.0/"
    xmlns:nc="https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/"
    xmlns:j="https://docs.oasis-open.org/niemopen/ns/model/domains/justice/6.0/"
    xmlns:cui="https://docs.oasis-open.org/niemopen/ns/model/auxiliary/cui/6.0/"
    xmlns:structures="https://docs.oasis-open.org/niemopen/ns/model/structures/6.0/">

  <xsl:import href="../common/functions.xsl"/>
  <xsl:import href="codes/names.xsl"/>
  <xsl:import href="codes/parts.xsl"/>
  <xsl:import href="codes/sequence.xsl"/>

  <!-- Kit checks run strict: an element nobody thought of stops a build, never a report (there it is kept, most sensitive). -->
  <xsl:param name="strict" static="yes" as="xs:boolean" select="false()"/>
  <!-- Another standard that is mapped through this one says its own name. -->
  <xsl:variable name="standard" as="xs:string" select="'niem-sar-6.0'"/>

  <xsl:mode on-no-match="fail" use-accumulators="#all"/>
  <xsl:mode name="verbatim" on-no-match="shallow-copy"/>

  <xsl:variable name="rows" as="map(xs:string, map(xs:string, xs:string)+)" select="
    map:merge($parts ! map { ?in || ' ' || ?path: . }, map { 'duplicates': 'combine' })"/>
  <xsl:variable name="wrappers" as="map(xs:string, xs:string)" select="
    map:merge($parts[contains(?path, '/')] ! map { ?in || ' ' || substring-before(?path, '/'): ?in })"/>

  <xsl:key name="object" match="*[@structures:id]" use="normalize-space(@structures:id)"/>
  <xsl:key name="described" match="*[@nc:metadataRef]" use="tokenize(@nc:metadataRef)"/>
  <xsl:key name="registration" match="sarx:SuspiciousActivityReport/j:ConveyanceRegistration[f:of-one-item(.)]"
      use="nc:Conveyance/@structures:ref/normalize-space()"/>

  <!-- Ids of ours are numbers: theirs may tell whom they name. -->
  <xsl:accumulator name="id" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="*[@structures:id or @nc:metadataRef]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="sarx:SuspiciousActivityReportPurge" as="element()">
    <record>
      <xsl:call-template name="header">
        <xsl:with-param name="type" select="'Cancel'"/>
      </xsl:call-template>
      <marking/>
      <xsl:call-template name="submission"/>
    </record>
  </xsl:template>

  <xsl:template match="sarx:SuspiciousActivityReport" as="element()">
    <xsl:variable name="content" as="element()*">
      <xsl:call-template name="submission"/>
      <xsl:apply-templates select="@*, * except (nc:Metadata, f:of-submission(.))">
        <xsl:with-param name="in" select="'record'" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:variable name="landed" as="map(xs:string, xs:boolean)" select="map:merge($content//@id ! map { string(): true() })"/>
    <xsl:variable name="metadata" as="element()*">
      <xsl:apply-templates select="nc:Metadata">
        <xsl:with-param name="landed" select="$landed" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <record>
      <xsl:call-template name="header">
        <xsl:with-param name="type" select="if (normalize-space(sarx:MessageActionCode) eq 'UPDATE') then 'Update' else 'Alert'"/>
      </xsl:call-template>
      <xsl:call-template name="marking"/>
      <xsl:sequence select="f:sorted(($content, $metadata), 'record')"/>
    </record>
  </xsl:template>

  <xsl:template name="header" as="element()">
    <xsl:param name="type" as="xs:string"/>
    <xsl:variable name="id" as="xs:string" select="string((nc:DocumentIdentification/nc:IdentificationID/f:trim(.)[.])[1])"/>
    <xsl:variable name="sender" as="xs:string" select="string((nc:DocumentSubmitter/nc:EntityOrganization/j:OrganizationAugmentation
        /j:OrganizationORIIdentification/nc:IdentificationID/f:trim(.)[.])[1])"/>
    <header>
      <id>{$id}</id>
      <kind>sar</kind>
      <standard>{$standard}</standard>
      <xsl:where-populated>
        <form>{lower-case(f:trim(sarx:ReportFormCode))}</form>
      </xsl:where-populated>
      <type>{$type}</type>
      <sender>{$sender}</sender>
      <sent>{f:instant((nc:DocumentLastModifiedDate, nc:DocumentPostDate, nc:DocumentCreationDate, sarx:PurgeDate))}</sent>
      <xsl:where-populated>
        <created>{nc:DocumentCreationDate[f:is-date(.)][1]/f:trim(.)}</created>
        <posted>{nc:DocumentPostDate[f:is-date(.)][1]/f:trim(.)}</posted>
        <sequence>{nc:DocumentSequenceID[1]/f:trim(.)}</sequence>
      </xsl:where-populated>
      <xsl:if test="$type ne 'Alert'"> <!-- the record it speaks of; which of its messages, no report says -->
        <reference>
          <sender>{$sender}</sender>
          <id>{$id}</id>
        </reference>
      </xsl:if>
    </header>
  </xsl:template>

  <!-- Marks of the whole, in banner syntax. A mark without a reference to it is of its parent. -->
  <xsl:template name="marking" as="element()">
    <xsl:variable name="marks" as="element()*" select="cui:DocumentAugmentation/cui:DocumentMarkingMetadata"/>
    <marking>
      <xsl:for-each select="$marks, cui:PortionMarkingMetadata[f:of-parent(.)], tokenize(@cui:portionMarkingMetadataRef) ! key('object', ., root(current()))">
        <banner>{f:mark(.)}</banner>
      </xsl:for-each>
      <xsl:for-each select="nc:DocumentSensitivityText[f:trim(.)]">
        <sensitivity>{.}</sensitivity>
      </xsl:for-each>
      <xsl:for-each select="$marks/cui:DesignatingEntityText">
        <designator>{.}</designator>
      </xsl:for-each>
      <xsl:for-each select="$marks/cui:DocumentMarkingLDC/cui:LDC-DLONLYText">
        <list>{.}</list>
      </xsl:for-each>
      <xsl:for-each select="sarx:SuspiciousActivity/j:IncidentAugmentation/j:IncidentDisseminationLevelCode[1]">
        <dissemination>{f:trim(.)}</dissemination>
      </xsl:for-each>
      <xsl:for-each select="$marks/cui:RequiredIndicatorsText">
        <notice>{.}</notice>
      </xsl:for-each>
      <xsl:for-each select="sarx:Redaction[f:is-plain(.)]">
        <redaction>
          <property>{sarx:RedactedPropertyName}</property>
          <xsl:where-populated>
            <quantity>{sarx:RedactedQuantity/f:trim(.)}</quantity>
            <reason>{sarx:RedactionReasonCode/f:trim(.)}</reason>
            <policy>{sarx:RedactionPolicyURI/f:trim(.)}</policy>
            <at>{sarx:RedactionDate/f:trim(.)}</at>
          </xsl:where-populated>
        </redaction>
      </xsl:for-each>
    </marking>
  </xsl:template>

  <!-- A redaction that names nobody to ask, and bears neither mark nor id: the marking says it. Another is kept whole. -->
  <xsl:function name="f:is-plain" as="xs:boolean">
    <xsl:param name="redaction" as="element()"/>
    <xsl:sequence select="empty($redaction/descendant-or-self::*/@*) and exists($redaction/sarx:RedactedPropertyName/text())
        and empty($redaction/(* except (sarx:RedactedPropertyName, sarx:RedactedQuantity, sarx:RedactionReasonCode, sarx:RedactionPolicyURI, sarx:RedactionDate[f:is-date(.)])))"/>
  </xsl:function>

  <xsl:template match="sarx:Redaction[f:is-plain(.)]"/>

  <!-- What stands at the root of a report and speaks of its submission. -->
  <xsl:function name="f:of-submission" as="element()*">
    <xsl:param name="report" as="element()"/>
    <xsl:sequence select="$report/*[self::nc:DocumentSource or self::nc:DocumentSubmitter or self::nc:DocumentIdentification
        or self::nc:DocumentStatus or self::j:DocumentAugmentation or map:contains($rows, 'submission ' || f:name(.))]"/>
  </xsl:function>

  <xsl:template name="submission" as="element()*">
    <xsl:variable name="content" as="element()*">
      <xsl:apply-templates select="f:of-submission(.)">
        <xsl:with-param name="in" select="'submission'" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:where-populated>
      <submission>
        <xsl:sequence select="f:sorted($content, 'submission')"/>
      </submission>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="nc:DocumentSource[f:is-organization(.)]" as="element()">
    <xsl:call-template name="party">
      <xsl:with-param name="element" select="'source'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="nc:DocumentSubmitter[f:is-organization(.)][f:is-first(.)]" as="element()">
    <xsl:call-template name="party">
      <xsl:with-param name="element" select="'submitter'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="party" as="element()">
    <xsl:param name="element" as="xs:string"/>
    <xsl:apply-templates select="nc:EntityOrganization" mode="container">
      <xsl:with-param name="element" select="$element"/>
      <xsl:with-param name="in" select="'organization'" tunnel="yes"/>
      <xsl:with-param name="around" select="."/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="nc:DocumentIdentification[not(parent::sarx:RelatedReport)][f:is-first(.)]"
      as="element()*">
    <xsl:variable name="id" as="element()?" select="nc:IdentificationID[f:trim(.)][1]"/>
    <xsl:variable name="category" as="element()?" select="nc:IdentificationCategoryText[1]"/>
    <xsl:for-each select="$category">
      <idCategory>
        <xsl:sequence select="f:portion(.), f:language(.), string()"/>
      </idCategory>
    </xsl:for-each>
    <xsl:sequence select="(* except ($id, $category)) ! f:kept(.)"/>
  </xsl:template>

  <!-- Containers -->

  <xsl:variable name="containers" as="map(xs:string, xs:string)" select="map {
    'sarx:SuspiciousActivity': 'observation', 'j:TipTaxonomy': 'tip', 'sarx:ActivityTarget': 'target', 'sarx:ConveyanceTrack': 'track',
    'nc:AddressStreet': 'street', 'nc:PersonName': 'name', 'nc:PersonPhysicalFeature': 'feature',
    'nc:PersonConveyanceAssociation': 'relation', 'nc:PersonAssociation': 'relation', 'sarx:SourceAssessment': 'assessment',
    'sarx:ReviewAction': 'review', 'sarx:FollowUpAction': 'followUp', 'sarx:RelatedReport': 'relatedReport' }"/>

  <xsl:template match="sarx:SuspiciousActivity | j:TipTaxonomy | sarx:ActivityTarget | sarx:ConveyanceTrack
      | nc:AddressStreet[f:is-first(.)] | nc:PersonName | nc:PersonPhysicalFeature
      | nc:PersonConveyanceAssociation[f:joins(.)] | nc:PersonAssociation[f:joins(.)]
      | sarx:SourceAssessment | sarx:ReviewAction | sarx:FollowUpAction | sarx:RelatedReport" as="element()+">
    <xsl:variable name="container" as="xs:string" select="$containers(f:name(.))"/>
    <xsl:call-template name="container">
      <xsl:with-param name="element" select="$container"/>
      <xsl:with-param name="kind" select="if (self::nc:PersonAssociation) then 'person-person' else 'person-item'[current()/self::nc:PersonConveyanceAssociation]"/>
      <xsl:with-param name="in" select="$container" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="sarx:ConveyanceTrack/nc:Conveyance[f:item(.)]" priority="4" as="element()">
    <of ref="{f:id(f:item(.))}"/>
  </xsl:template>

  <xsl:template match="sarx:TrackDateRange[f:is-range(.)]" as="element()">
    <period>
      <xsl:sequence select="f:portion((., .//*))"/>
      <xsl:sequence select="f:range(.)"/>
    </period>
  </xsl:template>

  <xsl:template match="sarx:SuspiciousActivity/nc:ActivityLocation | sarx:TrackLocation" as="element()+">
    <xsl:call-template name="container">
      <xsl:with-param name="element" select="'place'"/>
      <xsl:with-param name="role" select="'exact'"/>
      <xsl:with-param name="in" select="'place'" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="nc:Address | nc:PersonResidenceAddress" as="element()+">
    <xsl:call-template name="container">
      <xsl:with-param name="element" select="if (self::nc:Address) then 'address' else 'residence'"/>
      <xsl:with-param name="in" select="'address'" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <!-- An address of its own each: NIEM has them beside the address, not in it. -->
  <xsl:template match="nc:AddressCrossStreet[f:only(., 'nc:CrossStreetDescriptionText')] | nc:AddressHighway[f:only(., 'nc:HighwayPositionText')]
      | nc:LocationPart[f:only(., 'nc:LocationFloorText')]" as="element()">
    <address>
      <xsl:element name="{if (self::nc:AddressHighway) then 'highway' else if (self::nc:LocationPart) then 'floor' else 'crossStreet'}">
        <xsl:sequence select="f:portion((., *)), f:language(*), string(*)"/>
      </xsl:element>
    </address>
  </xsl:template>

  <!-- Decimal degrees, WGS 84; the scheme says with how many parts each was written. -->
  <xsl:template match="nc:Location2DGeospatialCoordinate[f:is-point(.)]" as="element()">
    <xsl:variable name="axes" as="element()+" select="nc:GeographicCoordinateLatitude, nc:GeographicCoordinateLongitude"/>
    <xsl:variable name="scheme" as="xs:string" select="string-join($axes ! substring('dms', 1, count(*)), ',')"/>
    <point>
      <xsl:sequence select="f:portion((., .//*))"/>
      <xsl:if test="$scheme ne 'd,d'">
        <xsl:attribute name="scheme" select="$scheme"/>
      </xsl:if>
      <xsl:value-of select="$axes ! f:degrees(*/f:trim(.))" separator=","/>
    </point>
  </xsl:template>

  <xsl:template match="sarx:Observer | sarx:PersonOfInterest" as="element()+">
    <xsl:call-template name="container">
      <xsl:with-param name="element" select="'person'"/>
      <xsl:with-param name="role" select="if (self::sarx:Observer) then 'observer' else 'subject'"/>
      <xsl:with-param name="in" select="'person'" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="nc:PersonBirthDate[f:is-date(.)][f:is-first(.)]" as="element()">
    <xsl:element name="{if (nc:YearDate) then 'birthYear' else 'birthDate'}">
      <xsl:sequence select="f:portion((., *)), f:trim(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="j:PersonAugmentation/j:PersonClothing[f:only(., 'j:ClothingDescriptionText')]" as="element()">
    <trait kind="clothing">
      <xsl:sequence select="f:portion((., *)), f:language(*), string(*)"/>
    </trait>
  </xsl:template>

  <!-- Whom to ask: one number, one address, one name each; what is more intricate is kept whole. -->
  <xsl:template match="(nc:OrganizationPrimaryContactInformation | nc:PersonContactInformation)/nc:ContactTelephoneNumber
      [f:only(., 'nc:FullTelephoneNumber')][f:only(*, 'nc:TelephoneNumberFullID')]" as="element()">
    <phone>
      <xsl:sequence select="f:portion((., .//*, ..)), f:trim(.)"/>
    </phone>
  </xsl:template>

  <xsl:template match="nc:OrganizationPrimaryContactInformation[f:is-first(.)]
      /nc:ContactResponder[f:only(., 'nc:PersonName')][f:is-first(.)]" as="element()+">
    <xsl:apply-templates select="nc:PersonName" mode="container">
      <xsl:with-param name="element" select="'contactName'"/>
      <xsl:with-param name="in" select="'name'" tunnel="yes"/>
      <xsl:with-param name="around" select="., .."/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="j:TargetOrganization[f:is-first(.)]
      | sarx:ReviewingOrganization | sarx:RelatedReportOrganization" as="element()+">
    <xsl:call-template name="container">
      <xsl:with-param name="element" select="'organization'"/>
      <xsl:with-param name="in" select="'organization'" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="nc:Vehicle | nc:Vessel | nc:Aircraft" as="element()+">
    <xsl:call-template name="container">
      <xsl:with-param name="element" select="'item'"/>
      <xsl:with-param name="role" select="lower-case(local-name())"/>
      <xsl:with-param name="more" select="key('registration', @structures:id/normalize-space())"/>
      <xsl:with-param name="in" select="'item'" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Reached from the item that it registers; from the root it has been seen to. -->
  <xsl:template match="j:ConveyanceRegistration[f:of-one-item(.)]" as="element()*">
    <xsl:param name="in" as="xs:string" tunnel="yes"/>
    <xsl:if test="$in eq 'item'">
      <xsl:apply-templates select="." mode="container">
        <xsl:with-param name="element" select="'registration'"/>
        <xsl:with-param name="in" select="'registration'" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <xsl:template match="j:ConveyanceRegistration/nc:Conveyance" priority="4"/> <!-- where the registration stands now says of what it is -->

  <xsl:template match="nc:PersonConveyanceAssociation/*[f:party(.)] | nc:PersonAssociation/*[f:party(.)]" priority="4" as="element()">
    <end ref="{f:id(f:party(.))}" role="{if (self::nc:Person) then 'person' else 'item'}"/>
  </xsl:template>

  <!-- An attachment has no room for what it has no name for: then it is kept whole. -->
  <xsl:template match="sarx:Attachment" as="element()+">
    <xsl:variable name="attachment" as="element()+">
      <xsl:call-template name="container">
        <xsl:with-param name="element" select="'attachment'"/>
        <xsl:with-param name="in" select="'attachment'" tunnel="yes"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:sequence select="if ($attachment[self::c:extension]) then f:kept(.) else $attachment"/>
  </xsl:template>

  <xsl:template match="sarx:Attachment/nc:BinaryHash[f:is-digest(.)]" as="element()">
    <digest scheme="{(nc:BinaryHashFunctionCode, nc:BinaryHashFunctionText)/f:trim(.)}">
      <xsl:sequence select="f:portion((., *)), nc:BinaryHashCode/f:trim(.)"/>
    </digest>
  </xsl:template>

  <!-- What an object of metadata describes is named by the ids of what describes itself by it. -->
  <xsl:template match="nc:Metadata" as="element()*">
    <xsl:param name="landed" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:variable name="described" as="element()*" select="@structures:id/key('described', normalize-space())"/>
    <xsl:variable name="of" as="xs:string*" select="distinct-values($described ! f:id(.))[map:contains($landed, .)]"/>
    <xsl:variable name="whole" as="xs:boolean" select="f:of-parent(.) or $described[self::sarx:SuspiciousActivityReport]"/>
    <xsl:choose>
      <xsl:when test="exists($of) or $whole">
        <xsl:variable name="content" as="element()*">
          <xsl:for-each select="$of">
            <of ref="{.}"/>
          </xsl:for-each>
          <xsl:if test="$whole"><scope>document</scope></xsl:if>
          <xsl:apply-templates select="*">
            <xsl:with-param name="in" select="'provenance'" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:variable>
        <provenance>
          <xsl:sequence select="f:portion(.), f:sorted($content, 'provenance')"/>
        </provenance>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="f:kept(.)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The extensions of a container that has no room for them stand beside it. -->
  <xsl:template name="container" match="*" mode="container" as="element()+">
    <xsl:param name="element" as="xs:string"/>
    <xsl:param name="in" as="xs:string" tunnel="yes"/>
    <xsl:param name="role" as="xs:string?"/>
    <xsl:param name="kind" as="xs:string?"/>
    <xsl:param name="around" as="element()*"/>
    <xsl:param name="more" as="element()*"/>
    <xsl:variable name="content" as="element()*">
      <xsl:apply-templates select="@*, *, $more"/>
    </xsl:variable>
    <xsl:variable name="roomy" as="xs:boolean" select="$sequence($in) = 'extension'"/>
    <xsl:element name="{$element}">
      <xsl:if test="$role"><xsl:attribute name="role" select="$role"/></xsl:if>
      <xsl:if test="$kind"><xsl:attribute name="kind" select="$kind"/></xsl:if>
      <xsl:sequence select="f:portion((., $around)), f:sorted($content[$roomy or not(self::c:extension)], $in)"/>
    </xsl:element>
    <xsl:sequence select="$content[self::c:extension][not($roomy)]"/>
  </xsl:template>

  <!-- The parts of the table, and what is in none -->

  <xsl:template match="*" priority="-1" as="element()*">
    <xsl:param name="in" as="xs:string" tunnel="yes"/>
    <xsl:param name="wrapper" as="element()?"/>
    <xsl:variable name="path" as="xs:string" select="string-join(($wrapper, .) ! f:name(.), '/')"/>
    <xsl:variable name="row" as="map(xs:string, xs:string)?" select="$rows($in || ' ' || $path)[f:fits(current(), ?as)][1]"/>
    <xsl:choose>
      <xsl:when test="empty($wrapper) and map:contains($wrappers, $in || ' ' || $path) and f:is-first(.)">
        <xsl:apply-templates select="@*, *">
          <xsl:with-param name="wrapper" select="."/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:when test="exists($row) and ($row?often eq '*' or not(f:taken(., $wrapper, $in, $row?name)))">
        <xsl:call-template name="part">
          <xsl:with-param name="row" select="$row"/>
          <xsl:with-param name="wrapper" select="$wrapper"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="f:kept(.)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*[@structures:ref]" priority="3" as="element()">
    <xsl:sequence select="f:kept(.)"/>
  </xsl:template>

  <xsl:template name="part" as="element()+">
    <xsl:param name="row" as="map(xs:string, xs:string)"/>
    <xsl:param name="wrapper" as="element()?"/>
    <xsl:choose>
      <xsl:when test="$row?as = ('identifier', 'measure')">
        <xsl:apply-templates select="." mode="container">
          <xsl:with-param name="element" select="$row?name"/>
          <xsl:with-param name="kind" select="$row?kind[. ne '-']"/>
          <xsl:with-param name="around" select="$wrapper"/>
          <xsl:with-param name="in" select="$row?as" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{$row?name}">
          <xsl:if test="$row?kind ne '-'"><xsl:attribute name="kind" select="$row?kind"/></xsl:if>
          <xsl:if test="$row?scheme ne '-'"><xsl:attribute name="scheme" select="$row?scheme"/></xsl:if>
          <xsl:sequence select="f:portion((., $wrapper, .//*[not($row?as = ('text', 'code'))])), f:language(.)"/>
          <xsl:choose>
            <xsl:when test="$row?as eq 'text'"><xsl:sequence select="@nc:valueEmptyReasonCode/f:reason(.), string()"/></xsl:when>
            <xsl:when test="$row?as eq 'number'"><value>{.}</value></xsl:when>
            <xsl:when test="$row?as eq 'period'"><xsl:sequence select="f:range((nc:DateRange, .)[1])"/></xsl:when>
            <xsl:when test="$row?as eq 'length'">
              <xsl:attribute name="unit" select="nc:MeasureUnitText"/>
              <xsl:value-of select="(nc:MeasureIntegerValue, nc:MeasureDecimalValue)/f:trim(.)"/>
            </xsl:when>
            <xsl:otherwise><xsl:value-of select="f:trim(.)"/></xsl:otherwise>
          </xsl:choose>
        </xsl:element>
        <xsl:apply-templates select="@*"/>
        <xsl:sequence select="nc:DateRange[nc:StartDate = nc:EndDate]/nc:EndDate/f:kept(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What shape an element has -->

  <xsl:function name="f:is-first" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not($element/preceding-sibling::*[1]/node-name() = node-name($element))"/>
  </xsl:function>

  <!-- Whether the one place that the common model has for it is filled from the element before it. -->
  <xsl:function name="f:taken" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="wrapper" as="element()?"/>
    <xsl:param name="in" as="xs:string"/>
    <xsl:param name="place" as="xs:string"/>
    <xsl:variable name="paths" as="xs:string*" select="
        $element/preceding-sibling::*[1] ! string-join(($wrapper, .) ! f:name(.), '/'),
        ($element, $wrapper)/preceding-sibling::*[1] ! (for $name in f:name(.) return ($name, * ! ($name || '/' || f:name(.))))"/>
    <xsl:sequence select="$paths ! $rows($in || ' ' || .)?name = $place"/>
  </xsl:function>

  <xsl:function name="f:fits" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="as" as="xs:string"/>
    <xsl:sequence select="
        if ($as = ('identifier', 'measure')) then true()
        else if ($as = 'date') then f:is-date($element)
        else if ($as = 'year') then f:is-date($element) and exists($element/nc:YearDate)
        else if ($as = 'period') then f:is-date($element) or (f:only($element, 'nc:DateRange') and f:is-range($element/nc:DateRange))
        else if ($as = 'id') then f:only($element, 'nc:IdentificationID')
        else if ($as = 'length') then count($element/*) eq 2 and count($element/nc:MeasureUnitText) eq 1
            and count($element/(nc:MeasureIntegerValue | nc:MeasureDecimalValue)) eq 1
        else empty($element/*)"/>
  </xsl:function>

  <xsl:function name="f:only" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="child" as="xs:string"/>
    <xsl:sequence select="count($element/*) eq 1 and f:name($element/*) eq $child"/>
  </xsl:function>

  <xsl:function name="f:is-date" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="count($element/*) eq 1 and exists($element/(nc:Date | nc:DateTime | nc:ZuluDateTime | nc:YearDate | nc:YearMonthDate))"/>
  </xsl:function>

  <xsl:function name="f:is-range" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/*) and count($element/nc:StartDate) le 1 and count($element/nc:EndDate) le 1
        and (every $child in $element/* satisfies $child[self::nc:StartDate or self::nc:EndDate] and f:is-date($child))"/>
  </xsl:function>

  <!-- A moment begins and ends at once; a range that does is told from it by its end, which goes into an extension. -->
  <xsl:function name="f:range" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="if ($element/nc:StartDate) then $element/nc:StartDate else $element[not(nc:EndDate)]">
      <from>{f:trim(.)}</from>
    </xsl:for-each>
    <xsl:for-each select="if ($element/nc:EndDate) then $element/nc:EndDate[not(. = ../nc:StartDate)] else $element[not(nc:StartDate)]">
      <to>{f:trim(.)}</to>
    </xsl:for-each>
  </xsl:function>

  <!-- Another datum than ours would put the point elsewhere. -->
  <xsl:function name="f:is-point" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(every $datum in $element/nc:GeographicDatumText satisfies matches($datum, '^\s*(EPSG:?\s*4326|WGS[ -]?(19)?84)\s*$', 'i'))
        and count($element/*) eq 2 + count($element/nc:GeographicDatumText[. = 'WGS84'])
        and (every $axis in $element/(nc:GeographicCoordinateLatitude, nc:GeographicCoordinateLongitude)
             satisfies $axis/*[1][self::nc:LatitudeDegreeValue or self::nc:LongitudeDegreeValue]
               and (every $part in $axis/* satisfies ($part castable as xs:decimal)
                    and count($part/preceding-sibling::*[1][local-name() eq local-name($part)]) eq 0)
               and not($axis/*[4]) and not($axis/(nc:LatitudeSecondValue | nc:LongitudeSecondValue)[not(../(nc:LatitudeMinuteValue | nc:LongitudeMinuteValue))]))"/>
  </xsl:function>

  <xsl:function name="f:degrees" as="xs:decimal">
    <xsl:param name="parts" as="xs:string+"/>
    <xsl:variable name="size" as="xs:decimal" select="abs(xs:decimal($parts[1]))
        + round((xs:decimal(($parts[2], 0)[1]) * 60 + xs:decimal(($parts[3], 0)[1])) div 3600, 14)"/>
    <xsl:sequence select="if (starts-with($parts[1], '-')) then -$size else $size"/>
  </xsl:function>

  <xsl:function name="f:is-organization" as="xs:boolean">
    <xsl:param name="entity" as="element()"/>
    <xsl:sequence select="f:only($entity, 'nc:EntityOrganization') and not($entity/nc:EntityOrganization/@structures:ref)"/>
  </xsl:function>

  <xsl:function name="f:is-digest" as="xs:boolean">
    <xsl:param name="hash" as="element()"/>
    <xsl:sequence select="f:is-first($hash) and count($hash/*) eq 2 and count($hash/nc:BinaryHashCode) eq 1
        and exists($hash/(nc:BinaryHashFunctionCode | nc:BinaryHashFunctionText))"/>
  </xsl:function>

  <!-- References -->

  <!-- The person or item of the report that an element refers to. -->
  <xsl:function name="f:party" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@structures:ref/key('object', normalize-space())[parent::sarx:SuspiciousActivityReport][not(@structures:ref)]
        [self::sarx:PersonOfInterest or self::sarx:Observer or self::nc:Vehicle or self::nc:Vessel or self::nc:Aircraft]"/>
  </xsl:function>

  <xsl:function name="f:item" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:party($element)[self::nc:Vehicle or self::nc:Vessel or self::nc:Aircraft]"/>
  </xsl:function>

  <xsl:function name="f:of-one-item" as="xs:boolean">
    <xsl:param name="registration" as="element()"/>
    <xsl:sequence select="count($registration/nc:Conveyance) eq 1 and exists($registration/nc:Conveyance/f:item(.))"/>
  </xsl:function>

  <xsl:function name="f:joins" as="xs:boolean">
    <xsl:param name="association" as="element()"/>
    <xsl:sequence select="every $end in $association/(nc:Person | nc:Conveyance) satisfies exists(f:party($end))"/>
  </xsl:function>

  <!-- A metadata object that does not say otherwise applies to the element it stands in (NIEM 6.0 structures). -->
  <xsl:function name="f:of-parent" as="xs:boolean">
    <xsl:param name="object" as="element()"/>
    <xsl:sequence select="not(normalize-space($object/@structures:appliesToParent) = ('false', '0'))"/>
  </xsl:function>

  <xsl:function name="f:id" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="'e' || $element/accumulator-before('id')"/>
  </xsl:function>

  <!-- The id of the first that has one or is described by metadata, and the marks of all. -->
  <xsl:function name="f:portion" as="attribute()*">
    <xsl:param name="elements" as="element()+"/>
    <xsl:variable name="marks" as="xs:string*" select="distinct-values($elements/@cui:portionMarkingMetadataRef/tokenize(.)
        ! key('object', ., root($elements[1])) ! f:mark(.))"/>
    <xsl:if test="exists($marks)">
      <xsl:attribute name="mark" select="string-join($marks, ' + ')"/>
    </xsl:if>
    <xsl:for-each select="$elements[@structures:id or @nc:metadataRef][1]">
      <xsl:attribute name="id" select="f:id(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Specified before Basic, each in the order of the alphabet, dissemination controls last (CUI Marking Handbook). -->
  <xsl:function name="f:mark" as="xs:string">
    <xsl:param name="object" as="element()"/>
    <xsl:variable name="controls" as="xs:string*" select="$object/(cui:DocumentMarkingLDC | cui:PortionMarkingLDC)/string-join(
        ((cui:DocumentMarkingLDCCode | cui:PortionMarkingLDCCode)/f:code(map { 'AC': 'Attorney-Client', 'AWP': 'Attorney-WP', 'NF': 'NOFORN' }, ., f:trim(.)),
        string-join(cui:LDCCountryCode/f:trim(.), ', ')[.]), ' ')"/>
    <xsl:sequence select="string-join(('CUI',
        string-join(($object/cui:SpecifiedCategoryMarkingCode/f:trim(.) => sort(), $object/cui:BasicCategoryMarkingCode/f:trim(.) => sort()), '/')[.],
        string-join(sort($controls), '/')[.]), '//')"/>
  </xsl:function>

  <xsl:function name="f:language" as="attribute()?">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/@xml:lang">
      <xsl:attribute name="lang" select="."/>
    </xsl:for-each>
  </xsl:function>

  <!-- Why a text is empty, if it says so: withheld, unknown, … -->
  <xsl:function name="f:reason" as="attribute()?">
    <xsl:param name="code" as="attribute()"/>
    <xsl:attribute name="scheme" select="normalize-space($code)"/>
  </xsl:function>

  <!-- A day alone begins at midnight; without a zone it is UTC, as all times of a report are. -->
  <xsl:function name="f:instant" as="xs:string?">
    <xsl:param name="dates" as="element()*"/>
    <xsl:sequence select="($dates ! (nc:DateTime | nc:ZuluDateTime | nc:Date)/f:trim(.)[.])[1]
        ! replace(., '^([^T]{10})([Z+\-].*)?$', '$1T00:00:00$2') ! replace(., '(T[^Z+\-]*)$', '$1Z')"/>
  </xsl:function>

  <!-- What has no home -->

  <xsl:function name="f:kept" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="error(xs:QName('f:unmapped'), 'Nobody thought of ' || f:path($element))" use-when="$strict"/>
    <extension path="{f:path($element)}" xsl:use-when="not($strict)">
      <xsl:sequence select="f:portion($element/descendant-or-self::*)[local-name() eq 'mark']"/>
      <xsl:apply-templates select="$element" mode="verbatim"/>
    </extension>
  </xsl:function>

  <xsl:template match="@*" as="element()">
    <extension path="{f:path(..)}/@Q{{{namespace-uri()}}}{local-name()}">
      <xsl:value-of select="f:verbatim(.)"/>
    </extension>
  </xsl:template>

  <!-- A pointer into the document follows its target's new id. -->
  <xsl:function name="f:verbatim" as="xs:string">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:variable name="target" as="element()?" select="$attribute/self::attribute(structures:uri)[starts-with(., '#')]
        ! key('object', substring-after(., '#'), root($attribute))"/>
    <xsl:sequence select="if ($target) then '#' || f:id($target) else string($attribute)"/>
  </xsl:function>

  <xsl:template match="@structures:uri" mode="verbatim" as="attribute()">
    <xsl:attribute name="structures:uri" select="f:verbatim(.)"/>
  </xsl:template>

  <xsl:template match="@structures:id" mode="verbatim" as="attribute()">
    <xsl:attribute name="structures:id" select="f:id(..)"/>
  </xsl:template>

  <xsl:template match="@structures:ref | @nc:metadataRef" mode="verbatim" as="attribute()">
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}" select="tokenize(.) ! key('object', ., root(current())) ! f:id(.)"/>
  </xsl:template>

  <xsl:template match="@cui:portionMarkingMetadataRef" mode="verbatim" as="attribute()*">
    <xsl:sequence select="f:portion(..)[local-name() eq 'mark']"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="verbatim"/>

  <!-- Not mapped, on purpose. -->
  <xsl:template match="@structures:id | @structures:appliesToParent | @nc:metadataRef | @cui:portionMarkingMetadataRef"/> <!-- ids, marks and provenance say it -->
  <xsl:template match="@xml:lang | @nc:valueEmptyReasonCode | @xsi:*"/> <!-- with the text; xsi: where the document's schema is, and which references are empty -->
  <xsl:template match="sarx:ReportFormCode | nc:DocumentSequenceID[f:is-first(.)] | nc:DocumentSensitivityText[f:trim(.)]"/> <!-- header, marking -->
  <xsl:template match="nc:DocumentCreationDate[f:is-first(.)][f:is-date(.)] | nc:DocumentPostDate[f:is-first(.)][f:is-date(.)]"/> <!-- header -->
  <xsl:template match="sarx:SuspiciousActivity/j:IncidentAugmentation/j:IncidentDisseminationLevelCode[f:is-first(.)]"/> <!-- marking -->
  <xsl:template match="cui:DocumentAugmentation | cui:DocumentMarkingMetadata" as="element()*"> <!-- marking, but for what no banner says -->
    <xsl:apply-templates select="*"/>
  </xsl:template>
  <xsl:template match="cui:SpecifiedCategoryMarkingCode | cui:BasicCategoryMarkingCode | cui:DocumentMarkingLDC
      | cui:DesignatingEntityText | cui:RequiredIndicatorsText"/>
  <xsl:template match="cui:PortionMarkingMetadata[not(* except (cui:SpecifiedCategoryMarkingCode, cui:BasicCategoryMarkingCode, cui:PortionMarkingLDC))]
      [not(cui:PortionMarkingLDC/cui:LDC-DLONLYText)]"/> <!-- where it is referred to; one that names a list is kept whole besides -->
  <!-- nc:ZuluDateTime      comes back as nc:DateTime, which says the same
       marks of a wrapper   (contact information, augmentation, the parts of a date) are those of each part in it
       marks of the id, the dates and the sequence of the report   the header has none; the document's own hold for it -->
</xsl:stylesheet>
