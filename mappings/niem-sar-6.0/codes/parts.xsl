<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts that a report and the common model have in common, one a row, read by both directions.
     Columns: container in the common model; element there; how often (1 or *); how it is written; its kind; its scheme; where NIEM has it.
     Written as: text as it is, code trimmed, date with one of the date elements, year a date of a year alone, period a date or a range,
     id an identification of which only the id is kept, identifier an identification, number a text that is an identifier,
     measure a measure, length a measure that is one text with its unit. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <xsl:variable name="parts" as="map(xs:string, xs:string)*" select="
    for $row in tokenize(normalize-space('
      record         title                 *  text        -  -  nc:DocumentTitleText ;

      submission     category              1  text        -  -  nc:DocumentCategoryText ;
      submission     modified              1  date        -  -  nc:DocumentLastModifiedDate ;
      submission     modified              1  date        -  -  sarx:PurgeDate ;
      submission     documentStatus        1  text        -  -  nc:DocumentStatus/nc:StatusText ;
      submission     privacyAct            1  code        -  -  nc:DocumentPrivacyActIndicator ;
      submission     action                1  code        -  -  sarx:MessageActionCode ;
      submission     purgeReason           1  code        -  -  sarx:PurgeReasonCode ;
      submission     standardVersion       1  text        -  -  sarx:FunctionalStandardVersionText ;
      submission     privacyExists         1  code        -  -  sarx:PrivacyInformationExistsIndicator ;
      submission     additionalDetails     1  code        -  -  sarx:AdditionalDetailsIndicator ;
      submission     dissemination         *  text        -  -  sarx:DisseminationCodeText ;
      submission     received              1  date        -  -  sarx:FusionCenterSubmissionDate ;
      submission     caseId                1  identifier  -  -  sarx:SourceAgencyCaseIdentification ;
      submission     recordId              1  identifier  -  -  sarx:SourceAgencyRecordIdentification ;
      submission     recordStatus          1  text        -  -  sarx:SourceAgencyRecordStatusText ;
      submission     purgeDate             1  date        -  -  sarx:PrivacyPurgeDate ;
      submission     purgeReviewDate       1  date        -  -  sarx:PrivacyPurgeReviewDate ;
      submission     reviewDate            1  date        -  -  j:DocumentAugmentation/j:DocumentReviewDate ;
      submission     tearline              1  code        -  -  sarx:TearlineIndicator ;
      submission     classificationReason  1  text        -  -  sarx:ClassificationReasonText ;

      organization   name                  *  text        -  -  nc:OrganizationName ;
      organization   description           1  text        -  -  nc:OrganizationDescriptionText ;
      organization   ori                   1  id          -  -  j:OrganizationAugmentation/j:OrganizationORIIdentification ;
      organization   systemId              1  id          -  -  nc:OrganizationLocalIdentification ;
      organization   taxId                 1  id          -  -  nc:OrganizationTaxIdentification ;
      organization   email                 *  code        -  -  nc:OrganizationPrimaryContactInformation/nc:ContactEmailID ;

      observation    period                1  period      -  -  nc:ActivityDate ;
      observation    observed              1  period      -  -  sarx:ObservationDate ;
      observation    behaviour             *  code        -  -  j:SuspiciousActivityCode ;
      observation    text                  *  text        -  -  nc:ActivityDescriptionText ;
      observation    seen                  *  text        -  -  nc:IncidentObservationText ;
      observation    rationale             *  text        -  -  sarx:NexusRationaleText ;
      observation    weather               1  text        -  -  j:IncidentAugmentation/j:IncidentWeatherText ;
      tip            domain                1  code        -  -  j:TipDomainCode ;
      tip            class                 1  code        -  -  j:TipClassCode ;
      tip            subclass              1  text        -  -  j:TipSubclassText ;
      target         category              1  text        -  -  j:TargetCategoryText ;
      target         description           1  text        -  -  j:TargetDescriptionText ;
      target         sector                *  code        -  -  j:TargetSectorCode ;
      target         critical              1  code        -  -  sarx:CriticalInfrastructureIndicator ;
      target         tier                  1  text        -  -  sarx:InfrastructureTierText ;
      target         structure             1  text        -  -  j:StructureCategoryText ;
      target         structure             1  code        -  code  j:StructureCategoryCode ;
      track          intent                1  text        -  -  sarx:TrackIntentText ;
      track          description           1  text        -  -  sarx:TrackDescriptionText ;
      track          departure             1  code        -  -  sarx:DepartureAirportID ;
      track          planned               1  code        -  -  sarx:PlannedDestinationAirportID ;
      track          arrival               1  code        -  -  sarx:ActualDestinationAirportID ;
      track          alternate             1  code        -  -  sarx:AlternateAirportID ;

      place          description           *  text        -  -  nc:LocationDescriptionText ;
      address        line                  *  text        -  -  nc:AddressFullText ;
      address        unit                  1  text        -  -  nc:AddressSecondaryUnitText ;
      address        building              1  text        -  -  nc:AddressBuildingName ;
      address        city                  1  text        -  -  nc:AddressCityName ;
      address        county                1  text        -  -  nc:AddressCountyName ;
      address        state                 1  text        -  -  nc:AddressState/nc:StateName ;
      address        state                 1  code        -  code  nc:AddressState/usps:StateCode ;
      address        country               1  text        -  -  nc:AddressCountry/nc:CountryName ;
      address        postalCode            1  code        -  -  nc:AddressPostalCode ;
      street         full                  1  text        -  -  nc:StreetFullText ;
      street         number                1  text        -  -  nc:StreetNumberText ;
      street         predirectional        1  text        -  -  nc:StreetPredirectional/nc:StreetDirectionalText ;
      street         name                  1  text        -  -  nc:StreetName ;
      street         category              1  text        -  -  nc:StreetCategoryText ;
      street         postdirectional       1  text        -  -  nc:StreetPostdirectional/nc:StreetDirectionalText ;

      name           prefix                1  text        -  -  nc:PersonNamePrefixText ;
      name           given                 *  text        -  -  nc:PersonGivenName ;
      name           middle                *  text        -  -  nc:PersonMiddleName ;
      name           surname               *  text        -  -  nc:PersonSurName ;
      name           suffix                1  text        -  -  nc:PersonNameSuffixText ;
      name           full                  *  text        -  -  nc:PersonFullName ;
      name           category              1  text        -  -  nc:PersonNameCategoryText ;
      name           category              1  code        -  code  nc:PersonNameCategoryCode ;
      person         age                   1  measure     -  -  nc:PersonAgeMeasure ;
      person         measure               *  measure     height  -  nc:PersonHeightMeasure ;
      person         measure               *  measure     weight  -  nc:PersonWeightMeasure ;
      person         sex                   1  text        -  text  nc:PersonSexText ;
      person         sex                   1  code        -  -  j:PersonSexCode ;
      person         trait                 *  text        age  -  nc:PersonAgeDescriptionText ;
      person         trait                 *  text        appearance  -  nc:PersonGeneralAppearanceDescriptionText ;
      person         trait                 *  text        build  -  nc:PersonBuildText ;
      person         trait                 *  text        description  -  nc:PersonDescriptionText ;
      person         trait                 *  text        ethnicity  -  nc:PersonEthnicityText ;
      person         trait                 *  code        ethnicity  code  j:PersonEthnicityCode ;
      person         trait                 *  text        eyeColor  -  nc:PersonEyeColorText ;
      person         trait                 *  code        eyeColor  code  j:PersonEyeColorCode ;
      person         trait                 *  text        eyewear  -  nc:PersonEyewearText ;
      person         trait                 *  text        facialHair  -  nc:PersonFacialHairText ;
      person         trait                 *  text        hairColor  -  nc:PersonHairColorText ;
      person         trait                 *  code        hairColor  code  j:PersonHairColorCode ;
      person         trait                 *  text        height  -  nc:PersonHeightDescriptionText ;
      person         trait                 *  text        race  -  nc:PersonRaceText ;
      person         trait                 *  code        race  code  j:PersonRaceCode ;
      person         trait                 *  text        skinTone  -  nc:PersonSkinToneText ;
      person         trait                 *  code        skinTone  code  j:PersonSkinToneCode ;
      person         trait                 *  code        usCitizen  -  nc:PersonUSCitizenIndicator ;
      person         trait                 *  text        weight  -  nc:PersonWeightDescriptionText ;
      person         identifier            *  identifier  badge  -  nc:PersonHumanResourceIdentification ;
      person         identifier            *  identifier  other  -  nc:PersonOtherIdentification ;
      person         identifier            *  identifier  passport  -  nc:PersonPassportIdentification ;
      person         identifier            *  identifier  ssn  -  nc:PersonSSNIdentification ;
      person         identifier            *  identifier  state  -  nc:PersonStateIdentification ;
      person         identifier            *  identifier  tax  -  nc:PersonTaxIdentification ;
      person         identifier            *  identifier  witness  -  j:WitnessIdentification ;
      person         identifier            *  identifier  driver-license  -  j:PersonAugmentation/j:DriverLicense ;
      person         identifier            *  identifier  afis  -  j:PersonAugmentation/j:PersonAFISIdentification ;
      person         identifier            *  identifier  fbi  -  j:PersonAugmentation/j:PersonFBIIdentification ;
      person         identifier            *  identifier  fingerprint  -  j:PersonAugmentation/j:PersonStateFingerprintIdentification ;
      person         email                 *  code        -  -  nc:PersonContactInformation/nc:ContactEmailID ;
      person         observerCategory      1  text        -  -  sarx:ObserverCategoryText ;
      person         usPerson              1  code        -  -  sarx:PersonAugmentation/sarx:PersonUSPersonCode ;
      person         usPersonBasis         1  text        -  -  sarx:PersonAugmentation/sarx:PersonUSPersonBasisText ;
      person         nameKnown             1  code        -  -  sarx:PersonAugmentation/sarx:PersonNameKnownIndicator ;
      feature        category              1  text        -  -  nc:PhysicalFeatureCategoryText ;
      feature        description           1  text        -  -  nc:PhysicalFeatureDescriptionText ;
      feature        location              1  text        -  -  nc:PhysicalFeatureLocationText ;

      measure        value                 1  code        -  -  nc:MeasureIntegerValue ;
      measure        value                 1  code        decimal  -  nc:MeasureDecimalValue ;
      measure        value                 1  text        text  -  nc:MeasureValueText ;
      measure        minimum               1  code        -  -  nc:MeasureIntegerRange/nc:RangeMinimumIntegerValue ;
      measure        maximum               1  code        -  -  nc:MeasureIntegerRange/nc:RangeMaximumIntegerValue ;
      measure        unit                  1  text        -  -  nc:MeasureUnitText ;

      identifier     value                 1  code        -  -  nc:IdentificationID ;
      identifier     category              1  text        -  -  nc:IdentificationCategoryText ;
      identifier     issuer                1  text        -  -  nc:IdentificationIssuerText ;
      identifier     jurisdiction          *  text        country  -  nc:IdentificationIssuerCountry/nc:CountryName ;
      identifier     jurisdiction          *  text        state  -  nc:IdentificationIssuerState/nc:StateName ;
      identifier     jurisdiction          *  code        state  code  nc:IdentificationIssuerState/usps:StateCode ;
      identifier     issued                1  date        -  -  nc:IdentificationIssueDate ;
      identifier     effective             1  date        -  -  nc:IdentificationEffectiveDate ;
      identifier     expiresYear           1  year        -  -  nc:IdentificationExpirationDate ;
      identifier     expires               1  date        -  -  nc:IdentificationExpirationDate ;

      item           make                  1  text        -  -  nc:ItemMakeName ;
      item           model                 1  text        -  -  nc:ItemModelName ;
      item           year                  1  code        -  -  nc:ItemModelYearDate ;
      item           style                 1  text        -  -  nc:ItemStyleText ;
      item           color                 *  text        primary  -  nc:ConveyanceColorPrimaryText ;
      item           color                 *  text        secondary  -  nc:ConveyanceColorSecondaryText ;
      item           color                 *  text        fuselage  -  nc:AircraftFuselageColorText ;
      item           color                 *  text        wing  -  nc:AircraftWingColorText ;
      item           description           *  text        -  -  nc:ItemDescriptionText ;
      item           trait                 *  text        category  -  nc:ItemCategoryText ;
      item           trait                 *  length      itemLength  -  nc:ItemLengthMeasure ;
      item           trait                 *  text        itemName  -  nc:ItemName ;
      item           trait                 *  code        engines  -  nc:ConveyanceEngineQuantity ;
      item           trait                 *  text        vesselCategory  -  m:VesselCategoryText ;
      item           trait                 *  text        hullMaterial  -  nc:VesselHullMaterialText ;
      item           trait                 *  text        propulsion  -  nc:VesselPropulsionText ;
      item           trait                 *  text        name  -  m:VesselAugmentation/m:VesselName ;
      item           trait                 *  text        flag  -  m:VesselAugmentation/m:VesselNationalFlagText ;
      item           trait                 *  length      length  -  m:VesselAugmentation/m:VesselOverallLengthMeasure ;
      item           trait                 *  text        homePort  -  j:VesselAugmentation/j:VesselHomePortText ;
      item           identifier            *  identifier  other  -  nc:ItemOtherIdentification ;
      item           identifier            *  identifier  serial  -  nc:ItemSerialIdentification ;
      item           identifier            *  identifier  vin  -  nc:VehicleIdentification ;
      item           identifier            *  identifier  hull  -  nc:VesselHullIdentification ;
      item           identifier            *  identifier  vessel  -  m:VesselAugmentation/m:VesselIdentification ;
      item           identifier            *  number      vesselCallSign  -  m:VesselAugmentation/m:VesselCallSignText ;
      item           identifier            *  number      imo  -  m:VesselAugmentation/m:VesselIMONumberText ;
      item           identifier            *  number      mmsi  -  m:VesselAugmentation/m:VesselMMSIText ;
      item           identifier            *  number      coastGuard  -  m:VesselAugmentation/m:VesselOfficialCoastGuardNumberText ;
      item           identifier            *  identifier  tail  -  nc:AircraftTailIdentification ;
      item           identifier            *  identifier  callSign  -  nc:AircraftCallSignIdentification ;
      registration   plate                 1  identifier  -  -  j:ConveyanceRegistrationPlateIdentification ;
      registration   authority             1  text        -  -  j:RegistrationAuthorityName ;
      registration   category              1  text        -  -  j:ConveyanceRegistrationPlateCategoryText ;
      registration   expiresYear           1  year        -  -  j:RegistrationExpirationDate ;

      relation       text                  *  text        -  -  nc:AssociationDescriptionText ;
      assessment     reliability           1  code        -  -  sarx:SourceReliabilityCode ;
      assessment     validity              1  code        -  -  sarx:ContentValidityCode ;
      assessment     nature                *  code        -  -  sarx:NatureOfSourceCode ;
      assessment     natureText            *  text        -  -  sarx:NatureOfSourceText ;
      review         at                    1  date        -  -  nc:ActivityDate ;
      review         stage                 1  code        -  -  sarx:ReviewStageCode ;
      review         determination         1  code        -  -  sarx:NexusDeterminationCode ;
      review         text                  *  text        -  -  nc:ActivityDescriptionText ;
      followUp       at                    1  date        -  -  nc:ActivityDate ;
      followUp       text                  *  text        -  -  nc:ActivityDescriptionText ;
      followUp       disposition           1  text        -  -  nc:ActivityDisposition/nc:DispositionText ;
      followUp       status                1  text        -  -  nc:ActivityStatus/nc:StatusText ;
      followUp       assignedBy            1  text        -  -  sarx:FollowUpAssignedByText ;
      followUp       assignedTo            1  text        -  -  sarx:FollowUpAssignedToText ;
      relatedReport  id                    1  code        -  -  nc:DocumentIdentification/nc:IdentificationID ;
      relatedReport  text                  1  text        -  -  sarx:RelationshipDescriptionText ;
      provenance     source                1  text        -  -  nc:SourceText ;
      provenance     reported              1  date        -  -  nc:ReportedDate ;
      provenance     confidence            1  code        -  -  nc:ConfidencePercent ;
      provenance     expires               1  date        -  -  nc:ExpirationDate ;
      provenance     criminal              1  code        -  -  j:MetadataAugmentation/j:CriminalInformationIndicator ;
      provenance     intelligence          1  code        -  -  j:MetadataAugmentation/j:IntelligenceInformationIndicator ;
      attachment     description           1  text        -  -  nc:BinaryDescriptionText ;
      attachment     mediaType             1  text        -  -  nc:BinaryFormatText ;
      attachment     category              1  text        -  -  nc:BinaryCategoryText ;
      attachment     captured              1  date        -  -  nc:BinaryCaptureDate ;
      attachment     size                  1  code        -  -  nc:BinarySizeValue ;
      attachment     uri                   1  code        -  -  nc:BinaryURI ;
      attachment     content               1  code        -  -  nc:Base64BinaryObject ;
      attachment     private               1  code        -  -  sarx:AttachmentPrivacyFieldIndicator
    '), ' ; ')
    return let $column := tokenize($row)
    return map { 'in': $column[1], 'name': $column[2], 'often': $column[3], 'as': $column[4],
                 'kind': $column[5], 'scheme': $column[6], 'path': $column[7] }"/>
</xsl:stylesheet>
