import type { Shape } from './text-shapes.ts';

const TEI = 'xmlns="http://www.tei-c.org/ns/1.0"';
const DC =
  'xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"';

/** Formats of XML, by their names. */
export const XML_SHAPES: Readonly<Record<string, Shape>> = {
  'oai-pmh': {
    before:
      '<?xml version="1.0"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>\n',
    record: ({ title, date, description, url }, number) =>
      `<record><header><identifier>oai:example.org:${number}</identifier></header><metadata><oai_dc:dc ${DC}><dc:title>${title}</dc:title><dc:date>${date}</dc:date><dc:description>${description}</dc:description><dc:identifier>${url}</dc:identifier></oai_dc:dc></metadata></record>`,
    between: '\n',
    after: '\n</ListRecords></OAI-PMH>\n',
  },
  mods: {
    before: '<modsCollection xmlns="http://www.loc.gov/mods/v3">\n',
    record: ({ title, date, description, url }, number) =>
      `<mods><titleInfo><title>${title}</title></titleInfo><originInfo><dateCreated encoding="w3cdtf">${date}</dateCreated></originInfo><abstract>${description}</abstract><location><url>${url}</url></location><recordInfo><recordIdentifier>m${number}</recordIdentifier></recordInfo></mods>`,
    between: '\n',
    after: '\n</modsCollection>\n',
  },
  marcxml: {
    before: '<collection xmlns="http://www.loc.gov/MARC21/slim">\n',
    record: ({ title, date, description, url }, number) =>
      `<record><leader>00000ntm a2200000 a 4500</leader><controlfield tag="001">${number}</controlfield><controlfield tag="008">000000e${date.replaceAll('-', '')}xx                  eng d</controlfield><datafield tag="245" ind1="0" ind2="0"><subfield code="a">${title}</subfield></datafield><datafield tag="520" ind1=" " ind2=" "><subfield code="a">${description}</subfield></datafield><datafield tag="856" ind1="4" ind2="0"><subfield code="u">${url}</subfield></datafield></record>`,
    between: '\n',
    after: '\n</collection>\n',
  },
  tei: {
    before: `<TEI ${TEI}><teiHeader><fileDesc><titleStmt><title>A volume</title></titleStmt></fileDesc></teiHeader><text><body>\n`,
    record: ({ title, date, description }, number) =>
      `<div type="document" xml:id="d${number}" n="${number}"><head>${title}</head><dateline><date when="${date}">${date}</date></dateline><p>${description}</p></div>`,
    between: '\n',
    after: '\n</body></text></TEI>\n',
  },
  cmif: {
    before: `<TEI ${TEI}><teiHeader><profileDesc>\n`,
    record: ({ title, date, description, url }, number) =>
      `<correspDesc key="${number}" ref="${url}"><correspAction type="sent"><persName>${title}</persName><date when="${date}"/></correspAction><note>${description}</note></correspDesc>`,
    between: '\n',
    after: '\n</profileDesc></teiHeader><text><body><p/></body></text></TEI>\n',
  },
  ead: {
    before:
      '<ead><eadheader><eadid>x</eadid></eadheader><archdesc level="collection"><did><unittitle>Papers</unittitle></did><dsc>\n',
    record: ({ title, date, description }, number) =>
      `<c level="item"><did><unitid>A/${number}</unitid><unittitle>${title}</unittitle><unitdate normal="${date}">${date}</unitdate></did><scopecontent><p>${description}</p></scopecontent></c>`,
    between: '\n',
    after: '\n</dsc></archdesc></ead>\n',
  },
};
