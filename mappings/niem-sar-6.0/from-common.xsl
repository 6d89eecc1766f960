<?xml version="1.0" encoding="UTF-8"?>
<!-- The common model to suspicious activity reports in NIEM 6.0, and to EM messages, with which a feed carries alerts and situation reports.
     From a record of kind sar, whole or released: a report, or, where its type is Cancel, a purge; of another kind: see em-alert.xsl, em-situation.xsl.
     Parts are gathered in any order, each with the path it belongs at, then grafted, stripped for a summary, repaired and put in order.
     Left out is what a report cannot say; what it must say and was withheld is said by the gateway, and without a behaviour there is no report. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="https://tearline.example/functions"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:sarx="https://tearline.example/niem/sar/1.0/"
    xmlns:nc="https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/"
    xmlns:j="https://docs.oasis-open.org/niemopen/ns/model/domains/justice/6.0/"
    xmlns:m="https://docs.oasis-open.org/niemopen/ns/model/domains/maritime/6.0/"
    xmlns:cui="https://docs.oasis-open.org/niemopen/ns/model/auxiliary/cui/6.0/"
    xmlns:structures="https://docs.oasis-open.org/niemopen/ns/model/structures/6.0/"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:import href="../common/functions.xsl"/>
  <xsl:import href="codes/names.xsl"/>
  <xsl:import href="codes/parts.xsl"/>
  <xsl:import href="codes/order.xsl"/>
  <xsl:import href="codes/marks.xsl"/>
  <xsl:import href="codes/properties.xsl"/>
  <xsl:import href="tree.xsl"/>
  <xsl:import href="privacy.xsl"/>
  <xsl:import href="em-message.xsl"/>
  <xsl:import href="em-places.xsl"/>
  <xsl:import href="em-alert.xsl"/>
  <xsl:import href="em-situation.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- detailed: what the record holds. summary: no privacy field, whatever the record holds (ISE-SAR 1.5.5).
       pointer: whom to ask. -->
  <xsl:param name="form" as="xs:string" select="'detailed'"/>

  <!-- True for what leaves: then title and category say what is not real.
       False where a document only passes through the common model: it comes out as it went in. -->
  <xsl:param name="mark-status" as="xs:boolean" select="false()"/>

  <!-- Stands for an ORI where the submitter's was withheld: SAR-05 wants one, and it must be nobody's. -->
  <xsl:variable name="no-ori" as="xs:string" select="'ZZTEARLN0'"/>
  <xsl:variable name="ori" as="xs:string" select="'^[A-Z]{2}[A-Z0-9]{7}$'"/>

  <!-- The word for what must be there and is not ours to show. It says nothing of what stood there. -->
  <xsl:variable name="withheld" as="xs:string" select="'[withheld]'"/>
  <xsl:variable name="reasons" as="xs:string+" select="'inapplicable', 'missing', 'other', 'template', 'unknown', 'withheld'"/>
  <xsl:variable name="criminal" as="xs:string+" select="'INTRSN', 'MISREP', 'THEFT', 'SABOT', 'CYBER', 'THREAT', 'AVIATION'"/>

  <xsl:variable name="rows" as="map(xs:string, map(xs:string, xs:string))" select="
    map:merge($parts ! map { string-join((?in, ?name, ?kind, ?scheme), ' '): . })"/>

  <xsl:mode on-no-match="fail"/>
  <xsl:mode name="part" on-no-match="deep-skip"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="record[header/kind = 'sar']"/>
    <xsl:apply-templates select="record[header/kind = 'alert']" mode="em-alert"/>
    <xsl:apply-templates select="record[header/kind = 'situation']" mode="em-situation"/>
  </xsl:template>

  <xsl:template match="record" as="element()">
    <xsl:message terminate="yes" error-code="f:no-such-report">A report is new, updated or cancelled, nothing else.</xsl:message>
  </xsl:template>

  <!-- Whom to ask about a record of level YELLOW, for whoever is no member of its group. -->
  <xsl:template match="record[$form eq 'pointer'][header/type ne 'Cancel']" priority="2" as="element()">
    <xsl:variable name="pointer" as="map(*)*" select="
        f:at(f:element('nc:DocumentIdentification', f:text('nc:IdentificationID', header/id))),
        f:at(f:element('nc:DocumentSubmitter', f:submitter(.))),
        f:at(f:text('j:IncidentDisseminationLevelCode', 'YELLOW')),
        f:at(f:text('sarx:PointerText', 'Pointer only'))"/>
    <xsl:sequence select="f:finished(f:graft(f:element('sarx:SuspiciousActivityReportPointer', ()), $pointer), .)"/>
  </xsl:template>

  <xsl:template match="record[header/type = 'Cancel']" as="element()">
    <xsl:variable name="purge" as="map(*)*" select="
        f:at(f:element('nc:DocumentIdentification', (f:text('nc:IdentificationID', header/id), submission/idCategory ! f:text('nc:IdentificationCategoryText', .)))),
        f:at(f:text('nc:DocumentSequenceID', (header/sequence, 1)[1])),
        f:at(f:element('nc:DocumentSubmitter', f:submitter(.))),
        f:at(f:text('sarx:MessageActionCode', 'PURGE')),
        f:at(f:text('sarx:PurgeReasonCode', (submission/purgeReason, 'OTHER')[1])),
        f:at(f:element('sarx:PurgeDate', f:date((submission/modified[f:instant(.) eq string(current()/header/sent)], header/sent)[1])))"/>
    <xsl:variable name="extensions" as="map(*)*" select="extension ! f:grafts(., 'sarx:SuspiciousActivityReportPurge')[$form ne 'summary']"/>
    <xsl:sequence select="f:finished(f:graft(f:element('sarx:SuspiciousActivityReportPurge', ()), ($purge, $extensions)), .)"/>
  </xsl:template>

  <xsl:template match="record[header/type = ('Alert', 'Update')]" as="element()">
    <xsl:if test="empty(observation/behaviour[normalize-space()])">
      <xsl:message terminate="yes" error-code="f:no-behaviour">Without a behaviour there is no report: all of them were withheld.</xsl:message>
    </xsl:if>
    <xsl:variable name="report" as="element()" select="f:graft(f:element('sarx:SuspiciousActivityReport', ()), f:report(.))"/>
    <xsl:variable name="stripped" as="element()" select="if ($form eq 'summary') then f:stripped($report) else $report"/>
    <xsl:variable name="dated" as="element()" select="f:graft($stripped, f:dates(., $stripped))"/>
    <xsl:sequence select="f:finished($dated, .)"/>
  </xsl:template>

  <xsl:function name="f:report" as="map(*)*">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="header" as="element()" select="$record/header"/>
    <xsl:variable name="submission" as="element()?" select="$record/submission"/>
    <xsl:variable name="submitter" as="element()" select="f:submitter($record)"/>
    <xsl:variable name="sources" as="element()*" select="$submission/source[f:is-agency(.)] ! f:container('nc:EntityOrganization', ., 'organization')"/>
    <xsl:sequence select="
        f:at(f:element('nc:DocumentIdentification',
            (f:text('nc:IdentificationID', $header/id), $submission/idCategory ! f:text('nc:IdentificationCategoryText', .)))),
        f:at($header/posted ! f:element('nc:DocumentPostDate', f:date(.))),
        f:at($header/sequence ! f:text('nc:DocumentSequenceID', .)),
        f:at(($sources, f:identity($submitter)[empty($sources)]) ! f:element('nc:DocumentSource', .)),
        f:at(f:element('nc:DocumentSubmitter', $submitter)),
        f:modified($record),
        f:marking($record),
        f:named($record),
        f:redactions($record),
        f:at(f:text('sarx:ReportFormCode', if ($form eq 'summary' or $header/form = 'summary') then 'SUMMARY' else 'DETAILED')),
        f:at(f:text('sarx:MessageActionCode', if ($header/type = 'Update') then 'UPDATE' else 'ADD')),
        f:at(f:text('sarx:PrivacyInformationExistsIndicator', ($submission/privacyExists, 'true')[1]))"/>
    <xsl:apply-templates select="$submission/(* except (category, modified, action, privacyExists, purgeDate, purgeReviewDate))" mode="part">
      <xsl:with-param name="in" select="'submission'" tunnel="yes"/>
      <xsl:with-param name="of" select="'sarx:SuspiciousActivityReport'" tunnel="yes"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="$record/(observation[behaviour][1], person, item, relation, assessment, review, followUp, relatedReport,
        provenance, attachment, extension)" mode="part">
      <xsl:with-param name="in" select="'record'" tunnel="yes"/>
      <xsl:with-param name="of" select="'sarx:SuspiciousActivityReport'" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:function>

  <!-- What was withheld, one entry for each property name (a manifest says which kinds and why, not how many fields there were). -->
  <xsl:function name="f:redactions" as="map(*)*">
    <xsl:param name="record" as="element()"/>
    <xsl:for-each-group select="$record/marking/redaction[reason][normalize-space(f:property(.))]" group-by="f:property(.)">
      <xsl:sequence select="f:at(f:element('sarx:Redaction', (
          f:text('sarx:RedactedPropertyName', current-grouping-key()),
          quantity ! f:text('sarx:RedactedQuantity', string(.)),
          f:text('sarx:RedactionReasonCode', string(reason)),
          policy ! f:text('sarx:RedactionPolicyURI', string(.)),
          at ! f:element('sarx:RedactionDate', f:date(.)))))"/>
    </xsl:for-each-group>
    <xsl:if test="$record[empty(title)] and f:told($record, 'title')">
      <xsl:sequence select="f:at(f:element('nc:DocumentTitleText', f:withheld()))"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:property" as="xs:string?">
    <xsl:param name="redaction" as="element()"/>
    <xsl:sequence select="($redaction/property/string(), $redaction/category ! $properties(normalize-space(.)))[1]"/>
  </xsl:function>

  <!-- Whether it may be said that texts of a category were withheld. -->
  <xsl:function name="f:told" as="xs:boolean">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="category" as="xs:string"/>
    <xsl:sequence select="$record/marking/redaction/category = $category"/>
  </xsl:function>

  <!-- Title and category, with a word of warning where the event is not real. -->
  <xsl:function name="f:named" as="map(*)*">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="unreal" as="xs:boolean" select="$mark-status and exists(f:unreal($record/header/status))"/>
    <xsl:for-each select="$record/(title, submission/category)[not($unreal) or normalize-space()]">
      <xsl:variable name="name" as="xs:string" select="if (self::title) then 'nc:DocumentTitleText' else 'nc:DocumentCategoryText'"/>
      <xsl:sequence select="f:at(if ($unreal) then f:text($name, ., f:marked(., $record/header/status)) else f:text($name, .))"/>
    </xsl:for-each>
    <xsl:variable name="made" as="xs:string" select="f:marked('Suspicious activity report', $record/header/status)"/>
    <xsl:sequence select="
        f:at('nc:DocumentTitleText'[$unreal][not($record/title[normalize-space()])] ! f:text(., $made)),
        f:at('nc:DocumentCategoryText'[$unreal][not($record/submission/category[normalize-space()])] ! f:text(., $made))"/>
  </xsl:function>

  <!-- As it was written where it still is the time of the record; not at all where another date of the report says that time. -->
  <xsl:function name="f:modified" as="map(*)*">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="sent" as="xs:string" select="string($record/header/sent)"/>
    <xsl:variable name="written" as="element()?" select="$record/submission/modified[f:instant(.) eq $sent]"/>
    <xsl:if test="$written or not($record/header/(posted, created)[1] ! f:instant(.) = $sent)">
      <xsl:sequence select="f:at(f:element('nc:DocumentLastModifiedDate', (f:portion($written), f:date(($written, $record/header/sent)[1]))))"/>
    </xsl:if>
  </xsl:function>

  <!-- The submitter whom the record names, and the desk to ask; else the gateway, which made this document. -->
  <xsl:function name="f:submitter" as="element()">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="submitter" as="element()?" select="$record/submission/submitter"/>
    <xsl:variable name="sender" as="xs:string" select="string($record/header/sender)"/>
    <xsl:choose>
      <xsl:when test="$submitter[f:is-agency(.)]">
        <xsl:sequence select="f:container('nc:EntityOrganization', $submitter, 'organization')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="desk" as="map(*)*">
          <xsl:apply-templates select="$submitter/(contactName, phone, email)" mode="part">
            <xsl:with-param name="in" select="'organization'" tunnel="yes"/>
            <xsl:with-param name="of" select="'nc:EntityOrganization'" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:variable>
        <xsl:sequence select="f:graft(f:element('nc:EntityOrganization', ()), (
            f:at($sender[not(matches(., $ori))] ! f:text('nc:OrganizationName', .)),
            f:at('j:OrganizationAugmentation', f:element('j:OrganizationORIIdentification',
                f:text('nc:IdentificationID', if (matches($sender, $ori)) then $sender else $no-ori))),
            $desk))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Its ORI is a field, or stands in what was kept verbatim because more was said with it; a summary has none of that. -->
  <xsl:function name="f:is-agency" as="xs:boolean">
    <xsl:param name="party" as="element()"/>
    <xsl:sequence select="matches($party/ori, $ori) or $party/extension[$form ne 'summary']//j:OrganizationORIIdentification/nc:IdentificationID ! matches(normalize-space(.), $ori) = true()"/>
  </xsl:function>

  <xsl:function name="f:identity" as="element()">
    <xsl:param name="organization" as="element()"/>
    <xsl:sequence select="f:element('nc:EntityOrganization', $organization/(nc:OrganizationName, j:OrganizationAugmentation))"/>
  </xsl:function>

  <!-- CUI as codes; any other mark, and one that has no codes, as the text that it is. -->
  <xsl:function name="f:marking" as="map(*)*">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="marking" as="element()?" select="$record/marking"/>
    <xsl:variable name="banners" as="element()*" select="$marking/banner[exists(f:cui(.))]"/>
    <xsl:variable name="designators" as="element()*" select="$marking/designator"/>
    <xsl:variable name="paired" as="xs:boolean" select="count($designators) eq count($banners)"/>
    <xsl:for-each select="$banners">
      <xsl:variable name="place" as="xs:integer" select="position()"/>
      <xsl:variable name="codes" as="map(*)" select="f:cui(.)"/>
      <xsl:sequence select="f:at('cui:DocumentAugmentation', f:element('cui:DocumentMarkingMetadata', (
          $codes?specified ! f:text('cui:SpecifiedCategoryMarkingCode', .),
          $codes?basic ! f:text('cui:BasicCategoryMarkingCode', .),
          $codes?controls ! f:element('cui:DocumentMarkingLDC', (
              f:text('cui:DocumentMarkingLDCCode', ?codes[1]),
              ?countries ! f:text('cui:LDCCountryCode', .),
              (if (?codes[1] eq 'DL ONLY') then $marking/list else ()) ! f:text('cui:LDC-DLONLYText', .))),
          (if ($designators) then $designators[not($paired) or position() eq $place] else $record/header/sender) ! f:text('cui:DesignatingEntityText', .),
          $marking/notice[$place eq 1] ! f:text('cui:RequiredIndicatorsText', .))))"/>
    </xsl:for-each>
    <xsl:sequence select="f:at(distinct-values($marking/(sensitivity, banner except $banners)/string()) ! f:text('nc:DocumentSensitivityText', .))"/>
    <!-- Other marks have no place for what must be told with them: the document has one for caveats. -->
    <xsl:if test="empty($banners) and $marking/notice">
      <xsl:variable name="own" as="attribute()+">
        <xsl:attribute name="id" select="'handling'"/>
        <xsl:if test="$form eq 'summary' or $record/header/form = 'summary'">
          <xsl:attribute name="of" select="'*'"/>
          <xsl:attribute name="structures:appliesToParent" select="'false'"/>
        </xsl:if>
      </xsl:variable>
      <xsl:sequence select="f:at(f:element('nc:Metadata', ($own, $marking/notice ! f:text('nc:CaveatText', .))))"/>
    </xsl:if>
  </xsl:function>

  <!-- A mark in banner or portion syntax, as codes; nothing where it is not CUI or has a word that NIEM has no code for. -->
  <xsl:function name="f:cui" as="map(*)?">
    <xsl:param name="mark" as="item()"/>
    <xsl:variable name="elements" as="xs:string*" select="tokenize(upper-case(normalize-space($mark)), ' ?// ?')"/>
    <xsl:variable name="words" as="xs:string*" select="tail($elements) ! tokenize(., ' ?/ ?')[.]"/>
    <xsl:variable name="specified" as="xs:string*" select="$words[$specified-categories(.)]"/>
    <xsl:variable name="basic" as="xs:string*" select="$words[$basic-categories(.)]"/>
    <xsl:variable name="controls" as="map(*)*">
      <xsl:for-each select="$words[not(. = ($specified, $basic))]">
        <xsl:variable name="word" as="xs:string" select="replace(., '^(REL TO|DISPLAY ONLY) .*$', '$1')"/>
        <xsl:variable name="countries" as="xs:string*" select="substring-after(., $word) ! tokenize(., '[, ]+')[.]"/>
        <xsl:if test="map:contains($controls, $word) and (every $country in $countries satisfies matches($country, '^[A-Z]{3}$'))">
          <xsl:sequence select="map { 'codes': $controls($word), 'countries': $countries }"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="$elements[1] = ('CUI', 'CONTROLLED') and count($words) eq count(($specified, $basic)) + count($controls)">
      <xsl:sequence select="map { 'specified': $specified, 'basic': $basic, 'controls': $controls }"/>
    </xsl:if>
  </xsl:function>

  <!-- Dates of the privacy fields: never later than the law lets a reader of this document see why (28 CFR 23.20(h)).
       A report whose revalidation was withheld is purged five years after its creation. -->
  <xsl:function name="f:dates" as="map(*)*">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="report" as="element()"/>
    <xsl:variable name="bound-by-law" as="xs:boolean" select="$report/sarx:ReportFormCode = 'DETAILED' and f:has-privacy($report)"/>
    <xsl:variable name="created" as="item()?" select="$record/header/(created, sent[$bound-by-law])[1]"/>
    <xsl:variable name="revalidated" as="item()*" select="$record/review[stage = 'REVALIDATED'][organization][text[normalize-space()]]/at"/>
    <xsl:variable name="latest" as="xs:date?" select="max(($created, $revalidated) ! substring(., 1, 10)[. castable as xs:date] ! xs:date(.))
        ! (. + xs:yearMonthDuration('P5Y'))"/>
    <xsl:variable name="written" as="element()?" select="$record/submission/purgeDate[exists(f:date(.))]"/>
    <xsl:variable name="purge" as="item()?" select="if ($bound-by-law and exists($latest) and not(f:last-day($written) le $latest))
        then string($latest) => substring(1, 10) else $written"/>
    <xsl:variable name="review" as="element()?" select="$record/submission/purgeReviewDate[empty($purge) or not(f:last-day(.) gt f:last-day($purge))]"/>
    <xsl:sequence select="
        f:at($created ! f:element('nc:DocumentCreationDate', f:date(.))),
        f:at($purge ! f:element('sarx:PrivacyPurgeDate', ($written ! f:portion(.), f:date(.)))),
        f:at($review ! f:element('sarx:PrivacyPurgeReviewDate', (f:portion(.), f:date(.))))"/>
  </xsl:function>

  <!-- The last day that a date can mean. -->
  <xsl:function name="f:last-day" as="xs:date?">
    <xsl:param name="date" as="item()?"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space($date)"/>
    <xsl:sequence select="
        (if (matches($text, '^\d{4}([Z+]|$)')) then substring($text, 1, 4) || '-12-31'
         else if (matches($text, '^\d{4}-\d\d([Z+]|$)')) then string(xs:date(substring($text, 1, 7) || '-01') + xs:yearMonthDuration('P1M') - xs:dayTimeDuration('P1D'))
         else substring($text, 1, 10))[. castable as xs:date] ! xs:date(.)"/>
  </xsl:function>

  <!-- What the table knows -->

  <xsl:template match="*" mode="part" priority="-1" as="map(*)*">
    <xsl:param name="in" as="xs:string" tunnel="yes"/>
    <xsl:variable name="scheme" as="xs:string" select="(@scheme[not(. = $reasons)], '-')[1]"/>
    <xsl:variable name="row" as="map(*)?" select="$rows(string-join(($in, local-name(), (@kind, '-')[1], $scheme), ' '))"/>
    <xsl:if test="exists($row)">
      <xsl:variable name="wrapper" as="xs:string?" select="substring-before($row?path, '/')[.]"/>
      <xsl:variable name="name" as="xs:string" select="replace($row?path, '^.*/', '')"/>
      <xsl:sequence select="f:at($wrapper, f:part(., $name, $row?as))"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:part" as="element()?">
    <xsl:param name="part" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="as" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$as eq 'text'"><xsl:sequence select="f:text($name, $part)"/></xsl:when>
      <xsl:when test="$as eq 'code'"><xsl:sequence select="f:text($name, $part)"/></xsl:when>
      <xsl:when test="$as eq 'number'"><xsl:sequence select="f:element($name, (f:portion($part), string($part/value))[$part/value])"/></xsl:when>
      <xsl:when test="$as = ('date', 'year')"><xsl:sequence select="f:date($part) ! f:element($name, (f:portion($part), .))"/></xsl:when>
      <xsl:when test="$as eq 'period'"><xsl:sequence select="f:element($name, (f:portion($part), f:period($part)))"/></xsl:when>
      <xsl:when test="$as eq 'id'"><xsl:sequence select="f:element($name, (f:portion($part), f:text('nc:IdentificationID', string($part))))"/></xsl:when>
      <xsl:when test="$as eq 'length'">
        <xsl:sequence select="f:element($name, (f:portion($part),
            f:text(if ($part castable as xs:integer) then 'nc:MeasureIntegerValue' else 'nc:MeasureDecimalValue', string($part)),
            $part/@unit ! f:text('nc:MeasureUnitText', string(.))))[$part castable as xs:decimal]"/>
      </xsl:when>
      <xsl:when test="$as eq 'measure'"><xsl:sequence select="f:container($name, $part, 'measure')[$part/(value, minimum, maximum)]"/></xsl:when>
      <xsl:when test="$as eq 'identifier'"><xsl:sequence select="f:container($name, $part, 'identifier')"/></xsl:when>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="extension" mode="part" as="map(*)*">
    <xsl:param name="of" as="xs:string" tunnel="yes"/>
    <xsl:sequence select="f:grafts(., $of)[$form ne 'summary']"/> <!-- nobody knows what it holds -->
  </xsl:template>

  <!-- What the table does not know -->

  <xsl:template match="observation" mode="part" as="map(*)">
    <xsl:variable name="activity" as="element()" select="f:container('sarx:SuspiciousActivity', ., 'observation')"/>
    <xsl:variable name="rationale" as="element()?" select="
        if (rationale[normalize-space() or @scheme = 'withheld']) then ()
        else if (f:told(.., 'method')) then f:element('sarx:NexusRationaleText', f:withheld())
        else if (behaviour/normalize-space() = $criminal) then ()
        else if ($form eq 'summary' or ../header/form = 'summary') then f:element('sarx:NexusRationaleText', f:withheld())
        else f:text('sarx:NexusRationaleText', $withheld)"/>
    <xsl:variable name="narrative" as="element()?" select="
        if (empty(text) and f:told(.., 'narrative')) then f:element('nc:ActivityDescriptionText', f:withheld()) else ()"/>
    <xsl:sequence select="f:at(f:graft($activity, (f:at(($narrative, $rationale)),
        f:at('j:IncidentAugmentation', ../marking/dissemination ! f:text('j:IncidentDisseminationLevelCode', .)))))"/>
  </xsl:template>

  <xsl:function name="f:withheld" as="attribute()">
    <xsl:attribute name="nc:valueEmptyReasonCode" select="'withheld'"/>
  </xsl:function>

  <xsl:template match="tip" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container('j:TipTaxonomy', ., 'tip'))"/>
  </xsl:template>

  <xsl:template match="target" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container('sarx:ActivityTarget', ., 'target'))"/>
  </xsl:template>

  <xsl:template match="target/organization" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container('j:TargetOrganization', ., 'organization'))"/>
  </xsl:template>

  <xsl:template match="review/organization" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container('sarx:ReviewingOrganization', ., 'organization'))"/>
  </xsl:template>

  <xsl:template match="relatedReport/organization" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container('sarx:RelatedReportOrganization', ., 'organization'))"/>
  </xsl:template>

  <xsl:template match="track" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container('sarx:ConveyanceTrack', ., 'track'))"/>
  </xsl:template>

  <xsl:template match="track/of" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:reference('nc:Conveyance', @ref))"/>
  </xsl:template>

  <xsl:template match="track/period" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:element('sarx:TrackDateRange', (f:portion(.), f:ends(.))))"/>
  </xsl:template>

  <xsl:template match="place" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container(if (parent::track) then 'sarx:TrackLocation' else 'nc:ActivityLocation', ., 'place'))"/>
  </xsl:template>

  <xsl:template match="address" mode="part" as="map(*)*">
    <xsl:sequence select="
        f:at(f:container('nc:Address', ., 'address')[*]),
        f:at(crossStreet ! f:element('nc:AddressCrossStreet', f:text('nc:CrossStreetDescriptionText', .))),
        f:at(highway ! f:element('nc:AddressHighway', f:text('nc:HighwayPositionText', .))),
        f:at(floor ! f:element('nc:LocationPart', f:text('nc:LocationFloorText', .)))"/>
  </xsl:template>

  <xsl:template match="residence" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container('nc:PersonResidenceAddress', ., 'address'))"/>
  </xsl:template>

  <xsl:template match="street" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container('nc:AddressStreet', ., 'street'))"/>
  </xsl:template>

  <!-- Degrees, minutes and seconds, as many as there were. -->
  <xsl:template match="point" mode="part" as="map(*)*">
    <xsl:variable name="degrees" as="xs:string*" select="tokenize(., ',') ! normalize-space()"/>
    <xsl:variable name="schemes" as="xs:string+" select="(tokenize(@scheme, ','), 'd', 'd')"/>
    <xsl:if test="count($degrees) eq 2 and (every $each in $degrees satisfies $each castable as xs:decimal)">
      <xsl:sequence select="f:at(f:element('nc:Location2DGeospatialCoordinate', (f:portion(.),
          f:element('nc:GeographicCoordinateLatitude', f:axis('nc:Latitude', $degrees[1], $schemes[1])),
          f:element('nc:GeographicCoordinateLongitude', f:axis('nc:Longitude', $degrees[2], $schemes[2])))))"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:axis" as="element()+">
    <xsl:param name="axis" as="xs:string"/>
    <xsl:param name="degrees" as="xs:string"/>
    <xsl:param name="scheme" as="xs:string"/>
    <xsl:variable name="sign" as="xs:string" select="if (starts-with($degrees, '-')) then '-' else ''"/>
    <xsl:variable name="seconds" as="xs:decimal" select="round(abs(xs:decimal($degrees)) * 3600, 6)"/>
    <xsl:variable name="minutes" as="xs:decimal" select="if ($scheme eq 'dms') then xs:decimal($seconds idiv 60) else round($seconds div 60, 8)"/>
    <xsl:choose>
      <xsl:when test="$scheme eq 'd'"><xsl:sequence select="f:text($axis || 'DegreeValue', $degrees)"/></xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="
            f:text($axis || 'DegreeValue', $sign || $minutes idiv 60),
            f:text($axis || 'MinuteValue', string($minutes - 60 * ($minutes idiv 60))),
            f:text($axis || 'SecondValue', string($seconds - 60 * $minutes))[$scheme eq 'dms']"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="person[@role = 'observer']" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container('sarx:Observer', ., 'person'))"/>
  </xsl:template>

  <xsl:template match="person[@role = 'subject']" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container('sarx:PersonOfInterest', ., 'person'))"/>
  </xsl:template>

  <xsl:template match="person/name" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container('nc:PersonName', ., 'name'))"/>
  </xsl:template>

  <xsl:template match="birthDate | birthYear" mode="part" as="map(*)*">
    <xsl:sequence select="f:at(f:date(.) ! f:element('nc:PersonBirthDate', (f:portion(current()), .)))"/>
  </xsl:template>

  <xsl:template match="person/trait[@kind = 'clothing']" mode="part" as="map(*)">
    <xsl:sequence select="f:at('j:PersonAugmentation', f:element('j:PersonClothing', f:text('j:ClothingDescriptionText', .)))"/>
  </xsl:template>

  <xsl:template match="feature" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container('nc:PersonPhysicalFeature', ., 'feature'))"/>
  </xsl:template>

  <xsl:template match="phone" mode="part" as="map(*)">
    <xsl:sequence select="f:at(if (parent::person) then 'nc:PersonContactInformation' else 'nc:OrganizationPrimaryContactInformation',
        f:element('nc:ContactTelephoneNumber', (f:portion(.),
            f:element('nc:FullTelephoneNumber', f:text('nc:TelephoneNumberFullID', string(.))))))"/>
  </xsl:template>

  <xsl:template match="contactName" mode="part" as="map(*)">
    <xsl:sequence select="f:at('nc:OrganizationPrimaryContactInformation', f:element('nc:ContactResponder', f:container('nc:PersonName', ., 'name')))"/>
  </xsl:template>

  <xsl:template match="item[@role = ('vehicle', 'vessel', 'aircraft')]" mode="part" as="map(*)+">
    <xsl:variable name="item" as="element()" select="."/>
    <xsl:sequence select="f:at(f:container(map { 'vehicle': 'nc:Vehicle', 'vessel': 'nc:Vessel', 'aircraft': 'nc:Aircraft' }(@role), ., 'item'))"/>
    <xsl:sequence select="f:at(registration[$item/@id] ! f:graft(f:container('j:ConveyanceRegistration', ., 'registration'),
        f:at(f:reference('nc:Conveyance', $item/@id))))"/>
  </xsl:template>

  <xsl:template match="relation[@kind = ('person-item', 'person-person')]" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container(if (@kind eq 'person-item') then 'nc:PersonConveyanceAssociation' else 'nc:PersonAssociation', ., 'relation'))"/>
  </xsl:template>

  <xsl:template match="relation/end" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:reference(if (@role = 'item') then 'nc:Conveyance' else 'nc:Person', @ref))"/>
  </xsl:template>

  <xsl:template match="assessment" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container('sarx:SourceAssessment', ., 'assessment'))"/>
  </xsl:template>

  <xsl:template match="review[stage]" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container('sarx:ReviewAction', ., 'review'))"/>
  </xsl:template>

  <xsl:template match="followUp" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container('sarx:FollowUpAction', ., 'followUp'))"/>
  </xsl:template>

  <xsl:template match="relatedReport[id]" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:container('sarx:RelatedReport', ., 'relatedReport'))"/>
  </xsl:template>

  <!-- Where it was not said, or was withheld, whether an attachment is a privacy field, it is one. -->
  <xsl:template match="attachment" mode="part" as="map(*)">
    <xsl:sequence select="f:at(f:graft(f:container('sarx:Attachment', ., 'attachment'),
        f:at('sarx:AttachmentPrivacyFieldIndicator'[not(current()/private)] ! f:text(., 'true'))))"/>
  </xsl:template>

  <xsl:template match="digest" mode="part" as="map(*)">
    <xsl:variable name="codes" as="xs:string+" select="'MD2', 'MD4', 'MD5', 'SHA-1', 'SHA-224', 'SHA-256', 'SHA-384', 'SHA-512'"/>
    <xsl:sequence select="f:at(f:element('nc:BinaryHash', (f:portion(.), f:text('nc:BinaryHashCode', string(.)),
        @scheme ! f:text(if (. = $codes) then 'nc:BinaryHashFunctionCode' else 'nc:BinaryHashFunctionText', string(.)))))"/>
  </xsl:template>

  <!-- Its id is its own; whom it describes is seen to when everything stands (tree.xsl).
       What describes the whole document needs no reference, but in a summary (SAR-14): there '*' is the report. -->
  <xsl:template match="provenance" mode="part" as="map(*)">
    <xsl:variable name="summary" as="xs:boolean" select="$form eq 'summary' or ../header/form = 'summary'"/>
    <xsl:variable name="metadata" as="element()" select="f:container('nc:Metadata', ., 'provenance')"/>
    <xsl:variable name="own" as="attribute()+">
      <xsl:attribute name="id" select="f:metadata-id(.)"/>
      <xsl:attribute name="of" select="of/@ref, '*'[$summary and current()/scope = 'document']"/>
      <xsl:if test="$summary or not(scope = 'document')">
        <xsl:attribute name="structures:appliesToParent" select="'false'"/>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="f:at(f:element('nc:Metadata', ($metadata/@mark, $own, $metadata/*)))"/>
  </xsl:template>

  <xsl:function name="f:metadata-id" as="xs:string">
    <xsl:param name="provenance" as="element()"/>
    <xsl:sequence select="string(($provenance/@id, 'metadata-' || count($provenance/preceding-sibling::provenance) + 1)[1])"/>
  </xsl:function>

  <!-- Not mapped, on purpose.
       header/kind, standard, status      what it is and was; a report has no status, so title and category say it
       header/reference                   an update is of the record whose id it has
       header/language, source, scope …   no report has them
       marking/list without DL ONLY       says nothing alone
       person, item of other roles, organization, event, place, resources, casualties, managementSummary
                                          not what a report speaks of
       polygon, circle, line, box, geocode, altitude   a report says where something was seen, not what a warning covers
       assessment/confidence              ISE-SAR has words for it, not numbers -->
</xsl:stylesheet>
