import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/data/corpus/document.ts';
import { packDocuments } from '../../src/data/corpus/packed-documents.ts';
import { indexDocuments } from '../../src/search/index/index-documents.ts';
import { orthonormalise } from '../../src/search/latent/orthonormal.ts';
import { createTermIndex } from '../../src/search/minisearch/term-index.ts';
import { aDocument } from '../support/documents.ts';

/** Two worlds of 150 words each; within one, any words stand together. */
const documents = Array.from({ length: 800 }, (_, number) => {
  const world = number % 2 ? 'ship' : 'wheat';
  const words = Array.from({ length: 12 }, (_, i) => `${world}${(number * 7 + i * i * 13) % 150}`);
  return aDocument({ id: `d${1000 + number}`, title: `n${number}`, description: words.join(' ') });
});

function open(documents: readonly Document[]) {
  const packed = packDocuments(documents);
  return createTermIndex(indexDocuments(packed), packed);
}
const index = (documents: readonly Document[]) => indexDocuments(packDocuments(documents));
const { similarity: similarityTo } = open(documents);

describe('what a corpus shows of words that go together', () => {
  test('brings documents near that share no word with the query', () => {
    const similarity = similarityTo?.(new Map([['ship7', 1]]));
    const others = [...documents.entries()].filter(
      ([, { description }]) => !description.split(' ').includes('ship7'),
    );
    const meanOf = (world: number) => {
      const near = others.filter(([place]) => place % 2 === world);
      return near.reduce((sum, [place]) => sum + (similarity?.(place) ?? 0), 0) / near.length;
    };
    expect(others.length).toBeGreaterThan(600);
    expect(meanOf(1)).toBeGreaterThan(meanOf(0) + 0.01);
    expect(Math.abs(meanOf(0))).toBeLessThan(0.005);
  });

  test('is the same for the same corpus, and between -1 and 1', () => {
    const again = open(documents).similarity?.(new Map([['wheat3', 2]]));
    const similarity = similarityTo?.(new Map([['wheat3', 2]]));
    for (const place of documents.keys()) {
      expect(similarity?.(place)).toBe(again?.(place));
      expect(Math.abs(similarity?.(place) ?? 9)).toBeLessThan(1.05);
    }
  });

  test('is nothing for words that it doesn’t know', () => {
    expect(similarityTo?.(new Map([['nowher', 1]]))(0)).toBe(0);
  });

  test('needs some hundred documents', () => {
    expect(index(documents.slice(0, 299)).latent).toBeUndefined();
    expect(index(documents.slice(0, 300)).latent).toBeDefined();
  });
});

test('columns become as long as one, and square to each other', () => {
  const columns = 6;
  const matrix = Float32Array.from({ length: 50 * columns }, (_, i) => Math.sin(i * i) + (i % 3));
  orthonormalise(matrix, columns);
  for (let a = 0; a < columns; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      let product = 0;
      for (let row = 0; row < matrix.length; row += columns) {
        product += (matrix[row + a] ?? 0) * (matrix[row + b] ?? 0);
      }
      expect(product).toBeCloseTo(a === b ? 1 : 0, 4);
    }
  }
});

test('columns that say what others say become 0', () => {
  const matrix = Float32Array.from({ length: 30 }, (_, i) => [1, 2, 0][i % 3] ?? 0);
  orthonormalise(matrix, 3);
  expect(matrix[0]).toBeCloseTo(Math.sqrt(1 / 10), 4);
  expect([...matrix].filter((_, i) => i % 3 > 0).every((value) => value === 0)).toBe(true);
});
