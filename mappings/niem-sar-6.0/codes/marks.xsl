<?xml version="1.0" encoding="UTF-8"?>
<!-- The codes that NIEM 6.0 has for CUI categories and dissemination controls. A mark with another word cannot be written as codes. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <xsl:variable name="basic-categories" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
      ADJ ADPO AG APP ASYL BARG BATT CMPRS COMPT CONREG CONV CRIT CVI CVIC DCNI DCRIT DREC EMGT EXPT EXPTR FHFANPI FINT FNC FSEC FSI
      GENETIC HLTH ID INF INTEL INV INVENT ISVI IVIC JURY JUV LCOMM LEI LMI LNSL LPROT LSCRN LVIC MERG MIL NETW NNPI NUC OCCMTO OPSEC
      PERS PEST PHYS POST PRE PRIIG PRIOR PRIVILEGE PROPIN PROT PRVCY PSEC RAIL RECCOM RESD RTR RWRD SAFE SBIZ SCV SERV SRI SSEL STAT
      STUD SURV TAI TRACE UCNI VISA WATER WHSTL WIT XFER') ! map { .: true() })"/>

  <xsl:variable name="specified-categories" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
      ADPO AIV ARCHR BUDG CCI CEII CENS CHLD CHRI CONTRACT CRITAN CTI CVI DCNI EXPT FISA FISAB FNC FSEC FUND GENETIC GEO HISTP HLTH ID
      IFNC INF INTEL INTL INV JURY LDNA LFNC LPROT MFC NNPI NPSR NUC PCII PERS PRIIG PROCURE PROPIN PRVCY SGI SRI SSEL SSI STAT STUD
      SUB TAX TSCA UCNI WDT WHSTL WIT') ! map { 'SP-' || .: true() })"/>

  <!-- from the word in a banner or portion, upper case, to the code of a document and to that of a portion -->
  <xsl:variable name="controls" as="map(xs:string, xs:string+)" select="map {
      'NOFORN': ('NOFORN', 'NF'), 'NF': ('NOFORN', 'NF'), 'FED ONLY': ('FED ONLY', 'FED ONLY'), 'FEDCON': ('FEDCON', 'FEDCON'),
      'NOCON': ('NOCON', 'NOCON'), 'DL ONLY': ('DL ONLY', 'DL ONLY'), 'RELIDO': ('RELIDO', 'RELIDO'),
      'REL TO': ('REL TO', 'REL TO'), 'DISPLAY ONLY': ('DISPLAY ONLY', 'DISPLAY ONLY'),
      'ATTORNEY-CLIENT': ('Attorney-Client', 'AC'), 'AC': ('Attorney-Client', 'AC'),
      'ATTORNEY-WP': ('Attorney-WP', 'AWP'), 'AWP': ('Attorney-WP', 'AWP') }"/>
</xsl:stylesheet>
