<?xml version="1.0" encoding="UTF-8"?>
<!-- CAP 1.1 alerts to CAP 1.2 alerts.
     From elements of any version to their namesakes of 1.2, so that CAP 1.0 is layered on this; every repair leaves a 'repair' behind.
     Elements keep their order, which all versions share; a repair stands beside what it repaired.
     Left out is what CAP 1.2 cannot hold: each a repair below. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
    xmlns:f="https://tearline.example/functions"
    xmlns="urn:oasis:names:tc:emergency:cap:1.2">

  <xsl:mode name="up" on-no-match="shallow-skip"/>

  <xsl:variable name="cap-1.2" as="xs:string" select="'urn:oasis:names:tc:emergency:cap:1.2'"/>

  <!-- A height in feet: a number, the unit said or not. Any other unit would be a wrong number of feet. -->
  <xsl:variable name="feet" as="xs:string">^\s*([+\-]?(\d+\.?\d*|\.\d+))\s*(feet|foot|ft\.?)?\s*$</xsl:variable>

  <!-- What stands the same in CAP 1.2 but for its namespace. -->
  <xsl:template match="*" mode="up" as="element()">
    <xsl:element name="{local-name()}" namespace="{$cap-1.2}">
      <xsl:apply-templates select="* | text()" mode="up"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()" mode="up" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- CAP-UP-2: whole seconds and an offset (CAP 1.2 §3.3.2). CAP-DT-1: without an offset, UTC is a guess, and said to be one. -->
  <xsl:template match="*:sent | *:effective | *:onset | *:expires" mode="up" as="element()+">
    <xsl:variable name="as-written" as="xs:string" select="normalize-space(.)"/>
    <xsl:element name="{local-name()}" namespace="{$cap-1.2}">{f:time($as-written)}</xsl:element>
    <xsl:choose>
      <xsl:when test="not(matches($as-written, $offset))">
        <xsl:sequence select="f:repair('CAP-DT-1', 'A time had no offset; UTC was assumed.')"/>
      </xsl:when>
      <xsl:when test="f:time($as-written) ne $as-written">
        <xsl:sequence select="f:repair('CAP-UP-2', 'A time was written anew: whole seconds, and -00:00 for Z.')"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- CAP-UP-2: the same in references, so that they name the time as their message's own has been written anew. -->
  <xsl:template match="*:references[matches(., '\S')]" mode="up" as="element()+">
    <xsl:variable name="references" as="xs:string*" select="tokenize(.) ! (if (matches(., '^[^,]+,[^,]+,[^,]+$'))
        then replace(., ',[^,]*$', ',') || f:time(tokenize(., ',')[3]) else .)"/>
    <references>{$references}</references>
    <xsl:if test="not(deep-equal($references, tokenize(.)))">
      <xsl:sequence select="f:repair('CAP-UP-2', 'The time in a reference was written anew: whole seconds, and -00:00 for Z.')"/>
    </xsl:if>
  </xsl:template>

  <!-- CAP-UP-9: a resource has a media type (CAP 1.2 §3.2.3): the one its name suggests, or the one that suggests nothing. -->
  <xsl:template match="*:resource[not(*:mimeType[matches(., '\S')])]" mode="up" as="element()+">
    <xsl:variable name="ending" as="xs:string" select="lower-case(replace(*:uri, '^.*\.([A-Za-z0-9]+)\s*([?#].*)?$', '$1', 's'))"/>
    <resource>
      <xsl:apply-templates select="*:resourceDesc" mode="up"/>
      <mimeType>{($media-types($ending), 'application/octet-stream')[1]}</mimeType>
      <xsl:apply-templates select="* except (*:resourceDesc, *:mimeType)" mode="up"/>
    </resource>
    <xsl:sequence select="f:repair('CAP-UP-9', 'A resource had no media type; one was inferred from its link, or application/octet-stream.')"/>
  </xsl:template>

  <!-- CAP-UP-10: heights are decimals in feet (CAP 1.2 §3.2.4); a ceiling without a readable altitude says nothing. -->
  <xsl:template match="*:altitude | *:ceiling" mode="up" as="element()*">
    <xsl:variable name="readable" as="xs:boolean" select="matches(., $feet, 'i') and (self::*:altitude or matches(../*:altitude, $feet, 'i'))"/>
    <xsl:variable name="number" as="xs:string" select="replace(., $feet, '$1', 'i')"/>
    <xsl:choose>
      <xsl:when test="not(matches(., '\S'))"/>
      <xsl:when test="not($readable)">
        <xsl:sequence select="f:repair('CAP-UP-10', 'A height was left out: it, or the altitude below it, is not a number of feet.')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{local-name()}" namespace="{$cap-1.2}">{$number}</xsl:element>
        <xsl:if test="$number ne normalize-space(.)">
          <xsl:sequence select="f:repair('CAP-UP-10', 'The unit of a height was taken off: CAP 1.2 knows only feet.')"/>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- CAP-UP-11: what has been changed is not what was signed (CAP 1.2 §3.3.4.1). -->
  <xsl:template match="ds:*" mode="up" as="element()">
    <xsl:sequence select="f:repair('CAP-UP-11', 'The signature was left out: it is for the alert as it was sent.')"/>
  </xsl:template>

  <!-- What was repaired, under the id of the rule that tells of it beforehand. Never a value: repairs are printed. -->
  <xsl:function name="f:repair" as="element()">
    <xsl:param name="rule" as="xs:string"/>
    <xsl:param name="what" as="xs:string"/>
    <repair kind="{$rule}" xmlns="https://tearline.example/common/1.0">{$what}</repair>
  </xsl:function>

  <xsl:variable name="offset" as="xs:string">T.*(Z|[+\-]\d\d:\d\d)$</xsl:variable>

  <!-- By letters alone: a time that is cast and printed comes out in another form, or not at all. -->
  <xsl:function name="f:time" as="xs:string">
    <xsl:param name="time" as="xs:string"/>
    <xsl:variable name="whole" as="xs:string" select="replace($time, '\.\d+', '')"/>
    <xsl:sequence select="if (not(matches($whole, $offset))) then $whole || '-00:00' else replace($whole, 'Z$', '-00:00')"/>
  </xsl:function>

  <xsl:variable name="media-types" as="map(xs:string, xs:string)" select="map {
      'gif': 'image/gif', 'jpg': 'image/jpeg', 'jpeg': 'image/jpeg', 'png': 'image/png', 'svg': 'image/svg+xml', 'tif': 'image/tiff', 'tiff': 'image/tiff',
      'mp3': 'audio/mpeg', 'wav': 'audio/wav', 'mp4': 'video/mp4', 'mpg': 'video/mpeg',
      'htm': 'text/html', 'html': 'text/html', 'txt': 'text/plain', 'csv': 'text/csv', 'pdf': 'application/pdf',
      'xml': 'application/xml', 'cap': 'application/cap+xml', 'kml': 'application/vnd.google-earth.kml+xml', 'kmz': 'application/vnd.google-earth.kmz',
      'json': 'application/json', 'geojson': 'application/geo+json', 'zip': 'application/zip' }"/>

  <!-- Not mapped, on purpose: comments and processing instructions, which are for whoever reads the original. -->
</xsl:stylesheet>
