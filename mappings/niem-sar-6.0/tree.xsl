<?xml version="1.0" encoding="UTF-8"?>
<!-- How a report is put together from parts that each know the path they belong at.
     From parts in any order, to an element whose parts stand in the order of the schema, marks and references made anew.
     Until the end, marks, ids and references are attributes without a namespace: mark, id, ref; no report has such attributes of its own.
     Nothing is left out but what a redaction left empty or pointing nowhere. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:f="https://tearline.example/functions"
    xmlns:c="https://tearline.example/common/1.0"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:sarx="https://tearline.example/niem/sar/1.0/"
    xmlns:nc="https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/"
    xmlns:j="https://docs.oasis-open.org/niemopen/ns/model/domains/justice/6.0/"
    xmlns:m="https://docs.oasis-open.org/niemopen/ns/model/domains/maritime/6.0/"
    xmlns:cui="https://docs.oasis-open.org/niemopen/ns/model/auxiliary/cui/6.0/"
    xmlns:usps="https://docs.oasis-open.org/niemopen/ns/model/codes/usps/6.0/"
    xmlns:structures="https://docs.oasis-open.org/niemopen/ns/model/structures/6.0/">

  <!-- Parts -->

  <xsl:function name="f:element" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="content" as="item()*"/>
    <xsl:element name="{$name}" namespace="{$namespaces(substring-before($name, ':'))}">
      <xsl:sequence select="$content[. instance of attribute()], $content[not(. instance of attribute())]"/>
    </xsl:element>
  </xsl:function>

  <!-- A text with its language and its mark, or with the reason why it is empty. -->
  <xsl:function name="f:text" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="item()"/>
    <xsl:sequence select="f:text($name, $value, string($value))"/>
  </xsl:function>

  <xsl:function name="f:text" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="item()"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="attributes" as="attribute()*">
      <xsl:if test="$value instance of element()">
        <xsl:sequence select="f:portion($value)"/>
        <xsl:for-each select="$value/@lang"><xsl:attribute name="xml:lang" select="."/></xsl:for-each>
        <xsl:if test="not($text)">
          <xsl:for-each select="$value/@scheme[. = $reasons]"><xsl:attribute name="nc:valueEmptyReasonCode" select="."/></xsl:for-each>
        </xsl:if>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="f:element($name, ($attributes, $text))"/>
  </xsl:function>

  <xsl:function name="f:portion" as="attribute()*">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="$element/(@mark, @id)"/>
  </xsl:function>

  <xsl:function name="f:reference" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="id" as="item()"/>
    <xsl:variable name="ref" as="attribute()">
      <xsl:attribute name="ref" select="$id"/>
    </xsl:variable>
    <xsl:sequence select="f:element($name, $ref)"/>
  </xsl:function>

  <!-- A date as the element that its form belongs to; nothing where it has none of them. -->
  <xsl:function name="f:date" as="element()?">
    <xsl:param name="date" as="item()?"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space($date)"/>
    <xsl:variable name="name" as="xs:string?" select="
        if ($text castable as xs:dateTime) then 'nc:DateTime' else if ($text castable as xs:date) then 'nc:Date'
        else if ($text castable as xs:gYearMonth) then 'nc:YearMonthDate' else if ($text castable as xs:gYear) then 'nc:YearDate' else ()"/>
    <xsl:sequence select="$name ! f:text(., $text)"/>
  </xsl:function>

  <!-- A day alone begins at midnight; without a zone it is UTC. -->
  <xsl:function name="f:instant" as="xs:string">
    <xsl:param name="date" as="item()"/>
    <xsl:sequence select="normalize-space($date) ! replace(., '^([^T]{10})([Z+\-].*)?$', '$1T00:00:00$2') ! replace(., '(T[^Z+\-]*)$', '$1Z')"/>
  </xsl:function>

  <!-- A moment where both ends are one, else a range. -->
  <xsl:function name="f:period" as="element()*">
    <xsl:param name="period" as="element()"/>
    <xsl:sequence select="if ($period/c:from = $period/c:to) then f:date($period/c:from) else f:element('nc:DateRange', f:ends($period))[*]"/>
  </xsl:function>

  <xsl:function name="f:ends" as="element()*">
    <xsl:param name="period" as="element()"/>
    <xsl:sequence select="$period/c:from/f:date(.) ! f:element('nc:StartDate', .), $period/c:to/f:date(.) ! f:element('nc:EndDate', .)"/>
  </xsl:function>

  <!-- An element of NIEM from a container of the common model. -->
  <xsl:function name="f:container" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="container" as="element()"/>
    <xsl:param name="in" as="xs:string"/>
    <xsl:variable name="parts" as="map(*)*">
      <xsl:apply-templates select="$container/*" mode="part">
        <xsl:with-param name="in" select="$in" tunnel="yes"/>
        <xsl:with-param name="of" select="$name" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="f:graft(f:element($name, f:portion($container)), $parts)"/>
  </xsl:function>

  <!-- Grafting -->

  <xsl:function name="f:at" as="map(*)*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="f:at((), $elements)"/>
  </xsl:function>

  <xsl:function name="f:at" as="map(*)*">
    <xsl:param name="wrapper" as="xs:string?"/>
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="$elements ! map { 'path': $wrapper ! f:qualified(.), 'put': . }"/>
  </xsl:function>

  <xsl:function name="f:qualified" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="'Q{' || $namespaces(substring-before($name, ':')) || '}' || substring-after($name, ':')"/>
  </xsl:function>

  <!-- An extension, put where it stood below the element that is made anew. The last step of its path is itself: an element, or an attribute. -->
  <xsl:function name="f:grafts" as="map(*)*">
    <xsl:param name="extension" as="element()"/>
    <xsl:param name="of" as="xs:string"/>
    <xsl:variable name="steps" as="xs:string*" select="tail(tokenize($extension/@path, '/@?Q\{')) ! ('Q{' || .)"/>
    <xsl:variable name="above" as="xs:integer?" select="index-of($steps[position() lt last()], f:qualified($of))[last()]"/>
    <xsl:if test="exists($above)">
      <xsl:variable name="last" as="xs:string" select="$steps[last()]"/>
      <xsl:variable name="attribute" as="attribute()?">
        <xsl:if test="contains($extension/@path, '/@')">
          <xsl:variable name="namespace" as="xs:string" select="substring-before(substring-after($last, '{'), '}')"/>
          <xsl:attribute name="{($prefixes($namespace), 'structures')[1]}:{substring-after($last, '}')}" namespace="{$namespace}" select="$extension"/>
        </xsl:if>
      </xsl:variable>
      <xsl:for-each select="if ($attribute) then $attribute else $extension/*">
        <xsl:sequence select="map { 'path': subsequence($steps, $above + 1, count($steps) - $above - 1), 'put': . }"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <!-- Parts with a path go into the first child of that name, which is made where it is not there. -->
  <xsl:function name="f:graft" as="element()">
    <xsl:param name="into" as="element()"/>
    <xsl:param name="parts" as="map(*)*"/>
    <xsl:variable name="here" as="node()*" select="$parts[empty(?path)]?put"/>
    <xsl:variable name="below" as="map(xs:string, map(*)+)" select="map:merge($parts[exists(?path)] ! map { ?path[1]:
        map { 'path': tail(?path), 'put': ?put } }, map { 'duplicates': 'combine' })"/>
    <xsl:variable name="children" as="element()*" select="$into/*, $here[. instance of element()]"/>
    <xsl:variable name="first" as="map(xs:string, element())" select="if (map:size($below) eq 0) then map {}
        else map:merge($children ! map { f:eqname(.): . }, map { 'duplicates': 'use-first' })"/>
    <xsl:element name="{name($into)}" namespace="{namespace-uri($into)}">
      <xsl:sequence select="$into/@*, $here[. instance of attribute()], $into/text()"/>
      <xsl:for-each select="$children">
        <xsl:variable name="name" as="xs:string" select="f:eqname(.)"/>
        <xsl:sequence select="if (map:contains($below, $name) and $first($name) is .) then f:graft(., $below($name)) else ."/>
      </xsl:for-each>
      <xsl:for-each select="map:keys($below)[not(map:contains($first, .))]">
        <xsl:variable name="namespace" as="xs:string" select="substring-before(substring-after(., '{'), '}')"/>
        <xsl:if test="map:contains($prefixes, $namespace)">
          <xsl:sequence select="f:graft(f:element($prefixes($namespace) || ':' || substring-after(., '}'), ()), $below(.))"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:element>
  </xsl:function>

  <xsl:function name="f:eqname" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="'Q{' || namespace-uri($element) || '}' || local-name($element)"/>
  </xsl:function>

  <!-- Finishing -->

  <xsl:mode name="repair" on-no-match="shallow-copy"/>
  <xsl:mode name="finish" on-no-match="shallow-copy"/>

  <xsl:function name="f:finished" as="element()">
    <xsl:param name="report" as="element()"/>
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="pruned" as="element()" select="f:pruned($report)"/>
    <xsl:variable name="repaired" as="element()">
      <xsl:apply-templates select="$pruned" mode="repair">
        <xsl:with-param name="ids" select="map:merge($pruned//(@id | @structures:id) ! map { string(): true() })" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:variable name="tree" as="element()" select="f:pruned($repaired)"/>
    <xsl:variable name="ids" as="map(xs:string, xs:boolean)" select="map:merge($tree//(@id | @structures:id) ! map { string(): true() })"/>
    <xsl:variable name="referenced" as="map(xs:string, xs:boolean)" select="map:merge((
        $tree//(@ref | @structures:ref) ! map { string(): true() }, $tree//@structures:uri ! map { substring-after(., '#'): true() }))"/>
    <!-- from what is described, to the metadata objects that describe it -->
    <xsl:variable name="described" as="map(xs:string, xs:string*)" select="map:merge(
        $tree/nc:Metadata ! (let $metadata := string(@id) return tokenize(@of) ! map { .: $metadata }), map { 'duplicates': 'combine' })"/>
    <xsl:variable name="in-use" as="map(xs:string, xs:boolean)" select="map:merge((
        map:keys($described)[. eq '*' or map:contains($ids, .)] ! $described(.), $tree//@nc:metadataRef/tokenize(.)) ! map { .: true() })"/>
    <xsl:variable name="marks" as="map(xs:string, xs:string)" select="
        let $all := distinct-values($tree//@mark/f:marks(.)) return map:merge(for $place in 1 to count($all) return map { $all[$place]: 'mark-' || $place })"/>
    <xsl:variable name="objects" as="element()*" select="
        for $mark in map:keys($marks) => sort((), function($key) { number(substring-after($marks($key), '-')) })
        return f:marking-object($mark, $marks($mark), $record)"/>
    <xsl:apply-templates select="$tree" mode="finish">
      <xsl:with-param name="referenced" select="$referenced" tunnel="yes"/>
      <xsl:with-param name="described" select="$described" tunnel="yes"/>
      <xsl:with-param name="in-use" select="$in-use" tunnel="yes"/>
      <xsl:with-param name="marks" select="$marks" tunnel="yes"/>
      <xsl:with-param name="more" select="$objects"/>
    </xsl:apply-templates>
  </xsl:function>

  <!-- Without what holds nothing: no text, no attribute but its mark, no part that holds something. -->
  <xsl:function name="f:pruned" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="children" as="element()*" select="$element/* ! f:pruned(.)"/>
    <xsl:if test="exists($children) or (empty($element/*) and normalize-space($element))
        or $element/(@* except (@mark, @of, @structures:appliesToParent))[not($form eq 'summary' and name() eq 'id')]">
      <xsl:element name="{name($element)}" namespace="{namespace-uri($element)}">
        <xsl:sequence select="$element/@*, $children, $element[empty($children)]/text()"/>
      </xsl:element>
    </xsl:if>
  </xsl:function>

  <xsl:template match="*[@ref | @structures:ref]" mode="repair" as="element()?">
    <xsl:param name="ids" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:if test="every $ref in (@ref | @structures:ref) satisfies map:contains($ids, $ref)">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="nc:PersonConveyanceAssociation | nc:PersonAssociation" mode="repair" as="element()?">
    <xsl:param name="ids" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:if test="count((nc:Person | nc:Conveyance)[not(@ref | @structures:ref) or map:contains($ids, (@ref, @structures:ref)[1])]) ge 2">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="j:ConveyanceRegistration[nc:Conveyance/@ref]" mode="repair" as="element()?">
    <xsl:param name="ids" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:if test="map:contains($ids, nc:Conveyance/@ref) and * except nc:Conveyance">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@structures:uri[starts-with(., '#')]" mode="repair" as="attribute()?">
    <xsl:param name="ids" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:sequence select=".[map:contains($ids, substring-after(., '#'))]"/>
  </xsl:template>

  <xsl:template match="@nc:metadataRef" mode="repair" as="attribute()?">
    <xsl:param name="ids" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:where-populated>
      <xsl:attribute name="nc:metadataRef" select="tokenize(.)[map:contains($ids, .)]"/>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="*" mode="finish" as="element()">
    <xsl:param name="more" as="element()*"/>
    <xsl:param name="described" as="map(xs:string, xs:string*)" tunnel="yes"/>
    <xsl:element name="{name()}" namespace="{namespace-uri()}">
      <xsl:if test="empty(parent::*)">
        <xsl:for-each select="map:keys($namespaces)">
          <xsl:namespace name="{.}" select="$namespaces(.)"/>
        </xsl:for-each>
        <xsl:namespace name="structures" select="'https://docs.oasis-open.org/niemopen/ns/model/structures/6.0/'"/>
        <xsl:namespace name="xsi" select="'http://www.w3.org/2001/XMLSchema-instance'"/>
        <xsl:if test="map:contains($described, '*')">
          <xsl:attribute name="nc:metadataRef" select="$described('*')"/>
        </xsl:if>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="finish"/>
      <xsl:variable name="children" as="element()*">
        <xsl:perform-sort select="*, $more">
          <xsl:sort select="($order(f:name(.)), 1000)[1]" stable="yes"/>
        </xsl:perform-sort>
      </xsl:variable>
      <xsl:apply-templates select="$children" mode="finish"/>
      <xsl:sequence select="text()[not(../*)]"/>
    </xsl:element>
  </xsl:template>

  <!-- Where nothing is described by it any more, it would only tell that something was. -->
  <xsl:template match="nc:Metadata" mode="finish" as="element()?">
    <xsl:param name="in-use" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:if test="map:contains($in-use, string((@id, @structures:id)[1])) or not(@structures:appliesToParent = ('false', '0'))">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="cui:PortionMarkingMetadata[not(@structures:id/starts-with(., 'mark-'))]" mode="finish"/> <!-- made anew -->

  <xsl:template match="@id" mode="finish" as="attribute()*">
    <xsl:param name="referenced" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:param name="described" as="map(xs:string, xs:string*)" tunnel="yes"/>
    <xsl:variable name="by" as="xs:string*" select="$described(.)"/>
    <xsl:if test="empty($by) or map:contains($referenced, .) or parent::nc:Metadata">
      <xsl:attribute name="structures:id" select="."/>
    </xsl:if>
    <xsl:if test="exists($by)">
      <xsl:attribute name="nc:metadataRef" select="$by"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@ref" mode="finish" as="attribute()+">
    <xsl:attribute name="structures:ref" select="."/>
    <xsl:attribute name="xsi:nil" select="'true'"/>
  </xsl:template>

  <xsl:template match="@mark" mode="finish" as="attribute()?">
    <xsl:param name="marks" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:where-populated>
      <xsl:attribute name="cui:portionMarkingMetadataRef" select="f:marks(.) ! $marks(.)"/>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="@of" mode="finish"/>

  <!-- Those of an element's marks that NIEM has codes for; the others are in the banner. -->
  <xsl:function name="f:marks" as="xs:string*">
    <xsl:param name="mark" as="item()"/>
    <xsl:sequence select="distinct-values(tokenize($mark, ' \+ '))[exists(f:cui(.))]"/>
  </xsl:function>

  <!-- One that names a list came whole beside the marks, in an extension. -->
  <xsl:function name="f:marking-object" as="element()">
    <xsl:param name="mark" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="codes" as="map(*)" select="f:cui($mark)"/>
    <xsl:variable name="own" as="attribute()+">
      <xsl:attribute name="structures:id" select="$id"/>
      <xsl:attribute name="structures:appliesToParent" select="'false'"/>
    </xsl:variable>
    <xsl:variable name="lists" as="element()*" select="$record/c:extension/cui:PortionMarkingMetadata[$form ne 'summary']"/>
    <xsl:sequence select="f:element('cui:PortionMarkingMetadata', ($own,
        $codes?specified ! f:text('cui:SpecifiedCategoryMarkingCode', .),
        $codes?basic ! f:text('cui:BasicCategoryMarkingCode', .),
        $codes?controls ! f:element('cui:PortionMarkingLDC', (
            f:text('cui:PortionMarkingLDCCode', ?codes[2]),
            ?countries ! f:text('cui:LDCCountryCode', .),
            (if (?codes[2] eq 'DL ONLY')
             then $lists[f:same(., $codes)][1]/cui:PortionMarkingLDC/cui:LDC-DLONLYText ! f:text('cui:LDC-DLONLYText', string(.)) else ())))))"/>
  </xsl:function>

  <xsl:function name="f:same" as="xs:boolean">
    <xsl:param name="object" as="element()"/>
    <xsl:param name="codes" as="map(*)"/>
    <xsl:sequence select="deep-equal(sort($object/(cui:SpecifiedCategoryMarkingCode | cui:BasicCategoryMarkingCode)/f:trim(.)), sort(($codes?specified, $codes?basic)))
        and deep-equal(sort($object/cui:PortionMarkingLDC/cui:PortionMarkingLDCCode/f:trim(.)), sort($codes?controls ! ?codes[2]))"/>
  </xsl:function>
</xsl:stylesheet>
