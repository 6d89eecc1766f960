<?xml version="1.0" encoding="UTF-8"?>
<!-- The three bodies of counts and summaries that the common model keeps as named facts.
     From their names in the one tree to their order, and to what must be there.
     In the order that the schema prints them; min="1" where an element is required.
     Ranges, and codes beyond the published lists, are left to the schema. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <!-- as: string (short, never empty), text, code, list and pair (codes), place, person, any; without it a number, a time or a truth value,
       for which no word says 'withheld' -->
  <xsl:variable name="bodies" as="element(bodies)">
    <bodies>
      <group name="ResponseResourcesTotals">
        <group name="resourceTotal">
          <fact name="branchDivisionGroup" as="string" min="1"/>
          <group name="resource" min="1">
            <fact name="agencyOrganization" as="string" min="1"/>
            <fact name="resourceName" as="string" min="1"/>
            <fact name="resourceTypeCategoryKind" as="list"/>
            <group name="resourceDetail">
              <fact name="resourcePersonnelCount"/>
              <fact name="unassignedResourcePersonnel"/>
              <fact name="resourceRequiredCount"/>
              <fact name="resourceCommittedCount"/>
              <fact name="resourceOnHandCount"/>
              <fact name="resourceStillNeededCount"/>
              <fact name="resourceRequestedCount"/>
              <fact name="dateTimeOrdered"/>
              <fact name="requestedArrival"/>
              <fact name="estimatedArrival"/>
              <fact name="reportToLocation" as="place"/>
              <fact name="overheadPosition" as="pair" of="int"/>
              <fact name="workAssignment" as="string"/>
              <fact name="specialInstructions" as="text"/>
              <fact name="specialEquipmentAndSupplies" as="text"/>
              <fact name="additionalAssistingOrganizations" as="text"/>
              <group name="resourceStatus">
                <fact name="inventoryRefreshDateTime" min="1"/>
                <fact name="deploymentStatus" as="code"/>
                <fact name="availability" as="text" min="1"/>
              </group>
            </group>
            <fact name="isSufficient"/>
          </group>
        </group>
        <group name="organizationAndAssignments">
          <fact name="commandStructure" as="string"/>
          <fact name="positionTitle" as="code" own="pair"/>
          <fact name="personName" as="person"/>
          <fact name="branch" as="list"/>
          <fact name="reportsToPositionTitle" as="code" own="pair"/>
          <fact name="reportsToPersonName" as="person"/>
          <fact name="reportsToAgency" as="list"/>
          <fact name="reportsToBranch" as="list"/>
        </group>
      </group>
      <group name="CasualtyAndIllnessSummary">
        <group name="summaryCount">
          <group name="casualtyAndIllnessCountCategory" min="1">
            <fact name="countCategory" as="code" min="1"/>
            <fact name="remarks" as="text"/>
            <fact name="isEstimate"/>
          </group>
          <fact name="responderSummaryCount"/>
          <fact name="nonResponderSummaryCount"/>
          <fact name="responderSummaryCountToDate"/>
          <fact name="nonResponderSummaryCountToDate"/>
          <group name="receivedMassImmunizations">
            <fact name="haveReceivedMassImmunizationsCount"/>
            <fact name="remarks" as="text"/>
            <fact name="isEstimate"/>
          </group>
          <group name="requireMassImmunizations">
            <fact name="requireMassImmunizationsCount"/>
            <fact name="remarks" as="text"/>
            <fact name="isEstimate"/>
          </group>
          <fact name="shelterCountEstimate"/>
        </group>
        <group name="notifiableDiseaseNumbers">
          <fact name="diseaseSuspected" as="list" min="1"/>
          <fact name="probableCause" as="string" min="1"/>
          <fact name="countOfSuspectedCases" min="1"/>
          <fact name="countOfConfirmedCases" min="1"/>
        </group>
      </group>
      <group name="ManagementReportingSummary">
        <group name="situationSummary">
          <fact name="incidentCause" as="text" min="1"/>
          <fact name="significantEvents" as="code"/>
          <fact name="damageAssessmentInformation" as="text"/>
          <fact name="primaryHazards" as="text"/>
          <group name="hazMatIncidentReport" as="any" min="1"/>
          <fact name="extentOfContamination" as="place"/>
          <fact name="generalPopulationStatus" as="text"/>
          <group name="externalAffairs">
            <fact name="effectivePublicCommunication"/>
            <group name="talkingPoints" min="1">
              <fact name="talkingPoint" as="text"/>
            </group>
            <group name="rumors" min="1">
              <fact name="rumor" as="text"/>
            </group>
          </group>
          <fact name="humanLifeAndSafetyThreat" as="text"/>
          <fact name="lifeAndSafetyThreat" as="code" min="1"/>
          <fact name="incidentThreatSummaryAndRisk" as="text"/>
          <fact name="followOnIndication" as="text"/>
          <fact name="infrastructureAffected" as="pair" of="text"/>
          <group name="debrisManagement">
            <fact name="totalDebrisGeneratedCY"/>
            <fact name="debrisClearedToDateCY"/>
            <fact name="debrisNotYetClearedCY"/>
            <fact name="daysToClearanceComplete"/>
            <fact name="percentOfJurisdictionWithDebrisImpacts"/>
            <fact name="areasWithDebrisImpacts" as="list"/>
            <fact name="areasWhereWorkNotStarted" as="list"/>
            <fact name="debrisDisposedToDateCY"/>
            <fact name="debrisNotYetDisposedCY"/>
            <fact name="debrisStorageSitesPercentFilled"/>
            <fact name="daysToDisposalComplete"/>
          </group>
          <fact name="propertyDamage" as="pair" of="int"/>
          <fact name="percentContained"/>
          <fact name="requestsForAdditionalSupport" as="text"/>
          <fact name="terrorismNexus" as="text"/>
          <group name="weatherEffects">
            <fact name="METARString" as="text"/>
            <group name="METARReadings">
              <fact name="stationID" min="1"/>
              <fact name="observationTime" min="1"/>
              <fact name="tempC"/>
              <fact name="dewpointC"/>
              <fact name="windDirDegrees"/>
              <fact name="windSpeedkt"/>
              <fact name="windGustkt"/>
              <fact name="visibilityStatuteMI"/>
              <fact name="altimeterHP"/>
              <fact name="seaLevelPressuremb"/>
              <group name="weatherPhenomenaReport">
                <fact name="qualifier"/>
                <fact name="descriptor"/>
                <fact name="precipitation"/>
                <fact name="obscuration"/>
                <fact name="additional"/>
              </group>
              <fact name="skyCondition"/>
              <fact name="precip1HrIn"/>
              <fact name="precip3HrIn"/>
              <fact name="precip6HrIn"/>
              <fact name="precip24HrIn"/>
            </group>
            <fact name="weatherRemarks" as="text"/>
            <fact name="weatherConcerns" as="text"/>
          </group>
          <fact name="wMDEffects" as="text"/>
          <fact name="transportationSystems" as="pair" of="text"/>
        </group>
        <group name="decisionSupportInformation">
          <fact name="projectedIncidentActivity" as="pair" of="text"/>
          <fact name="projectedNumberToBeSheltered"/>
          <fact name="criticalResourceNeeds" as="pair" of="text"/>
          <fact name="projectedFinalIncidentSize"/>
          <group name="anticipatedCompletion" min="1">
            <fact name="anticipatedCompletionDate"/>
            <fact name="remarks" as="text"/>
          </group>
          <group name="projectedDemobilization" min="1">
            <fact name="projectedDemobilizationStartDate"/>
            <fact name="remarks" as="text"/>
          </group>
          <group name="estimatedCosts" min="1">
            <fact name="estimatedCostsToDate"/>
            <fact name="isEstimate"/>
          </group>
          <group name="projectedCosts" min="1">
            <fact name="projectedFinalCosts"/>
            <fact name="remarks" as="text"/>
          </group>
          <fact name="emergencyResponseIssues" as="code" own="pair"/>
          <fact name="strategicDiscussion" as="text"/>
          <fact name="plannedActions" as="text"/>
        </group>
        <group name="jurisdictionInformation">
          <fact name="name" as="text" min="1"/>
          <group name="geographicSize" min="1">
            <fact name="size" min="1"/>
            <fact name="isEstimate"/>
          </group>
          <fact name="location" as="place" min="1"/>
          <fact name="description" as="text" min="1"/>
        </group>
      </group>
    </bodies>
  </xsl:variable>
</xsl:stylesheet>
