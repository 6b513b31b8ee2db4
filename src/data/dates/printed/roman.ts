const UP_TO_TEN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

/** The months and centuries that are printed so: from I to XXIX, in small letters; 0 for anything else. */
export function romanNumber(numeral: string): number {
  const [, tens = '', ones = ''] = /^(x{0,2})(.*)$/.exec(numeral) ?? [];
  const one = UP_TO_TEN.indexOf(ones);
  return one < 0 ? 0 : tens.length * 10 + one;
}
