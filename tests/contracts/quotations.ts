import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/data/corpus/document.ts';
import type { Page } from '../../src/data/texts/page.ts';
import { UserError } from '../../src/errors.ts';
import { aDocument, aPage } from '../support/documents.ts';
import type { Create, Skips } from './archive.ts';

const REPLY = 'I have the honor to report that 1,200 troops did not cross the river Yalu';

/** What every archive owes that checks quotations. */
export function testQuotations(name: string, create: Create, skips: Skips): void {
  const of = (documents: readonly Partial<Document>[], pages: readonly Partial<Page>[] = []) =>
    create({ documents: documents.map(aDocument), pages: pages.map(aPage) });

  describe(`${name}: quotations from records`, () => {
    const archive = of([
      { id: 'a', title: 'A report', description: `He wrote: “${REPLY}”, and no more.` },
      { id: 'b', title: 'Another report', collection: 'B' },
    ]);

    it('stand in a description, which is said to be none of the text', async () => {
      const { total, found, coverage } = await archive.checkQuotation({ text: REPLY });
      expect(total).toBe(1);
      expect(found[0]).toMatchObject({ verdict: 'exact', place: { record: 'description' } });
      expect(found[0]?.document.id).toBe('a');
      expect(coverage.documents).toBe(0);
    });

    it('are told from those that nothing has, with what could be compared', async () => {
      const text = 'The emperor never saw the ocean again after the winter of his exile';
      const { total, found, coverage } = await archive.checkQuotation({ text });
      expect([total, found]).toEqual([0, []]);
      expect(coverage.collections).toEqual([
        { name: 'A collection', documents: 1, withText: 0 },
        { name: 'B', documents: 1, withText: 0 },
      ]);
    });

    it('need five words', async () => {
      const check = archive.checkQuotation({ text: '“did not cross […] [the river]”' });
      await expect(check).rejects.toThrow(/at least 5 words.* 3 words/);
      await expect(check).rejects.toBeInstanceOf(UserError);
    });
  });

  describe.skipIf(skips.texts)(
    `${name}: quotations from texts${skips.texts ? ` (${skips.texts})` : ''}`,
    () => {
      const archive = of(
        [
          { id: 'a', title: 'From the legation' },
          { id: 'b', title: 'From the consulate' },
          { id: 'c', title: 'Without a text' },
        ],
        [
          { id: 'a', page: 1, label: 'p. 7', text: `Sir: ${REPLY.slice(0, 45)}` },
          { id: 'a', page: 2, label: 'p. 8', text: `${REPLY.slice(45)}, as was said.` },
          { id: 'b', page: 1, text: `Sir: ${REPLY.replace('1,200', '2,100')}.`, kind: 'ocr' },
        ],
      );

      it('are found over a page’s end, and the exact one is told', async () => {
        const { total, found } = await archive.checkQuotation({ text: REPLY });
        expect(total).toBe(1);
        expect(found.map(({ document, verdict, place }) => [document.id, verdict, place])).toEqual([
          [
            'a',
            'exact',
            {
              first: { page: 1, label: 'p. 7', kind: 'edition', url: null },
              last: { page: 2, label: 'p. 8', kind: 'edition', url: null },
            },
          ],
        ]);
        expect(found[0]?.before).toBe('Sir: ');
        expect(found[0]?.after).toBe(', as was said. ');
      });

      it('are near where a “not” is missing, in all that are as near', async () => {
        const text = REPLY.replace('did not cross', 'did cross');
        const { found, total } = await archive.checkQuotation({ text });
        expect(total).toBe(2);
        expect(found.map(({ document }) => document.id)).toEqual(['a', 'b']);
        expect(found.map(({ differences }) => differences.map(({ kind }) => kind))).toEqual([
          ['left out'],
          ['left out', 'changed'],
        ]);
      });

      it('are looked for in the document that is named, and elsewhere', async () => {
        const { inDocument, total, found } = await archive.checkQuotation({
          text: REPLY,
          document: 'b',
        });
        expect(inDocument?.hasText).toBe(true);
        expect(inDocument?.found?.differences).toEqual([
          { kind: 'changed', printed: '2,100', quoted: '1,200', matter: 'figure' },
        ]);
        expect([total, found[0]?.document.id]).toEqual([1, 'a']);
        const without = await archive.checkQuotation({ text: REPLY, document: 'c' });
        expect(without.inDocument).toMatchObject({ hasText: false, found: null });
      });

      it('are told with how much has a text', async () => {
        const text = 'The emperor never saw the ocean again after the winter of his exile';
        const { found, coverage } = await archive.checkQuotation({ text });
        expect(found).toEqual([]);
        expect(coverage).toMatchObject({
          documents: 2,
          pages: 3,
          collections: [{ name: 'A collection', documents: 3, withText: 2 }],
        });
      });
    },
  );
}
