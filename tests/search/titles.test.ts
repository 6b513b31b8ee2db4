import { describe, expect, it } from 'vitest';
import { packDocuments } from '../../src/data/corpus/packed-documents.ts';
import { indexDocuments } from '../../src/search/index/index-documents.ts';
import { noScores } from '../../src/search/minisearch/scores.ts';
import { completeTitles } from '../../src/search/minisearch/title-completion.ts';
import { scoreTitles } from '../../src/search/minisearch/title-index.ts';
import { aDocument } from '../support/documents.ts';

const indexTitles = (titles: readonly string[]) =>
  indexDocuments(packDocuments(titles.map((title, i) => aDocument({ id: `d${1000 + i}`, title }))));

describe('completeTitles', () => {
  it('offers every title before it offers one again', () => {
    const titles = indexTitles(['Note', 'Note', 'Note', 'A note on the trade in furs', 'Notes']);
    expect(completeTitles(titles, 'note', 3)).toEqual([0, 1, 2]);
    expect(completeTitles(titles, 'not', 3)).toEqual([0, 4, 3]);
  });

  it('offers titles from all over where nothing is typed', () => {
    const titles = indexTitles(Array.from({ length: 100 }, (_, i) => `Title ${i}`));
    expect(completeTitles(titles, ' ', 4)).toEqual([0, 25, 50, 75]);
    expect(completeTitles(titles, '', 0)).toEqual([]);
  });
});

describe('scoreTitles', () => {
  const titles = indexTitles(['The end', 'The Who', 'Who are they, the five?']);

  const scored = (words: string[]) => {
    const scores = noScores(3);
    scoreTitles(titles, words, scores);
    return scores;
  };

  it('keeps to the titles with all the words, the fuller of them first', () => {
    const { ordinals, at } = scored(['the', 'who']);
    expect(ordinals.toSorted()).toEqual([1, 2]);
    expect(at[1]).toBeGreaterThan(at[2] ?? 0);
  });

  it('takes titles with any of the words where none has all', () => {
    expect(scored(['the', 'end', 'from']).ordinals.toSorted()).toEqual([0, 1, 2]);
    expect(scored([]).ordinals).toEqual([]);
  });
});
