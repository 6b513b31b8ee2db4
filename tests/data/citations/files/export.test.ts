import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { parse, parseCSL, parseRIS } from 'biblatex-csl-converter';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import type { Exported } from '../../../../src/data/citations/files/exported.ts';
import { LIST_FORMATS } from '../../../../src/data/citations/files/formats.ts';
import { fingerprint } from '../../../../src/data/corpus/fingerprint.ts';
import { parseDate } from '../../../../src/data/dates/parse.ts';
import { anyDocument } from '../../../support/arbitrary-document.ts';
import { aDate, aDay, aDocument, aPeriod } from '../../../support/documents.ts';
import { foundIn } from '../../../support/found.ts';

const WRITING = { accessed: [2026, 11, 4], title: 'A list', series: new Map() } as const;
const write = (format: keyof typeof LIST_FORMATS, exported: readonly Exported[]) =>
  LIST_FORMATS[format].write(exported, WRITING);

const full = aDocument({
  id: 'full',
  title: 'Notes_by {Mikoyan} & 50% of #1: a \\ b ^ ~',
  description: 'The first line.\nER  - that is no end\nТелеграмма, “quoted”.',
  creators: ['Mikoyan, Anastas I.', 'Ministry of Foreign Affairs', 'Ivanov, Pyotr (editor)'],
  date: aDay('1949-01-31'),
  collection: 'Sino-Soviet Relations',
  source: ['APRF, f. 39', 'op. 1, d. 39'],
  url: 'https://example.org/x_y?a=1&b=2',
  type: ['Telegram'],
  subjects: ['War', 'Peace, and more'],
  languages: ['Russian', 'Chinese'],
  people: ['Mao Zedong'],
  places: ['Beijing'],
  identifier: ['113318'],
  rights: ['CC BY 4.0'],
});
const circa = aDocument({
  id: 'circa',
  title: 'Письмо',
  date: { ...aPeriod('1962-10'), edtf: '1962-10~', approximate: true, text: 'circa October 1962' },
});
const strokes = aDocument({ id: 'strokes', title: 'Slip', date: aDate({ text: '5/6/63' }) });
const exported: readonly Exported[] = [
  { document: full, annotation: 'Why: see p. 3' },
  { document: circa },
  { document: strokes },
];

describe('RIS', () => {
  /** What stands under each tag, lines joined, as any reader of RIS sees it. */
  const tagsOf = (text: string) => {
    const tags: Record<string, string[]> = {};
    let last: string[] = [];
    for (const line of text.split('\r\n')) {
      const [, tag, value = ''] = /^([A-Z][A-Z0-9]) {2}- ?(.*)$/.exec(line) ?? [];
      if (tag) {
        last = tags[tag] ?? [];
        tags[tag] = last;
        last.push(value);
      } else if (line) last.push(`${last.pop()}\n${line}`);
    }
    return tags;
  };

  test('has what a manuscript has in Zotero, under the tags that Zotero reads', async () => {
    const [first = ''] = (await write('ris', exported)).split(/(?<=\r\nER {2}- \r\n)/);
    expect(tagsOf(first)).toEqual({
      TY: ['MANSCPT'],
      ID: ['full'],
      TI: [full.title],
      AU: ['Mikoyan, Anastas I.', 'Ministry of Foreign Affairs'],
      ED: ['Ivanov, Pyotr'],
      DA: ['1949/01/31'],
      M3: ['Telegram'],
      DB: ['Sino-Soviet Relations'],
      AN: ['APRF, f. 39; op. 1, d. 39'],
      CN: ['113318'],
      CY: ['Beijing'],
      AB: ['The first line.\n ER  - that is no end\nТелеграмма, “quoted”.'],
      LA: ['Russian; Chinese'],
      KW: ['War', 'Peace, and more'],
      CR: ['CC BY 4.0'],
      UR: ['https://example.org/x_y?a=1&b=2'],
      Y2: ['2026/11/04'],
      N1: [
        `Reading Room: full, fingerprint ${fingerprint(full)}\nDate as printed: 1949-01-31\nPeople: Mao Zedong`,
        'Why: see p. 3',
      ],
      ER: [''],
    });
  });

  test('says a date as far as it is known, and figures that could be another date in the note alone', async () => {
    const [, second = '', third = ''] = (await write('ris', exported)).split(
      /(?<=\r\nER {2}- \r\n)/,
    );
    expect(tagsOf(second).DA).toEqual(['ca. October 1962']);
    expect(tagsOf(third)).not.toHaveProperty('DA');
    expect(tagsOf(third).N1?.[0]).toContain('Date as printed: 5/6/63');
  });

  test('is read by another program', async () => {
    const { entries } = parseRIS(await write('ris', exported));
    const [first] = Object.values(entries);
    expect(Object.keys(entries)).toHaveLength(3);
    expect(first?.bib_type).toBe('unpublished');
    const { fields = {} } = first ?? {};
    expect(JSON.stringify(fields.title)).toContain('Notes_by {Mikoyan} & 50% of #1');
    expect(JSON.stringify(fields.author)).toMatch(/Mikoyan.*Anastas I\./);
    expect(fields.date).toBe('1949/01/31');
    expect(fields.url).toBe(full.url);
    expect(JSON.stringify(fields.keywords)).toMatch(/War.*Peace.*and more/);
  });

  test('comes back through the import', async () => {
    const { records } = await foundIn(await write('ris', exported));
    expect(records[0]).toMatchObject({
      title: full.title,
      date: '1949-01-31',
      url: full.url,
      subjects: full.subjects,
      languages: ['Russian; Chinese'],
      source: ['Sino-Soviet Relations', 'APRF, f. 39; op. 1, d. 39', '113318'],
    });
    expect(records.map(({ title }) => title)).toEqual([full.title, 'Письмо', 'Slip']);
  });
});

describe('BibTeX', () => {
  test('is read by another program, archive, Cyrillic and signs of LaTeX included', async () => {
    const { entries, errors } = parse(await write('bibtex', exported), {
      processUnknown: true,
      processUnexpected: true,
    });
    expect(errors).toEqual([]);
    const [first, second] = Object.values(entries);
    const text = (value: unknown) => JSON.stringify(value);
    expect(first).toMatchObject({ bib_type: 'unpublished', entry_key: 'full' });
    expect(text(first?.fields.title)).toContain('50% of #1: a ');
    expect(text(first?.fields.author)).toMatch(/Mikoyan.*Anastas I\..*Ministry of Foreign Affairs/);
    expect(first?.fields.date).toBe('1949-01-31');
    expect(text(first?.fields.howpublished)).toContain(
      'APRF, f. 39; op. 1, d. 39, Sino-Soviet Relations',
    );
    expect(text(first?.fields.note)).toContain(fingerprint(full));
    expect(text(second?.fields.title)).toContain('Письмо');
    expect(second?.fields.date).toBe('1962-10~');
  });

  test('is read by citation-js and by the import', async () => {
    const text = await write('bibtex', exported);
    const [item] = plugins.input.chain(text, { generateGraph: false }) as Record<string, unknown>[];
    expect(item).toMatchObject({
      id: 'full',
      title: full.title,
      URL: full.url,
      author: [
        { family: 'Mikoyan', given: 'Anastas I.' },
        { family: 'Ministry of Foreign Affairs' },
      ],
      issued: { 'date-parts': [[1949, 1, 31]] },
    });
    const { records } = await foundIn(text);
    expect(records[0]?.source).toContain('APRF, f. 39; op. 1, d. 39');
    expect(records[1]).toMatchObject({ title: 'Письмо', date: '1962-10~' });
  });
});

test('CSL JSON has every field of the record, and comes back through the import', async () => {
  const text = await write('csl-json', exported);
  const [item] = JSON.parse(text);
  expect(item).toMatchObject({
    id: 'full',
    type: 'manuscript',
    title: full.title,
    author: [
      { family: 'Mikoyan', given: 'Anastas I.' },
      { literal: 'Ministry of Foreign Affairs' },
    ],
    editor: [{ family: 'Ivanov', given: 'Pyotr' }],
    issued: { 'date-parts': [[1949, 1, 31]] },
    accessed: { 'date-parts': [[2026, 11, 4]] },
    archive: 'Sino-Soviet Relations',
    archive_location: 'APRF, f. 39; op. 1, d. 39',
    genre: 'Telegram',
    URL: full.url,
    abstract: full.description,
    keyword: 'War; Peace, and more',
    language: 'Russian; Chinese',
    'call-number': '113318',
    license: 'CC BY 4.0',
    annote: 'Why: see p. 3',
  });
  expect(item.note).toContain(`full, fingerprint ${fingerprint(full)}`);
  const [first] = Object.values(
    parseCSL(Object.fromEntries(JSON.parse(text).map((one: { id: string }) => [one.id, one]))),
  );
  expect(first?.bib_type).toBe('unpublished');
  expect(JSON.stringify(first?.fields)).toMatch(/Mikoyan.*Anastas I\./);
  const { records, format } = await foundIn(text);
  expect(format).toBe('csl-json');
  expect(records[0]).toMatchObject({ title: full.title, date: '1949-01-31', url: full.url });
});

describe('a published letter', () => {
  const published = aDocument({
    id: 'published',
    title: 'The Treaty',
    creators: ['Ames, Ann'],
    date: parseDate('1988').date,
    publication: {
      kind: 'chapter',
      container: 'A History of Peace',
      publisher: 'University Press',
      place: 'Oslo',
      pages: '12–34',
    },
  });
  const letter = aDocument({ title: 'Letter', creators: ['Ames, Ann'], recipients: ['Bell, Ben'] });

  test.each(['ris', 'bibtex', 'csl-json'] as const)(
    'or chapter comes back from %s with where it was published',
    async (format) => {
      const { records } = await foundIn(await write(format, [{ document: published }]));
      const { pages, ...rest } = records[0]?.publication ?? {};
      expect(rest).toEqual({ ...published.publication, pages: undefined });
      expect(pages?.replace('-', '–')).toBe('12–34');
    },
  );

  test.each(['ris', 'csl-json'] as const)(
    'comes back from %s with its recipient',
    async (format) => {
      const { records } = await foundIn(await write(format, [{ document: letter }]));
      expect(records[0]).toMatchObject({ creators: ['Ames, Ann'], recipients: ['Bell, Ben'] });
    },
  );
});

describe('CSV', () => {
  const readCsv = (text: string): Record<string, string>[] =>
    parseCsv(text, { columns: true, bom: true });

  test('has a row a document, and no cell that a spreadsheet would compute', async () => {
    const trap = aDocument({
      id: 'trap',
      title: '=HYPERLINK("http://x")',
      date: aDay('1950-01-01'),
    });
    const text = await write('csv', [...exported, { document: trap }]);
    const rows = readCsv(text);
    expect(rows[0]).toMatchObject({
      id: 'full',
      title: full.title,
      date: '1949-01-31',
      description: full.description,
      source: 'APRF, f. 39; op. 1, d. 39',
      note: 'Why: see p. 3',
      fingerprint: fingerprint(full),
    });
    expect(rows[3]?.title).toBe('\'=HYPERLINK("http://x")');
  });

  test('gives any text back as it was, but for the sign that keeps it from being computed', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const [row] = readCsv(await write('csv', [{ document }]));
        expect(row?.title?.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(document.title);
        expect(row?.fingerprint).toBe(fingerprint(document));
      }),
    );
  });
});

describe('Markdown', () => {
  test('is a numbered bibliography with its notes, and shows foreign signs as they are', async () => {
    const noted = exported.map((one) => ({ ...one, annotation: '*Not* [a](http://x) <b>' }));
    const html = marked.parse(await write('markdown', noted), { async: false });
    expect(html).toContain('<h1>A list</h1>');
    expect(html.match(/<li>/g)).toHaveLength(3);
    expect(html).toContain(
      'Anastas I., and Ministry of Foreign Affairs. “Notes_by {Mikoyan} &amp; 50% of #1: A \\ b ^ ~',
    );
    expect(html).toContain('<a href="https://example.org/x_y?a=1&amp;b=2">');
    expect(html).toContain('*Not* [a](');
    expect(html).toContain('&lt;b&gt;');
    expect(html).not.toContain('<em>Not');
  });
});

test.each(['ris', 'bibtex', 'csl-json'] as const)(
  '%s of any documents is read again as as many',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDocument, { minLength: 1, maxLength: 4 }), async (some) => {
        const text = await write(
          format,
          some.map((document) => ({ document })),
        );
        const { records, error, others } = await foundIn(text);
        expect({ error, others }).toEqual({ error: undefined, others: [] });
        expect(records).toHaveLength(some.length);
      }),
      { numRuns: 60 },
    );
  },
);

test.each(['article-journal', 'book', 'chapter', 'report', 'thesis', 'webpage'] as const)(
  'CSL JSON of a %s of which no more is known is read again as what it is',
  async (kind) => {
    const document = aDocument({
      date: aDate({ text: '' }),
      creators: null,
      publication: { kind },
    });
    const { format, records, others } = await foundIn(await write('csl-json', [{ document }]));
    expect([format, records.length, others]).toEqual(['csl-json', 1, []]);
  },
);

test('many citations keep nobody else waiting', async () => {
  const many = Array.from({ length: 300 }, () => ({ document: full }));
  let longest = 0;
  let last = performance.now();
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  await write('markdown', [{ document: full }]);
  longest = 0;
  await write('markdown', many);
  clearInterval(ticking);
  expect(longest).toBeGreaterThan(0);
  expect(longest).toBeLessThan(500);
});
