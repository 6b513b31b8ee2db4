import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closeQuotes } from '../../../../src/data/import/table/unclosed-quotes.ts';
import { foundIn } from '../../../support/found.ts';

const HEAD = 'title,date,note';
const rows = async (...lines: string[]) => {
  const { records, others } = await foundIn([HEAD, ...lines].join('\n'));
  return {
    titles: records.map(({ title }) => title),
    notes: records.map(({ description }) => description),
    doubts: others.flatMap((other) => (other.kind === 'doubt' ? [other.line] : [])),
  };
};

describe('a quote that is never closed', () => {
  test.each([
    ['before a row with quotes', ['"never closed,1951,b', 'C,1952,c', 'D,1953,"d, e"', 'E,1954,e']],
    ['before plain rows to the end', ['"never closed,1951,b', 'C,1952,c', 'D,1953,d', 'E,1954,e']],
    ['before another', ['"never closed,1951,b', '"C,1952,c', 'D,1953,d', 'E,1954,"e']],
    ['in the last line', ['C,1952,c', 'D,1953,d', 'E,1954,e', '"never closed,1951,b']],
    ['before an empty cell', ['"never closed,1951,b', 'C,1952,c', 'D,1953,""', 'E,1954,"e"']],
  ])('%s, swallows nothing', async (_, lines) => {
    const { titles, doubts } = await rows('A,1950,a', ...lines);
    expect(titles.toSorted()).toEqual(['A', 'C', 'D', 'E', 'never closed'].toSorted());
    const broken = lines.flatMap((line, at) =>
      (line.match(/"/g)?.length ?? 0) % 2 === 1 ? [at + 3] : [],
    );
    expect(doubts).toEqual(broken);
  });

  test('in the last cell keeps the cell, and a quotation its quotes', async () => {
    const { titles, notes, doubts } = await rows('A,1950,"b', '"Go" he said,1951,c', 'D,1952,d');
    expect({ titles, notes }).toEqual({
      titles: ['A', '"Go" he said', 'D'],
      notes: ['b', 'c', 'd'],
    });
    expect(doubts).toEqual([2, 3]);
  });

  test('is found among very many rows in a moment', async () => {
    const many = Array.from({ length: 50_000 }, (_, at) => `Letter ${at},1951,"" and`);
    const { titles } = await rows('"never closed,1950,a', ...many);
    expect(titles).toHaveLength(50_001);
  });
});

test('a table that is written right stays as it is', async () => {
  const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r\n', 'a', ' ', 'é') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 7 }), async (cells, step) => {
      const text = stringify(cells, { quoted: true });
      const told: number[] = [];
      let out = '';
      for await (const line of closeQuotes(pieces(text, step), ',', (at) => told.push(at))) {
        out += line;
      }
      expect({ out, told }).toEqual({ out: text, told: [] });
    }),
  );
});

async function* pieces(text: string, step: number) {
  for (let at = 0; at < text.length; at += step) yield text.slice(at, at + step);
}
