/** Milliseconds to wait after that many tries: twice as long each time, up to `most`. */
export const backOff = (tries: number, first: number, most: number): number =>
  Math.min(first * 2 ** tries, most);
