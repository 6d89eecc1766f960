<?xml version="1.0" encoding="UTF-8"?>
<!-- The elements whose values are numbers or truths in JSON; all others are strings. The JSON Schema says the same. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <xsl:variable name="numbers" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
      em:EventCumulativeCasesQuantity em:EventFatalityQuantity em:EventMeanDailyReportedNewCasesQuantity
      em:EventRegionalClosedHospitalsPercent em:EventRegionalClosedHospitalsQuantity em:EventReportedCasesQuantity
      em:EventReportingPeriodEmergencyDepartmentVisitsQuantity em:IncidentCasualtyQuantity em:ResourceQuantity
      nc:BinarySizeValue nc:ConfidencePercent nc:ConveyanceEngineQuantity nc:LatitudeDegreeValue nc:LatitudeMinuteValue
      nc:LatitudeSecondValue nc:LongitudeDegreeValue nc:LongitudeMinuteValue nc:LongitudeSecondValue
      nc:MeasureDecimalValue nc:MeasureIntegerValue nc:RangeMaximumIntegerValue nc:RangeMinimumIntegerValue
      sarx:RedactedQuantity
    ')[.] ! map { .: true() })"/>

  <xsl:variable name="truths" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
      j:CriminalInformationIndicator j:IntelligenceInformationIndicator j:WitnessReportVerifiedIndicator
      nc:DocumentPrivacyActIndicator nc:MeasureEstimatedIndicator nc:PersonUSCitizenIndicator
      sarx:AdditionalDetailsIndicator sarx:AttachmentPrivacyFieldIndicator sarx:CompleteIndicator
      sarx:CriticalInfrastructureIndicator sarx:EntryDeletedIndicator sarx:PersonNameKnownIndicator
      sarx:PrivacyInformationExistsIndicator sarx:TearlineIndicator
    ')[.] ! map { .: true() })"/>
</xsl:stylesheet>
