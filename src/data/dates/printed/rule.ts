/** A pattern in a printed date, and the tokens to write in its place. */
export type Rule = readonly [RegExp, string | ((match: string, ...groups: string[]) => string)];

/** Tokens of one date, as the forms read them. A month or day of 00 stands for none. */
export function dateTokens(year: number | string, month?: number | string, day?: number | string) {
  const tokens = [`Y${Number(year)}`, `M${Number(month)}`, `${Number(day)}`];
  const known = Number(day) > 0 ? 3 : Number(month) > 0 ? 2 : 1;
  return ` ${tokens.slice(0, known).join(' ')} `;
}
