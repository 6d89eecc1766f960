<?xml version="1.0" encoding="UTF-8"?>
<!-- NIEM 6.0 to NIEM 5.2: the differences, one by one.
     From what leaves in 6.0 (report, purge, pointer, page, EM message), to the same in the namespaces of 5.2.
     The order is that of the source, but where 5.2 has another: jurisdictions, licences, witnesses, metadata objects.
     Left out is what 5.2 has no word for; the end names it. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns:nc="http://release.niem.gov/niem/niem-core/5.0/"
    xmlns:j="http://release.niem.gov/niem/domains/jxdm/7.2/"
    xmlns:cui="http://release.niem.gov/niem/auxiliary/cui/5.1/"
    xmlns:structures="http://release.niem.gov/niem/structures/5.0/"
    xmlns:sarx6="https://tearline.example/niem/sar/1.0/"
    xmlns:nc6="https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/"
    xmlns:j6="https://docs.oasis-open.org/niemopen/ns/model/domains/justice/6.0/"
    xmlns:cui6="https://docs.oasis-open.org/niemopen/ns/model/auxiliary/cui/6.0/"
    xmlns:s6="https://docs.oasis-open.org/niemopen/ns/model/structures/6.0/">

  <xsl:import href="namespaces.xsl"/>

  <xsl:mode name="down" on-no-match="shallow-copy"/>
  <xsl:key name="metadata" match="nc6:Metadata[@s6:id]" use="normalize-space(@s6:id)"/>

  <xsl:template match="*" mode="down" as="element()*">
    <xsl:element name="{name()}" namespace="{f:five(.)}">
      <xsl:call-template name="scope"/>
      <xsl:apply-templates select="@*" mode="down"/>
      <xsl:apply-templates select="node()" mode="down"/>
    </xsl:element>
  </xsl:template>

  <!-- Prefixes once, at the root. -->
  <xsl:template name="scope" as="node()*">
    <xsl:if test="not(parent::*)">
      <xsl:variable name="root" as="element()" select="."/>
      <xsl:for-each select="in-scope-prefixes(.)[not(. = ('', 'xml'))]">
        <xsl:variable name="uri" as="xs:string" select="string(namespace-uri-for-prefix(., $root))"/>
        <xsl:namespace name="{.}" select="($five-of-six($uri), $uri)[1]"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@s6:id | @s6:ref | @s6:uri" mode="down" as="attribute()">
    <xsl:attribute name="structures:{local-name()}" select="."/>
  </xsl:template>

  <xsl:template match="@nc6:*" mode="down" as="attribute()">
    <xsl:attribute name="nc:{local-name()}" select="."/>
  </xsl:template>

  <!-- Marks and provenance share one attribute. -->
  <xsl:template match="@nc6:metadataRef | @cui6:portionMarkingMetadataRef" mode="down" as="attribute()*">
    <xsl:if test="self::attribute(nc6:metadataRef) or not(../@nc6:metadataRef)">
      <xsl:sequence select="f:metadata(..)"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:metadata" as="attribute()?">
    <xsl:param name="elements" as="element()*"/>
    <xsl:variable name="ids" as="xs:string*" select="
        distinct-values($elements/@nc6:metadataRef/tokenize(.)) ! (let $object := key('metadata', ., root($elements[1]))[1]
            return (.[not(f:justice-only($object))], f:justice-id($object))),
        distinct-values($elements/@cui6:portionMarkingMetadataRef/tokenize(.)),
        $elements[self::sarx6:SuspiciousActivityReport or self::sarx6:SuspiciousActivityReportCollection]
            /cui6:DocumentAugmentation/cui6:DocumentMarkingMetadata/f:mark-id(.)"/>
    <xsl:where-populated>
      <xsl:attribute name="structures:metadata" select="$ids"/>
    </xsl:where-populated>
  </xsl:function>

  <xsl:function name="f:mark-id" as="xs:string">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="'document-mark-' || count($mark/preceding::cui6:DocumentMarkingMetadata) + 1"/>
  </xsl:function>

  <!-- What the justice domain says of a metadata object is an object of its own. -->
  <xsl:function name="f:justice-only" as="xs:boolean">
    <xsl:param name="object" as="element()?"/>
    <xsl:sequence select="exists($object/j6:MetadataAugmentation) and count($object/*) eq 1"/>
  </xsl:function>

  <xsl:function name="f:justice-id" as="xs:string?">
    <xsl:param name="object" as="element()?"/>
    <xsl:sequence select="$object[j6:MetadataAugmentation]/(@s6:id || '-j'[not(f:justice-only($object))])"/>
  </xsl:function>

  <xsl:template match="nc6:Metadata" mode="down" as="element()?">
    <xsl:if test="not(f:justice-only(.))">
      <xsl:element name="nc:Metadata">
        <xsl:apply-templates select="@*, * except j6:MetadataAugmentation" mode="down"/>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <xsl:template match="nc6:Metadata" mode="justice" as="element()?">
    <xsl:for-each select="j6:MetadataAugmentation">
      <j:Metadata>
        <xsl:for-each select="f:justice-id(..)"><xsl:attribute name="structures:id" select="."/></xsl:for-each>
        <xsl:apply-templates select="*" mode="down"/>
      </j:Metadata>
    </xsl:for-each>
  </xsl:template>

  <!-- The marks of the document are objects near the end, which the root names. -->
  <xsl:template match="sarx6:SuspiciousActivityReport" mode="down" as="element()">
    <xsl:variable name="last" as="element()*" select="nc6:Metadata, cui6:PortionMarkingMetadata, sarx6:Redaction, cui6:DocumentAugmentation"/>
    <xsl:element name="{name()}" namespace="{f:five(.)}">
      <xsl:call-template name="scope"/>
      <xsl:apply-templates select="@* except (@nc6:metadataRef, @cui6:portionMarkingMetadataRef)" mode="down"/>
      <xsl:sequence select="f:metadata(.)"/>
      <xsl:apply-templates select="* except $last" mode="down"/>
      <xsl:apply-templates select="cui6:DocumentAugmentation/cui6:DocumentMarkingMetadata" mode="document"/>
      <xsl:apply-templates select="nc6:Metadata" mode="down"/>
      <xsl:apply-templates select="nc6:Metadata" mode="justice"/>
      <xsl:apply-templates select="cui6:PortionMarkingMetadata, sarx6:Redaction" mode="down"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="sarx6:SuspiciousActivityReportCollection" mode="down" as="element()">
    <xsl:variable name="base" as="element()*" select="nc6:*, j6:*"/>
    <xsl:element name="{name()}" namespace="{f:five(.)}">
      <xsl:call-template name="scope"/>
      <xsl:apply-templates select="@* except (@nc6:metadataRef, @cui6:portionMarkingMetadataRef)" mode="down"/>
      <xsl:sequence select="f:metadata(.)"/>
      <xsl:apply-templates select="$base" mode="down"/>
      <xsl:apply-templates select="cui6:DocumentAugmentation/cui6:DocumentMarkingMetadata" mode="document"/>
      <xsl:apply-templates select="* except ($base, cui6:DocumentAugmentation)" mode="down"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="cui6:DocumentMarkingMetadata" mode="document" as="element()">
    <cui:DocumentMarkingMetadata structures:id="{f:mark-id(.)}">
      <xsl:apply-templates select="*" mode="down"/>
    </cui:DocumentMarkingMetadata>
  </xsl:template>

  <xsl:template match="sarx6:EMMessageAugmentation" mode="down" as="element()">
    <xsl:variable name="portions" as="element()*" select="cui6:PortionMarkingMetadata"/>
    <xsl:element name="{name()}" namespace="{f:five(.)}">
      <xsl:apply-templates select="* except $portions" mode="down"/>
      <xsl:apply-templates select="nc6:Metadata" mode="justice"/>
      <xsl:apply-templates select="$portions" mode="down"/>
    </xsl:element>
  </xsl:template>

  <!-- Who issued it: text in 5.2, and the jurisdiction directly after the number. -->
  <xsl:template match="*[nc6:IdentificationID or nc6:IdentificationIssuerText or nc6:IdentificationIssuerState or nc6:IdentificationIssuerCountry]" mode="down" as="element()">
    <xsl:element name="{name()}" namespace="{f:five(.)}">
      <xsl:call-template name="scope"/>
      <xsl:apply-templates select="@*" mode="down"/>
      <xsl:sequence select="f:identification(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:identification" as="element()*">
    <xsl:param name="identification" as="element()"/>
    <xsl:variable name="issuers" as="element()*" select="$identification/(nc6:IdentificationIssuerState | nc6:IdentificationIssuerCountry)"/>
    <xsl:apply-templates select="$identification/nc6:IdentificationID" mode="down"/>
    <xsl:apply-templates select="$issuers" mode="down"/>
    <xsl:apply-templates select="$identification/(nc6:IdentificationCategoryText | nc6:IdentificationCategoryDescriptionText)" mode="down"/>
    <xsl:for-each select="$identification/(if (nc6:IdentificationEffectiveDate) then nc6:IdentificationEffectiveDate else nc6:IdentificationIssueDate)">
      <nc:IdentificationEffectiveDate><xsl:apply-templates select="@*, node()" mode="down"/></nc:IdentificationEffectiveDate>
    </xsl:for-each>
    <xsl:apply-templates select="$identification/(* except ($issuers, nc6:IdentificationID, nc6:IdentificationCategoryText,
        nc6:IdentificationCategoryDescriptionText, nc6:IdentificationEffectiveDate, nc6:IdentificationIssueDate))" mode="down"/>
  </xsl:function>

  <xsl:template match="nc6:IdentificationIssuerText" mode="down" as="element()?">
    <xsl:if test="normalize-space()">
      <nc:IdentificationSourceText><xsl:apply-templates select="@*, node()" mode="down"/></nc:IdentificationSourceText>
    </xsl:if>
  </xsl:template>

  <xsl:template match="nc6:IdentificationIssuerState | nc6:IdentificationIssuerCountry" mode="down" as="element()">
    <nc:IdentificationJurisdiction>
      <xsl:apply-templates select="@*" mode="down"/>
      <xsl:for-each select="*[normalize-space()]">
        <nc:JurisdictionDescriptionText><xsl:apply-templates select="@*, node()" mode="down"/></nc:JurisdictionDescriptionText>
      </xsl:for-each>
    </nc:IdentificationJurisdiction>
  </xsl:template>

  <xsl:template match="j6:DriverLicense" mode="down" priority="2" as="element()">
    <xsl:variable name="number" as="element()">
      <j:DriverLicenseIdentification>
        <xsl:sequence select="f:identification(.)[not(self::nc:IdentificationExpirationDate or self::nc:IdentificationEffectiveDate)]"/>
      </j:DriverLicenseIdentification>
    </xsl:variable>
    <j:DriverLicense>
      <xsl:apply-templates select="@*" mode="down"/>
      <xsl:sequence select="$number[*]"/>
      <xsl:for-each select="nc6:IdentificationExpirationDate">
        <j:DriverLicenseExpirationDate><xsl:apply-templates select="@*, node()" mode="down"/></j:DriverLicenseExpirationDate>
      </xsl:for-each>
      <xsl:for-each select="nc6:IdentificationIssueDate, nc6:IdentificationEffectiveDate[not(../nc6:IdentificationIssueDate)]">
        <j:DriverLicenseIssueDate><xsl:apply-templates select="@*, node()" mode="down"/></j:DriverLicenseIssueDate>
      </xsl:for-each>
    </j:DriverLicense>
  </xsl:template>

  <!-- A witness of 5.2 is a role, in which the person stands. -->
  <xsl:template match="sarx6:Observer" mode="down" as="element()">
    <xsl:variable name="role" as="element()*" select="j6:WitnessIdentification, j6:WitnessAccountDescriptionText, j6:WitnessDate,
        j6:WitnessReportVerifiedIndicator, sarx6:ObserverCategoryText"/>
    <xsl:element name="{name()}" namespace="{f:five(.)}">
      <xsl:apply-templates select="@* except (@s6:id, @s6:uri, @s6:ref)" mode="down"/>
      <xsl:if test="* except $role or @s6:id or @s6:uri or @s6:ref">
        <nc:RoleOfPerson>
          <xsl:apply-templates select="@s6:id, @s6:ref" mode="down"/>
          <xsl:apply-templates select="@s6:uri" mode="role"/>
          <xsl:sequence select="f:person(* except $role)"/>
        </nc:RoleOfPerson>
      </xsl:if>
      <xsl:apply-templates select="$role" mode="down"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="@s6:uri" mode="role" as="attribute()">
    <xsl:attribute name="structures:uri" select="."/>
  </xsl:template>

  <xsl:template match="sarx6:PersonOfInterest | nc6:EntityPerson" mode="down" as="element()">
    <xsl:element name="{name()}" namespace="{f:five(.)}">
      <xsl:apply-templates select="@*" mode="down"/>
      <xsl:sequence select="f:person(*)"/>
    </xsl:element>
  </xsl:template>

  <!-- A residence has no place of its own: it is where mail reaches the person, and last before the augmentations. -->
  <xsl:function name="f:person" as="element()*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:variable name="residences" as="element()*" select="$parts[self::nc6:PersonResidenceAddress]"/>
    <xsl:variable name="augmentations" as="element()*" select="$parts[ends-with(local-name(), 'Augmentation')]"/>
    <xsl:apply-templates select="$parts except ($residences, $augmentations)" mode="down"/>
    <xsl:for-each select="$residences">
      <nc:PersonContactInformation>
        <nc:ContactMailingAddress><xsl:apply-templates select="@*, *" mode="down"/></nc:ContactMailingAddress>
      </nc:PersonContactInformation>
    </xsl:for-each>
    <xsl:apply-templates select="$augmentations" mode="down"/>
  </xsl:function>

  <!-- 5.2 cannot say why a text is empty: it goes, but where a text must be there. -->
  <xsl:template match="*[@nc6:valueEmptyReasonCode][not(normalize-space())]" mode="down" priority="3" as="element()?">
    <xsl:if test="self::cui6:DesignatingEntityText or self::sarx6:PointerText
        or self::sarx6:NexusRationaleText[not(preceding-sibling::sarx6:NexusRationaleText or following-sibling::sarx6:NexusRationaleText)]">
      <xsl:element name="{name()}" namespace="{f:five(.)}">
        <xsl:apply-templates select="@*" mode="down"/>
        <xsl:text>WITHHELD</xsl:text>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="down"/>

  <!-- Not mapped, on purpose. -->
  <xsl:template match="@s6:appliesToParent" mode="down"/> <!-- in 5.2 a metadata object never does by itself -->
  <xsl:template match="@nc6:valueEmptyReasonCode | @nc6:valueEmptyReasonText" mode="down" priority="2"/> <!-- no such attributes -->
  <!-- the day of issue, where there is a day of effect: 5.2 has one of the two -->
</xsl:stylesheet>
