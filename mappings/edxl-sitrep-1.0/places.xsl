<?xml version="1.0" encoding="UTF-8"?>
<!-- Places of EDXL (GSF geometries, geopolitical codes, CIQ addresses) to the common model.
     From a location of the one tree to a place: 'lat,lon' as CAP writes it; kind = gml:id, scheme = srsName, unit = the radius' own unit.
     In the order of the common model.
     What could not be written again as it was stands beside it as an extension, verbatim. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sr="urn:oasis:names:tc:emergency:EDXL:SitRep:1.0"
    xmlns:ct="urn:oasis:names:tc:emergency:edxl:ct:1.0"
    xmlns:gml="http://www.opengis.net/gml/3.2"
    xmlns:xal="urn:oasis:names:tc:emergency:edxl:ciq:1.0:xal"
    xmlns:c="https://tearline.example/common/1.0"
    xmlns:f="https://tearline.example/functions"
    xmlns="https://tearline.example/common/1.0">

  <xsl:import href="units.xsl"/>

  <xsl:variable name="message" as="node()" select="root(.)"/>

  <xsl:template name="place" as="element()">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="description" as="element()?"/>
    <xsl:variable name="geometry" as="element()?" select="ct:EDXLGeoLocation/gml:*"/>
    <xsl:variable name="address" as="element()?" select="ct:EDXLGeoPoliticalLocation/ct:address"/>
    <place role="{$role}">
      <xsl:for-each select="$description"><description>{f:trim(.)}</description></xsl:for-each>
      <xsl:if test="f:on-earth($geometry)">
        <xsl:apply-templates select="$geometry" mode="shape"/>
      </xsl:if>
      <xsl:for-each select="ct:EDXLGeoPoliticalLocation/ct:geoCode/sr:value">
        <geocode>
          <name>{../@list}</name>
          <value>{f:trim(.)}</value>
        </geocode>
      </xsl:for-each>
      <xsl:if test="$address and f:plain-address($address)">
        <address><xsl:sequence select="f:address($address)"/></address>
      </xsl:if>
      <xsl:sequence select="$geometry[not(f:plain-geometry(.))] ! f:verbatim(.), $address[not(f:plain-address(.))] ! f:verbatim(.),
          (*, ct:EDXLGeoLocation/*, ct:EDXLGeoPoliticalLocation/*)[self::c:extension]"/>
    </place>
  </xsl:template>

  <xsl:mode name="shape" on-no-match="deep-skip"/>

  <xsl:template match="gml:point" mode="shape" as="element()">
    <point><xsl:call-template name="frame"/>{f:position(gml:pos)}</point>
  </xsl:template>

  <xsl:template match="gml:polygon[gml:exterior]" mode="shape" as="element()">
    <polygon><xsl:call-template name="frame"/>{.//gml:pos ! f:position(.)}</polygon>
  </xsl:template>

  <!-- The radius in km, as CAP has it. A unit that nobody knows gives the centre alone. -->
  <xsl:template match="gml:circleByCenterPoint" mode="shape" as="element()">
    <xsl:variable name="metres" as="xs:decimal?" select="f:metres(gml:radius/@uom)"/>
    <xsl:choose>
      <xsl:when test="exists($metres) and gml:radius castable as xs:double">
        <circle>
          <xsl:call-template name="frame"/>
          <xsl:attribute name="unit" select="gml:radius/@uom"/>
          <xsl:text>{f:position(gml:pos)} {round(xs:decimal(xs:double(gml:radius)) * $metres div 1000, 9)}</xsl:text>
        </circle>
      </xsl:when>
      <xsl:otherwise><point><xsl:call-template name="frame"/>{f:position(gml:pos)}</point></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="gml:lineString" mode="shape" as="element()">
    <xsl:variable name="list" as="xs:string*" select="tokenize(gml:posList)"/>
    <line>
      <xsl:call-template name="frame"/>
      <xsl:if test="gml:posList"><xsl:attribute name="unit" select="'posList'"/></xsl:if>
      <xsl:text>{if (gml:pos) then gml:pos ! f:position(.)
          else for $at in 1 to count($list) idiv 2 return f:pair($list[2 * $at - 1], $list[2 * $at], false())}</xsl:text>
    </line>
  </xsl:template>

  <xsl:template match="gml:envelope" mode="shape" as="element()">
    <box><xsl:call-template name="frame"/>{(gml:lowerCorner, gml:upperCorner) ! f:position(.)}</box>
  </xsl:template>

  <xsl:template name="frame" as="attribute()*">
    <xsl:for-each select="@id"><xsl:attribute name="kind" select="."/></xsl:for-each>
    <xsl:for-each select="@srsName"><xsl:attribute name="scheme" select="."/></xsl:for-each>
  </xsl:template>

  <xsl:function name="f:position" as="xs:string">
    <xsl:param name="pos" as="element()"/>
    <xsl:variable name="numbers" as="xs:string*" select="tokenize($pos)"/>
    <xsl:sequence select="f:pair($numbers[1], $numbers[2], f:longitude-first($pos/ancestor::gml:*[@srsName][1]/@srsName))"/>
  </xsl:function>

  <xsl:function name="f:pair" as="xs:string">
    <xsl:param name="first" as="xs:string?"/>
    <xsl:param name="second" as="xs:string?"/>
    <xsl:param name="turned" as="xs:boolean"/>
    <xsl:sequence select="if ($turned) then $second || ',' || $first else $first || ',' || $second"/>
  </xsl:function>

  <!-- Degrees on WGS 84, which is what no name means. -->
  <xsl:function name="f:on-earth" as="xs:boolean">
    <xsl:param name="geometry" as="element()?"/>
    <xsl:sequence select="every $name in $geometry/descendant-or-self::*/@srsName satisfies matches($name, '4326|4258|CRS:?84')"/>
  </xsl:function>

  <!-- Whether the common model holds all of it. -->
  <xsl:function name="f:plain-geometry" as="xs:boolean">
    <xsl:param name="geometry" as="element()"/>
    <xsl:sequence select="f:on-earth($geometry)
        and not($geometry/(@* except (@id, @srsName, @source, @numArc[$geometry/self::gml:circleByCenterPoint])))
        and not($geometry//*/(@* except (@source, @uom)))
        and not($geometry/self::gml:polygon[not(gml:exterior)])
        and (every $pos in $geometry//(gml:pos, gml:lowerCorner, gml:upperCorner) satisfies count(tokenize($pos)) eq 2)
        and (every $list in $geometry/gml:posList satisfies count(tokenize($list)) mod 2 eq 0 and not(f:longitude-first($geometry/@srsName)))
        and (every $radius in $geometry/gml:radius satisfies exists(f:metres($radius/@uom)) and $radius castable as xs:double)"/>
  </xsl:function>

  <!-- Addresses (CIQ). -->

  <xsl:function name="f:plain-address" as="xs:boolean">
    <xsl:param name="address" as="element()"/>
    <xsl:variable name="road" as="element()?" select="$address/xal:thoroughfare"/>
    <xsl:sequence select="count($address/xal:administrativeArea/xal:nameElement) le 1
        and count($address/xal:administrativeArea/xal:subAdministrativeArea/xal:nameElement) le 1
        and count($address/xal:locality/xal:nameElement) le 1
        and empty($address/xal:locality/xal:subLocality)
        and count($address/xal:postCode/xal:identifier) le 1
        and count($road/xal:nameElement) le 1 and count($road/xal:number) le 1
        and empty(($road, $road/xal:nameElement, $address/xal:postCode/xal:identifier)/(@* except (@source, self::xal:identifier/@type)))
        and empty($road/xal:number/(@* except (@source, @type)))"/>
  </xsl:function>

  <xsl:function name="f:address" as="element()*">
    <xsl:param name="address" as="element()"/>
    <xsl:for-each select="$address/xal:freeTextAddress/xal:addressLine"><line>{f:trim(.)}</line></xsl:for-each>
    <xsl:for-each select="$address/xal:thoroughfare">
      <street>
        <xsl:for-each select="xal:number">
          <number>
            <xsl:if test="preceding-sibling::xal:nameElement"><xsl:attribute name="kind" select="'after'"/></xsl:if>
            <xsl:for-each select="@type"><xsl:attribute name="scheme" select="."/></xsl:for-each>
            <xsl:text>{f:trim(.)}</xsl:text>
          </number>
        </xsl:for-each>
        <xsl:for-each select="xal:nameElement"><name>{f:trim(.)}</name></xsl:for-each>
      </street>
    </xsl:for-each>
    <xsl:for-each select="$address/xal:locality/xal:nameElement"><city>{f:trim(.)}</city></xsl:for-each>
    <xsl:for-each select="$address/xal:administrativeArea/xal:subAdministrativeArea/xal:nameElement"><county>{f:trim(.)}</county></xsl:for-each>
    <xsl:for-each select="$address/xal:administrativeArea/xal:nameElement"><state>{f:trim(.)}</state></xsl:for-each>
    <xsl:for-each select="$address/xal:country/xal:nameElement"><country>{f:trim(.)}</country></xsl:for-each>
    <xsl:for-each select="$address/xal:postCode/xal:identifier">
      <postalCode>
        <xsl:for-each select="@type"><xsl:attribute name="scheme" select="."/></xsl:for-each>
        <xsl:text>{f:trim(.)}</xsl:text>
      </postalCode>
    </xsl:for-each>
  </xsl:function>

  <!-- As it stood in the source, which the one tree remembers. -->
  <xsl:function name="f:verbatim" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="f:extension((key('source', $element/@source, $message), $element)[1])"/>
  </xsl:function>

  <!-- Not mapped, on purpose.
       numArc of a circle   the schema knows one value -->
</xsl:stylesheet>
