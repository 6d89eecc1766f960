<?xml version="1.0" encoding="UTF-8"?>
<!-- What a report calls the information of a category, where it was withheld: one name each, of the element that a reader misses most.
     Categories that no report has are not here, nor is what its sender alone had a name for. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <xsl:variable name="properties" as="map(xs:string, xs:string)" select="map {
    'title': 'nc:DocumentTitleText', 'narrative': 'nc:ActivityDescriptionText', 'time': 'nc:ActivityDate', 'behaviour': 'j:SuspiciousActivityCode',
    'place.general': 'nc:Address', 'place.exact': 'nc:ActivityLocation', 'weather': 'j:IncidentWeatherText', 'target': 'sarx:ActivityTarget',
    'person.name': 'nc:PersonName', 'person.identifier': 'nc:PersonOtherIdentification', 'person.birth': 'nc:PersonBirthDate',
    'person.contact': 'nc:PersonContactInformation', 'person.description': 'sarx:PersonOfInterest',
    'organization': 'j:TargetOrganization', 'organization.identifier': 'nc:OrganizationTaxIdentification',
    'source.identity': 'nc:DocumentSource', 'desk': 'nc:OrganizationPrimaryContactInformation', 'source.assessment': 'sarx:SourceAssessment',
    'method': 'sarx:NexusRationaleText', 'review': 'sarx:ReviewAction', 'follow-up': 'sarx:FollowUpAction',
    'item.description': 'nc:Conveyance', 'item.text': 'nc:ItemDescriptionText', 'item.identifier': 'j:ConveyanceRegistrationPlateIdentification',
    'relation': 'nc:PersonConveyanceAssociation', 'related-report': 'sarx:RelatedReport', 'retention': 'sarx:PrivacyPurgeDate',
    'need': 'nc:ActivityReasonText', 'event': 'nc:ActivityCategoryText', 'attachment': 'sarx:Attachment', 'attachment.link': 'nc:BinaryURI', 'provenance': 'nc:Metadata' }"/>
</xsl:stylesheet>
