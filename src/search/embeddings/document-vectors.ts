import type { Likeness } from './meaning.ts';
import { bitsFor, bytesFor, type PackedVector, productWith } from './packed-vector.ts';

/** So many documents, evenly taken, tell what is usual. */
const SAMPLE = 2000;
/** What makes a standard deviation of the median of distances, if they are normally distributed. */
const NORMAL = 1.4826;

/** The vectors of documents by their ordinals, in memory: no more than 400 bytes each. */
export type DocumentVectors = {
  /** The length of the model's vectors. */
  dimensions: number;
  /** How many documents have one. */
  made(): number;
  has(ordinal: number): boolean;
  at(ordinal: number): PackedVector;
  put(ordinal: number, vector: PackedVector): void;
  /** @param question as long as the model's vectors are */
  likenessTo(question: Float32Array): Likeness;
};

/** @param dimensions the length of the model's vectors */
export function createDocumentVectors(documents: number, dimensions: number): DocumentVectors {
  const width = bytesFor(dimensions);
  const all = new Uint8Array(documents * width);
  /** 0 for a document without a vector. */
  const scales = new Float32Array(documents);
  let made = 0;
  const has = (ordinal: number) => scales[ordinal] !== 0;
  return {
    dimensions,
    made: () => made,
    has,
    at: (ordinal) => ({
      bytes: all.subarray(ordinal * width, (ordinal + 1) * width),
      scale: scales[ordinal] ?? 0,
    }),
    put(ordinal, { bytes, scale }) {
      if (!has(ordinal)) made += 1;
      all.set(bytes, ordinal * width);
      scales[ordinal] = scale;
    },
    likenessTo(question) {
      const product = productWith(question, bitsFor(dimensions));
      const at = new Float32Array(documents);
      for (let ordinal = 0; ordinal < documents; ordinal += 1) {
        const scale = scales[ordinal] ?? 0;
        if (scale !== 0) at[ordinal] = scale * product(all, ordinal * width);
      }
      const step = Math.ceil(documents / SAMPLE);
      const sample = at.filter((_, ordinal) => ordinal % step === 0 && has(ordinal));
      const usual = median(sample);
      const spread = NORMAL * median(sample.map((cosine) => Math.abs(cosine - usual)));
      for (const [ordinal, scale] of scales.entries()) if (scale === 0) at[ordinal] = usual;
      return { at, usual, spread };
    },
  };
}

/** The middle of some values; 0 of none. */
const median = (values: Float32Array): number => values.toSorted()[values.length >> 1] ?? 0;
