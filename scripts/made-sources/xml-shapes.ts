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
