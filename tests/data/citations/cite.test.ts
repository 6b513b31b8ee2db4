import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cite } from '../../../src/data/citations/cite.ts';
import { citedName } from '../../../src/data/citations/cited-name.ts';
import { plainText } from '../../../src/data/citations/rich-text.ts';
import { STYLES } from '../../../src/data/citations/styles.ts';
import { isEnglish } from '../../../src/data/citations/title-language.ts';
import { anyDocument } from '../../support/arbitrary-document.ts';
import { aDocument } from '../../support/documents.ts';
import { documents } from './documents.ts';

const LOOKED_AT = [2026, 11, 24] as const;

/** The table beside this file: a document's id in brackets, then a line a style. */
function expected(): [id: string, style: string, citation: string][] {
  const table = readFileSync(join(import.meta.dirname, 'citations.txt'), 'utf8');
  return table
    .split(/^\[(.+)\]$/m)
    .slice(1)
    .flatMap((text, index, parts) =>
      index % 2 === 0
        ? []
        : text
            .trim()
            .split('\n')
            .map((line): [string, string, string] => {
              const [, style = '', citation = ''] = /^([a-z-]+): (.*)$/.exec(line) ?? [];
              return [parts[index - 1] ?? '', style, citation];
            }),
    );
}

describe('a citation', () => {
  const table = expected();

  test('is asked for by the table in every style for every document', () => {
    const asked = table.map(([id, style]) => `${id} ${style}`).sort();
    const all = documents.flatMap(({ id }) => STYLES.map((style) => `${id} ${style}`));
    expect(asked).toEqual(all.sort());
    expect(documents.length).toBeGreaterThanOrEqual(20);
  });

  test.each(table)('of %s in %s is as its manual has it', async (id, style, citation) => {
    const document = documents.find((one) => one.id === id);
    const chosen = STYLES.find((one) => one === style);
    if (!document || !chosen) throw new Error(`the table names ${id} or ${style}`);
    const pieces = await cite(document, chosen, LOOKED_AT);
    const written = pieces.map(({ text, italic }) => (italic ? `*${text}*` : text)).join('');
    expect(written).toBe(citation);
  });

  test('can be made of any document, and names no year that the record lacks', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, fc.constantFrom(...STYLES), async (document, style) => {
        const citation = plainText(await cite({ ...document, url: null }, style, LOOKED_AT));
        expect(citation.trim()).not.toBe('');
        expect(citation).not.toContain('2026');
      }),
      { numRuns: 200 },
    );
  });
});

test.each(Object.getOwnPropertyNames(Object.prototype))(
  'a document called %s is cited, and so is the next',
  async (title) => {
    for (const style of STYLES) {
      for (const one of [title, 'Telegram', title]) {
        const cited = await cite(aDocument({ title: one }), style, LOOKED_AT);
        expect(plainText(cited).toLowerCase()).toContain(one.toLowerCase());
      }
    }
  },
);

test.each([
  ['Mikoyan, Anastas I.', { family: 'Mikoyan', given: 'Anastas I.' }],
  ['Zorin, V. A.', { family: 'Zorin', given: 'V. A.' }],
  ['de la Torre, José', { family: 'de la Torre', given: 'José' }],
  ['Юдин, Павел', { family: 'Юдин', given: 'Павел' }],
  ['Zhou Enlai', { family: 'Zhou Enlai' }],
  ['Mr. Seat', { family: 'Mr. Seat' }],
  ['Smith, John, Jr.', { family: 'Smith', given: 'John', suffix: 'Jr.' }],
  ['Foreign Ministry, Moscow', { literal: 'Foreign Ministry, Moscow' }],
  ['Communist Party, USSR', { literal: 'Communist Party, USSR' }],
  ['Pravda, TASS', { family: 'Pravda, TASS' }],
  ['Министерство иностранных дел', { literal: 'Министерство иностранных дел' }],
])('the name %s is taken apart only where that is sure', (written, name) => {
  expect(citedName(written)).toEqual(name);
});

test.each([
  ['Letter on the Blockade', true],
  ['Telegram', true],
  ['Note sur la situation de la France', false],
  ['Bericht über die Lage der Botschaft', false],
  ['Телеграмма посла', false],
  ['周恩来谈话记录', false],
])('%s is set with English capitals: %s', (title, is) => {
  expect(isEnglish(title)).toBe(is);
});
