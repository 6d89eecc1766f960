<?xml version="1.0" encoding="UTF-8"?>
<!-- NIEM 5.2 to NIEM 6.0: the differences, one by one.
     From a report or a purge, to the same in the namespaces of 6.0.
     The order is that of the source, but where 6.0 has another: issuers, licences, document marks.
     Left out is only structures:sequenceID, for the order of the document says it. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns:sarx5="https://tearline.example/niem5/sar/1.0/"
    xmlns:nc5="http://release.niem.gov/niem/niem-core/5.0/"
    xmlns:j5="http://release.niem.gov/niem/domains/jxdm/7.2/"
    xmlns:cui5="http://release.niem.gov/niem/auxiliary/cui/5.1/"
    xmlns:s5="http://release.niem.gov/niem/structures/5.0/"
    xmlns:nc="https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/"
    xmlns:j="https://docs.oasis-open.org/niemopen/ns/model/domains/justice/6.0/"
    xmlns:cui="https://docs.oasis-open.org/niemopen/ns/model/auxiliary/cui/6.0/"
    xmlns:usps="https://docs.oasis-open.org/niemopen/ns/model/codes/usps/6.0/"
    xmlns:structures="https://docs.oasis-open.org/niemopen/ns/model/structures/6.0/">

  <xsl:import href="namespaces.xsl"/>

  <xsl:mode name="up" on-no-match="shallow-copy"/>
  <xsl:key name="named" match="*[@s5:id]" use="normalize-space(@s5:id)"/>

  <xsl:template match="*" mode="up" as="element()*">
    <xsl:element name="{name()}" namespace="{f:six(.)}">
      <xsl:apply-templates select="@*" mode="up"/>
      <xsl:apply-templates select="node()" mode="up"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="@s5:id | @s5:uri" mode="up" as="attribute()">
    <xsl:attribute name="structures:{local-name()}" select="."/>
  </xsl:template>

  <!-- The person stands in the witness now, and has the id of the witness if that has one. -->
  <xsl:template match="@s5:ref" mode="up" as="attribute()">
    <xsl:variable name="target" as="element()?" select="key('named', normalize-space())[1]"/>
    <xsl:attribute name="structures:ref" select="($target/self::nc5:RoleOfPerson/parent::sarx5:Observer/@s5:id, .)[1]"/>
  </xsl:template>

  <xsl:template match="@nc5:*" mode="up" as="attribute()">
    <xsl:attribute name="nc:{local-name()}" select="."/>
  </xsl:template>

  <!-- One attribute names both there; what is about a relationship is no less restricted. -->
  <xsl:template match="@s5:metadata | @s5:relationshipMetadata" mode="up" as="attribute()*">
    <xsl:if test="self::attribute(s5:metadata) or not(../@s5:metadata)">
      <xsl:sequence select="f:described(..)"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:described" as="attribute()*">
    <xsl:param name="elements" as="element()+"/>
    <xsl:variable name="objects" as="element()*" select="
        distinct-values($elements/(@s5:metadata | @s5:relationshipMetadata)/tokenize(.)) ! key('named', ., root($elements[1]))[1]"/>
    <xsl:where-populated>
      <xsl:attribute name="nc:metadataRef" select="$objects[self::nc5:Metadata or self::j5:Metadata[not(f:is-half(.))]]/normalize-space(@s5:id)"/>
      <xsl:attribute name="cui:portionMarkingMetadataRef" select="$objects[self::cui5:PortionMarkingMetadata]/normalize-space(@s5:id)"/>
    </xsl:where-populated>
  </xsl:function>

  <xsl:template match="@s5:sequenceID" mode="up"/>

  <!-- A metadata object of 6.0 applies to its parent unless it says otherwise. -->
  <xsl:template match="nc5:Metadata | cui5:PortionMarkingMetadata" mode="up" as="element()">
    <xsl:element name="{name()}" namespace="{f:six(.)}">
      <xsl:apply-templates select="@*" mode="up"/>
      <xsl:attribute name="structures:appliesToParent" select="'false'"/>
      <xsl:apply-templates select="*" mode="up"/>
      <xsl:for-each select="self::nc5:Metadata/@s5:id/key('named', . || '-j')[f:is-half(.)]">
        <j:MetadataAugmentation><xsl:apply-templates select="*" mode="up"/></j:MetadataAugmentation>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>

  <!-- Half of an object that went down to 5.2 as two (down-to-52.xsl): never named without its other half. -->
  <xsl:function name="f:is-half" as="xs:boolean">
    <xsl:param name="metadata" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="normalize-space($metadata/@s5:id)"/>
    <xsl:variable name="other" as="xs:string" select="replace($id, '-j$', '')"/>
    <xsl:sequence select="$metadata/self::j5:Metadata and $other ne $id and key('named', $other, root($metadata))/self::nc5:Metadata
        and (every $named in root($metadata)//(@s5:metadata | @s5:relationshipMetadata) satisfies ($id = tokenize($named)) eq ($other = tokenize($named)))"/>
  </xsl:function>

  <xsl:template match="j5:Metadata[f:is-half(.)]" mode="up" priority="2"/>

  <xsl:template match="j5:Metadata" mode="up" as="element()">
    <nc:Metadata structures:appliesToParent="false">
      <xsl:apply-templates select="@*" mode="up"/>
      <j:MetadataAugmentation><xsl:apply-templates select="*" mode="up"/></j:MetadataAugmentation>
    </nc:Metadata>
  </xsl:template>

  <!-- Every document mark is the document's, whether the root names it or not. -->
  <xsl:template match="sarx5:SuspiciousActivityReport" mode="up" as="element()">
    <xsl:variable name="marks" as="element()*" select=".//cui5:DocumentMarkingMetadata"/>
    <xsl:variable name="document" as="element()*" select="nc5:*[starts-with(local-name(), 'Document')]"/>
    <xsl:element name="{name()}" namespace="{f:six(.)}">
      <xsl:apply-templates select="@*, $document" mode="up"/>
      <xsl:if test="$marks">
        <cui:DocumentAugmentation>
          <xsl:for-each select="$marks">
            <xsl:element name="cui:DocumentMarkingMetadata"><xsl:apply-templates select="*" mode="up"/></xsl:element>
          </xsl:for-each>
        </cui:DocumentAugmentation>
      </xsl:if>
      <xsl:apply-templates select="* except $document" mode="up"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="cui5:DocumentMarkingMetadata" mode="up"/>

  <!-- Issuers stand last in 6.0. A jurisdiction is text in 5.2: the country of a passport, else a state. -->
  <xsl:template match="*[nc5:IdentificationJurisdiction]" mode="up" as="element()">
    <xsl:variable name="last" as="element()*" select="nc5:IdentificationSourceText"/>
    <xsl:element name="{name()}" namespace="{f:six(.)}">
      <xsl:apply-templates select="@*, * except (nc5:IdentificationJurisdiction, $last)" mode="up"/>
      <xsl:apply-templates select="nc5:IdentificationJurisdiction" mode="up"/>
      <xsl:apply-templates select="$last" mode="up"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="nc5:IdentificationSourceText" mode="up" as="element()">
    <nc:IdentificationIssuerText><xsl:apply-templates select="@*, node()" mode="up"/></nc:IdentificationIssuerText>
  </xsl:template>

  <xsl:template match="nc5:IdentificationJurisdiction" mode="up" as="element()*">
    <xsl:variable name="outer" as="attribute()*" select="f:described(.)"/>
    <xsl:for-each select="nc5:JurisdictionDescriptionText">
      <xsl:variable name="content" as="node()*">
        <xsl:apply-templates select="@*, node()" mode="up"/>
      </xsl:variable>
      <xsl:choose>
        <xsl:when test="ancestor::nc5:PersonPassportIdentification">
          <nc:IdentificationIssuerCountry><xsl:sequence select="$outer"/><nc:CountryName><xsl:sequence select="$content"/></nc:CountryName></nc:IdentificationIssuerCountry>
        </xsl:when>
        <xsl:when test="matches(normalize-space(), '^[A-Z]{2}$')">
          <nc:IdentificationIssuerState><xsl:sequence select="$outer"/><usps:StateCode><xsl:sequence select="$content[not(self::attribute(xml:lang))]"/></usps:StateCode></nc:IdentificationIssuerState>
        </xsl:when>
        <xsl:otherwise>
          <nc:IdentificationIssuerState><xsl:sequence select="$outer"/><nc:StateName><xsl:sequence select="$content"/></nc:StateName></nc:IdentificationIssuerState>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- The licence is an identification itself in 6.0; a mark of the number stays with the licence, which is no less. -->
  <xsl:template match="j5:DriverLicense" mode="up" as="element()">
    <xsl:variable name="number" as="element()*" select="j5:DriverLicenseIdentification"/>
    <j:DriverLicense>
      <xsl:apply-templates select="@* except (@s5:metadata, @s5:relationshipMetadata)" mode="up"/>
      <xsl:sequence select="f:described((., $number))"/>
      <xsl:apply-templates select="$number/(nc5:IdentificationID, nc5:IdentificationCategoryText, nc5:IdentificationCategoryDescriptionText,
          nc5:IdentificationEffectiveDate, nc5:IdentificationExpirationDate)" mode="up"/>
      <xsl:for-each select="j5:DriverLicenseExpirationDate">
        <nc:IdentificationExpirationDate><xsl:apply-templates select="@*, node()" mode="up"/></nc:IdentificationExpirationDate>
      </xsl:for-each>
      <xsl:for-each select="j5:DriverLicenseIssueDate">
        <nc:IdentificationIssueDate><xsl:apply-templates select="@*, node()" mode="up"/></nc:IdentificationIssueDate>
      </xsl:for-each>
      <xsl:apply-templates select="$number/nc5:IdentificationJurisdiction, $number/nc5:IdentificationSourceText" mode="up"/>
    </j:DriverLicense>
  </xsl:template>

  <!-- A witness of 6.0 is a person. One who stands elsewhere in the report is the same by uri. -->
  <xsl:template match="sarx5:Observer" mode="up" as="element()">
    <xsl:variable name="role" as="element()?" select="nc5:RoleOfPerson[1]"/>
    <xsl:element name="{name()}" namespace="{f:six(.)}">
      <xsl:apply-templates select="@* except (@s5:metadata, @s5:relationshipMetadata)" mode="up"/>
      <xsl:if test="not(@s5:id or @s5:ref or @s5:uri)">
        <xsl:apply-templates select="$role/(@s5:id, @s5:uri)[1]" mode="up"/>
        <xsl:for-each select="$role/@s5:ref"><xsl:attribute name="structures:uri" select="'#' || ."/></xsl:for-each>
      </xsl:if>
      <xsl:sequence select="f:described((., $role))"/>
      <xsl:apply-templates select="nc5:RoleOfPerson/*, * except nc5:RoleOfPerson" mode="up"/>
    </xsl:element>
  </xsl:template>

  <!-- 5.2 has no empty text with a reason: this word stands for it. -->
  <xsl:template match="*[not(*)][. = 'WITHHELD'][ends-with(local-name(), 'Text') or ends-with(local-name(), 'Name')]" mode="up" as="element()">
    <xsl:element name="{name()}" namespace="{f:six(.)}">
      <xsl:apply-templates select="@*" mode="up"/>
      <xsl:attribute name="nc:valueEmptyReasonCode" select="'withheld'"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="up"/>

  <!-- Not mapped, on purpose.
       structures:sequenceID    the order of the document says it
       urn:us:gov:ic:ism, ntk   attributes are copied as they are -->
</xsl:stylesheet>
