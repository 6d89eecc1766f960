<?xml version="1.0" encoding="UTF-8"?>
<!-- Places and persons of the common model to the one tree: the reverse of places.xsl and persons.xsl.
     From a place to the one choice that a location is; from a person to its details.
     In the order of the schema.
     What was kept verbatim is taken back only into the shape it came from. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:sr="urn:oasis:names:tc:emergency:EDXL:SitRep:1.0"
    xmlns:ct="urn:oasis:names:tc:emergency:edxl:ct:1.0"
    xmlns:gml="http://www.opengis.net/gml/3.2"
    xmlns:xnl="urn:oasis:names:tc:emergency:edxl:ciq:1.0:xnl"
    xmlns:xpil="urn:oasis:names:tc:emergency:edxl:ciq:1.0:xpil"
    xmlns:xal="urn:oasis:names:tc:emergency:edxl:ciq:1.0:xal"
    xmlns:f="https://tearline.example/functions"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:import href="units.xsl"/>

  <!-- Where the context is no place, or one that tells nothing any more: an address that says so. -->
  <xsl:template name="location" as="element()">
    <xsl:param name="shape" as="xs:string" tunnel="yes" select="'cs01'"/>
    <xsl:variable name="kept" as="element()*" select="self::place/extension/*[f:of-shape(., $shape)]"/>
    <xsl:variable name="geometry" as="element()?" select="self::place/(polygon | circle | point | line | box)[1]"/>
    <xsl:choose>
      <xsl:when test="$kept/self::gml:*">
        <ct:EDXLGeoLocation><f:verbatim><xsl:copy-of select="$kept[self::gml:*][1]"/></f:verbatim></ct:EDXLGeoLocation>
      </xsl:when>
      <xsl:when test="$geometry">
        <ct:EDXLGeoLocation><xsl:apply-templates select="$geometry" mode="geometry"/></ct:EDXLGeoLocation>
      </xsl:when>
      <xsl:otherwise>
        <ct:EDXLGeoPoliticalLocation>
          <xsl:choose>
            <xsl:when test="self::place/geocode/value">
              <xsl:variable name="list" as="xs:string" select="string(geocode[value][1]/name)"/>
              <ct:geoCode list="{$list}">
                <xsl:for-each select="geocode[value][string(name) eq $list]"><sr:value>{value}</sr:value></xsl:for-each>
              </ct:geoCode>
            </xsl:when>
            <xsl:when test="$kept/self::ct:*"><f:verbatim><xsl:copy-of select="$kept[self::ct:*][1]"/></f:verbatim></xsl:when>
            <xsl:when test="self::place/address">
              <ct:address><xsl:for-each select="address[1]"><xsl:call-template name="address"/></xsl:for-each></ct:address>
            </xsl:when>
            <xsl:otherwise>
              <ct:address><xal:freeTextAddress><xal:addressLine>{$withheld}</xal:addressLine></xal:freeTextAddress></ct:address>
            </xsl:otherwise>
          </xsl:choose>
        </ct:EDXLGeoPoliticalLocation>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="f:tells" as="xs:boolean">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="exists($place/(polygon, circle, point, line, box, geocode, address, extension))"/>
  </xsl:function>

  <!-- Names of 2013 begin with a capital; those of GML that never do are inside. -->
  <xsl:function name="f:of-shape" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="shape" as="xs:string"/>
    <xsl:sequence select="matches(local-name($element), '^[A-Z]') eq ($shape eq 'cs01')"/>
  </xsl:function>

  <xsl:mode name="geometry" on-no-match="fail"/>

  <xsl:template match="point" mode="geometry" as="element()">
    <gml:point>
      <xsl:call-template name="identity"/>
      <gml:pos>{f:positions(.)}</gml:pos>
    </gml:point>
  </xsl:template>

  <xsl:template match="polygon" mode="geometry" as="element()">
    <gml:polygon>
      <xsl:call-template name="identity"/>
      <gml:exterior>
        <gml:linearRing><xsl:for-each select="f:positions(.)"><gml:pos>{.}</gml:pos></xsl:for-each></gml:linearRing>
      </gml:exterior>
    </gml:polygon>
  </xsl:template>

  <xsl:template match="line" mode="geometry" as="element()">
    <gml:lineString>
      <xsl:call-template name="identity"/>
      <xsl:choose>
        <xsl:when test="@unit eq 'posList'"><gml:posList>{f:positions(.)}</gml:posList></xsl:when>
        <xsl:otherwise><xsl:for-each select="f:positions(.)"><gml:pos>{.}</gml:pos></xsl:for-each></xsl:otherwise>
      </xsl:choose>
    </gml:lineString>
  </xsl:template>

  <xsl:template match="circle" mode="geometry" as="element()">
    <xsl:variable name="unit" as="xs:string" select="(@unit[exists(f:metres(.))] ! string(), 'km')[1]"/>
    <gml:circleByCenterPoint numArc="1">
      <gml:pos>{f:positions(.)[1]}</gml:pos>
      <gml:radius uom="{$unit}">{round(xs:decimal(tokenize(.)[last()]) * 1000 div f:metres($unit), 6)}</gml:radius>
    </gml:circleByCenterPoint>
  </xsl:template>

  <xsl:template match="box" mode="geometry" as="element()">
    <gml:envelope>
      <xsl:call-template name="reference"/>
      <gml:lowerCorner>{f:positions(.)[1]}</gml:lowerCorner>
      <gml:upperCorner>{f:positions(.)[2]}</gml:upperCorner>
    </gml:envelope>
  </xsl:template>

  <xsl:template name="identity" as="attribute()+">
    <xsl:variable name="number" as="xs:integer" select="count(ancestor::place/preceding::place) + 1"/>
    <xsl:attribute name="id" select="if (@kind castable as xs:NCName) then @kind else 'place-' || $number"/>
    <xsl:call-template name="reference"/>
  </xsl:template>

  <xsl:template name="reference" as="attribute()?">
    <xsl:for-each select="@scheme"><xsl:attribute name="srsName" select="."/></xsl:for-each>
  </xsl:template>

  <!-- 'lat,lon lat,lon' to 'lat lon' each. -->
  <xsl:function name="f:positions" as="xs:string*">
    <xsl:param name="geometry" as="element()"/>
    <xsl:for-each select="tokenize($geometry)[contains(., ',')]">
      <xsl:variable name="numbers" as="xs:string+" select="tokenize(., ',')"/>
      <xsl:sequence select="string-join(if (f:longitude-first($geometry/@scheme)) then reverse($numbers) else $numbers, ' ')"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template name="address" as="element()*">
    <xsl:if test="line">
      <xal:freeTextAddress><xsl:for-each select="line"><xal:addressLine>{.}</xal:addressLine></xsl:for-each></xal:freeTextAddress>
    </xsl:if>
    <xsl:for-each select="country"><xal:country><xal:nameElement>{.}</xal:nameElement></xal:country></xsl:for-each>
    <xsl:if test="state | county">
      <xal:administrativeArea>
        <xal:nameElement>{(state, $withheld)[1]}</xal:nameElement>
        <xsl:for-each select="county"><xal:subAdministrativeArea><xal:nameElement>{.}</xal:nameElement></xal:subAdministrativeArea></xsl:for-each>
      </xal:administrativeArea>
    </xsl:if>
    <xsl:for-each select="city"><xal:locality><xal:nameElement>{.}</xal:nameElement></xal:locality></xsl:for-each>
    <xsl:for-each select="street[number | name | full]">
      <xal:thoroughfare>
        <xsl:for-each select="number[not(@kind eq 'after')], (name, full)[1], number[@kind eq 'after']">
          <xsl:choose>
            <xsl:when test="self::number">
              <xal:number><xsl:for-each select="@scheme"><xsl:attribute name="type" select="."/></xsl:for-each>{.}</xal:number>
            </xsl:when>
            <xsl:otherwise><xal:nameElement>{.}</xal:nameElement></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xal:thoroughfare>
    </xsl:for-each>
    <xsl:for-each select="postalCode">
      <xal:postCode>
        <xal:identifier><xsl:for-each select="@scheme"><xsl:attribute name="type" select="."/></xsl:for-each>{.}</xal:identifier>
      </xal:postCode>
    </xsl:for-each>
  </xsl:template>

  <!-- Persons. -->

  <xsl:function name="f:line" as="xs:string">
    <xsl:param name="name" as="element()?"/>
    <xsl:sequence select="normalize-space(translate(string-join($name/*, ' '), ',', ' '))"/>
  </xsl:function>

  <xsl:template name="details" as="element()+">
    <xsl:param name="shape" as="xs:string" tunnel="yes" select="'cs01'"/>
    <xsl:variable name="kept" as="element()*" select="extension/*[f:of-shape(., $shape)]"/>
    <xsl:apply-templates select="name" mode="details"/>
    <xsl:call-template name="list">
      <xsl:with-param name="name" select="'addresses'"/>
      <xsl:with-param name="content" select="residence"/>
      <xsl:with-param name="kept" select="$kept"/>
    </xsl:call-template>
    <xsl:call-template name="list">
      <xsl:with-param name="name" select="'contactNumbers'"/>
      <xsl:with-param name="content" select="phone"/>
      <xsl:with-param name="kept" select="$kept"/>
    </xsl:call-template>
    <xsl:call-template name="list">
      <xsl:with-param name="name" select="'electronicAddressIdentifiers'"/>
      <xsl:with-param name="content" select="email"/>
      <xsl:with-param name="kept" select="$kept"/>
    </xsl:call-template>
    <xsl:call-template name="list">
      <xsl:with-param name="name" select="'identifiers'"/>
      <xsl:with-param name="content" select="identifier[value]"/>
      <xsl:with-param name="kept" select="$kept"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="list" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="content" as="element()*"/>
    <xsl:param name="kept" as="element()*"/>
    <xsl:variable name="whole" as="element()?" select="$kept[self::xpil:*][lower-case(local-name()) eq lower-case($name)][1]"/>
    <xsl:choose>
      <xsl:when test="$content">
        <xsl:element name="{$name}" namespace="urn:oasis:names:tc:emergency:edxl:ciq:1.0:xpil">
          <xsl:apply-templates select="$content" mode="details"/>
        </xsl:element>
      </xsl:when>
      <xsl:when test="$whole"><f:verbatim><xsl:copy-of select="$whole"/></f:verbatim></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:mode name="details" on-no-match="fail"/>

  <xsl:template match="person/name" mode="details" as="element()">
    <xnl:personName>
      <xsl:for-each select="* except category">
        <xsl:variable name="kind" as="xs:string?" select="(@kind ! string(),
            map { 'prefix': 'Title', 'given': 'FirstName', 'middle': 'MiddleName', 'surname': 'LastName', 'suffix': 'GenerationIdentifier' }(local-name()))[1]"/>
        <xnl:nameElement>
          <xsl:for-each select="$kind"><xsl:attribute name="elementType" select="."/></xsl:for-each>
          <xsl:text>{.}</xsl:text>
        </xnl:nameElement>
      </xsl:for-each>
    </xnl:personName>
  </xsl:template>

  <xsl:template match="residence" mode="details" as="element()">
    <xpil:address><xsl:call-template name="address"/></xpil:address>
  </xsl:template>

  <xsl:template match="phone" mode="details" as="element()">
    <xsl:variable name="types" as="xs:string*" select="tokenize(@scheme)"/>
    <xsl:variable name="parts" as="xs:string+" select="if (count($types) gt 1 and count($types) eq count(tokenize(.))) then tokenize(.) else string(.)"/>
    <xpil:contactNumber>
      <xsl:for-each select="@kind"><xsl:attribute name="communicationMediaType" select="."/></xsl:for-each>
      <xsl:for-each select="$parts">
        <xsl:variable name="at" as="xs:integer" select="position()"/>
        <xpil:contactNumberElement>
          <xsl:if test="count($types) eq count($parts)"><xsl:attribute name="type" select="$types[$at]"/></xsl:if>
          <xsl:text>{.}</xsl:text>
        </xpil:contactNumberElement>
      </xsl:for-each>
    </xpil:contactNumber>
  </xsl:template>

  <xsl:template match="email" mode="details" as="element()">
    <xpil:electronicAddressIdentifier>
      <xsl:for-each select="@kind"><xsl:attribute name="type" select="."/></xsl:for-each>
      <xsl:text>{.}</xsl:text>
    </xpil:electronicAddressIdentifier>
  </xsl:template>

  <xsl:template match="identifier" mode="details" as="element()">
    <xpil:identifier>
      <xsl:for-each select="@kind"><xsl:attribute name="type" select="."/></xsl:for-each>
      <xpil:identifierElement>{value}</xpil:identifierElement>
      <xsl:for-each select="issuer"><xpil:issuerName><xnl:nameElement>{.}</xnl:nameElement></xpil:issuerName></xsl:for-each>
    </xpil:identifier>
  </xsl:template>

  <!-- Not mapped, on purpose.
       place/altitude, ceiling     a location of EDXL has no height
       a person's looks and birth  CIQ's profile has no place for them -->
</xsl:stylesheet>
