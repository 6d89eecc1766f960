<?xml version="1.0" encoding="UTF-8"?>
<!-- The privacy fields of ISE-SAR 1.5.5: which they are, and a report without them.
     From a report, to its summary form; a redaction has taken them already, and this is the second lock on the same door.
     In the order of the classes of ISE-SAR, as rule SAR-01 has them, and a serial number and a witness's number besides.
     Desks stay reachable: nothing inside the organizations named at the end is left out. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns:sarx="https://tearline.example/niem/sar/1.0/"
    xmlns:nc="https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/"
    xmlns:j="https://docs.oasis-open.org/niemopen/ns/model/domains/justice/6.0/"
    xmlns:m="https://docs.oasis-open.org/niemopen/ns/model/domains/maritime/6.0/">

  <xsl:mode name="strip" on-no-match="shallow-copy"/>

  <xsl:function name="f:stripped" as="element()">
    <xsl:param name="report" as="element()"/>
    <xsl:apply-templates select="$report" mode="strip"/>
  </xsl:function>

  <xsl:function name="f:has-privacy" as="xs:boolean">
    <xsl:param name="report" as="element()"/>
    <xsl:sequence select="count($report//*) ne count(f:stripped($report)//*) + count($report//(nc:LatitudeSecondValue | nc:LongitudeSecondValue))"/>
  </xsl:function>

  <xsl:template mode="strip" match="
        nc:ItemOtherIdentification | nc:ItemSerialIdentification | nc:AircraftTailIdentification
      | sarx:Attachment[normalize-space(sarx:AttachmentPrivacyFieldIndicator) = ('true', '1')]
      | nc:BinaryURI | nc:ContactEmailID | nc:TelephoneNumberFullID
      | j:DriverLicense/nc:IdentificationID
      | nc:LocationDescriptionText | nc:StreetNumberText | nc:StreetName | nc:AddressSecondaryUnitText | nc:StreetFullText | nc:AddressFullText
      | nc:PersonHumanResourceIdentification | j:WitnessIdentification
      | j:TargetOrganization/nc:OrganizationTaxIdentification | j:TargetOrganization/nc:OrganizationLocalIdentification
      | nc:PersonOtherIdentification/nc:IdentificationID | nc:PersonPassportIdentification/nc:IdentificationID
      | nc:PersonOtherIdentification/*/*[f:is-day(.)] | nc:PersonPassportIdentification/*/*[f:is-day(.)]
      | j:PersonAFISIdentification | j:PersonFBIIdentification | j:PersonStateFingerprintIdentification
      | nc:PersonStateIdentification | nc:PersonSSNIdentification | nc:PersonTaxIdentification
      | nc:PersonBirthDate//*[f:is-day(.)]
      | nc:PersonGivenName | nc:PersonMiddleName | nc:PersonSurName | nc:PersonFullName
      | nc:PersonContactInformation | nc:PersonResidenceAddress
      | j:ConveyanceRegistrationPlateIdentification/nc:IdentificationID
      | nc:VehicleIdentification | nc:VesselHullIdentification
      | m:VesselIdentification | m:VesselIMONumberText | m:VesselMMSIText | m:VesselOfficialCoastGuardNumberText"/>

  <!-- A year alone is none. -->
  <xsl:function name="f:is-day" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::nc:Date or self::nc:DateTime or self::nc:ZuluDateTime or self::nc:YearMonthDate])"/>
  </xsl:function>

  <!-- Without the street, a point must not be as good as one. -->
  <xsl:template match="nc:LatitudeSecondValue | nc:LongitudeSecondValue" mode="strip"/>
  <xsl:template match="nc:LatitudeMinuteValue/text() | nc:LongitudeMinuteValue/text()" mode="strip" as="text()">
    <xsl:value-of select="floor(number(.))"/>
  </xsl:template>
  <xsl:template match="nc:LatitudeDegreeValue/text() | nc:LongitudeDegreeValue/text()" mode="strip" as="text()">
    <xsl:value-of select="round(xs:decimal(.), 2)"/>
  </xsl:template>

  <xsl:template mode="strip" priority="2" as="element()" match="nc:DocumentSource | nc:DocumentSubmitter
      | sarx:ReviewingOrganization | sarx:RelatedReportOrganization | sarx:RedactionContactOrganization">
    <xsl:copy-of select="."/>
  </xsl:template>
</xsl:stylesheet>
