/** No vector takes more bytes than this, whatever its model. */
const MOST_BYTES = 384;

/** Bits that a number may be kept in: they fill a byte without a rest. */
const BITS = [8, 4, 2, 1] as const;
type Bits = (typeof BITS)[number];

/**
 * The distance between two values that a number may have, in standard deviations of a vector's numbers:
 * with so many values at even distances, normally distributed numbers lose least.
 * @see https://doi.org/10.1109/TIT.1960.1057548 Max, Quantizing for Minimum Distortion, table II
 */
const STEPS = { 4: 0.3352, 2: 0.9957, 1: 1.596 };

/**
 * A vector's direction: a few bits a number, and what makes of a product with them a cosine, so that a
 * vector's own is 1.
 * @see https://doi.org/10.1145/3654970 Gao and Long, RaBitQ, 3.2, on why cosines are then true on average
 */
export type PackedVector = { bytes: Uint8Array; scale: number };

/** The longest vectors that are taken: of one bit a number. */
export const MOST_DIMENSIONS = MOST_BYTES * 8;

/**
 * Bits that each number of a vector is kept in: a byte for up to 384 numbers, 4 bits up to 768, 2 up to
 * 1,536 and 1 up to 3,072.
 */
export const bitsFor = (dimensions: number): Bits =>
  BITS.find((bits) => dimensions * bits <= MOST_BYTES * 8) ?? 1;

export const bytesFor = (dimensions: number): number =>
  Math.ceil((dimensions * bitsFor(dimensions)) / 8);

/** @param vector finite numbers, not all of them 0; no more than `MOST_DIMENSIONS` */
export function packVector(
  vector: Float32Array,
  bits: Bits = bitsFor(vector.length),
): PackedVector {
  const bytes = new Uint8Array(Math.ceil((vector.length * bits) / 8));
  const step = stepOf(vector, bits);
  const [half, each] = [2 ** (bits - 1), 8 / bits];
  let product = 0;
  for (const [i, value] of vector.entries()) {
    const code = Math.min(Math.max(Math.floor(value / step), -half), half - 1) + half;
    product += value * (code - half + 0.5);
    const at = Math.floor(i / each);
    bytes[at] = (bytes[at] ?? 0) | (code << (bits * (i % each)));
  }
  return { bytes, scale: Math.hypot(...vector) / product };
}

/** In bytes the largest number is the last value; with fewer, what lies far out is cut off. */
function stepOf(vector: Float32Array, bits: Bits): number {
  if (bits === 8) return vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127.5;
  const square = vector.reduce((sum, value) => sum + value * value, 0);
  return STEPS[bits] * Math.sqrt(square / vector.length);
}

/** What the bytes of a packed vector, from a place among others, make with a vector: a part of a cosine. */
type Product = (all: Uint8Array, from: number) => number;

/**
 * The products of a vector with packed ones: each, times the other's scale, is the cosine of the two.
 */
export function productWith(vector: Float32Array, bits: Bits = bitsFor(vector.length)): Product {
  const length = Math.hypot(...vector);
  const unit = vector.map((value) => value / length);
  return bits === 8 ? productOfBytes(unit) : productByTable(sumsByByte(unit, bits));
}

/** A byte a number: the middle of its values is taken off in one go. */
function productOfBytes(unit: Float32Array): Product {
  const { length } = unit;
  const middle = 127.5 * unit.reduce((sum, value) => sum + value, 0);
  return (all, from) => {
    let [sum, other] = [0, 0];
    let i = 0;
    // Two sums that don't wait for each other.
    for (; i + 1 < length; i += 2) {
      sum += (unit[i] as number) * (all[from + i] as number);
      other += (unit[i + 1] as number) * (all[from + i + 1] as number);
    }
    if (i < length) sum += (unit[i] as number) * (all[from + i] as number);
    return sum + other - middle;
  };
}

function productByTable(sums: Float32Array): Product {
  const { length } = sums;
  return (all, from) => {
    let sum = 0;
    for (let at = from, row = 0; row < length; at += 1, row += 256) {
      sum += sums[row + (all[at] as number)] as number;
    }
    return sum;
  };
}

/** What each value of each byte adds to the product, so that no byte is taken apart twice. */
function sumsByByte(vector: Float32Array, bits: Bits): Float32Array {
  const [half, each] = [2 ** (bits - 1), 8 / bits];
  const sums = new Float32Array(Math.ceil(vector.length / each) * 256);
  for (const [i, value] of vector.entries()) {
    const [row, shift] = [Math.floor(i / each) * 256, bits * (i % each)];
    for (let byte = 0; byte < 256; byte += 1) {
      const level = ((byte >> shift) & (2 * half - 1)) - half + 0.5;
      sums[row + byte] = (sums[row + byte] ?? 0) + value * level;
    }
  }
  return sums;
}
