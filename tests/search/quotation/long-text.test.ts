import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Page } from '../../../src/data/texts/page.ts';
import { findOccurrence } from '../../../src/search/quotation/occurrence.ts';
import { readQuotation } from '../../../src/search/quotation/read-quotation.ts';
import { readWindows } from '../../../src/search/quotation/text-windows.ts';
import { aDocument, aPage } from '../../support/documents.ts';

const SENTENCE = 'Troops of the emperor did not cross the river Yalu before the winter of 1894';
const FILLER = 'The weather was fair on that day, and nothing else is to be told of it here.\n';
const quotation = readQuotation(SENTENCE);

const textOf = (pages: readonly Page[]) => ({
  pages: async (_: string, { offset, limit }: { offset: number; limit: number }) => ({
    total: pages.length,
    pages: pages.slice(offset, offset + limit),
  }),
});

/** A page of so many code units with the sentence at one of them. */
const longPage = (units: number, at: number): Page => {
  const before = FILLER.repeat(Math.floor(at / FILLER.length));
  const after = FILLER.repeat(Math.floor((units - at) / FILLER.length));
  return aPage({ text: `${before}${SENTENCE}.\n${after}` });
};

async function windowsOf(pages: readonly Page[]): Promise<(readonly Page[])[]> {
  const windows: (readonly Page[])[] = [];
  for await (const window of readWindows(textOf(pages), 'a', quotation, 0)) windows.push(window);
  return windows;
}

test('a text is read in windows that make it up, and hold any sentence whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 250_000 }), { minLength: 1, maxLength: 5 }),
      fc.nat(),
      async (lengths, seed) => {
        const own = seed % lengths.length;
        const pages = lengths.map((units, index) => ({
          ...(index === own
            ? longPage(units, seed % (units + 1))
            : aPage({ text: FILLER.repeat(units / FILLER.length) })),
          page: index + 1,
        }));
        const windows = await windowsOf(pages);
        const isHeld = windows.some((window) => window.some(({ text }) => text.includes(SENTENCE)));
        expect(isHeld).toBe(true);
        for (const window of windows) {
          expect(window.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(220_000);
          for (const { page, text } of window) expect(pages[page - 1]?.text).toContain(text);
        }
        const numbers = new Set(windows.flatMap((window) => window.map(({ page }) => page)));
        expect(numbers.size).toBe(pages.length);
      },
    ),
    { numRuns: 25 },
  );
});

test('a short text is one window, and none is none', async () => {
  const pages = [aPage({ text: 'One.' }), aPage({ text: 'Two.', page: 2 })];
  expect(await windowsOf(pages)).toEqual([pages]);
  expect(await windowsOf([])).toEqual([]);
});

test('a long text is read to its end, and others have their turns meanwhile', async () => {
  const document = aDocument({});
  let turns = 0;
  const others = setInterval(() => (turns += 1), 0);
  const archive = textOf([longPage(1_000_000, 999_000)]);
  const { found } = await findOccurrence(archive, quotation, { document }, Infinity);
  clearInterval(others);
  expect(found?.occurrence.verdict).toBe('exact');
  expect(turns).toBeGreaterThan(2);
});

test('it is read no further where time is over; the likeliest page comes first', async () => {
  const document = aDocument({});
  const pages = Array.from({ length: 90 }, (_, index) => ({
    ...(index === 80 ? longPage(10_000, 5000) : aPage({ text: FILLER.repeat(130) })),
    page: index + 1,
  }));
  const find = (likely: number) =>
    findOccurrence(textOf(pages), quotation, { document, likely }, 0);
  expect(await find(1)).toMatchObject({ hasText: true, isDone: false, found: null });
  expect(await find(81)).toMatchObject({
    isDone: true,
    found: { occurrence: { verdict: 'exact', place: { first: { page: 81 } } } },
  });
});
