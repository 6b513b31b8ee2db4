import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDocumentVectors } from '../../../src/search/embeddings/document-vectors.ts';
import { bytesFor, packVector } from '../../../src/search/embeddings/packed-vector.ts';

const cosine = (one: Float32Array, other: Float32Array) =>
  one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0) /
  (Math.hypot(...one) * Math.hypot(...other));

/** Numbers as models give them: about normally distributed. */
const aVector = (dimensions: number) =>
  fc
    .array(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 6, maxLength: 6 }), {
      minLength: dimensions,
      maxLength: dimensions,
    })
    .map((sums) => Float32Array.from(sums, (parts) => parts.reduce((sum, one) => sum + one, 1)));

test('no document takes more than 400 bytes, whatever the model', () => {
  for (const dimensions of [1, 64, 384, 385, 768, 1024, 1536, 3072]) {
    expect(bytesFor(dimensions) + Float32Array.BYTES_PER_ELEMENT).toBeLessThanOrEqual(400);
  }
});

// Twenty documents that each share a part with the question, so that cosines of all sizes occur.
test.each([
  [384, 0.005],
  [768, 0.02],
  [1024, 0.05],
  [3072, 0.07],
])('cosines of %i numbers are off by less than %f', (dimensions, most) => {
  fc.assert(
    fc.property(aVector(dimensions), aVector(dimensions), (question, other) => {
      const vectors = createDocumentVectors(21, dimensions);
      for (let part = 0; part <= 20; part += 1) {
        const mixed = question.map(
          (value, i) => (part * value + (20 - part) * (other[i] ?? 0)) / 20,
        );
        vectors.put(part, packVector(mixed));
        const exact = cosine(question, mixed);
        const kept = vectors.likenessTo(question).at[part] ?? 0;
        expect(Math.abs(kept - exact)).toBeLessThan(most);
      }
    }),
    { numRuns: 5 },
  );
});

test('documents without a vector are as usual', () => {
  const vectors = createDocumentVectors(3, 2);
  vectors.put(0, packVector(Float32Array.of(1, 0)));
  vectors.put(1, packVector(Float32Array.of(1, 0)));
  expect(vectors.made()).toBe(2);
  const { at, usual } = vectors.likenessTo(Float32Array.of(1, 0));
  expect(at[2]).toBe(usual);
});
