import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foundIn } from '../../../support/found.ts';

const TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"';
const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>A volume</title></titleStmt></fileDesc></teiHeader>';
const volume = (body: string, id = 'frus1934v04') =>
  `${TEI} xml:id="${id}">${HEADER}<text><front><pb n="[I]"/><p>Preface</p></front><body><div>${body}</div></body></text></TEI>`;
const document = (content: string, id = 'd1') =>
  `<div type="document" xml:id="${id}"><head>H</head>${content}</div>`;

async function pagesOf(tei: string) {
  const { records } = await foundIn(tei);
  return records.map(({ pages = [] }) => pages);
}

/** The text of a document with nothing else on its only page. */
async function textOf(content: string): Promise<string | undefined> {
  const [pages = []] = await pagesOf(volume(document(content), 'v'));
  return pages[0]?.text.replace('H\n\n', '');
}

describe('the pages of a TEI text', () => {
  test('begin at its page breaks, the first perhaps with another document', async () => {
    const pages = await pagesOf(
      volume(
        `<pb n="9" xml:id="pg_9"/>${document('<p>It rained <pb n="10" xml:id="pg_10"/>and poured.</p>')}<p>Between<pb n="xi"/></p>${document('<p>Snow.</p><pb n="12r" facs="https://example.org/12r.jpg"/>', 'd2')}${document('<p>Sun.</p>', 'd3')}`,
      ),
    );
    const address = 'https://history.state.gov/historicaldocuments/frus1934v04';
    expect(pages).toEqual([
      [
        { label: 'p. 9', text: 'H\n\nIt rained', kind: 'edition', url: `${address}/pg_9` },
        { label: 'p. 10', text: 'and poured.', kind: 'edition', url: `${address}/pg_10` },
      ],
      [{ label: 'p. xi', text: 'H\n\nSnow.', kind: 'edition', url: null }],
      [
        {
          label: 'f. 12r',
          text: 'H\n\nSun.',
          kind: 'edition',
          url: 'https://example.org/12r.jpg',
        },
      ],
    ]);
  });

  test.each([
    ['[412]', 'p. [412]'],
    ['412a', 'p. 412a'],
    ['XXIV', 'p. XXIV'],
    ['3v', 'f. 3v'],
    ['Plate 3', 'Plate 3'],
  ])('are called as they are printed: %s', async (n, label) => {
    const [pages] = await pagesOf(volume(document(`<pb n="${n}"/><p>Rain.</p>`), 'v'));
    expect(pages?.at(-1)?.label).toBe(label);
  });

  test('have notes after the text, each with its mark, on the page that refers to it', async () => {
    const [pages] = await pagesOf(
      volume(
        document(
          '<note rend="inline" type="source">[Telegram.]</note><note rend="inline">710/22</note><p>Rain<note n="1"><p>Not <hi>printed</hi>.</p><p>See below.</p></note> fell<note>By hand.</note>.<pb n="2"/> Snow<note n="2">Nor this.</note></p>',
        ),
        'v',
      ),
    );
    expect(pages?.map(({ text }) => text)).toEqual([
      'H\n\n[Telegram.]\n\n710/22\n\nRain fell.\n\n1 Not printed.\n\nSee below.\n\nBy hand.',
      'Snow\n\n2 Nor this.',
    ]);
  });

  test('say what the source has, and not what its editor makes of it', async () => {
    expect(
      await textOf(
        '<p>The <choice><corr>Legation</corr><sic>Legaton</sic></choice> of <choice><abbr>H.M.</abbr><expan>His Majesty</expan></choice> <del>wrote</del><add>cabled</add> <app><lem>twice</lem><rdg>once</rdg></app><gap/><fw>Running title</fw></p>',
      ),
    ).toBe('The Legaton of H.M. cabled twice[…]');
  });

  test('run on after a signature within a sentence', async () => {
    expect(
      await textOf(
        '<closer><signed>A. Bell</signed>, agent for <signed>C. Dorn</signed>;</closer>',
      ),
    ).toBe('A. Bell, agent for\n\nC. Dorn;');
  });

  test('keep lines, lists and tables apart', async () => {
    expect(
      await textOf(
        '<p>Managua,<lb/>  February\n 9, ex<lb break="no"/>act</p><list><label>1.</label><item>Rain</item><label>2.</label><item><p>Snow</p></item><item>Sun</item></list><table><row><cell>May</cell><cell>7</cell></row><row><cell>June</cell><cell>8</cell></row></table>',
      ),
    ).toBe('Managua,\nFebruary 9, exact\n\n1. Rain\n\n2. Snow\n\nSun\n\nMay 7\n\nJune 8');
  });

  test('of a document within another are its own', async () => {
    const pages = await pagesOf(
      volume(
        document(
          `<p>Outer</p><pb n="2"/>${document('<p>Inner</p><pb n="3"/><p>on</p>', 'd2')}<p>last</p>`,
        ),
        'v',
      ),
    );
    expect(pages.map((own) => own.map(({ label, text }) => [label, text]))).toEqual([
      [
        ['p. [I]', 'H\n\nOuter'],
        ['p. 3', 'last'],
      ],
      [
        ['p. 2', 'H\n\nInner'],
        ['p. 3', 'on'],
      ],
    ]);
  });

  test('of a single letter are its whole text', async () => {
    const letter = `${TEI}>${HEADER}<text><body><pb n="1"/><opener>Dear Rickert,</opener><div><p>it rains<pb n="2"/> here.</p></div><closer>Yours</closer></body></text></TEI>`;
    expect(await pagesOf(letter)).toMatchObject([
      [
        { label: 'p. 1', text: 'Dear Rickert,\n\nit rains' },
        { label: 'p. 2', text: 'here.\n\nYours' },
      ],
    ]);
  });

  test('hold every word once, wherever breaks and notes stand', async () => {
    const part = fc.oneof(
      fc.constant('<pb/>'),
      fc.constant('<lb/>'),
      fc.stringMatching(/^[a-z]{1,8}$/).map((word) => ` ${word} `),
      fc.stringMatching(/^[a-z]{1,8}$/).map((word) => `<note>${word}</note>`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(part)), async (paragraphs) => {
        const body = paragraphs.map((parts) => `<p>${parts.join('')}</p>`).join('');
        const [pages = []] = await pagesOf(volume(document(body), 'v'));
        const words = (text: string) => text.match(/[a-z]+/g)?.toSorted() ?? [];
        const given = body.replaceAll(/<[^>]*>/g, ' ');
        expect(words(pages.map(({ text }) => text).join(' '))).toEqual(words(given));
      }),
      { numRuns: 200 },
    );
  });
});
