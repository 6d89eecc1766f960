<?xml version="1.0" encoding="UTF-8"?>
<!-- The communities whose structured payloads are read: none, until a configuration puts a file of its own in this place.
     From lexs:StructuredPayload, to elements that a record may hold: observation and submission are there already, so mostly
     person, item, assessment, review, followUp, relatedReport, attachment, extension.
     They are put in the order of the model afterwards.
     Left out is every payload that no template matches: nobody here knows what it holds, or whom it names. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:mode name="community" on-no-match="deep-skip"/>

  <!-- Not mapped, on purpose: see above. The how-to guide shows a template. -->
</xsl:stylesheet>
