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
    const next = new Float32Array(directions.length);
    forEach(weighted, (row, document, weight) => {
      addRow(next, row * width, projected, document * width, width, weight);
    });
    directions = next;
  }
  orthonormalise(directions, width);
  return directions;
}

/** Where the documents lie in the directions: a row for each. */
export function project(
  weighted: WeightedTerms,
  directions: Float32Array,
  width: number,
): Float32Array {
  const projected = new Float32Array(weighted.documents * width);
  forEach(weighted, (row, document, weight) => {
    addRow(projected, document * width, directions, row * width, width, weight);
  });
  return projected;
}

function forEach(
  { rows, starts, documentOf, weights }: WeightedTerms,
  call: (row: number, document: number, weight: number) => void,
): void {
  for (let row = 0; row < rows; row += 1) {
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i += 1) {
      call(row, documentOf[i] ?? 0, weights[i] ?? 0);
    }
  }
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
