import { describe, expect, it } from 'vitest';
import { aDay, aDocument, aPage } from '../support/documents.ts';
import type { Create, Skips } from './archive.ts';

const SAID = 'The marines were withdrawn because the Government gave assurances of order.';

/** What every archive owes that answers questions with passages. */
export function testPassages(name: string, create: Create, skips: Skips): void {
  const documents = [1894, 1912, 1934].map((year) =>
    aDocument({ id: `of-${year}`, title: 'A note', date: aDay(`${year}-05-01`) }),
  );
  const pages = documents.flatMap(({ id }) => [
    aPage({ id, page: 1, label: 'p. 7', text: 'Sir: Nothing has happened here.' }),
    aPage({ id, page: 2, label: 'p. 8', text: `${SAID}\n\nI am of ${id}.`, kind: 'transcript' }),
  ]);
  const asked = { question: 'Why were the marines withdrawn?', filter: {} };

  it(`${name}: without texts there are no passages`, async () => {
    const archive = create({ documents });
    const { total, passages } = await archive.passages({
      ...asked,
      window: { offset: 0, limit: 5 },
    });
    expect([total, passages]).toEqual([0, []]);
  });

  describe.skipIf(skips.texts)(
    `${name}: passages${skips.texts ? `, skipped: ${skips.texts}` : ''}`,
    () => {
      const archive = create({ documents, pages });

      it('are what a page says, with where it says it', async () => {
        const window = { offset: 0, limit: 5 };
        const { total, passages, periods } = await archive.passages({ ...asked, window });
        expect(total).toBe(3);
        expect(new Set(passages.map(({ document }) => document.id)).size).toBe(3);
        for (const { text, page, document } of passages) {
          expect(text).toBe(`${SAID}\n\nI am of ${document.id}.`);
          expect(page).toEqual({ page: 2, label: 'p. 8', kind: 'transcript', url: null });
        }
        expect(periods.map(({ from }) => from)).toEqual(['1890-01-01', '1910-01-01', '1930-01-01']);
      });

      it('come in windows that make up the whole', async () => {
        const of = async (offset: number, limit: number) =>
          (await archive.passages({ ...asked, window: { offset, limit } })).passages;
        expect([...(await of(0, 2)), ...(await of(2, 2))]).toEqual(await of(0, 5));
      });

      it('are of a period, and of a filter', async () => {
        const window = { offset: 0, limit: 5 };
        const period = { from: '1890-01-01', to: '1899-12-31' };
        const early = await archive.passages({ ...asked, period, window });
        expect(early.passages.map(({ document }) => document.id)).toEqual(['of-1894']);
        const none = await archive.passages({ ...asked, filter: { from: '1950-01-01' }, window });
        expect(none.total).toBe(0);
      });
    },
  );
}
