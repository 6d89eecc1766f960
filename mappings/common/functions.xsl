<?xml version="1.0" encoding="UTF-8"?>
<!-- What every mapping shares.
     From elements and texts of any standard, to pieces of the common model.
     No function reads a file: stylesheets run with every resolver refusing, so code tables are imported, one map variable a file.
     No error quotes a value: what a message says never stands in a log. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="https://tearline.example/functions"
    xmlns:c="https://tearline.example/common/1.0"
    xmlns="https://tearline.example/common/1.0">

  <!-- What has no home in the common model: verbatim, under the path it stood at. -->
  <xsl:function name="f:extension" as="element(c:extension)">
    <xsl:param name="element" as="element()"/>
    <extension path="{f:path($element)}">
      <xsl:copy-of select="$element"/>
    </extension>
  </xsl:function>

  <!-- Qualified names from the top down. Without positions: counting siblings would let one message keep us busy. -->
  <xsl:function name="f:path" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string-join($element/ancestor-or-self::* ! ('/Q{' || namespace-uri() || '}' || local-name()))"/>
  </xsl:function>

  <!-- The schema wants extensions last, wherever the source put what nobody thought of. -->
  <xsl:function name="f:extensions-last" as="element()*">
    <xsl:param name="mapped" as="element()*"/>
    <xsl:sequence select="$mapped[not(self::c:extension)], $mapped[self::c:extension]"/>
  </xsl:function>

  <!-- A code by its table. An unlisted code is refused, not guessed. -->
  <xsl:function name="f:code" as="xs:string">
    <xsl:param name="table" as="map(xs:string, xs:string)"/>
    <xsl:param name="value" as="item()?"/>
    <xsl:variable name="code" as="xs:string" select="f:trim($value)"/>
    <xsl:sequence select="if (map:contains($table, $code)) then $table($code)
        else error(xs:QName('f:unlisted-code'), 'A code is not in the table that translates it.')"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>

  <!-- The same, for tables whose author says what stands for the rest. -->
  <xsl:function name="f:code" as="xs:string">
    <xsl:param name="table" as="map(xs:string, xs:string)"/>
    <xsl:param name="value" as="item()?"/>
    <xsl:param name="otherwise" as="xs:string"/>
    <xsl:sequence select="($table(f:trim($value)), $otherwise)[1]"/>
  </xsl:function>

  <!-- A text without the white space around it; what is inside stays.
       Anchored, so that a million blanks cost a million steps and not their square. -->
  <xsl:function name="f:trim" as="xs:string">
    <xsl:param name="text" as="item()?"/>
    <xsl:sequence select="if (normalize-space($text ! string())) then replace($text, '^\s*(.*\S)\s*$', '$1', 's') else ''"/>
  </xsl:function>

  <!-- Names separated by white space, each in quotes where it holds some itself (CAP 1.2 §3.2.1, incidents and addresses).
       Quotes that were not needed stay, so that the list can be written again as it was. -->
  <xsl:function name="f:names" as="xs:string*">
    <xsl:param name="list" as="item()?"/>
    <xsl:analyze-string select="string($list)" regex='"[^"]*"|\S+'>
      <xsl:matching-substring>
        <xsl:sequence select="if (matches(., '^&quot;.*\s.*&quot;$', 's')) then substring(., 2, string-length(.) - 2) else ."/>
      </xsl:matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <!-- The reverse. -->
  <xsl:function name="f:list" as="xs:string">
    <xsl:param name="names" as="item()*"/>
    <xsl:sequence select="string-join($names ! string() ! (if (matches(., '\s')) then '&quot;' || translate(., '&quot;', '''') || '&quot;' else .), ' ')"/>
  </xsl:function>

  <!-- The latest of several times, as it was written: times are compared as instants and never printed from one,
       for CAP 1.2 §3.3.2 forbids the 'Z' that a cast would print. -->
  <xsl:function name="f:latest" as="xs:string?">
    <xsl:param name="times" as="xs:string*"/>
    <xsl:sequence select="sort($times[. castable as xs:dateTime], (), function($time) { xs:dateTime($time) })[last()]"/>
  </xsl:function>

  <!-- What a title says first where the event is not real; nothing where it is. -->
  <xsl:function name="f:unreal" as="xs:string?">
    <xsl:param name="status" as="item()?"/>
    <xsl:sequence select="if (string($status) eq 'Actual') then () else upper-case((string($status)[. ne ''], 'Test')[1])"/>
  </xsl:function>

  <!-- A text that says so itself is left alone. -->
  <xsl:function name="f:marked" as="xs:string">
    <xsl:param name="text" as="item()?"/>
    <xsl:param name="status" as="item()?"/>
    <xsl:variable name="word" as="xs:string?" select="f:unreal($status)"/>
    <xsl:sequence select="if (empty($word) or matches(string($text), '^\s*' || $word || '\s*:', 'i')) then string($text)
        else $word || ': ' || $text"/>
  </xsl:function>
</xsl:stylesheet>
