/** Colours of our own, none of them Discord's; white on them is readable. */
const COLOURS = ['#9a3412', '#166534', '#1e40af', '#86198f', '#854d0e'];

/** The bot's: an open book. */
const BOOK =
  'M20 13c-3-2-7-2.5-10-2.5v17c3 0 7 .5 10 2.5 3-2 7-2.5 10-2.5v-17c-3 0-7 .5-10 2.5zm0 0v17';

/** A round picture of 40 by 40, for the bot a book, for a person the first letter of the name. */
export function avatar({ name, isBot, index }: { name: string; isBot: boolean; index: number }) {
  const colour = isBot ? '#3f4a5a' : COLOURS[index % COLOURS.length];
  const [letter = '?'] = name.toUpperCase();
  const sign = isBot
    ? `<path d="${BOOK}" fill="none" stroke="#fff" stroke-width="2" stroke-linejoin="round"/>`
    : `<text x="20" y="27" font-family="sans-serif" font-size="20" fill="#fff" text-anchor="middle">${letter}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="40" height="40"><circle cx="20" cy="20" r="20" fill="${colour}"/>${sign}</svg>`;
}
