<?xml version="1.0" encoding="UTF-8"?>
<!-- Shapes of the common model to geometries of GeoJSON.
     From 'lat,lon' pairs of CAP 1.2 §3.2.4 to [lon, lat] positions of RFC 7946 §3.1.1.
     Read, repaired where only a blank is wrong, closed, turned counterclockwise (RFC 7946 §3.1.6).
     A shape that cannot be read is no geometry, and the feature keeps its words. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:g="https://tearline.example/functions/geojson"
    xmlns="http://www.w3.org/2005/xpath-functions"
    xpath-default-namespace="https://tearline.example/common/1.0">

  <xsl:function name="g:geometry" as="element()">
    <xsl:param name="shape" as="element()?"/>
    <xsl:variable name="p" as="array(xs:decimal)*" select="g:positions($shape)"/>
    <xsl:variable name="n" as="xs:integer" select="count($p)"/>
    <xsl:choose>
      <xsl:when test="$shape[self::polygon] and $n ge 3">
        <xsl:sequence select="g:polygon($p)"/>
      </xsl:when>
      <xsl:when test="$shape[self::box] and $n eq 2">
        <xsl:sequence select="g:polygon(($p[1], [$p[2](1), $p[1](2)], $p[2], [$p[1](1), $p[2](2)]))"/>
      </xsl:when>
      <xsl:when test="$shape[self::line] and $n ge 2">
        <map key="geometry">
          <string key="type">LineString</string>
          <array key="coordinates"><xsl:sequence select="g:print($p)"/></array>
        </map>
      </xsl:when>
      <!-- GeoJSON has no circle: its centre, and the radius among the properties -->
      <xsl:when test="$shape[self::point | self::circle] and $n eq 1">
        <map key="geometry">
          <string key="type">Point</string>
          <array key="coordinates"><xsl:sequence select="g:print($p)/*"/></array>
        </map>
      </xsl:when>
      <xsl:otherwise><null key="geometry"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="g:polygon" as="element()">
    <xsl:param name="p" as="array(xs:decimal)+"/>
    <xsl:variable name="ring" as="array(xs:decimal)+" select="if (deep-equal($p[1], $p[last()])) then $p else ($p, $p[1])"/>
    <xsl:choose>
      <xsl:when test="count($ring) ge 4">
        <map key="geometry">
          <string key="type">Polygon</string>
          <array key="coordinates">
            <array><xsl:sequence select="g:print(if (g:area($ring) lt 0) then reverse($ring) else $ring)"/></array>
          </array>
        </map>
      </xsl:when>
      <xsl:otherwise><null key="geometry"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Twice the signed area: below zero where the ring runs clockwise. -->
  <xsl:function name="g:area" as="xs:double">
    <xsl:param name="ring" as="array(xs:decimal)+"/>
    <xsl:iterate select="tail($ring)">
      <xsl:param name="before" as="array(xs:decimal)" select="$ring[1]"/>
      <xsl:param name="sum" as="xs:double" select="0e0"/>
      <xsl:on-completion select="$sum"/>
      <xsl:next-iteration>
        <xsl:with-param name="before" select="."/>
        <xsl:with-param name="sum" select="$sum + $before(1) * .(2) - .(1) * $before(2)"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- None at all where one of them is no position on earth: half a shape is a wrong shape. -->
  <xsl:function name="g:positions" as="array(xs:decimal)*">
    <xsl:param name="shape" as="element()?"/>
    <xsl:variable name="tokens" as="xs:string*" select="tokenize(replace(replace(string($shape), '\s*,\s*', ','), '([-+])\s+', '$1'))"/>
    <xsl:variable name="pairs" as="xs:string*" select="if ($shape[self::circle]) then $tokens[1] else $tokens"/>
    <xsl:variable name="read" as="array(xs:decimal)*">
      <xsl:for-each select="$pairs">
        <xsl:variable name="number" as="xs:string*" select="tokenize(., ',')"/>
        <xsl:if test="count($number) eq 2 and (every $each in $number satisfies $each castable as xs:decimal)">
          <xsl:variable name="lat" as="xs:decimal" select="xs:decimal($number[1])"/>
          <xsl:variable name="lon" as="xs:decimal" select="xs:decimal($number[2])"/>
          <xsl:if test="abs($lat) le 90 and abs($lon) le 360"><xsl:sequence select="[$lon, $lat]"/></xsl:if>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="$read[count($read) eq count($pairs)]"/>
  </xsl:function>

  <xsl:function name="g:print" as="element()*">
    <xsl:param name="positions" as="array(xs:decimal)*"/>
    <xsl:for-each select="$positions">
      <array><number>{.(1)}</number><number>{.(2)}</number></array>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
