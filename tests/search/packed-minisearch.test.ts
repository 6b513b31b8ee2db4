import fc from 'fast-check';
import MiniSearch, { type Query, type SearchOptions, type SearchResult } from 'minisearch';
import { describe, expect, test } from 'vitest';
import { madeRecord } from '../../scripts/made-sources/made-record.ts';
import type { Document } from '../../src/data/corpus/document.ts';
import { packDocuments } from '../../src/data/corpus/packed-documents.ts';
import { indexDocuments } from '../../src/search/index/index-documents.ts';
import { OPTIONS, PackedMiniSearch } from '../../src/search/minisearch/packed-minisearch.ts';
import { noScores } from '../../src/search/minisearch/scores.ts';
import { aDocument } from '../support/documents.ts';

const documents = Array.from({ length: 400 }, (_, number) => {
  const { title, description } = madeRecord(number);
  return aDocument({
    id: `d${1000 + number}`,
    title,
    description: description.slice(0, 5 * number),
  });
});
const corpus = packDocuments(documents);
const { postings } = indexDocuments(corpus);
const packed = new PackedMiniSearch(postings, corpus);
const plain = new MiniSearch(OPTIONS);
plain.addAll(documents);

const TERMS = ['telegram', 'border', 'treati', '17', 'nowher', 'bord', 'telegrams', 'negoti'];
const even: SearchOptions = { filter: ({ id }) => Number(id.slice(1)) % 2 === 0 };

/**
 * By score and id: a plain one reckons the mean length bit by bit, so that its last digits differ, and
 * its tree has the terms in the order in which they came.
 */
const rounded = (results: readonly SearchResult[]) =>
  results
    .map(({ score, terms, ...result }) => ({
      ...result,
      terms: terms.toSorted(),
      score: score.toFixed(9),
    }))
    .sort((a, b) => Number(b.score) - Number(a.score) || (a.id < b.id ? -1 : 1));

describe('MiniSearch over packed postings answers as a plain one', () => {
  test.each<[string, Query, SearchOptions?]>([
    ['words', 'telegram border treati'],
    ['all of the words', 'telegram border', { combineWith: 'AND' }],
    ['words without others', 'telegram border', { combineWith: 'AND_NOT' }],
    ['beginnings', 'tele bor', { prefix: true }],
    ['near spellings', 'telegam bordr', { fuzzy: 0.3 }],
    ['beginnings and near spellings', 'telegm bord', { prefix: true, fuzzy: 0.2 }],
    ['what passes a filter', 'telegram border', even],
    ['words of different weight', 'telegram border', { boostTerm: (_, i) => i + 1 }],
    ['preferred documents', 'telegram', { boostDocument: (id) => Number(id.slice(2)) }],
    [
      'a tree of questions',
      {
        combineWith: 'AND',
        queries: ['telegram', { combineWith: 'OR', queries: ['border', '17'] }],
      },
    ],
    ['everything', MiniSearch.wildcard],
    ['nothing', 'nowher'],
  ])('%s', (_, query, options) => {
    const found = packed.search(query, options);
    expect(rounded(found)).toEqual(rounded(plain.search(query, options)));
    if (query !== 'nowher') expect(found.length).toBeGreaterThan(5);
  });

  test('suggestions', () => {
    const suggested = packed.autoSuggest('telegram bor', { fuzzy: 0.2 });
    expect(suggested.length).toBeGreaterThan(0);
    const expected = plain.autoSuggest('telegram bor', { fuzzy: 0.2 });
    expect(suggested.map(({ suggestion }) => suggestion)).toEqual(
      expected.map(({ suggestion }) => suggestion),
    );
  });

  test('any words, with any settings', () => {
    const words = fc.array(fc.constantFrom(...TERMS), { minLength: 1, maxLength: 5 });
    const settings = fc.record({
      prefix: fc.boolean(),
      fuzzy: fc.constantFrom(0, 0.2, 1),
      combineWith: fc.constantFrom('AND', 'OR'),
    });
    fc.assert(
      fc.property(words, settings, (typed, options) => {
        const text = typed.join(' ');
        expect(rounded(packed.search(text, options))).toEqual(rounded(plain.search(text, options)));
      }),
    );
  });

  test('what it holds', () => {
    expect(packed.documentCount).toBe(400);
    expect(packed.termCount).toBe(plain.termCount);
    expect([packed.has('d1007'), packed.has('d7')]).toEqual([true, false]);
    const loaded = MiniSearch.loadJSON(JSON.stringify(packed), OPTIONS);
    expect(rounded(loaded.search('telegram border'))).toEqual(
      rounded(packed.search('telegram border')),
    );
  });
});

test('scores are those of a search, whose quality of many words is left out', () => {
  const words = fc.uniqueArray(fc.constantFrom(...TERMS), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(words, (typed) => {
      const scores = noScores(documents.length);
      packed.addScores(new Map(typed.map((term) => [term, 1])), scores);
      const expected = plain.search(typed.join(' '));
      expect(scores.ordinals).toHaveLength(expected.length);
      for (const { id, score, queryTerms } of expected) {
        const at = corpus.ordinalOf(id) ?? -1;
        expect(scores.at[at]).toBeCloseTo(score / queryTerms.length, 4);
      }
    }),
  );
});

test('it can’t be changed, and says so', () => {
  const plainly: MiniSearch<Document> = packed;
  const [document = aDocument()] = documents;
  const before = packed.search('telegram');
  for (const change of [
    () => plainly.add(aDocument({ id: 'new' })),
    () => plainly.remove(document),
    () => plainly.removeAll(),
    () => plainly.discard(document.id),
    () => plainly.replace(document),
  ]) {
    expect(change).toThrow(/can’t be changed/);
  }
  expect(packed.search('telegram')).toEqual(before);
});
