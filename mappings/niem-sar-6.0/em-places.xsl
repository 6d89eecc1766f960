<?xml version="1.0" encoding="UTF-8"?>
<!-- Places of the common model to locations of NIEM 6.0, and files to binaries, for EM messages.
     From a place, whatever it is the place of; shapes are 'lat,lon' pairs, as CAP writes them.
     In the order of nc:LocationType; an alert's location has the outline of one polygon, so each polygon makes a location.
     A shape that is not readable as numbers is left out, and so is a line, for which NIEM has no element. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns:nc="https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/"
    xmlns:em="https://docs.oasis-open.org/niemopen/ns/model/domains/emergencyManagement/6.0/"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <!-- The first outline stands with all that the place says besides, each further one alone. -->
  <xsl:template match="place" mode="em-affected" as="element()+">
    <xsl:variable name="outlines" as="array(xs:string*)*" select="f:em-outlines(.)"/>
    <em:AlertAffectedLocation>
      <xsl:call-template name="em-location"><xsl:with-param name="outlines" select="()"/></xsl:call-template>
      <xsl:sequence select="$outlines[1] ! f:em-nodes(.)"/>
      <xsl:for-each select="ceiling[. castable as xs:decimal]">
        <em:Ceiling><nc:MeasureDecimalValue>{xs:decimal(.)}</nc:MeasureDecimalValue><nc:MeasureUnitText>ft</nc:MeasureUnitText></em:Ceiling>
      </xsl:for-each>
    </em:AlertAffectedLocation>
    <xsl:for-each select="tail($outlines)">
      <em:AlertAffectedLocation><xsl:sequence select="f:em-nodes(.)"/></em:AlertAffectedLocation>
    </xsl:for-each>
  </xsl:template>

  <!-- The content of a location. Elsewhere than in an alert, an outline is a region of its area. -->
  <xsl:template name="em-location" as="element()*">
    <xsl:param name="outlines" as="array(xs:string*)*" select="f:em-outlines(.)"/>
    <xsl:for-each select="address[*][1]"><xsl:call-template name="em-address"/></xsl:for-each>
    <xsl:variable name="regions" as="element()*">
      <xsl:apply-templates select="circle" mode="em-region"/>
      <xsl:for-each select="$outlines"><nc:AreaPolygonRegion><xsl:sequence select="f:em-nodes(.)"/></nc:AreaPolygonRegion></xsl:for-each>
    </xsl:variable>
    <xsl:if test="$regions"><nc:LocationArea><xsl:sequence select="$regions"/></nc:LocationArea></xsl:if>
    <xsl:for-each select="description[normalize-space()]"><nc:LocationDescriptionText>{.}</nc:LocationDescriptionText></xsl:for-each>
    <xsl:for-each select="point ! f:em-pairs(.)[1]">
      <nc:Location2DGeospatialCoordinate><xsl:sequence select="f:em-coordinate(.)"/></nc:Location2DGeospatialCoordinate>
    </xsl:for-each>
    <xsl:for-each select="altitude[. castable as xs:decimal]">
      <nc:LocationAltitude><nc:MeasureDecimalValue>{xs:decimal(.)}</nc:MeasureDecimalValue><nc:MeasureUnitText>ft</nc:MeasureUnitText></nc:LocationAltitude>
    </xsl:for-each>
    <xsl:for-each select="geocode[normalize-space(value)]">
      <nc:LocationIdentification>
        <nc:IdentificationID>{value}</nc:IdentificationID>
        <xsl:for-each select="name[normalize-space()]"><nc:IdentificationCategoryText>{.}</nc:IdentificationCategoryText></xsl:for-each>
      </nc:LocationIdentification>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="circle" mode="em-region" as="element()?">
    <xsl:variable name="center" as="xs:string?" select="f:em-pairs(.)[1]"/>
    <xsl:variable name="radius" as="xs:string?" select="tokenize(.)[2][. castable as xs:decimal]"/>
    <xsl:if test="$center and $radius">
      <nc:AreaCircularRegion>
        <nc:CircularRegionCenterCoordinate><xsl:sequence select="f:em-coordinate($center)"/></nc:CircularRegionCenterCoordinate>
        <nc:CircularRegionRadiusLengthMeasure>
          <nc:MeasureDecimalValue>{$radius}</nc:MeasureDecimalValue>
          <nc:MeasureUnitText>km</nc:MeasureUnitText>
        </nc:CircularRegionRadiusLengthMeasure>
      </nc:AreaCircularRegion>
    </xsl:if>
  </xsl:template>

  <!-- Polygons, and boxes as the polygons that they are: two corners make four, and the first once more. -->
  <xsl:function name="f:em-outlines" as="array(xs:string*)*">
    <xsl:param name="place" as="element()"/>
    <xsl:for-each select="$place/(polygon | box)">
      <xsl:variable name="pairs" as="xs:string*" select="f:em-pairs(.)"/>
      <xsl:variable name="n" as="xs:string*" select="tokenize(translate(., ',', ' '))"/>
      <xsl:choose>
        <xsl:when test="self::box and count($pairs) eq 2">
          <xsl:sequence select="array { $pairs[1], $n[1] || ',' || $n[4], $pairs[2], $n[3] || ',' || $n[2], $pairs[1] }"/>
        </xsl:when>
        <xsl:when test="self::polygon and count($pairs) ge 3"><xsl:sequence select="array { $pairs }"/></xsl:when>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:em-nodes" as="element()*">
    <xsl:param name="outline" as="array(xs:string*)"/>
    <xsl:for-each select="$outline?*">
      <nc:PolygonNodeLocation>
        <nc:Location2DGeospatialCoordinate><xsl:sequence select="f:em-coordinate(.)"/></nc:Location2DGeospatialCoordinate>
      </nc:PolygonNodeLocation>
    </xsl:for-each>
  </xsl:function>

  <!-- Pairs that are degrees on earth; all of a shape's pairs, or none. -->
  <xsl:function name="f:em-pairs" as="xs:string*">
    <xsl:param name="shape" as="item()"/>
    <xsl:variable name="pairs" as="xs:string*" select="tokenize($shape)[contains(., ',')]"/>
    <xsl:sequence select="$pairs[every $pair in $pairs satisfies (let $n := tokenize($pair, ',') return
        count($n) eq 2 and (every $one in $n satisfies $one castable as xs:decimal)
        and abs(xs:decimal($n[1])) le 90 and abs(xs:decimal($n[2])) le 180)]"/>
  </xsl:function>

  <xsl:function name="f:em-coordinate" as="element()+">
    <xsl:param name="pair" as="xs:string"/>
    <nc:GeographicCoordinateLatitude><nc:LatitudeDegreeValue>{tokenize($pair, ',')[1]}</nc:LatitudeDegreeValue></nc:GeographicCoordinateLatitude>
    <nc:GeographicCoordinateLongitude><nc:LongitudeDegreeValue>{tokenize($pair, ',')[2]}</nc:LongitudeDegreeValue></nc:GeographicCoordinateLongitude>
  </xsl:function>

  <xsl:template name="em-address" as="element()">
    <nc:Address>
      <xsl:for-each select="line"><nc:AddressFullText>{.}</nc:AddressFullText></xsl:for-each>
      <xsl:for-each select="unit"><nc:AddressSecondaryUnitText>{.}</nc:AddressSecondaryUnitText></xsl:for-each>
      <xsl:for-each select="building"><nc:AddressBuildingName>{.}</nc:AddressBuildingName></xsl:for-each>
      <xsl:for-each select="street[*]">
        <nc:AddressStreet>
          <xsl:for-each select="full"><nc:StreetFullText>{.}</nc:StreetFullText></xsl:for-each>
          <xsl:for-each select="number"><nc:StreetNumberText>{.}</nc:StreetNumberText></xsl:for-each>
          <xsl:for-each select="name"><nc:StreetName>{.}</nc:StreetName></xsl:for-each>
        </nc:AddressStreet>
      </xsl:for-each>
      <xsl:for-each select="city"><nc:AddressCityName>{.}</nc:AddressCityName></xsl:for-each>
      <xsl:for-each select="county"><nc:AddressCountyName>{.}</nc:AddressCountyName></xsl:for-each>
      <xsl:for-each select="state"><nc:AddressState><nc:StateName>{.}</nc:StateName></nc:AddressState></xsl:for-each>
      <xsl:for-each select="country"><nc:AddressCountry><nc:CountryName>{.}</nc:CountryName></nc:AddressCountry></xsl:for-each>
      <xsl:for-each select="postalCode"><nc:AddressPostalCode>{.}</nc:AddressPostalCode></xsl:for-each>
    </nc:Address>
  </xsl:template>

  <!-- Not mapped, on purpose.
       line (the shape)       NIEM has no element for one
       address/crossStreet, highway, floor; street/predirectional, category, postdirectional   neither alerts nor situation reports have them
       place/extension        nobody knows what it holds -->
</xsl:stylesheet>
