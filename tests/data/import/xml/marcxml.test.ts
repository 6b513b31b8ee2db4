import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_CONVENTION } from '../../../../src/data/dates/convention.ts';
import { toDocument } from '../../../../src/data/import/to-document.ts';
import { foundIn } from '../../../support/found.ts';

type Content = { leader?: string; controls?: Record<string, string>; fields?: readonly string[] };

/** A field as cataloguers write it down: `245 10 $a Letters / $c by M.` */
function field(line: string): string {
  const [, tag, first, second, rest = ''] = /^(\d{3}) (.)(.) (.*)$/s.exec(line) ?? [];
  const parts = rest.split('$').slice(1);
  const inside = parts.map(
    (part) => `<subfield code="${part.charAt(0)}">${part.slice(1).trim()}</subfield>`,
  );
  return `<datafield tag="${tag}" ind1="${first?.replace('_', ' ')}" ind2="${second?.replace('_', ' ')}">${inside.join('')}</datafield>`;
}

const LETTER = '00000ntcaa2200000 a 4500';
const BOOK = '00000nam a2200000 a 4500';

/** Of 008, the type of date and the two dates, and the language. */
const fixed = (dates: string, language = 'eng') =>
  `800101${dates.padEnd(9)}xxu${' '.repeat(17)}${language} d`;

const record = ({ leader = LETTER, controls = {}, fields = [] }: Content) =>
  `<record><leader>${leader}</leader>${Object.entries(controls)
    .map(([tag, text]) => `<controlfield tag="${tag}">${text}</controlfield>`)
    .join('')}${fields.map(field).join('')}</record>`;

const collection = (content: Content) =>
  `<collection xmlns="http://www.loc.gov/MARC21/slim">\n${record(content)}</collection>`;

async function recordOf(content: Content) {
  const { records, others } = await foundIn(
    collection({ ...content, fields: [...(content.fields ?? []), '245 00 $a T'] }),
  );
  const [found] = records;
  if (!found) throw new Error(JSON.stringify(others));
  return { record: found, others };
}

describe('a record in MARCXML', () => {
  test('gives every field of a letter', async () => {
    const { format, records, others } = await foundIn(
      collection({
        controls: { '001': '  76012345 ', '003': 'DLC', '008': fixed('e19461022') },
        fields: [
          '035 __ $a (OCoLC)123',
          '040 __ $a DLC',
          '099 __ $a MSS 31322',
          '100 1_ $a Kennan, George F. $q (George Frost), $d 1904-2005, $e author. $4 aut',
          '245 10 $a Letter to James Byrnes : $b a copy / $c George F. Kennan.',
          '246 3_ $a Telegram 511',
          '264 _0 $a Moscow, $c October 22, 1946.',
          '300 __ $a 19 p.',
          '500 __ $a Typed.',
          '506 __ $a Open.',
          '520 __ $a On the Soviet Union.',
          '524 __ $a George Kennan Papers, Mudd Library.',
          '540 __ $a Free.',
          '561 __ $a From the Department.',
          '580 __ $a Forms part of: George Kennan papers.',
          '600 10 $a Stalin, Joseph, $d 1878-1953.',
          '600 10 $a Stalin, Joseph $x Influence.',
          '650 _0 $a Communism $z Soviet Union $y 1946.',
          '651 _0 $a Moscow (Russia)',
          '648 _7 $a 1946 $2 fast',
          '655 _7 $a Letters. $2 aat',
          '700 1_ $a Byrnes, James F., $e addressee.',
          '700 1_ $a Barnes, M., $4 http://id.loc.gov/vocabulary/relators/trl',
          '700 12 $a Kennan, George F. $t Memoirs.',
          '852 __ $a Princeton University $b Mudd Library $h MC076 $j box 163',
          '856 42 $3 Finding aid $u https://example.org/aid',
          '856 40 $u https://example.org/telegram',
          '880 10 $6 245-01 $a Письмо /',
        ],
      }),
    );
    expect(format).toBe('marcxml');
    expect(records).toEqual([
      {
        line: 2,
        title: 'Letter to James Byrnes: a copy',
        date: 'October 22, 1946',
        edtf: '1946-10-22',
        description:
          'On the Soviet Union.\n\nTyped.\n\nProvenance: From the Department.\n\nPreferred citation: George Kennan Papers, Mudd Library.\n\nStatement of responsibility: George F. Kennan.\n\nOther titles: Telegram 511; Письмо\n\nPeriod: 1946',
        collection: 'George Kennan papers',
        url: 'https://example.org/telegram',
        creators: ['Kennan, George F. (George Frost)', 'Barnes, M. (translator)'],
        recipients: ['Byrnes, James F.'],
        people: ['Stalin, Joseph', 'Stalin, Joseph'],
        places: ['Moscow', 'Moscow (Russia)', 'Soviet Union'],
        subjects: ['Stalin, Joseph -- Influence', 'Communism -- Soviet Union -- 1946'],
        languages: ['eng'],
        type: ['Letters'],
        source: ['Princeton University', 'Mudd Library', 'MC076 box 163', 'MSS 31322'],
        identifier: ['(DLC)76012345', '(OCoLC)123'],
        rights: ['Open.', 'Free.'],
      },
    ]);
    expect(others).toEqual([
      { kind: 'note', text: 'left out, because no field holds it: 300 (1), 700 $t (1)' },
    ]);
  });

  test('without a namespace, with a prefix, alone, and in a catalogue’s answer is known as well', async () => {
    const one = record({ fields: ['245 00 $a A'] });
    const prefixed = one
      .replaceAll(/<(\/?)(?=[a-z])/g, '<$1m:')
      .replace('<m:record', '<m:record xmlns:m="http://www.loc.gov/MARC21/slim"');
    const answer = `<searchRetrieveResponse xmlns="http://www.loc.gov/zing/srw/"><records><record><recordData>${prefixed}</recordData></record></records></searchRetrieveResponse>`;
    for (const text of [`<collection>${one}</collection>`, one, prefixed, answer]) {
      const { format, records } = await foundIn(text);
      expect(format).toBe('marcxml');
      expect(records).toMatchObject([{ title: 'A' }]);
    }
  });

  test('of a book, a journal’s article and a chapter says where they were published', async () => {
    const book = await recordOf({
      leader: BOOK,
      controls: { '008': fixed('s1967') },
      fields: [
        '260 __ $a Boston : $b Little, Brown, $c c1967.',
        '250 __ $a 2nd ed.',
        '490 1_ $a Cold War ; $v 3',
        '830 _0 $a Cold War ; $v 3.',
      ],
    });
    expect(book.record).toMatchObject({
      date: '©1967',
      edtf: '1967',
      publication: {
        kind: 'book',
        place: 'Boston',
        publisher: 'Little, Brown',
        edition: '2nd ed.',
      },
    });
    expect(book.record.collection).toBeUndefined();
    expect(book.record.description).toBe('Series: Cold War ; 3');
    const article = await recordOf({
      leader: '00000nab a2200000 a 4500',
      fields: ['773 0_ $t Foreign Affairs. $g Vol. 25, no. 4 (1947), p. 566-582 $x 0015-7120'],
    });
    expect(article.record.publication).toEqual({
      kind: 'article-journal',
      container: 'Foreign Affairs',
      volume: '25',
      issue: '4',
      pages: '566-582',
    });
    const chapter = await recordOf({
      leader: '00000naa a2200000 a 4500',
      fields: ['773 0_ $t Essays. $g Pages 3-20'],
    });
    expect(chapter.record.publication).toMatchObject({ kind: 'chapter', pages: '3-20' });
  });

  test('of several copies has each in a line, and of an archive its series as collection', async () => {
    const { record: found } = await recordOf({
      fields: [
        '245 00 $a T $h [manuscript] /',
        '490 0_ $a Cold War papers ; $v 3',
        '580 __ $a Continued by: Détente papers.',
        '852 __ $a DLC $b MSS $h 31322',
        '852 __ $a NjP $b Mudd',
      ],
    });
    expect(found.source).toEqual(['DLC, MSS, 31322', 'NjP, Mudd']);
    expect(found).toMatchObject({
      collection: 'Cold War papers ; 3',
      type: ['manuscript'],
      description: 'Continued by: Détente papers.',
    });
  });

  test.each([
    [['041 1_ $a engfre'], 'rus', ['eng', 'fre']],
    [['041 1_ $a eng $a fre $h rus'], 'rus', ['eng', 'fre']],
    [[], 'rus', ['rus']],
    [[], 'und', []],
    [[], '|||', []],
  ])('has the languages that are coded: %j, %s', async (fields, language, languages) => {
    const { record: found } = await recordOf({ controls: { '008': fixed('n', language) }, fields });
    expect(found.languages).toEqual(languages);
  });

  test('without title and date is refused, whole', async () => {
    const { records, others } = await foundIn(collection({ fields: ['500 __ $a A note.'] }));
    expect(records).toEqual([]);
    expect(others).toMatchObject([
      { kind: 'refused', line: 2, raw: expect.stringContaining('A note.') },
    ]);
  });
});

/** The date of a document by what is coded and what is printed. */
async function dated(code: string, ...fields: readonly string[]) {
  const { record: found } = await recordOf({ controls: { '008': fixed(code) }, fields });
  const { document, doubts } = toDocument(found, 'c', NO_CONVENTION);
  return { date: document.date, doubts, description: found.description };
}

describe('the date of a record in MARCXML', () => {
  test.each([
    ['s1962', [], { text: '1962', edtf: '1962', precision: 'year' }],
    ['s196u', [], { edtf: '196X', precision: 'decade' }],
    ['s19uu', ['260 __ $c [19--]'], { text: '[19--]', edtf: '19XX', inferred: true }],
    ['e19621016', [], { edtf: '1962-10-16', precision: 'day' }],
    ['e196210', ['264 _0 $c October 1962.'], { text: 'October 1962', edtf: '1962-10' }],
    ['e196210uu', [], { edtf: '1962-10' }],
    ['i19331945', ['245 10 $a Papers, $f 1933-1945.'], { text: '1933-1945', edtf: '1933/1945' }],
    ['k19331945', [], { edtf: '1933/1945' }],
    ['m19331945', [], { edtf: '1933/1945' }],
    ['c19909999', [], { edtf: '1990/..', end: null }],
    ['u1990uuuu', [], { edtf: '1990/', end: null }],
    ['q19631966', [], { edtf: '[1963..1966]', uncertain: true, start: '1963-01-01' }],
    [
      'q19631966',
      ['260 __ $c [between 1963 and 1966]'],
      { start: '1963-01-01', end: '1966-12-31' },
    ],
    [
      't19631962',
      ['260 __ $c 1963, c1962.'],
      { text: '1963, ©1962', edtf: '1963', approximate: false },
    ],
    ['s1962', ['260 __ $c [ca. 1962?]'], { edtf: '1962%', inferred: true }],
    ['nuuuuuuuu', ['260 __ $c [n.d.]'], { edtf: null, precision: 'unknown' }],
    ['b', ['046 __ $a i $b 45 $d 44'], { edtf: '-0044/-0043' }],
    ['s2009', ['046 __ $k 1946-02-22'], { edtf: '1946-02-22' }],
    ['s2009', ['046 __ $k 19460222 $l 19460225'], { edtf: '1946-02-22/1946-02-25' }],
    ['||||||||||', ['264 _1 $c 16 October 1962'], { edtf: '1962-10-16' }],
    ['', [], { text: '', edtf: null }],
    ['s1946', ['264 _0 $c October 22, 1946.'], { edtf: '1946-10-22', precision: 'day' }],
    ['s1461', ['260 __ $a [Bamberg, $c not after 1461]'], { edtf: '../1461', inferred: true }],
    ['c19849999', ['260 __ $c -2009.'], { text: '-2009', edtf: '1984/..' }],
    ['|', ['260 __ $c -2009.'], { text: '-2009', edtf: '/2009' }],
    ['d19', ['260 __ $c 1963.'], { edtf: '1963' }],
    ['d19', [], { edtf: null }],
    ['d197u1985', [], { edtf: '197X/1985', start: '1970-01-01' }],
    ['m1970197u', [], { edtf: '1970/197X', end: '1979-12-31' }],
  ] as const)('%s, %j', async (code, fields, expected) => {
    const { date, doubts } = await dated(code, ...fields);
    expect(date).toMatchObject(expected);
    expect(doubts).toEqual([]);
  });

  test('has the original’s beside it, for a reprint', async () => {
    const { date, description } = await dated('r19671848', '260 __ $c 1967 [c1966]');
    expect(date).toMatchObject({ edtf: '1967' });
    expect(description).toBe('Other dates: 1848 (original)');
  });

  test('that prints and codes different years is a doubt', async () => {
    const { date, doubts } = await dated('s1962', '260 __ $c 1926.');
    expect(date).toMatchObject({ text: '1926', edtf: '1962?', uncertain: true });
    expect(doubts).toMatchObject([expect.stringContaining('1926')]);
  });

  test('is never outside of what 008 codes, whatever its code', async () => {
    const types = fc.constantFrom(...'bcdeikmnpqrstu|x '.split(''));
    const years = fc.oneof(
      fc.integer({ min: 1000, max: 2020 }).map(String),
      fc.constantFrom('uuuu', '19uu', '196u', '9999', '    ', '||||', '1962'),
    );
    await fc.assert(
      fc.asyncProperty(types, years, years, async (type, one, other) => {
        const { date } = await dated(`${type}${one}${other}`);
        const said = [one, other]
          .filter((year) => /^\d{2}/.test(year))
          .map((year) => year.slice(0, 2));
        for (const end of [date.start, date.end]) {
          if (end) expect(said).toContain(end.slice(0, 2));
        }
        if ('bn|x '.includes(type)) expect(date.edtf).toBeNull();
      }),
      { numRuns: 150 },
    );
  });
});
