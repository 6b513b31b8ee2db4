import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/data/corpus/document.ts';
import type { Page } from '../../src/data/texts/page.ts';
import type { Archive } from '../../src/search/archive.ts';
import { aQuery, found, marked, plain } from '../search/queries.ts';
import { aDay, aDocument, aPage } from '../support/documents.ts';
import type { Create, Skips } from './archive.ts';

const WINDOW = { offset: 0, limit: 10 };

/** What every archive owes that holds the texts of documents. */
export function testTexts(name: string, create: Create, skips: Skips): void {
  describe.skipIf(skips.texts)(`${name}: texts${skips.texts ? ` (${skips.texts})` : ''}`, () => {
    const of = (documents: readonly Partial<Document>[], pages: readonly Partial<Page>[]) =>
      create({ documents: documents.map(aDocument), pages: pages.map(aPage) });
    /** Documents of which only the text says anything, a page each. */
    const saying = (texts: Record<string, string>) =>
      of(
        Object.keys(texts).map((id) => ({ id, title: `Untitled ${id}` })),
        Object.entries(texts).map(([id, text]) => ({ id, text })),
      );

    let legationHeld: Archive | undefined;
    /** Made once, for nothing changes it. */
    const legation = () => {
      legationHeld ??= of(
        [
          { id: 'a', title: 'Mr. Conger to Mr. Hay', date: aDay('1900-06-10') },
          { id: 'b', title: 'The Boxer rising', date: aDay('1900-07-01') },
          { id: 'c', title: 'Tariff of Cuba', date: aDay('1901-02-01'), collection: 'Cuba' },
          { id: 'd', title: 'Consular fees', date: aDay('1901-03-01'), collection: 'Cuba' },
        ],
        [
          { id: 'a', page: 1, label: 'p. 141', text: 'The legation is quiet.' },
          {
            id: 'a',
            page: 2,
            label: 'p. 142',
            text: 'The Boxers are at the gates of Peking.\n\nSend guards.',
            kind: 'transcript',
            url: 'https://example.org/142',
          },
          { id: 'c', page: 1, text: 'No mention of Boxers, but of sugar and of guards.' },
        ],
      );
      return legationHeld;
    };

    it('finds what stands in a text alone, after what a record says as well', async () => {
      const [first, ...others] = await found(legation(), 'boxers');
      expect(first).toBe('b');
      expect(others.sort()).toEqual(['a', 'c']);
    });

    it('searches records alone, or texts alone', async () => {
      expect(await found(legation(), 'boxers', { in: 'records' })).toEqual(['b']);
      expect((await found(legation(), 'boxers', { in: 'texts' })).sort()).toEqual(['a', 'c']);
      expect(await found(legation(), 'tariff', { in: 'texts' })).toEqual([]);
    });

    it('puts a text that holds all words before a record that holds one', async () => {
      expect((await found(legation(), 'boxers guards')).slice(0, 2).sort()).toEqual(['a', 'c']);
    });

    it('shows the passage of a text with its page', async () => {
      const { hits } = await legation().search(aQuery('gates of Peking'));
      expect(hits[0]?.document.id).toBe('a');
      expect(hits[0]?.page).toEqual({
        page: 2,
        label: 'p. 142',
        kind: 'transcript',
        url: 'https://example.org/142',
      });
      expect(plain(hits[0]?.snippet ?? [])).toContain('The Boxers are at the gates of Peking.');
      expect(marked(hits[0]?.snippet ?? [])).toEqual(['gates', 'Peking']);
    });

    it('shows the record of what it answers as well', async () => {
      const { hits } = await legation().search(aQuery('boxer'));
      const pages = hits.map(({ document, page }) => [document.id, page?.page]);
      expect(Object.fromEntries(pages)).toEqual({ b: undefined, a: 2, c: 1 });
    });

    it('takes a document’s text for a part of it: words of both, and without what either says', async () => {
      expect((await found(legation(), 'conger guards'))[0]).toBe('a');
      expect(await found(legation(), 'boxer -guards')).toEqual(['b']);
      expect(await found(legation(), 'guards -tariff')).toEqual(['a']);
      expect(await found(legation(), '"Peking" OR title:Cuba')).toHaveLength(2);
    });

    it('filters, counts and sorts what is found in texts by what the records say', async () => {
      const cuba = await legation().search(
        aQuery('boxers', { filter: { collection: 'cuba' }, facets: true }),
      );
      expect(cuba.total).toBe(1);
      expect(cuba.facets?.collections).toEqual([{ value: 'Cuba', count: 1 }]);
      expect(await found(legation(), 'boxers', { sort: 'newest' })).toEqual(['c', 'b', 'a']);
      expect(await found(legation(), 'boxers since:1901')).toEqual(['c']);
      expect(await found(legation(), 'boxers', { filter: { to: '1900-06-30' } })).toEqual(['a']);
    });

    it('looks for fields in the record, wherever words are looked for', async () => {
      for (const field of ['title:Cuba', 'title:"of Cuba"']) {
        expect(await found(legation(), `boxers ${field}`, { in: 'texts' })).toEqual(['c']);
        expect(await found(legation(), `boxers ${field}`)).toEqual(['c']);
      }
    });

    it('takes stop words of texts for no words', async () => {
      const archive = saying({ a: 'It has been with him.', b: 'The Ha dynasty.' });
      expect(await found(archive, 'ha')).toEqual(['b']);
      const { corrections } = await archive.search(aQuery('awith'));
      expect(corrections).toEqual([]);
    });

    it('says why nothing is found in both', async () => {
      const { words } = await legation().explain(aQuery('boxers legation uranium'));
      expect(words.map(({ word, total }) => [word, total])).toEqual([
        ['boxers', 3],
        ['legation', 1],
        ['uranium', 0],
      ]);
    });

    it('knows the words of texts: they are neither corrected nor unknown', async () => {
      const archive = saying({ a: 'The mandarins of Mukden.', b: 'The mandarin spoke.' });
      const page = await archive.search(aQuery('mukden uranium'));
      expect(page.corrections).toEqual([]);
      expect(page.unknown).toEqual(['uranium']);
      const misspelt = await archive.search(aQuery('mukdan'));
      expect(misspelt.corrections).toEqual([{ typed: 'mukdan', used: 'mukden' }]);
      expect(misspelt.hits.map(({ document }) => document.id)).toEqual(['a']);
    });

    /** "The open door in China", parted by this. */
    const PARTED = [
      ['a line', 'the open\ndoor in China'],
      ['a paragraph', 'the open\n\ndoor in China'],
      ['a soft hyphen', 'the op\u00aden door in Chi\u00adna'],
      ['a hyphen at a line’s end', 'the open door in Chi-\nna'],
      ['another sign for one', 'the open door in Chi¬\nna'],
      ['that sign within a line', 'the open door in Chi¬na'],
      ['a soft hyphen at a line’s end', 'the open door in Chi\u00ad\n  na'],
      ['a line’s end that was made a blank', 'the open door in Chi- na'],
      ['a soft hyphen and a blank', 'the open door in Chi\u00ad na'],
      ['two of them', 'the o-\npen do-\nor in China'],
    ] as const;
    let spellingsHeld: Archive | undefined;
    /** Texts of which none has to do with another; made once. */
    const spellings = () => {
      spellingsHeld ??= saying({
        ...Object.fromEntries(PARTED.map(([, text], i) => [`parted-${i}`, text])),
        plain: 'a door that is open to China',
        hyphenated: 'At the con\u00ad\nference of peace.',
        compound: 'under self-\ngovernment here',
        wade: 'Chou En-lai spoke.',
        pinyin: 'Zhou Enlai answered.',
      });
      return spellingsHeld;
    };

    it.each(PARTED.map(([by], i) => [by, `parted-${i}`] as const))(
      'finds words and phrases across %s',
      async (_, id) => {
        const phrase = await found(spellings(), '"open door in China"', { limit: 20 });
        expect(phrase).toContain(id);
        expect(phrase).not.toContain('plain');
        expect(await found(spellings(), 'China', { limit: 20 })).toEqual(
          expect.arrayContaining([id, 'plain']),
        );
      },
    );

    it('marks a word that a soft hyphen has parted at a line’s end', async () => {
      const { hits } = await spellings().search(aQuery('conference'));
      expect(marked(hits[0]?.snippet ?? [])).toEqual(['con\u00adference']);
    });

    it('keeps both readings of a word that a line’s end has parted', async () => {
      for (const phrase of ['under self government here', 'under selfgovernment here'])
        expect(await found(spellings(), `"${phrase}"`)).toEqual(['compound']);
    });

    it('finds names in texts as they are otherwise spelt', async () => {
      expect((await found(spellings(), 'Zhou Enlai')).sort()).toEqual(['pinyin', 'wade']);
    });

    it('finds phrases across pages, and shows the page where they begin', async () => {
      const archive = of(
        [{ id: 'a' }],
        ['It was the policy of the open', 'door that they pro-', 'claimed then.'].map(
          (text, i) => ({
            id: 'a',
            page: i + 1,
            text,
          }),
        ),
      );
      const { hits } = await archive.search(aQuery('"the open door"'));
      expect(hits.map(({ page }) => page?.page)).toEqual([1]);
      expect(await found(archive, '"they proclaimed then"')).toEqual(['a']);
      expect(await found(archive, '"open they"')).toEqual([]);
    });

    it.each([
      ['a number', ['The open door was pro-\n\n412', 'claimed then.']],
      ['numbers on both pages', ['The open door was pro-\n[p. 412]', '- 413 -\n\nclaimed then.']],
      ['a Roman number', ['The open door was pro-\nxii', 'claimed then.']],
      [
        'a running head',
        [
          'FOREIGN RELATIONS.\nIt was',
          '412 FOREIGN RELATIONS.\nThe open door was pro-',
          '413 FOREIGN RELATIONS.\nclaimed then.',
        ],
      ],
      [
        'running heads of left and of right pages',
        ['JAPAN.\nIt was', '412\nCHINA.\nso. The open door was pro-', '413\nJAPAN.\nclaimed then.'],
      ],
    ])('finds a word that %s parts, and phrases across it', async (_, texts) => {
      const archive = of(
        [
          { id: 'a', title: 'Untitled a' },
          { id: 'b', title: 'Untitled b' },
        ],
        [
          ...texts.map((text, i) => ({ id: 'a', page: i + 1, text })),
          { id: 'b', page: 1, text: 'Pro-\n412\nclaimed within a page, where it may be a figure.' },
        ],
      );
      for (const typed of ['proclaimed', '"was proclaimed then"', '"was pro claimed"'])
        expect(await found(archive, typed)).toEqual(['a']);
      const first = async (typed: string) => (await archive.search(aQuery(typed))).hits[0];
      const whole = await first('"the open door was proclaimed then"');
      expect(whole?.page?.page).toBe(texts.length - 1);
      const second = await first('"claimed then"');
      expect(second?.page?.page).toBe(texts.length);
      expect(marked(second?.snippet ?? [])).toEqual(['claimed']);
    });

    it.each([
      ['a head that no other page has', ['The open door was pro-', 'CHINA.\nclaimed then.']],
      ['a line that is no number', ['The open door was pro-\nmild', 'claimed then.']],
      ['a capital', ['It was the Anglo-\n412', 'American door.']],
    ])('joins nothing across %s', async (_, texts) => {
      const archive = of(
        [{ id: 'a', title: 'Untitled a' }],
        texts.map((text, i) => ({ id: 'a', page: i + 1, text })),
      );
      for (const typed of ['"was proclaimed"', '"AngloAmerican door"'])
        expect(await found(archive, typed)).toEqual([]);
    });

    it('shows the passage that says the phrase', async () => {
      const filling = 'Nothing of it is here. '.repeat(40);
      const text = `A door stood open. ${filling}They want the open door. ${filling}`;
      const { hits } = await saying({ a: text }).search(aQuery('"open door"'));
      expect(plain(hits[0]?.snippet ?? [])).toContain('want the open door');
    });

    it('gives the pages of a document', async () => {
      const archive = legation();
      const { total, pages } = await archive.pages('a', { offset: 1, limit: 5 });
      expect(total).toBe(2);
      expect(pages).toEqual([
        aPage({
          id: 'a',
          page: 2,
          label: 'p. 142',
          text: 'The Boxers are at the gates of Peking.\n\nSend guards.',
          kind: 'transcript',
          url: 'https://example.org/142',
        }),
      ]);
      for (const id of ['b', 'none']) {
        expect(await archive.pages(id, WINDOW)).toEqual({ total: 0, pages: [] });
      }
    });

    it('gives any window of many long pages', async () => {
      const numbers = Array.from({ length: 30 }, (_, i) => i + 1);
      const pages = numbers.map((page) => ({ id: 'a', page, text: `Page ${page}. `.repeat(900) }));
      const archive = of([{ id: 'a' }], pages);
      for (const [offset, limit] of [
        [0, 3],
        [7, 1],
        [11, 12],
        [28, 9],
        [30, 2],
      ] as const) {
        const given = await archive.pages('a', { offset, limit });
        expect(given.total).toBe(30);
        expect(given.pages.map(({ page }) => page)).toEqual(numbers.slice(offset, offset + limit));
      }
    });

    it('gives the pages of several documents, and tells which have any', async () => {
      const page = (id: string, number: number) => ({ id, page: number, text: `${id} ${number}` });
      const pages = [
        ...[1, 2, 3].map((n) => page('c', n)),
        page('a', 1),
        page('d', 1),
        page('d', 2),
      ];
      const archive = of([{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }], pages);
      const asked = ['c', 'b', 'none', 'a', 'c', 'd'];
      const all = ['c 1', 'c 2', 'c 3', 'a 1', 'd 1', 'd 2'];
      for (let offset = 0; offset < 8; offset += 1) {
        for (const limit of [0, 1, 3, 9]) {
          const given = await archive.pagesOf(asked, { offset, limit });
          expect(given.total).toBe(6);
          expect(given.pages.map(({ text }) => text)).toEqual(all.slice(offset, offset + limit));
        }
      }
      expect(await archive.pagesOf([], WINDOW)).toEqual({ total: 0, pages: [] });
      expect(await archive.withText(undefined, 9)).toEqual(['a', 'c', 'd']);
      expect(await archive.withText(undefined, 2)).toEqual(['a', 'c']);
      expect(await archive.withText('a', 1)).toEqual(['c']);
      expect(await archive.withText('b', 9)).toEqual(['c', 'd']);
      expect(await archive.withText('d', 9)).toEqual([]);
    });

    it('gives the passages of a document that answer, the best page first', async () => {
      const archive = of(
        [{ id: 'a' }, { id: 'b' }],
        ['Of guards.', 'Nothing.', 'Boxers and guards.', 'A guard and a guard.'].map((text, i) => ({
          id: 'a',
          page: i + 1,
          text,
        })),
      );
      const asked = { text: 'boxers guard' };
      const { total, passages } = await archive.passagesIn('a', asked, WINDOW);
      expect(total).toBe(3);
      expect(passages.map(({ page }) => page.page)).toEqual([3, 1, 4]);
      expect(passages.map(({ snippet }) => plain(snippet))[0]).toBe('Boxers and guards.');
      expect(passages.map(({ snippet }) => marked(snippet))[0]).toEqual(['Boxers', 'guards']);
      const second = await archive.passagesIn('a', asked, { offset: 1, limit: 1 });
      expect(second.passages).toEqual([passages[1]]);
      for (const id of ['b', 'none']) {
        expect(await archive.passagesIn(id, asked, WINDOW)).toEqual({ total: 0, passages: [] });
      }
    });

    it('counts what has a text', async () => {
      expect(await legation().textCoverage()).toEqual({
        documents: 2,
        pages: 3,
        words: 24,
        collections: [
          { name: 'A collection', documents: 2, withText: 1 },
          { name: 'Cuba', documents: 2, withText: 1 },
        ],
      });
    });

    it('passes over the text of a document that isn’t there', async () => {
      const archive = of([{ id: 'a' }], [{ id: 'gone', text: 'Mukden' }]);
      for (const typed of ['Mukden', 'Mukdan']) {
        const { total, corrections, offers, unknown } = await archive.search(aQuery(typed));
        expect([total, corrections, offers, unknown]).toEqual([0, [], undefined, [typed]]);
      }
      expect(await archive.textCoverage()).toMatchObject({ documents: 0, pages: 0, words: 0 });
    });

    it('refuses to search texts where there are none', async () => {
      const archive = of([{ id: 'a' }], []);
      await expect(archive.search(aQuery('door', { in: 'texts' }))).rejects.toThrow(/no texts/);
      expect(await archive.pages('a', WINDOW)).toEqual({ total: 0, pages: [] });
      expect(await archive.pagesOf(['a'], WINDOW)).toEqual({ total: 0, pages: [] });
      expect(await archive.withText(undefined, 9)).toEqual([]);
      expect(await archive.textCoverage()).toMatchObject({ documents: 0, pages: 0, words: 0 });
    });
  });
}
