/** The beginning of an option's text that was understood, and the words after it. */
export type PrefixMatch<Value> = { value: Value; typed: string; rest: string };

const QUOTED = /^["“”„«]([^"“”„«»]+)["“”»]\s*/u;

/**
 * Reads the longest beginning of a text that `read` understands. Discord's composer takes `from:` in
 * a query for the option of that name, and everything after it for the option's text.
 * @returns undefined if not even the first word is understood
 */
export function readLongestPrefix<Value>(
  text: string,
  read: (beginning: string) => Value | undefined,
): PrefixMatch<Value> | undefined {
  const quoted = QUOTED.exec(text);
  if (quoted?.[1] !== undefined) {
    const value = read(quoted[1].trim());
    const rest = text.slice(quoted[0].length).trim();
    return value === undefined ? undefined : { value, typed: quoted[1].trim(), rest };
  }
  const ends = [...text.matchAll(/\s+/g)].map(({ index }) => index).reverse();
  for (const end of [text.length, ...ends]) {
    const typed = text.slice(0, end);
    const value = read(typed);
    if (value !== undefined) return { value, typed, rest: text.slice(end).trim() };
  }
  return undefined;
}
