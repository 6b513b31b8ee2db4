/** A made-up record, the same for the same number. */
export type Made = { title: string; date: string; description: string; url: string };

const WORDS =
  'telegram ambassador meeting council minister border treaty harvest railway commission delegation protocol summary visit frontier party central committee conversation note'.split(
    ' ',
  );

/** Made-up words, the same for the same numbers. */
export const madeWords = (count: number, number: number, seed: number): string =>
  Array.from(
    { length: count },
    (_, index) => WORDS[(seed * 31 + index * index * 7 + index * number) % WORDS.length],
  ).join(' ');

/** Title and description of the length that archives have: about 60 and 400 characters. */
export function madeRecord(number: number): Made {
  const words = (count: number, seed: number) => madeWords(count, number, seed);
  const day = new Date(Date.UTC(1900, 0, 1 + (number % 30_000))).toISOString().slice(0, 10);
  return {
    title: `${words(7, number)} ${number}`,
    date: day,
    description: `${words(50, number + 1)}.`,
    url: `https://example.org/${number}`,
  };
}
