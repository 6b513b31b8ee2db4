import { orthonormalise } from './orthonormal.ts';
import type { WeightedTerms } from './weighted-terms.ts';

/** So often the directions are turned towards what the documents share. */
export const ROUNDS = 8;

/** The directions, a row for each term. */
export function learnDirections(weighted: WeightedTerms, width: number): Float32Array {
  let directions = anyNumbers(weighted.rows * width);
  for (let round = 0; round < ROUNDS; round += 1) {
    const projected = project(weighted, directions, width);
    orthonormalise(projected, width);
    directions = projectBack(weighted, projected, width);
  }
  orthonormalise(directions, width);
  return directions;
}

/** Where the documents lie in the directions: a row for each. */
function project(
  { rows, documents, starts, documentOf, weights }: WeightedTerms,
  directions: Float32Array,
  width: number,
): Float32Array {
  const projected = new Float32Array(documents * width);
  for (let row = 0; row < rows; row += 1) {
    const end = starts[row + 1] ?? 0;
    for (let i = starts[row] ?? 0; i < end; i += 1) {
      const to = (documentOf[i] ?? 0) * width;
      addRow(projected, to, directions, row * width, width, weights[i] ?? 0);
    }
  }
  return projected;
}

/** The directions in which documents lie so: a row for each term. */
function projectBack(
  { rows, starts, documentOf, weights }: WeightedTerms,
  projected: Float32Array,
  width: number,
): Float32Array {
  const directions = new Float32Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const end = starts[row + 1] ?? 0;
    for (let i = starts[row] ?? 0; i < end; i += 1) {
      const from = (documentOf[i] ?? 0) * width;
      addRow(directions, row * width, projected, from, width, weights[i] ?? 0);
    }
  }
  return directions;
}

/** Adds a weighted row to another. */
export function addRow(
  to: Float32Array,
  toRow: number,
  from: Float32Array,
  fromRow: number,
  width: number,
  weight: number,
): void {
  for (let i = 0; i < width; i += 1) {
    to[toRow + i] = (to[toRow + i] ?? 0) + weight * (from[fromRow + i] ?? 0);
  }
}

/** Numbers from -0.5 to 0.5 without a pattern, always the same (a linear congruential generator). */
function anyNumbers(count: number): Float32Array {
  const numbers = new Float32Array(count);
  let state = 1;
  for (let i = 0; i < count; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    numbers[i] = state / 2 ** 32 - 0.5;
  }
  return numbers;
}
