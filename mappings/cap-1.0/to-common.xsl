<?xml version="1.0" encoding="UTF-8"?>
<!-- CAP 1.0 alerts to the common model.
     As from CAP 1.1, with what CAP 1.0 says otherwise (up-to-12.xsl).
     The order is that of the mapping from CAP 1.2; references keep what they name, which is no time.
     Left out is what the layers leave out. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:c="https://tearline.example/common/1.0"
    xmlns="https://tearline.example/common/1.0"
    xmlns:old="http://www.incident.com/cap/1.0">

  <xsl:import href="../cap-1.1/to-common.xsl"/>
  <xsl:import href="up-to-12.xsl"/>

  <xsl:variable name="standard" as="xs:string" select="'cap-1.0'"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="record" as="element(c:record)">
      <xsl:next-match/>
    </xsl:variable>
    <record>
      <header>
        <xsl:copy-of select="$record/c:header/(* except c:incident)"/>
        <xsl:for-each select="tokenize(old:alert/old:references)">
          <reference>
            <xsl:choose>
              <xsl:when test="matches(., '^[^/]+/.*[^/]')"> <!-- a sender may hold slashes of its own -->
                <sender>{substring-after(., '/')}</sender>
                <id>{substring-before(., '/')}</id>
              </xsl:when>
              <xsl:otherwise><raw>{.}</raw></xsl:otherwise>
            </xsl:choose>
          </reference>
        </xsl:for-each>
        <xsl:copy-of select="$record/c:header/c:incident"/>
      </header>
      <xsl:copy-of select="$record/(* except c:header)"/>
    </record>
  </xsl:template>

  <!-- Not mapped, on purpose: see both up-to-12.xsl and the mapping from CAP 1.2. -->
</xsl:stylesheet>
