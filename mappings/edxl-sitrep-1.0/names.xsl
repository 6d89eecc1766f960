<?xml version="1.0" encoding="UTF-8"?>
<!-- What the two shapes of EDXL-SitRep 1.0 call the same thing.
     From either shape's names to those of the one tree (normalize.xsl), and back (shape.xsl).
     The one tree has the small names of 2016; a code stands in it as the text of its element.
     Names of other vocabularies are left alone. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:sr="urn:oasis:names:tc:emergency:EDXL:SitRep:1.0"
    xmlns:f="https://tearline.example/functions">

  <!-- Elements that the 2013 shape wraps around a code, by the name of what they hold. -->
  <xsl:variable name="wrapped" as="map(xs:string, xs:string)" select="map {
      'reportVersion': 'Version',
      'incidentLifecyclePhase': 'IncidentLifecycle',
      'urgency': 'Urgency',
      'reportConfidence': 'Confidence',
      'severity': 'Severity',
      'immediateNeedsCategory': 'ImmediateNeedsCategory',
      'incidentKind': 'IncidentType',
      'incidentComplexity': 'Complexity',
      'positionTitle': 'Position',
      'reportsToPositionTitle': 'Position',
      'significantEvents': 'SignificantEvents',
      'lifeAndSafetyThreat': 'LifeAndSafetyThreat',
      'infrastructureAffected': 'InfrastructureAffected',
      'propertyDamage': 'PropertyDamage',
      'emergencyResponseIssues': 'EmergencyResponseIssues' }"/>

  <!-- Codes without a wrapper: the published list has an element of its own beside the sender's. -->
  <xsl:variable name="unwrapped" as="xs:string+" select="'deploymentStatus', 'countCategory'"/>

  <!-- The published lists. Their addresses are not known for certain; a report that names another keeps it. -->
  <xsl:function name="f:published-list" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="'urn:oasis:names:tc:emergency:EDXL:SitRep:1.0:Defaults:' ||
        (map { 'incidentKind': 'IncidentType', 'positionTitle': 'Position', 'reportsToPositionTitle': 'Position',
               'countCategory': 'CasualtyAndIllnessCountCategory' }($name), f:upper($name))[1]"/>
  </xsl:function>

  <!-- Two values were published with a blank at their end, which no eye sees and every parser does. -->
  <xsl:function name="f:published-value" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="if ($value = ('HighlyConfident', 'StrandedVehicle(s)')) then $value || ' ' else $value"/>
  </xsl:function>

  <xsl:function name="f:lower" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="if (matches($name, '^(EDXL|METAR)')) then $name else lower-case(substring($name, 1, 1)) || substring($name, 2)"/>
  </xsl:function>

  <xsl:function name="f:upper" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($name, 1, 1)) || substring($name, 2)"/>
  </xsl:function>

  <!-- The name in the one tree. -->
  <xsl:function name="f:small-name" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="f:lower(local-name($element))"/>
    <xsl:sequence select="if ($name eq 'geographicSize' and $element/parent::sr:JurisdictionSize) then 'size'
        else (map { 'incidentType': 'incidentKind', 'estimate': 'isEstimate', 'incidentGeographicSize': 'size',
                    'jurisdictionSize': 'geographicSize' }($name), $name)[1]"/>
  </xsl:function>

  <!-- The name in the shape of 2013. -->
  <xsl:function name="f:capital-name" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($element)"/>
    <xsl:variable name="jurisdiction" as="xs:boolean" select="exists($element/ancestor::sr:jurisdictionInformation)"/>
    <xsl:sequence select="(map { 'incidentKind': 'IncidentType', 'isEstimate': 'Estimate',
        'size': if ($jurisdiction) then 'GeographicSize' else 'IncidentGeographicSize',
        'geographicSize': if ($jurisdiction) then 'JurisdictionSize' else 'GeographicSize' }($name), f:upper($name))[1]"/>
  </xsl:function>
</xsl:stylesheet>
