<?xml version="1.0" encoding="UTF-8"?>
<!-- The order in which NIEM 6.0 and our extension print the parts of a report. One list serves every type, for no two of them disagree.
     Where one may stand for another, both have the same place, joined by a bar. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <!-- prefixed name to place -->
  <xsl:variable name="order" as="map(xs:string, xs:integer)" select="
    let $slots := tokenize('
      nc:DocumentCategoryText nc:DocumentCreationDate nc:DocumentDescriptionText nc:DocumentDispositionAuthorityName
      nc:DocumentDispositionInstructionText nc:DocumentExpirationDate nc:DocumentIdentification nc:DocumentKeywordText
      nc:DocumentLastModifiedDate nc:DocumentManagementCyclePeriodText nc:DocumentPostDate nc:DocumentPrivacyActIndicator
      nc:DocumentReceivedDate nc:DocumentSensitivityText nc:DocumentSequenceID nc:DocumentSource nc:DocumentStatus
      nc:DocumentSubmitter nc:DocumentSummaryText nc:DocumentTitleText cui:DocumentAugmentation j:DocumentAugmentation
      sarx:ReportFormCode sarx:MessageActionCode sarx:FunctionalStandardVersionText sarx:PrivacyInformationExistsIndicator
      sarx:AdditionalDetailsIndicator sarx:DisseminationCodeText sarx:FusionCenterSubmissionDate sarx:SourceAgencyCaseIdentification
      sarx:SourceAgencyRecordIdentification sarx:SourceAgencyRecordStatusText sarx:PrivacyPurgeDate sarx:PrivacyPurgeReviewDate
      sarx:TearlineIndicator sarx:ClassificationReasonText sarx:SourceAssessment sarx:ReviewAction sarx:SuspiciousActivity
      sarx:Observer sarx:PersonOfInterest nc:Vehicle nc:Vessel nc:Aircraft sarx:FollowUpAction sarx:Attachment sarx:RelatedReport
      nc:PersonConveyanceAssociation j:ConveyanceRegistration nc:PersonAssociation nc:Metadata cui:PortionMarkingMetadata
      sarx:Redaction sarx:PurgeReasonCode sarx:PurgeDate
      nc:Date|nc:DateRange|nc:DateTime|nc:YearDate|nc:YearMonthDate|nc:ZuluDateTime nc:IdentificationID
      nc:IdentificationCategoryText nc:IdentificationCategoryDescriptionText nc:IdentificationEffectiveDate
      nc:IdentificationExpirationDate nc:IdentificationIssueDate nc:IdentificationIssuerCountry nc:IdentificationIssuerState
      nc:IdentificationIssuerText nc:EntityOrganization|nc:EntityPerson nc:StatusText nc:StatusDescriptionText nc:StatusIssuerText
      nc:StatusDate j:DocumentReviewDate cui:DocumentMarkingMetadata sarx:SourceReliabilityCode sarx:ContentValidityCode
      sarx:NatureOfSourceCode sarx:NatureOfSourceText nc:ActivityIdentification nc:ActivityCategoryText nc:ActivityDate
      nc:ActivityDescriptionText nc:ActivityDisposition nc:ActivityLocation nc:ActivityName nc:ActivityReasonText
      nc:ActivityReportedDate nc:ActivityStatus nc:ActivityVerifiedDate sarx:ReviewStageCode sarx:NexusDeterminationCode
      sarx:ReviewingOrganization nc:IncidentJurisdictionalOrganization nc:IncidentObservationText j:IncidentAugmentation
      j:SuspiciousActivityCode j:TipTaxonomy sarx:ObservationDate sarx:NexusRationaleText sarx:ActivityTarget sarx:ConveyanceTrack
      nc:PersonAgeDescriptionText nc:PersonAgeMeasure nc:PersonBirthDate nc:PersonBuildText nc:PersonCitizenship
      nc:PersonDescriptionText nc:PersonDigitalImage nc:PersonEthnicityText|j:PersonEthnicityCode
      nc:PersonEyeColorText|j:PersonEyeColorCode nc:PersonEyewearText nc:PersonFacialHairText
      nc:PersonGeneralAppearanceDescriptionText nc:PersonHairColorText|j:PersonHairColorCode nc:PersonHeightDescriptionText
      nc:PersonHeightMeasure nc:PersonHumanResourceIdentification nc:PersonName nc:PersonOtherIdentification
      nc:PersonPassportIdentification nc:PersonPhysicalFeature nc:PersonRaceText|j:PersonRaceCode nc:PersonResidenceAddress
      nc:PersonSexText|j:PersonSexCode nc:PersonSkinToneText|j:PersonSkinToneCode nc:PersonSSNIdentification
      nc:PersonStateIdentification nc:PersonTaxIdentification nc:PersonUSCitizenIndicator nc:PersonWeightDescriptionText
      nc:PersonWeightMeasure nc:PersonContactInformation j:PersonAugmentation sarx:PersonAugmentation j:WitnessIdentification
      j:WitnessAccountDescriptionText j:WitnessDate j:WitnessReportVerifiedIndicator sarx:ObserverCategoryText nc:ItemCategoryText
      nc:ConveyanceColorPrimaryText nc:ConveyanceColorSecondaryText nc:ItemDescriptionText nc:ItemLengthMeasure nc:ItemMakeName
      nc:ItemModelName nc:ItemModelYearDate nc:ItemName nc:ItemOtherIdentification nc:ItemSerialIdentification nc:ItemStyleText
      nc:ConveyanceEngineQuantity nc:VehicleIdentification m:VesselCategoryText nc:VesselHullIdentification
      nc:VesselHullMaterialText nc:VesselPropulsionText j:VesselAugmentation m:VesselAugmentation nc:AircraftCallSignIdentification
      nc:AircraftFuselageColorText nc:AircraftTailIdentification nc:AircraftWingColorText sarx:FollowUpAssignedByText
      sarx:FollowUpAssignedToText nc:BinaryID nc:BinaryCategoryText nc:BinaryHash nc:Base64BinaryObject nc:BinaryCaptureDate
      nc:BinaryDescriptionText nc:BinaryFormatText nc:BinaryURI nc:BinarySizeValue sarx:AttachmentPrivacyFieldIndicator
      sarx:RelatedReportOrganization sarx:RelationshipDescriptionText nc:AssociationDescriptionText nc:Person
      j:RegistrationAuthorityName j:RegistrationEffectiveDate j:RegistrationExpirationDate j:RegistrationIdentification
      nc:Conveyance j:ConveyanceRegistrationPlateIdentification j:ConveyanceRegistrationPlateCategoryText nc:CaveatText
      nc:ConfidencePercent nc:DistributionText nc:ExpirationDate nc:LastVerifiedDate nc:ReportedDate
      nc:ReportingOrganization|nc:ReportingOrganizationText nc:SensitivityText nc:SourceIDText nc:SourceText j:MetadataAugmentation
      cui:SpecifiedCategoryMarkingCode cui:BasicCategoryMarkingCode cui:PortionMarkingLDC sarx:RedactedPropertyName
      sarx:RedactedQuantity sarx:RedactionReasonCode sarx:RedactionPolicyURI sarx:RedactionDate sarx:RedactionContactOrganization
      nc:StartDate nc:EndDate nc:CountryName nc:StateName|usps:StateCode nc:OrganizationCategoryText nc:OrganizationDescriptionText
      nc:OrganizationIdentification nc:OrganizationLocalIdentification nc:OrganizationLocation nc:OrganizationName
      nc:OrganizationPrimaryContactInformation nc:OrganizationTaxIdentification nc:OrganizationUnitName j:OrganizationAugmentation
      cui:DocumentMarkingLDC cui:DesignatingEntityText cui:DecontrolSchedule cui:RequiredIndicatorsText
      cui:SupplementalAdministrativeMarkingText nc:DispositionCategoryText nc:DispositionEntity nc:DispositionDate
      nc:DispositionDescriptionText nc:DispositionReasonText nc:DispositionText nc:Address|nc:AddressCrossStreet|nc:AddressHighway
      nc:LocationArea nc:LocationCategoryText nc:LocationDescriptionText nc:Location2DGeospatialCoordinate nc:LocationAltitude
      nc:LocationIdentification nc:LocationName nc:LocationPart j:IncidentWeatherText j:IncidentMethodDescriptionText
      j:IncidentDisseminationLevelCode j:TipSubclassText j:TipClassCode j:TipDomainCode j:TargetDescriptionText j:TargetLocation
      j:TargetName j:TargetOrganization j:TargetPerson j:TargetItem j:TargetReasonText j:TargetCategoryText j:TargetSectorCode
      sarx:CriticalInfrastructureIndicator sarx:InfrastructureTierText j:StructureCategoryCode|j:StructureCategoryText
      sarx:TrackIntentText sarx:TrackDescriptionText sarx:TrackDateRange sarx:TrackLocation sarx:DepartureAirportID
      sarx:PlannedDestinationAirportID sarx:ActualDestinationAirportID sarx:AlternateAirportID
      nc:MeasureDecimalValue|nc:MeasureIntegerValue|nc:MeasureIntegerRange|nc:MeasureValueText nc:MeasureUnitText
      nc:MeasureEstimatedIndicator nc:PersonCitizenshipCountry nc:PersonNamePrefixText nc:PersonGivenName nc:PersonMiddleName
      nc:PersonSurName nc:PersonNameSuffixText nc:PersonFullName nc:PersonNameCategoryCode|nc:PersonNameCategoryText
      nc:PersonPreferredName nc:PhysicalFeatureCategoryText nc:PhysicalFeatureDescriptionText nc:PhysicalFeatureLocationText
      nc:AddressFullText nc:AddressSecondaryUnitText nc:CrossStreetDescriptionText nc:AddressBuildingName|nc:AddressStreet
      nc:AddressCityName nc:AddressCountyName nc:AddressState nc:AddressCountry nc:AddressPostalCode nc:AddressPostalExtensionCode
      nc:ContactEmailID nc:ContactTelephoneNumber nc:ContactMailingAddress nc:ContactWebsiteURI nc:ContactEntity
      nc:ContactEntityDescriptionText nc:ContactInformationDescriptionText nc:ContactResponder sarx:PersonUSPersonCode
      sarx:PersonUSPersonBasisText sarx:PersonNameKnownIndicator j:DriverLicense j:PersonClothing j:PersonAFISIdentification
      j:PersonFBIIdentification j:PersonStateFingerprintIdentification j:VesselHomePortText m:VesselCallSignText
      m:VesselIdentification m:VesselIMONumberText m:VesselMMSIText m:VesselName m:VesselNationalFlagText
      m:VesselOfficialCoastGuardNumberText m:VesselOverallLengthMeasure nc:BinaryHashCode
      nc:BinaryHashFunctionCode|nc:BinaryHashFunctionText j:CriminalInformationIndicator j:IntelligenceInformationIndicator
      cui:PortionMarkingLDCCode j:OrganizationORIIdentification cui:DocumentMarkingLDCCode cui:LDCCountryCode cui:LDC-DLONLYText
      cui:DecontrolDate nc:HighwayName nc:HighwayPositionText nc:AreaDescriptionText nc:AreaCircularRegion|nc:AreaPolygonRegion
      nc:GeographicDatumText nc:GeographicCoordinateLatitude nc:GeographicCoordinateLongitude nc:LocationBuildingText
      nc:LocationRoomText nc:LocationFloorText nc:RangeMaximumIntegerValue nc:RangeMinimumIntegerValue nc:StreetFullText
      nc:StreetNumberText nc:StreetPredirectional nc:StreetName nc:StreetCategoryText nc:StreetPostdirectional
      nc:FullTelephoneNumber nc:TelephoneNumberCategoryText j:ClothingCategoryText j:ClothingColorText j:ClothingDescriptionText
      nc:CircularRegionCenterCoordinate nc:CircularRegionRadiusLengthMeasure nc:PolygonNodeLocation nc:LatitudeDegreeValue
      nc:LatitudeMinuteValue nc:LatitudeSecondValue nc:LongitudeDegreeValue nc:LongitudeMinuteValue nc:LongitudeSecondValue
      nc:StreetDirectionalText nc:TelephoneNumberFullID nc:TelephoneSuffixID
    ')
    return map:merge(for $place in 1 to count($slots) return tokenize($slots[$place], '\|') ! map { .: $place })"/>
</xsl:stylesheet>
