import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type Format, SourceError } from '../../../../src/data/import/format.ts';
import { documentPage } from '../../../../src/data/import/html/document-page.ts';
import { htmlListing } from '../../../../src/data/import/html/html-listing.ts';
import { sourceOf } from '../../../../src/data/import/source-file.ts';
import type { SourceRecord } from '../../../../src/data/import/source-record.ts';
import { openSpool } from '../../../../src/data/import/spool.ts';
import { cmif } from '../../../../src/data/import/xml/cmif.ts';
import { ead } from '../../../../src/data/import/xml/ead.ts';
import { marcxml } from '../../../../src/data/import/xml/marcxml.ts';
import { mods } from '../../../../src/data/import/xml/mods.ts';
import { oaiPmh } from '../../../../src/data/import/xml/oai-pmh.ts';
import { tei } from '../../../../src/data/import/xml/tei.ts';

const TEXTS: readonly [Format, string][] = [
  [
    oaiPmh,
    `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>${[1, 2, 3]
      .map(
        (n) =>
          `<record><header><identifier>${n}</identifier></header><metadata><dc:dc xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T ${n} &amp; é</dc:title></dc:dc></metadata></record>\n`,
      )
      .join('')}</ListRecords></OAI-PMH>`,
  ],
  [
    mods,
    `<modsCollection xmlns="http://www.loc.gov/mods/v3">${[1, 2, 3]
      .map((n) => `<mods><titleInfo><title>T ${n} &amp; é</title></titleInfo></mods>\n`)
      .join('')}</modsCollection>`,
  ],
  [
    marcxml,
    `<collection xmlns="http://www.loc.gov/MARC21/slim">${[1, 2, 3]
      .map(
        (n) =>
          `<record><datafield tag="245"><subfield code="a">T ${n} &amp; é</subfield></datafield></record>\n`,
      )
      .join('')}</collection>`,
  ],
  [
    tei,
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><titleStmt><title>V</title></titleStmt></teiHeader><text>${[
      1, 2, 3,
    ]
      .map((n) => `<div type="document" n="${n}"><head>T ${n}</head><p>é</p></div>\n`)
      .join('')}</text></TEI>`,
  ],
  [
    cmif,
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>${[1, 2, 3]
      .map(
        (n) =>
          `<correspDesc key="${n}"><correspAction type="sent"><persName>É ${n}</persName></correspAction></correspDesc>\n`,
      )
      .join('')}</teiHeader></TEI>`,
  ],
  [
    ead,
    `<ead><archdesc><did><unittitle>A</unittitle></did><dsc>${[1, 2, 3]
      .map((n) => `<c level="file"><did><unittitle>É ${n}</unittitle></did></c>\n`)
      .join('')}</dsc></archdesc></ead>`,
  ],
];

const spool = await openSpool(join(await mkdtemp(join(tmpdir(), 'any-text-')), 'spool'));
afterAll(() => spool[Symbol.asyncDispose]());

async function read(format: Format, content: string | Uint8Array) {
  const records: SourceRecord[] = [];
  try {
    const source = await sourceOf('x', content);
    format.recognises(source.sample);
    for await (const found of format.read(source, { map: new Map(), spool })) {
      if (found.kind === 'record') records.push(found.record);
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { records, error };
  }
  return { records, error: undefined };
}

describe.each(TEXTS)('$name', (format, text) => {
  test('cut off anywhere, gives the records before the cut and says so', async () => {
    const bytes = Buffer.from(text);
    const whole = await read(format, bytes);
    expect(whole.error).toBeUndefined();
    expect(whole.records).toHaveLength(3);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (end) => {
        const { records, error } = await read(format, bytes.subarray(0, end));
        // What a cut in a letter of several bytes makes of the text's encoding is another matter.
        const isSame = bytes.subarray(0, end).toString().endsWith('\uFFFD') === false;
        if (isSame) expect(records).toEqual(whole.records.slice(0, records.length));
        expect(error?.message).toMatch(/is cut off/);
        expect(error?.line).toBeGreaterThan(0);
      }),
    );
  });
});

test.each([...TEXTS.map(([format]) => format), htmlListing, documentPage])(
  '$name reads any text or ends in an error',
  async (format) => {
    const bit = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      '&',
      ';',
      '"',
      '=',
      ']]>',
      '<![CDATA[',
      '<!--',
      '-->',
      '<?xml',
      '?>',
      '<!DOCTYPE',
      '[',
      'x',
      ' ',
      '\n',
      '<div',
      '<record>',
      '<c>',
      'type="document"',
      'td',
      '<td class="document">',
      '<a href="',
      'Record ID',
      'Source:',
      'May 1, 1950',
      '1 - 2 of 3',
      'xmlns:x=""',
      '\u0000',
      'é',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(bit).map((bits) => bits.join('')),
        async (text) => {
          await read(format, text);
        },
      ),
    );
  },
);
