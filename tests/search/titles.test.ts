import { describe, expect, it } from 'vitest';
import { completeTitles } from '../../src/search/title-completion.ts';
import { indexTitles, scoreTitles } from '../../src/search/titles.ts';

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

  it('keeps to the titles with all the words, the fuller of them first', () => {
    const scores = scoreTitles(titles, ['the', 'who']);
    expect([...scores.keys()].toSorted()).toEqual([1, 2]);
    expect(scores.get(1)).toBeGreaterThan(scores.get(2) ?? 0);
  });

  it('takes titles with any of the words where none has all', () => {
    expect([...scoreTitles(titles, ['the', 'end', 'from']).keys()].toSorted()).toEqual([0, 1, 2]);
    expect(scoreTitles(titles, [])).toEqual(new Map());
  });
});
