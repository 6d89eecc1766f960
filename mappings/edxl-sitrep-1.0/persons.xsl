<?xml version="1.0" encoding="UTF-8"?>
<!-- Persons of EDXL (CIQ profile) to the common model.
     From person details of the one tree to a person with its role: names, addresses, numbers, electronic addresses, identifiers.
     In the order of the common model.
     A list of numbers that it cannot hold whole goes into an extension, verbatim. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:xnl="urn:oasis:names:tc:emergency:edxl:ciq:1.0:xnl"
    xmlns:xpil="urn:oasis:names:tc:emergency:edxl:ciq:1.0:xpil"
    xmlns:f="https://tearline.example/functions"
    xmlns="https://tearline.example/common/1.0">

  <!-- What references and partner files call an authoriser: its first name in one line. Commas become blanks, for a reference is split at them. -->
  <xsl:function name="f:name-line" as="xs:string">
    <xsl:param name="details" as="element()?"/>
    <xsl:sequence select="normalize-space(translate(string-join($details/xnl:personName[1]/xnl:nameElement, ' '), ',', ' '))"/>
  </xsl:function>

  <xsl:template name="person" as="element()">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="details" as="element()?" select="."/>
    <xsl:param name="at" as="element()?"/>
    <xsl:variable name="lists" as="element()*" select="$details/(xpil:addresses, xpil:contactNumbers, xpil:electronicAddressIdentifiers, xpil:identifiers)"/>
    <person role="{$role}">
      <xsl:apply-templates select="$details/xnl:personName" mode="person"/>
      <xsl:apply-templates select="$lists[f:plain-list(.)]/self::xpil:identifiers/*" mode="person"/>
      <xsl:apply-templates select="$lists[f:plain-list(.)]/self::xpil:contactNumbers/*" mode="person"/>
      <xsl:apply-templates select="$lists[f:plain-list(.)]/self::xpil:electronicAddressIdentifiers/*" mode="person"/>
      <xsl:apply-templates select="$lists[f:plain-list(.)]/self::xpil:addresses/*" mode="person"/>
      <xsl:for-each select="$at"><at>{f:trim(.)}</at></xsl:for-each>
      <xsl:sequence select="$lists[not(f:plain-list(.))] ! f:verbatim(.),
          $details/(* except ($lists, xnl:personName)) ! (if (self::extension) then . else f:verbatim(.))"
        xpath-default-namespace="https://tearline.example/common/1.0"/>
    </person>
  </xsl:template>

  <xsl:mode name="person" on-no-match="fail"/>

  <!-- In parts where they stand in the usual order, else every part under the word that the source has for it. -->
  <xsl:template match="xnl:personName" mode="person" as="element()">
    <xsl:variable name="kinds" as="xs:string" select="string-join(xnl:nameElement ! ((@elementType, '-')[1] || ' '))"/>
    <xsl:variable name="usual" as="xs:boolean" select="matches($kinds,
        '^((Preceding)?Title )?(FirstName )*(MiddleName )*(LastName )*((GenerationIdentifier|Degree) )?((OtherName|Alias|-) )*$')"/>
    <name>
      <xsl:for-each select="xnl:nameElement">
        <xsl:variable name="part" as="xs:string" select="if (not($usual)) then 'full' else
            (map { 'PrecedingTitle': 'prefix', 'Title': 'prefix', 'FirstName': 'given', 'MiddleName': 'middle', 'LastName': 'surname',
                   'GenerationIdentifier': 'suffix', 'Degree': 'suffix' }(string(@elementType)), 'full')[1]"/>
        <xsl:element name="{$part}">
          <xsl:if test="$part = ('prefix', 'suffix', 'full')">
            <xsl:for-each select="@elementType"><xsl:attribute name="kind" select="."/></xsl:for-each>
          </xsl:if>
          <xsl:text>{f:trim(.)}</xsl:text>
        </xsl:element>
      </xsl:for-each>
    </name>
  </xsl:template>

  <xsl:template match="xpil:address" mode="person" as="element()">
    <residence><xsl:sequence select="f:address(.)"/></residence>
  </xsl:template>

  <!-- kind: the medium; scheme: what its parts are, one word a part. -->
  <xsl:template match="xpil:contactNumber" mode="person" as="element()">
    <phone>
      <xsl:for-each select="@communicationMediaType"><xsl:attribute name="kind" select="."/></xsl:for-each>
      <xsl:if test="xpil:contactNumberElement/@type">
        <xsl:attribute name="scheme" select="xpil:contactNumberElement/@type"/>
      </xsl:if>
      <xsl:text>{xpil:contactNumberElement ! f:trim(.)}</xsl:text>
    </phone>
  </xsl:template>

  <xsl:template match="xpil:electronicAddressIdentifier" mode="person" as="element()">
    <email>
      <xsl:for-each select="@type"><xsl:attribute name="kind" select="."/></xsl:for-each>
      <xsl:text>{f:trim(.)}</xsl:text>
    </email>
  </xsl:template>

  <xsl:template match="xpil:identifier" mode="person" as="element()">
    <identifier>
      <xsl:for-each select="@type"><xsl:attribute name="kind" select="."/></xsl:for-each>
      <value>{f:trim(xpil:identifierElement)}</value>
      <xsl:for-each select="xpil:issuerName"><issuer>{f:trim(xnl:nameElement)}</issuer></xsl:for-each>
    </identifier>
  </xsl:template>

  <!-- Whether the common model holds all of it. -->
  <xsl:function name="f:plain-list" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="every $one in $list/* satisfies
        if ($one/self::xpil:address) then f:plain-address($one)
        else if ($one/self::xpil:contactNumber) then
          empty($one/(@* except (@communicationMediaType, @source)))
          and exists($one/xpil:contactNumberElement)
          and (count($one/xpil:contactNumberElement) eq 1
            or (every $part in $one/xpil:contactNumberElement satisfies $part/@type and count(tokenize($part)) eq 1))
        else if ($one/self::xpil:electronicAddressIdentifier) then empty($one/(@* except (@type, @source)))
        else if ($one/self::xpil:identifier) then
          count($one/xpil:identifierElement) eq 1 and empty($one/xpil:identifierElement/(@* except @source))
          and (every $issuer in $one/xpil:issuerName satisfies count($issuer/*) eq 1 and $issuer/xnl:nameElement and empty($issuer/(@* except @source)))
        else false()"/>
  </xsl:function>

  <!-- Not mapped, on purpose. Usage and hours of a number have no home in the common model: such a list goes into an extension. -->
</xsl:stylesheet>
