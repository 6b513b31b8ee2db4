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
    for (let row = 0; row < matrix.length; row += columns) solve(matrix, row, factor, columns);
  }
}

/** The columns' products with each other; below and on the diagonal. */
function products(matrix: Float32Array, columns: number): Float64Array {
  const sums = new Float64Array(columns * columns);
  for (let row = 0; row < matrix.length; row += columns) {
    for (let i = 0; i < columns; i += 1) {
      const value = at(matrix, row + i);
      for (let j = 0; j <= i; j += 1) {
        sums[i * columns + j] = at(sums, i * columns + j) + value * at(matrix, row + j);
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
function solve(matrix: Float32Array, row: number, factor: Float64Array, columns: number): void {
  for (let i = 0; i < columns; i += 1) {
    let value = at(matrix, row + i);
    for (let k = 0; k < i; k += 1) value -= at(factor, i * columns + k) * at(matrix, row + k);
    matrix[row + i] = value / at(factor, i * columns + i);
  }
}

const at = (values: Float32Array | Float64Array, place: number): number => values[place] ?? 0;
