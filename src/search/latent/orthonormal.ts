/** Two passes make up for what rounding leaves after one. */
const PASSES = 2;
/** A column of which others leave no more than this is none of its own: it becomes 0. */
const LEAST = 1e-10;

/**
 * Makes the columns of a matrix, given row by row, as long as one and square to each other, in place.
 * By Cholesky factors of their products: few passes over a tall matrix.
 * @see https://doi.org/10.1137/1.9781421407944 Golub and Van Loan, Matrix Computations, 5.2
 */
export function orthonormalise(matrix: Float32Array, columns: number): void {
  for (let pass = 0; pass < PASSES; pass += 1) {
    const factor = cholesky(products(matrix, columns), columns);
    // Numbers of one length are worked with twice as fast as those of two.
    const values = new Float64Array(columns);
    for (let row = 0; row < matrix.length; row += columns) {
      values.set(matrix.subarray(row, row + columns));
      solve(values, factor);
      matrix.set(values, row);
    }
  }
}

/** The columns' products with each other; below and on the diagonal. */
function products(matrix: Float32Array, columns: number): Float64Array {
  const sums = new Float64Array(columns * columns);
  const values = new Float64Array(columns);
  for (let row = 0; row < matrix.length; row += columns) {
    values.set(matrix.subarray(row, row + columns));
    for (let i = 0; i < columns; i += 1) {
      const value = at(values, i);
      const begin = i * columns;
      for (let j = 0; j <= i; j += 1) {
        sums[begin + j] = at(sums, begin + j) + value * at(values, j);
      }
    }
  }
  return sums;
}

function cholesky(products: Float64Array, columns: number): Float64Array {
  const factor = new Float64Array(columns * columns);
  for (let i = 0; i < columns; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let rest = at(products, i * columns + j);
      for (let k = 0; k < j; k += 1) {
        rest -= at(factor, i * columns + k) * at(factor, j * columns + k);
      }
      const isNew = rest > LEAST * at(products, i * columns + i);
      if (i > j) factor[i * columns + j] = rest / at(factor, j * columns + j);
      else factor[i * columns + j] = isNew ? Math.sqrt(rest) : Number.POSITIVE_INFINITY;
    }
  }
  return factor;
}

/** Divides a row by the factor. */
function solve(values: Float64Array, factor: Float64Array): void {
  const columns = values.length;
  for (let i = 0; i < columns; i += 1) {
    const begin = i * columns;
    let value = at(values, i);
    for (let k = 0; k < i; k += 1) value -= at(factor, begin + k) * at(values, k);
    values[i] = Math.fround(value / at(factor, begin + i));
  }
}

const at = (values: Float64Array, place: number): number => values[place] ?? 0;
